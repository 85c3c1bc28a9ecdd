import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from '#tests/support/examples.ts'
import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import {
  changesBetween,
  continuityOf,
  monthsBetween,
  type Spell,
  withoutABreakSince,
} from './continuity.rules.ts'

const FIRST = Date.UTC(2026, 0, 1)
const DAY = 24 * 60 * 60 * 1000
const LONGEST = 60

function on(n: number): CalendarDay {
  const day = calendarDay(new Date(FIRST + n * DAY).toISOString().slice(0, 10))
  assert.ok(day)
  return day
}

const spell = fc
  .record({
    who: fc.constantFrom('a', 'b', 'c'),
    part: fc.constantFrom('key_worker', 'guardian'),
    from: fc.nat({ max: LONGEST }),
    length: fc.option(fc.nat({ max: 25 })),
  })
  .map(({ who, part, from, length }) => ({
    who,
    part,
    from: on(from),
    until: length === null ? undefined : on(from + length),
  }))
const lives = fc.array(spell, { maxLength: 9 })
const day = fc.nat({ max: LONGEST })

const there = (spells: readonly Spell[], at: CalendarDay) =>
  new Set(
    spells
      .filter((s) => s.from <= at && (s.until === undefined || s.until >= at))
      .map((s) => s.who),
  )

/** Day by day, by hand: who is here today and was not yesterday, where another has been before. */
function recounted(spells: readonly Spell[], after: number, last: number): number {
  let changes = 0
  for (const part of ['key_worker', 'guardian']) {
    const own = spells.filter((s) => s.part === part)
    for (let n = after + 1; n <= last; n++) {
      const yesterday = there(own, on(n - 1))
      for (const who of there(own, on(n))) {
        const others = own.some((s) => s.who !== who && s.from < on(n))
        if (!yesterday.has(who) && others) changes++
      }
    }
  }
  return changes
}

describe('for how long the same people stay', () => {
  it('changes are those that a count day by day finds', () => {
    fc.assert(
      fc.property(lives, day, day, (spells, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        assert.equal(changesBetween(spells, on(low), on(high)), recounted(spells, low, high))
      }),
      { numRuns: 500 },
    )
  })

  it('somebody’s time without a break is that of a walk back, day by day', () => {
    fc.assert(
      fc.property(lives, fc.constantFrom('a', 'b', 'c'), day, (spells, who, today) => {
        let n = today
        while (n >= 0 && there(spells, on(n)).has(who)) n--
        const walked = n === today ? undefined : on(n + 1)
        assert.equal(withoutABreakSince(spells, who, on(today)), walked)
      }),
      { numRuns: 500 },
    )
  })

  it('the order in which it was written down changes nothing', () => {
    fc.assert(
      fc.property(lives, day, (spells, today) => {
        const one = continuityOf(spells, on(today))
        const other = continuityOf(spells.toReversed(), on(today))
        assert.equal(one.changesInAYear, other.changesInAYear)
        assert.deepEqual(new Set(one.now), new Set(other.now))
      }),
    )
  })

  it('months are whole ones', () => {
    const months = (from: string, to: string) => {
      const [a, b] = [calendarDay(from), calendarDay(to)]
      assert.ok(a && b)
      return monthsBetween(a, b)
    }
    assert.equal(months('2026-01-15', '2026-02-14'), 0)
    assert.equal(months('2026-01-15', '2026-02-15'), 1)
    assert.equal(months('2026-01-31', '2026-02-28'), 1)
    assert.equal(months('2025-11-30', '2026-11-29'), 11)
    assert.equal(months('2026-02-01', '2026-01-01'), 0)
  })

  it('the first person is no change, a return without a day between is none, and one after a gap is', () => {
    const s = (who: string, from: number, until?: number): Spell => ({
      who,
      part: 'key_worker',
      from: on(from),
      until: until === undefined ? undefined : on(until),
    })
    assert.equal(changesBetween([s('a', 1)], on(0), on(40)), 0)
    assert.equal(changesBetween([s('a', 1, 9), s('a', 10)], on(0), on(40)), 0)
    assert.equal(changesBetween([s('a', 1, 9), s('b', 12)], on(0), on(40)), 1)
    assert.equal(changesBetween([s('a', 1, 9), s('b', 10, 20), s('a', 25)], on(0), on(40)), 2)
  })
})
