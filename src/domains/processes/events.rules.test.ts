import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarDay } from '#kernel/calendar-day.ts'
import { systemEventsOf, type CareEpisode } from './events.rules.ts'

const day = (text: string) => calendarDay(text) ?? assert.fail(text)
const episode = (from: string, to: string, more: Partial<CareEpisode> = {}): CareEpisode => ({
  beganOn: day(from),
  endedOn: to === '' ? undefined : day(to),
  beganBecause: 'S',
  legalStatus: 'V2',
  placement: 'U4',
  ...more,
})
const told = (episodes: readonly CareEpisode[]) =>
  systemEventsOf({ episodes, reviews: [], workers: [] }).map((e) => `${e.on} ${e.text}`)

describe('what happened around a child', () => {
  it('begins with the council looking after them', () => {
    const [first, ...rest] = systemEventsOf({
      episodes: [episode('2023-06-12', '')],
      reviews: [],
      workers: [],
    })
    assert.deepEqual(
      [first?.kind, first?.more, rest.length],
      ['began', 'First home: foster care', 0],
    )
  })

  it('tells a move from a change on paper', () => {
    const first = episode('2023-06-12', '2024-01-04')
    const then = (because: string, more = {}) =>
      told([first, episode('2024-01-04', '', { beganBecause: because, ...more })]).slice(1)
    assert.deepEqual(then('P'), ['2024-01-04 Moved to another home'])
    assert.deepEqual(then('T'), ['2024-01-04 Another home, the same carers'])
    assert.deepEqual(then('L', { legalStatus: 'C2' }), [
      '2024-01-04 Looked after from now by a court’s care order',
    ])
    assert.deepEqual(then('B', { legalStatus: 'C1' }), [
      '2024-01-04 Looked after from now by a court’s interim care order',
      '2024-01-04 Moved to another home',
    ])
    assert.deepEqual(then('?', { placement: 'K2' }), ['2024-01-04 Moved to another home'])
    assert.deepEqual(then('?'), [])
  })

  it('says when care ended and began again, and never why it ended', () => {
    const events = told([
      episode('2020-01-01', '2020-06-01'),
      episode('2021-02-02', '2021-03-03', { legalStatus: 'XX' }),
    ])
    assert.deepEqual(events, [
      '2020-01-01 The council began to look after them',
      '2020-06-01 The council stopped looking after them',
      '2021-02-02 The council began to look after them',
      '2021-03-03 The council stopped looking after them',
    ])
  })

  it('says in whatever order the rows come when there was a new worker or a review', () => {
    const events = systemEventsOf({
      episodes: [],
      reviews: [{ heldOn: day('2024-02-01'), participation: 'PN1' }],
      workers: [
        { beganOn: day('2024-03-01'), worker: 'B' },
        { beganOn: day('2023-01-01'), worker: 'A' },
        { beganOn: day('2023-06-01'), worker: 'A' },
      ],
    })
    assert.deepEqual(
      events.map((e) => [e.on, e.text, e.more]),
      [
        ['2023-01-01', 'A social worker', undefined],
        ['2024-02-01', 'A review of their care plan', 'They came and spoke for themselves.'],
        ['2024-03-01', 'A new social worker', undefined],
      ],
    )
  })
})
