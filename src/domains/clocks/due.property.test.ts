import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from '#tests/support/examples.ts'
import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { bankHolidays, isWorkingDay } from './bank-holidays.rules.ts'
import { dayNumber, dayOfNumber, monthsAfter, weekdayOf } from './days.rules.ts'
import { type Due, dueOf, type Length, type Pause } from './due.rules.ts'

const HOUR = 60 * 60 * 1000
const FIRST = dayNumber(londonCalendarDay(new Date('2019-01-01T12:00:00Z')))
const YEARS = Array.from({ length: 20 }, (_, n) => 2019 + n)

const instants = fc.date({
  min: new Date('2019-06-01T00:00:00Z'),
  max: new Date('2029-12-31T23:59:59Z'),
  noInvalidDate: true,
})
const holidays = fc.uniqueArray(fc.integer({ min: 0, max: 5000 }), { maxLength: 200 }).map((days) =>
  bankHolidays(
    days.map((d) => dayOfNumber(FIRST + d)),
    YEARS,
  ),
)
const lengths: fc.Arbitrary<Length> = fc.oneof(
  fc.record({
    counted: fc.constantFrom('working_days' as const, 'days' as const),
    length: fc.integer({ min: 1, max: 90 }),
  }),
  fc.record({ counted: fc.constant('months' as const), length: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ counted: fc.constant('hours' as const), length: fc.integer({ min: 1, max: 200 }) }),
)
const inDays = lengths.filter((l) => l.counted !== 'hours')
/** Pauses somewhere around the time a clock runs, overlapping or not. */
const pausesAround = (started: Date): fc.Arbitrary<readonly Pause[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -200, max: 2000 }), fc.integer({ min: 0, max: 500 }))
      .map(([from, long]) => ({
        from: new Date(started.getTime() + from * HOUR),
        until: new Date(started.getTime() + (from + long) * HOUR),
      })),
    { maxLength: 4 },
  )
const clocks = instants.chain((started) =>
  fc.record({
    started: fc.constant(started),
    length: lengths,
    pauses: pausesAround(started),
    holidays,
  }),
)
const day = (due: Due | undefined): string => {
  assert.ok(due)
  return due.on
}

describe('by when something is owed', () => {
  it('does not depend on the order in which pauses were written down, nor on one being written in two parts', () => {
    fc.assert(
      fc.property(clocks, fc.nat(), ({ started, length, pauses, holidays: kept }, n) => {
        const due = dueOf(started, length, pauses, kept)
        const turned = pauses.map((_, i) => pauses[(i + n) % pauses.length]).flatMap((p) => p ?? [])
        assert.deepEqual(dueOf(started, length, turned.toReversed(), kept), due)
        const parts = pauses.flatMap((p) => {
          if (!p.until) return [p]
          const middle = new Date((p.from.getTime() + p.until.getTime()) / 2)
          return [
            { from: middle, until: p.until },
            { from: p.from, until: middle },
          ]
        })
        assert.deepEqual(dueOf(started, length, parts, kept), due)
      }),
    )
  })

  it('does not depend on the zone the machine stands in', () => {
    const before = process.env['TZ']
    const zones = ['UTC', 'Europe/London', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Kabul']
    try {
      fc.assert(
        fc.property(clocks, ({ started, length, pauses, holidays: kept }) => {
          const found = zones.map((zone) => {
            process.env['TZ'] = zone
            return JSON.stringify(dueOf(started, length, pauses, kept))
          })
          assert.equal(new Set(found).size, 1)
        }),
      )
    } finally {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    }
  })

  it('is the same for any hour of the day it began, and never earlier for a later day', () => {
    fc.assert(
      fc.property(instants, instants, inDays, holidays, (one, other, length, kept) => {
        const [from, to] = one < other ? [one, other] : [other, one]
        const [first, second] = [dueOf(from, length, [], kept), dueOf(to, length, [], kept)]
        assert.ok(day(first) <= day(second))
        if (londonCalendarDay(from) === londonCalendarDay(to)) assert.deepEqual(first, second)
      }),
    )
  })

  it('is a working day, with as many working days since it began as the rule says', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 60 }), holidays, (started, n, kept) => {
        const due = dueOf(started, { counted: 'working_days', length: n }, [], kept)
        assert.ok(due)
        const [from, to] = [dayNumber(londonCalendarDay(started)), dayNumber(due.on)]
        const between = Array.from({ length: to - from }, (_, i) => from + 1 + i)
        assert.equal(between.filter((d) => isWorkingDay(d, kept)).length, n)
        assert.ok(isWorkingDay(to, kept))
      }),
    )
  })

  it('is moved by a bank holiday only when that lies between, and then never to an earlier day', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: -30, max: 120 }),
        holidays,
        (started, n, moved, kept) => {
          const length: Length = { counted: 'working_days', length: n }
          const holiday = dayNumber(londonCalendarDay(started)) + moved
          const more = { days: new Set([...kept.days, holiday]), years: kept.years }
          const [without, with_] = [
            dueOf(started, length, [], kept),
            dueOf(started, length, [], more),
          ]
          assert.ok(without && with_)
          const between = moved > 0 && holiday <= dayNumber(without.on)
          const counts = between && isWorkingDay(holiday, kept)
          assert.equal(with_.on > without.on, counts)
          assert.ok(with_.on >= without.on)
        },
      ),
    )
  })

  it('gives back the time of a pause, whole, and no more', () => {
    fc.assert(
      fc.property(clocks, ({ started, length, pauses, holidays: kept }) => {
        const [plain, due] = [
          dueOf(started, length, [], kept),
          dueOf(started, length, pauses, kept),
        ]
        assert.ok(plain && due)
        assert.ok(due.at >= plain.at)
        const paused = pauses.reduce(
          (t, p) => t + ((p.until?.getTime() ?? 0) - p.from.getTime()),
          0,
        )
        if (length.counted === 'hours') assert.ok(due.at.getTime() - plain.at.getTime() <= paused)
        const within = pauses.filter((p) => p.from < due.at && p.until && p.until > started)
        if (within.length === 0) assert.deepEqual(due, plain)
      }),
    )
  })

  it('is open while a pause is', () => {
    fc.assert(
      fc.property(clocks, ({ started, length, pauses, holidays: kept }) => {
        const open = [...pauses, { from: started, until: undefined }]
        assert.equal(dueOf(started, length, open, kept), undefined)
      }),
    )
  })
})

describe('days', () => {
  it('have the weekday of the calendar, and months end on the corresponding day or on the last', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 36 }), (started, months) => {
        const from = londonCalendarDay(started)
        const number = dayNumber(from)
        assert.equal(weekdayOf(number) % 7, new Date(`${from}T12:00:00Z`).getUTCDay())
        const to = monthsAfter(from, months)
        const [y = 0, m = 0] = to.split('-').map(Number)
        const count = (Number(from.slice(0, 4)) - y) * 12 + Number(from.slice(5, 7)) - m
        assert.equal(-count, months)
        const next = dayOfNumber(dayNumber(to) + 1)
        assert.ok(
          to.slice(8) === from.slice(8) || (to.slice(8) < from.slice(8) && next.endsWith('-01')),
        )
      }),
    )
  })
})
