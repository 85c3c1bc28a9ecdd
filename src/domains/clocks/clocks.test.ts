import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, it } from 'node:test'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, hal, ivy, kit, meg, type TestPerson, zoe } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import {
  type Clock,
  clocksOf,
  clocksOwedToChildren,
  clocksThatEnded,
  correctStart,
  pauseClock,
  resumeClock,
  standingOf,
  startClock,
  stopClock,
} from './index.ts'

const at = (text: string) => new Date(text)
const RULE = 'nrm.reasonable-grounds'

describe('the clocks of a child', () => {
  let w: World
  let child: ChildId
  const about = { kind: 'nrm_referral', id: randomUUID() }
  const which = { rule: RULE, about }
  const owed = (who: TestPerson = ada, of: ChildId = child) =>
    w.acting(who, (tx) => clocksOf(tx, of))
  const only = async (): Promise<Clock> => {
    // Beside the decision it is owed that somebody asks for it again.
    const [clock, ...more] = (await owed()).filter((c) => c.rule !== 'decision.ask-again')
    assert.ok(clock)
    assert.equal(more.length, 0)
    return clock
  }
  const start = (startedAt: string, nation?: 'scotland') =>
    w.acting(ada, (tx) =>
      startClock(tx, {
        childId: child,
        ...which,
        startedAt: at(startedAt),
        ...(nation && { nation }),
      }),
    )

  before(async () => {
    w = await world()
    child = await aChild(w)
  })

  it('start once for a rule and what it is about, and say what is owed, by whom and by when', async () => {
    await start('2022-09-15T09:00:00Z')
    await start('2022-09-16T09:00:00Z')
    const clock = await only()
    assert.equal(clock.owed, 'A decision whether there are reasonable grounds')
    assert.equal(clock.owedBy, 'The competent authority (Home Office)')
    assert.equal(clock.dueOn, '2022-09-23')
    assert.equal(clock.startedAt.toISOString(), '2022-09-15T09:00:00.000Z')
    assert.deepEqual(clock.about, about)
    assert.equal(standingOf(clock, at('2022-09-23T22:59:59Z')), 'owed')
    assert.equal(standingOf(clock, at('2022-09-23T23:00:00Z')), 'after-its-day')
  })

  it('stand still while paused, and go on from there', async () => {
    const pause = { ...which, at: at('2022-09-20T10:00:00Z'), reason: 'More was asked for' }
    assert.equal(await w.acting(ada, (tx) => pauseClock(tx, pause)), 'done')
    assert.equal(await w.acting(ada, (tx) => pauseClock(tx, pause)), 'not-running')
    const paused = await only()
    assert.equal(paused.dueOn, undefined)
    assert.equal(standingOf(paused, at('2030-01-01T00:00:00Z')), 'paused')
    const resume = (when: string) =>
      w.acting(ada, (tx) => resumeClock(tx, { ...which, at: at(when) }))
    assert.equal(await resume('2022-09-19T10:00:00Z'), 'before-it-began')
    assert.equal(await resume('2022-09-22T10:00:00Z'), 'done')
    assert.equal((await only()).dueOn, '2022-09-27')
  })

  it('are counted again when the event was at another time, and keep what was held before', async () => {
    const correct = {
      ...which,
      startedAt: at('2022-09-14T09:00:00Z'),
      reason: 'It came a day earlier',
    }
    assert.equal(await w.acting(ada, (tx) => correctStart(tx, correct)), 'done')
    assert.equal((await only()).dueOn, '2022-09-26')
    const kept = await w.db
      .selectFrom('waymark.clock_correction')
      .select(['was_started_at', 'started_at', 'was_due_on', 'due_on', 'why'])
      .where('child_id', '=', child)
      .execute()
    assert.deepEqual(kept, [
      {
        was_started_at: at('2022-09-15T09:00:00Z'),
        started_at: at('2022-09-14T09:00:00Z'),
        was_due_on: '2022-09-27',
        due_on: '2022-09-26',
        why: 'It came a day earlier',
      },
    ])
  })

  it('end as done or as no longer owed, never before they began', async () => {
    const stop = (when: string) =>
      w.acting(ada, (tx) => stopClock(tx, { ...which, at: at(when), how: 'done' }))
    assert.equal(await stop('2022-09-01T09:00:00Z'), 'before-it-began')
    assert.equal(await stop('2022-09-30T09:00:00Z'), 'done')
    assert.equal(await stop('2022-09-30T09:00:00Z'), 'not-running')
    assert.deepEqual(await owed(), [])
    const [ended] = await w.acting(ada, (tx) => clocksThatEnded(tx, child))
    assert.equal(ended?.state, 'done')
    assert.equal(ended.dueOn, '2022-09-26')
    const late = { ...which, startedAt: at('2022-10-14T09:00:00Z'), reason: 'x' }
    assert.equal(await w.acting(ada, (tx) => correctStart(tx, late)), 'after-it-ended')
  })

  it('say since when something is owed where the nation has no such rule', async () => {
    const other = await aChild(w)
    await w.acting(ada, (tx) =>
      startClock(tx, {
        childId: other,
        rule: 'missing.return-interview',
        about: { kind: 'missing_episode', id: randomUUID() },
        startedAt: at('2026-01-05T09:00:00Z'),
        nation: 'wales',
      }),
    )
    const [clock] = await owed(ada, other)
    assert.equal(clock?.dueOn, undefined)
    assert.equal(clock?.owed, 'The offer of a return conversation with somebody independent')
    assert.equal(clock && standingOf(clock, at('2027-01-01T00:00:00Z')), 'waiting')
  })

  it('are not there for whoever does not reach the child, and nobody starts one who only reads', async () => {
    const other = await aChild(w, { account: kit })
    const begin = (who: TestPerson) =>
      w.acting(who, (tx) =>
        startClock(tx, {
          childId: other,
          rule: 'legal.help',
          about: { kind: 'legal_help', id: randomUUID() },
          startedAt: at('2026-01-05T09:00:00Z'),
          nation: 'england',
        }),
      )
    await begin(ada)
    for (const who of [ben, ivy, kit, hal]) await assert.rejects(begin(who), who.name)
    assert.equal((await owed(meg, other)).length, 1)
    assert.equal((await owed(ivy, other)).length, 1)
    for (const who of [ben, hal, zoe]) assert.deepEqual(await owed(who, other), [], who.name)
  })

  it('come together for a desk: those of the children beside me, or of my team, what is due first first', async () => {
    const [first, second] = [
      await aChild(w, { knownAs: 'Sam' }),
      await aChild(w, { allocatedTo: ben, knownAs: 'Noor' }),
    ]
    const begin = (who: TestPerson, childId: ChildId, rule: string, startedAt: string) =>
      w.acting(who, (tx) =>
        startClock(tx, {
          childId,
          rule,
          about: { kind: 'desk', id: randomUUID() },
          startedAt: at(startedAt),
        }),
      )
    await begin(ada, first, 'key-worker.allocation', '2026-03-02T09:00:00Z')
    await begin(ada, first, 'concern.second-look', '2026-03-06T09:00:00Z')
    await begin(ben, second, 'key-worker.allocation', '2026-03-01T09:00:00Z')
    const desk = (who: TestPerson, of: 'beside-me' | 'my-team') =>
      w.acting(who, (tx) =>
        clocksOwedToChildren(tx, {
          of,
          rules: ['key-worker.allocation', 'concern.second-look'],
          most: 2,
        }),
      )
    const names = (found: Awaited<ReturnType<typeof desk>>) =>
      found.clocks.map((c) => `${c.knownAs} ${c.clock.dueOn}`)
    assert.deepEqual(names(await desk(ada, 'beside-me')), ['Sam 2026-03-03', 'Sam 2026-03-09'])
    assert.deepEqual(names(await desk(ben, 'beside-me')), ['Noor 2026-03-02'])
    const team = await desk(meg, 'my-team')
    assert.deepEqual(names(team), ['Noor 2026-03-02', 'Sam 2026-03-03'])
    assert.equal(team.total, 3)
    assert.equal((await desk(hal, 'my-team')).total, 0)
    const soon = await w.acting(meg, (tx) =>
      clocksOwedToChildren(tx, {
        of: 'my-team',
        rules: ['key-worker.allocation'],
        dueBefore: at('2026-03-03T00:00:00Z'),
        most: 10,
      }),
    )
    assert.deepEqual(names(soon), ['Noor 2026-03-02'])
  })
})
