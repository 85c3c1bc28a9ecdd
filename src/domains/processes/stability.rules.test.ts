import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from '#tests/support/examples.ts'
import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import type { CareEpisode } from './events.rules.ts'
import {
  aYearBefore,
  type Around,
  replacements,
  stabilityOf,
  type Stay,
} from './stability.rules.ts'

const day = (text: string) => calendarDay(text) ?? assert.fail(text)
const today = day('2026-11-25')
const nothing: Around = { episodes: [], homes: [], workerEpisodes: [], workers: [], learning: [] }

const home = (from: string, until: string, because = 'P'): CareEpisode => ({
  beganOn: day(from),
  endedOn: until === '' ? undefined : day(until),
  beganBecause: because,
  legalStatus: 'V2',
  placement: 'U4',
})
const stay = (key: string, from: string, until = ''): Stay => ({
  key,
  from: day(from),
  until: until === '' ? undefined : day(until),
})

describe('what moved around a child', () => {
  it('is not nought where nothing is written down', () => {
    const { home: h, learning, worker, daysOutOfLearning } = stabilityOf(nothing, today)
    for (const moved of [h, learning, worker]) assert.equal(moved.inTheYear, undefined)
    assert.equal(daysOutOfLearning, undefined)
  })

  it('counts moves between homes of the last twelve months, and not changes on paper', () => {
    const episodes = [
      home('2024-01-01', '2025-11-25', 'S'),
      home('2025-11-25', '2026-02-01'),
      home('2026-02-01', '2026-05-01'),
      home('2026-05-01', '2026-06-01', 'L'),
      home('2026-06-01', '', 'T'),
    ]
    const { home: moved, since } = stabilityOf({ ...nothing, episodes }, today)
    assert.equal(since, '2025-11-25')
    assert.equal(moved.inTheYear, 2)
    assert.deepEqual(
      moved.moves.map((m) => [m.on, m.sameCarers]),
      [
        ['2025-11-25', false],
        ['2026-02-01', false],
        ['2026-06-01', true],
      ],
    )
  })

  it('counts a move that is written here and told by the return once, and the first home here only after an earlier one', () => {
    const lived = (key: string, from: string, until = '', sameCarers = false) => ({
      ...stay(key, from, until),
      sameCarers,
    })
    const moved = (around: Partial<Around>) => stabilityOf({ ...nothing, ...around }, today).home
    const here = [lived('a', '2026-03-01', '2026-07-01'), lived('b', '2026-07-01', '', true)]
    assert.equal(moved({ homes: here.slice(0, 1) }).inTheYear, 0)
    assert.equal(moved({ homes: here }).inTheYear, 1)
    assert.equal(moved({ homes: here }).moves[0]?.sameCarers, true)
    const told = [home('2026-03-04', '2026-07-20', 'S'), home('2026-07-20', '')]
    assert.equal(moved({ homes: here, episodes: told }).inTheYear, 1)
    const earlier = [home('2025-01-01', '2026-03-03', 'S'), home('2026-03-03', '2026-07-20')]
    assert.equal(moved({ homes: here, episodes: earlier }).inTheYear, 2)
    const other = [...earlier, home('2026-07-20', '2026-10-01'), home('2026-10-01', '')]
    assert.deepEqual(
      moved({ homes: here, episodes: other }).moves.map((m) => m.on),
      ['2026-03-01', '2026-07-01', '2026-10-01'],
    )
  })

  it('counts no move twice, however the return is off by days', () => {
    const offset = fc.integer({ min: -31, max: 31 })
    fc.assert(
      fc.property(offset, offset, (a, b) => {
        const on = (days: number, from: string) =>
          new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
        const [first, second] = [on(a, '2026-02-15'), on(b, '2026-06-15')]
        const homes = [
          { ...stay('a', '2026-02-15', '2026-06-15'), sameCarers: false },
          { ...stay('b', '2026-06-15'), sameCarers: false },
        ]
        const episodes = [home(first, second, 'S'), home(second, '')]
        const found = stabilityOf({ ...nothing, homes, episodes }, today).home
        assert.equal(found.inTheYear, 1)
      }),
    )
  })

  it('tells one place after another from one beside another', () => {
    const school = stay('school', '2025-09-01', '2026-01-20')
    const keys = (...stays: Stay[]) => replacements(stays).map((s) => s.key)
    assert.deepEqual(keys(school), [])
    assert.deepEqual(keys(school, stay('college', '2026-02-01')), ['college'])
    assert.deepEqual(keys(school, stay('college', '2026-01-05')), ['college'])
    assert.deepEqual(keys(school, stay('english class', '2025-10-01')), [])
    assert.deepEqual(keys(stay('school', '2025-09-01'), stay('english class', '2026-02-01')), [])
    assert.deepEqual(keys(school, stay('school', '2026-02-01')), [])
    assert.deepEqual(keys(stay('college', '2026-02-01'), school), ['college'])
  })

  it('counts the days between one place of learning and the next, and since the last', () => {
    const out = (...learning: Stay[]) =>
      stabilityOf({ ...nothing, learning }, today).daysOutOfLearning
    assert.equal(out(stay('a', '2020-01-01')), 0)
    // 11 to 20 January.
    assert.equal(out(stay('a', '2020-01-01', '2026-01-10'), stay('b', '2026-01-21')), 10)
    assert.equal(out(stay('a', '2020-01-01', '2026-11-20')), 5)
    // What lies before the year, or before the first place, is not counted.
    assert.equal(out(stay('a', '2020-01-01', '2024-01-10'), stay('b', '2025-12-01')), 5)
    assert.equal(out(stay('a', '2026-11-01')), 0)
    // A place beside another fills its gap.
    assert.equal(
      out(
        stay('a', '2020-01-01', '2026-01-10'),
        stay('b', '2026-01-05', '2026-03-01'),
        stay('c', '2026-02-01'),
      ),
      0,
    )
  })

  it('never counts fewer days than none, nor more than the year has', () => {
    const days = fc.integer({ min: 0, max: 900 }).map((n) => {
      const at = new Date(Date.UTC(2024, 6, 1) + n * 86_400_000)
      return day(at.toISOString().slice(0, 10))
    })
    const stays = fc.array(
      fc.tuple(days, fc.option(days, { nil: undefined }), fc.constantFrom('a', 'b', 'c')),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(stays, (given) => {
        const learning = given.map(([from, until, key]) => ({
          key,
          from,
          until: until === undefined || until < from ? undefined : until,
        }))
        const found = stabilityOf({ ...nothing, learning }, today).daysOutOfLearning
        if (found === undefined) return assert.ok(learning.every((s) => s.from > today))
        assert.equal(found, plainCount(learning))
      }),
    )
  })

  it('counts a change of worker part by part, and once where the return tells it again', () => {
    const workers = [
      { ...stay('Ada', '2025-01-01', '2026-03-01'), part: 'social_worker' },
      { ...stay('Ben', '2026-03-02'), part: 'social_worker' },
      { ...stay('Gus', '2026-04-01'), part: 'guardian' },
    ]
    const workerEpisodes = [
      { beganOn: day('2025-06-01'), worker: '1' },
      { beganOn: day('2026-02-20'), worker: '2' },
      { beganOn: day('2026-08-01'), worker: '3' },
    ]
    const both = stabilityOf({ ...nothing, workers, workerEpisodes }, today).worker
    assert.deepEqual(
      both.moves.map((m) => [m.on, m.to]),
      [
        ['2026-03-02', 'Ben'],
        ['2026-08-01', undefined],
      ],
    )
    assert.equal(both.inTheYear, 2)
  })

  it('looks back to the same day of the year before', () => {
    assert.equal(aYearBefore(day('2024-02-29')), '2023-02-28')
    assert.equal(aYearBefore(day('2026-03-01')), '2025-03-01')
  })

  it('gives three counts and no sum of them', () => {
    const found = stabilityOf(nothing, today)
    assert.deepEqual(Object.keys(found).toSorted(), [
      'daysOutOfLearning',
      'home',
      'learning',
      'since',
      'today',
      'worker',
    ])
  })
})

/** Day by day, the slow way. */
function plainCount(stays: readonly Stay[]): number {
  const known = stays.filter((s) => s.from <= today)
  const first = known.map((s) => s.from).toSorted()[0] ?? today
  let out = 0
  for (let n = 0; n < 365; n++) {
    const at = new Date(Date.parse(`${today}T00:00:00Z`) - n * 86_400_000)
    const on: CalendarDay = day(at.toISOString().slice(0, 10))
    if (on <= first) continue
    if (!known.some((s) => s.from <= on && (s.until === undefined || s.until >= on))) out += 1
  }
  return out
}
