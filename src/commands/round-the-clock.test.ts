import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { openReceipt } from '#domains/participation/index.ts'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { aCheckIn } from '#tests/support/check-ins.ts'
import { ada, kit, meg, sys } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { actOnTime } from './round-the-clock.ts'

describe('round the clock', () => {
  let w: World
  before(async () => {
    w = await world()
    await loadProvisionalSet(w.db)
  })

  it('asks a manager once for what was not answered by its day, as the organisation’s own account', async () => {
    const child = await aChild(w, { account: kit, allocatedTo: ada })
    const sentAt = new Date('2026-03-02T10:00:00Z')
    const subjectId = await aCheckIn(w, child, { answers: {}, author: kit, at: sentAt })
    const { id } = await w.acting(kit, (tx) =>
      openReceipt(tx, { childId: child, subject: 'check_in', subjectId, now: sentAt }),
    )
    const opened = { db: w.web }
    assert.equal(await actOnTime(opened, new Date('2026-03-09T10:00:00Z')), 0)
    assert.equal(await actOnTime(opened, new Date('2026-03-10T10:00:00Z')), 1)
    assert.equal(await actOnTime(opened, new Date('2026-03-10T10:01:00Z')), 0)
    const receipt = await w.db
      .selectFrom('waymark.receipt')
      .select('answerer_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    assert.equal(receipt.answerer_id, meg.id)
    const acts = await w.db
      .selectFrom('waymark.audit_entry')
      .select('detail')
      .where('actor_id', '=', sys.id)
      .where('action', '=', 'answers.on-time')
      .execute()
    assert.equal(acts.length, 1)
  })
})
