import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { sealNew, verify } from '#platform/audit/seal.ts'
import { aChild } from './support/builders.ts'
import { ada, ben, kit, meg } from './support/people.ts'
import { world, type World } from './support/world.ts'

/** As somebody with all power over the database would: past triggers and policies. */
async function tamper(w: World, query: string): Promise<void> {
  await w.db.connection().execute(async (db) => {
    await sql`set session_replication_role = replica`.execute(db)
    await sql.raw(query).execute(db)
    await sql`reset session_replication_role`.execute(db)
  })
}

describe('the audit trail', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  const someActs = async (n: number): Promise<void> => {
    for (let i = 0; i < n; i += 1) await w.get(ada, '/home')
  }
  const problems = async (): Promise<readonly string[]> =>
    (await verify(w.web, w.keys.audit)).problems

  it('is whole when nobody has touched it, however often it is sealed', async () => {
    await someActs(3)
    assert.equal(await sealNew(w.web, w.keys.audit), 3)
    await someActs(2)
    const verdict = await verify(w.web, w.keys.audit)
    assert.deepEqual(verdict.problems, [])
    assert.equal(verdict.entries, 5)
    assert.equal(verdict.seals, 2)
  })

  it('cannot be changed or removed, even by the owner', async () => {
    for (const query of [
      'update waymark.audit_entry set action = $$x$$',
      'delete from waymark.audit_entry',
      'truncate waymark.audit_entry',
    ]) {
      await assert.rejects(sql.raw(query).execute(w.db), /never changed or removed/)
    }
  })

  it('shows an altered entry', async () => {
    const world2 = await world()
    await world2.get(ada, '/home')
    await verify(world2.web, world2.keys.audit)
    await tamper(world2, `update waymark.audit_entry set actor_id = '${ben.id}' where id = 1`)
    const verdict = await verify(world2.web, world2.keys.audit)
    assert.match(verdict.problems.join(), /altered or put in another order/)
  })

  it('shows a removed entry, and one removed before it was sealed', async () => {
    const other = await world()
    for (let i = 0; i < 3; i += 1) await other.get(ada, '/home')
    await sealNew(other.web, other.keys.audit)
    await tamper(other, 'delete from waymark.audit_entry where id = 2')
    assert.match((await verify(other.web, other.keys.audit)).problems.join(), /Entry 2 was removed/)
    await other.get(ada, '/home')
    await tamper(other, 'delete from waymark.audit_entry where id = 4')
    assert.match(
      (await verify(other.web, other.keys.audit)).problems.join(),
      /4 was removed|removed before/,
    )
  })

  it('shows entries in another order, a seal cut out, and an entry slipped in', async () => {
    const other = await world()
    for (let i = 0; i < 4; i += 1) {
      await other.get(i % 2 ? ada : ben, '/home')
      await sealNew(other.web, other.keys.audit)
    }
    await tamper(other, 'update waymark.audit_seal set entry_ids = array[2]::bigint[] where id = 1')
    assert.notDeepEqual((await verify(other.web, other.keys.audit)).problems, [])
    await tamper(other, 'update waymark.audit_seal set entry_ids = array[1]::bigint[] where id = 1')
    assert.deepEqual((await verify(other.web, other.keys.audit)).problems, [])
    await tamper(other, 'delete from waymark.audit_seal where id = 2')
    assert.notDeepEqual((await verify(other.web, other.keys.audit)).problems, [])
    const last = await world()
    await last.get(ada, '/home')
    await sealNew(last.web, last.keys.audit)
    await tamper(
      last,
      `insert into waymark.audit_entry (action, outcome) values ('home.open', 'done')`,
    )
    assert.match(
      (await verify(last.web, last.keys.audit)).problems.join(),
      /added without going through/,
    )
  })

  it('cannot be forged without the key that is kept outside the database', async () => {
    const verdict = await verify(w.web, Buffer.alloc(32, 7))
    assert.notDeepEqual(verdict.problems, [])
    assert.deepEqual(await problems(), [])
  })

  it('writes the act and its entry together, or neither', async () => {
    const child = await aChild(w)
    await assert.rejects(
      w.acting(ada, async (tx) => {
        await sql`insert into waymark.audit_entry (actor_id, action, outcome, child_id) values (${ada.id}, 'x.y', 'done', ${child})`.execute(
          tx,
        )
        throw new Error('the act failed')
      }),
    )
    const { rows } = await sql`select from waymark.audit_entry where action = 'x.y'`.execute(w.db)
    assert.equal(rows.length, 0)
  })

  it('lets nobody write an entry in another name', async () => {
    await assert.rejects(
      w.acting(ada, (tx) =>
        sql`insert into waymark.audit_entry (actor_id, action, outcome) values (${meg.id}, 'x.y', 'done')`.execute(
          tx,
        ),
      ),
      /row-level security/,
    )
  })

  it('does not make requests wait for a seal', async () => {
    await someActs(1)
    await w.db.transaction().execute(async (tx) => {
      // As if a sealer were in the middle of its work.
      await sql`select pg_advisory_xact_lock(7303)`.execute(tx)
      const res = await w.get(ada, '/home')
      assert.equal(res.statusCode, 303)
    })
  })

  it('tells those who reach a child who looked, and nobody else', async () => {
    const child = await aChild(w, { account: kit })
    await w.acting(ada, (tx) =>
      sql`insert into waymark.audit_entry (actor_id, actor_role, organisation_id, action, outcome, child_id)
          values (${ada.id}, 'practitioner', ${ada.organisationId}, 'child.read', 'done', ${child})`.execute(
        tx,
      ),
    )
    const seen = async (person: typeof ada) =>
      (
        await w.acting(person, (tx) =>
          sql<{ actor_name: string }>`select * from waymark.who_looked(${child})`.execute(tx),
        )
      ).rows
    assert.equal((await seen(kit))[0]?.actor_name, 'Ada Worker')
    assert.equal((await seen(ada)).length, 1)
    assert.equal((await seen(ben)).length, 0)
  })
})
