import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, ben, hal, ivy, kit, meg, mia, sam, southmere } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

describe('reading the trail', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  it('shows a manager what their people did, newest first, with how it ended', async () => {
    const child = await aChild(w, { knownAs: 'Mirembe' })
    await w.get(ada, `/children/${child}/who-looked`)
    await w.get(ben, `/children/${child}/who-looked`)
    const { payload, statusCode } = await w.get(meg, '/trail')
    assert.equal(statusCode, 200)
    assert.match(payload, /Ben Worker[\s\S]*Not found, or out of reach[\s\S]*Ada Worker/)
    assert.match(payload, /Mirembe/)
  })

  it('can show only what was refused', async () => {
    await w.get(ann, '/trail')
    const { payload } = await w.get(ivy, '/trail?only=refused')
    assert.match(payload, /Ann Analyst[\s\S]*Refused/)
    assert.doesNotMatch(payload, />Done</)
  })

  it('shows a team’s manager their team only, and another council nothing of ours', async () => {
    await w.get(sam, '/home')
    await w.get(ada, '/home')
    assert.doesNotMatch((await w.get(hal, '/trail')).payload, /Ada Worker/)
    const theirs = (await w.get(mia, '/trail')).payload
    assert.match(theirs, /Sam Worker/)
    assert.doesNotMatch(theirs, /Ada Worker/)
  })

  it('goes back page by page without losing or repeating an act', async () => {
    for (let n = 0; n < 60; n += 1) await w.get(ada, '/home')
    const first = (await w.get(ivy, '/trail')).payload
    const older = /href="(\/trail\?before=\d+)"/.exec(first)?.[1]
    assert.ok(older)
    const before = Number(older.split('=')[1])
    const second = await w.get(ivy, older)
    assert.equal(second.statusCode, 200)
    const { n } = await w.db
      .selectFrom('waymark.audit_entry')
      .select(({ fn }) => fn.countAll<string>().as('n'))
      .where('id', '<', String(before))
      .where('organisation_id', '=', ivy.organisationId)
      .executeTakeFirstOrThrow()
    const rows = second.payload.match(/<tr class="govuk-table__row">/g)?.length ?? 0
    assert.equal(rows - 1, Math.min(Number(n), 50))
  })

  it('shows who signed in, and who tried in vain', async () => {
    const signOut = await w.post(ada, '/sign-out')
    assert.equal(signOut.statusCode, 303)
    await w.signIn(ada)
    const { rows } = await sql<{ organisation_id: string }>`
      select organisation_id from waymark.audit_entry where action like 'sign-out%' and actor_id = ${ada.id}`.execute(
      w.db,
    )
    assert.ok(rows.length > 0)
    assert.ok(rows.every((r) => r.organisation_id === ada.organisationId))
  })

  it('shows a young person’s own visits to themselves and an auditor, and not to those beside them', async () => {
    const child = await aChild(w, { knownAs: 'Kit', account: kit })
    await w.get(kit, '/me/goals')
    const { n } = await w.db
      .selectFrom('waymark.audit_entry')
      .select(({ fn }) => fn.countAll<string>().as('n'))
      .where('actor_id', '=', kit.id)
      .where('child_id', '=', child)
      .executeTakeFirstOrThrow()
    assert.equal(Number(n), 1)
    const seenBy = async (person: typeof kit) => {
      const { rows } = await w.acting(person, (tx) =>
        sql`select from waymark.who_looked(${child}) where actor_id = ${kit.id}`.execute(tx),
      )
      return rows.length
    }
    assert.equal(await seenBy(ada), 0)
    assert.equal(await seenBy(meg), 0)
    assert.equal(await seenBy(kit), 1)
    assert.equal(await seenBy(ivy), 1)
    const row = />Kit</
    assert.doesNotMatch((await w.get(meg, '/trail')).payload, row)
    assert.match((await w.get(ivy, '/trail')).payload, row)
  })

  it('takes nonsense in the address for the first page', async () => {
    assert.equal((await w.get(ivy, '/trail?before=%27%3B--')).statusCode, 200)
  })
})

describe('who looked at a record', () => {
  it('says who, as what, and when, to those who reach the child', async () => {
    const w = await world()
    const child = await aChild(w, { account: kit })
    await w.get(meg, `/children/${child}/who-looked`)
    const { payload } = await w.get(ada, `/children/${child}/who-looked`)
    assert.match(payload, /Meg Manager[\s\S]*Manager, Northmere Council/)
    const far = await aChild(w, { organisationId: southmere, allocatedTo: [sam] })
    assert.equal((await w.get(ada, `/children/${far}/who-looked`)).statusCode, 404)
  })
})
