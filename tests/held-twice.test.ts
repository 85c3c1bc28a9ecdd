import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from './support/builders.ts'
import { ada, ben, hillTeam, kit, meg, northmere, zoe, type TestPerson } from './support/people.ts'
import { world, type World } from './support/world.ts'

/** What no page does: the database says no by itself, so that a mistake in a page is not the end. */
describe('the database, where a page would be mistaken,', () => {
  let w: World
  let one: ChildId
  let other: ChildId

  before(async () => {
    w = await world()
    one = await aChild(w, { allocatedTo: ada, account: kit, knownAs: 'One' })
    other = await aChild(w, { allocatedTo: ada, knownAs: 'Other' })
  })

  const run = (person: TestPerson, statement: string) =>
    w.acting(person, (tx) => sql.raw<Record<string, unknown>>(statement).execute(tx))

  const refused = (person: TestPerson, statement: string, why: RegExp) =>
    assert.rejects(run(person, statement), why)

  it('never moves a row to another child, whoever reaches both', async () => {
    await run(
      ada,
      `insert into waymark.child_name (child_id, name, kind) values ('${one}', 'N', 'other')`,
    )
    await refused(
      ada,
      `update waymark.child_name set child_id = '${other}'`,
      /stays with its child/,
    )
    await refused(
      ada,
      'update waymark.child_name set id = gen_random_uuid()',
      /stays with its child/,
    )
  })

  it('never moves a number to another organisation', async () => {
    const columns = 'child_id, organisation_id, kind, value'
    await run(
      ada,
      `insert into waymark.child_identifier (${columns}) values ('${one}', '${northmere}', 'other', '7')`,
    )
    const { rows } = await run(
      ada,
      'select id from waymark.organisation order by code desc limit 1',
    )
    const elsewhere = String(rows[0]?.['id'])
    await refused(
      ada,
      `update waymark.child_identifier set organisation_id = '${elsewhere}'`,
      /stays with/,
    )
  })

  it('lets nobody write a row in another’s name, or with a history it never had', async () => {
    const insert = (columns: string, values: string) =>
      `insert into waymark.child_name (child_id, name, kind, ${columns}) values ('${one}', 'N', 'other', ${values})`
    await refused(ada, insert('changed_by', `'${meg.id}'`), /row-level security/)
    await refused(ada, insert('version', '7'), /row-level security/)
    await refused(ada, insert('changed_at', `'2001-01-01'`), /row-level security/)
  })

  it('keeps rows apart from a worker who changes all rows without looking at one', async () => {
    await w.db
      .insertInto('waymark.return_row')
      .values({
        child_id: one,
        organisation_id: northmere,
        file: 'uasc',
        natural_key: '',
        said_in: 2024,
        facts: '{}',
        as_sent: '{}',
        private_to: meg.id,
      })
      .execute()
    await run(ada, 'update waymark.return_row set private_to = null')
    assert.deepEqual((await run(ada, 'select id from waymark.return_row')).rows, [])
    assert.equal((await run(meg, 'select id from waymark.return_row')).rows.length, 1)
  })

  it('lets nobody give a child another team from below', async () => {
    for (const person of [ada, kit]) {
      await refused(person, `update waymark.child set team_id = '${hillTeam}'`, /permission denied/)
    }
  })

  it('lets no administrator make themselves somebody who reaches children', async () => {
    const role = (of: TestPerson) =>
      `update waymark.person set role = 'manager' where id = '${of.id}'`
    await refused(zoe, role(zoe), /role of their own account/)
    await run(zoe, role(ben))
    await refused(
      zoe,
      `update waymark.person set user_name = 'x.y' where id = '${ben.id}'`,
      /permission denied/,
    )
    await run(zoe, `update waymark.person set name = 'Zoe Other' where id = '${zoe.id}'`)
  })

  it('lets nobody choose when an entry of the audit was written', async () => {
    const entry = (columns: string, values: string) =>
      `insert into waymark.audit_entry (actor_id, action, outcome, ${columns}) values ('${ada.id}', 'x', 'done', ${values})`
    await refused(ada, entry('at', `'1999-01-01'`), /permission denied/)
    await run(ada, entry('request_id', `'r'`))
  })
})
