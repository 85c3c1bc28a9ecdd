import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, it } from 'node:test'
import fc from '#tests/support/examples.ts'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { clocksOf, correctStart, pauseClock, resumeClock, startClock } from './index.ts'

const HOUR = 60 * 60 * 1000
const BEGAN = new Date('2026-03-20T09:00:00Z')
const after = (hours: number) => new Date(BEGAN.getTime() + hours * HOUR)
const rules = [
  'nrm.reasonable-grounds',
  'cp.conference',
  'care.review-next',
  'missing.return-interview',
]

/** Pauses and corrections as people write them down: in any order, sooner or later. */
const events = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('pause' as const),
      from: fc.integer({ min: 0, max: 900 }),
      long: fc.integer({ min: 0, max: 200 }),
    }),
    fc.record({ kind: fc.constant('correct' as const), to: fc.integer({ min: -500, max: 0 }) }),
  ),
  { maxLength: 5 },
)

describe('a clock in the database', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    child = await aChild(w)
  })

  type Events = typeof events extends fc.Arbitrary<infer E> ? E : never

  /** What it comes to when these are written down one after the other, and last when it really began. */
  const comesTo = (rule: string, written: Events, began: number) =>
    w.acting(ada, async (tx) => {
      const which = { rule, about: { kind: 'test', id: randomUUID() } }
      await startClock(tx, { childId: child, ...which, startedAt: BEGAN })
      for (const e of written) {
        if (e.kind === 'correct') {
          await correctStart(tx, { ...which, startedAt: after(e.to), reason: 'x' })
          continue
        }
        await pauseClock(tx, { ...which, at: after(e.from), reason: 'x' })
        await resumeClock(tx, { ...which, at: after(e.from + e.long) })
      }
      await correctStart(tx, { ...which, startedAt: after(began), reason: 'x' })
      const clock = (await clocksOf(tx, child)).find((c) => c.about?.id === which.about.id)
      assert.equal(clock?.state, 'running')
      return { on: clock.dueOn, at: clock.dueAt }
    })

  it('comes to the same day in whatever order its pauses and corrections were written down', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...rules),
        events,
        fc.integer({ min: -500, max: 0 }),
        async (rule, written, began) => {
          const one = await comesTo(rule, written, began)
          assert.ok(one.on)
          assert.deepEqual(await comesTo(rule, written.toReversed(), began), one)
          const pausesOnly = written.filter((e) => e.kind === 'pause')
          assert.deepEqual(await comesTo(rule, pausesOnly, began), one)
        },
      ),
      { numRuns: 15 },
    )
  })
})
