import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, gus, kit, sam } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { openedTo } from './shared-with.queries.ts'

describe('who can open my record', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    child = await aChild(w, { allocatedTo: [ada, gus], account: kit })
  })

  it('names each who stands beside me, of which place, and nobody who does not', async () => {
    const { payload } = await w.get(kit, '/me/shared-with')
    for (const person of [ada, gus]) assert.match(payload, new RegExp(person.name))
    assert.match(payload, /Southmere Council/)
    for (const person of [ben, sam]) assert.doesNotMatch(payload, new RegExp(person.name))
  })

  it('says it of somebody who stood beside me once as past, not as now', async () => {
    await w.db
      .updateTable('waymark.allocation')
      .set({ started_on: '2025-12-01', ended_on: '2026-01-02' })
      .where('person_id', '=', gus.id)
      .execute()
    const { payload } = await w.get(kit, '/me/shared-with')
    assert.match(payload, /2 January 2026/)
  })

  it('looks up by whom it was opened, and never reads every account there is', async () => {
    const read = await w.acting(kit, async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx)
      await openedTo(tx, child)
      const { rows } = await sql<{ reads: number }>`
        select coalesce(sum(seq_scan), 0)::integer as reads from pg_stat_xact_user_tables where relname = 'person'`.execute(
        tx,
      )
      return rows[0]?.reads
    })
    assert.equal(read, 0)
  })

  it('is theirs alone', async () => {
    assert.equal((await w.get(ada, '/me/shared-with')).statusCode, 403)
  })
})
