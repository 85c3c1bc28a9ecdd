import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { ageDuring, ageInWords, ageThen, impossibleAge, underEighteen } from './age.rules.ts'
import { boxesOf, partialInWords, readPartialDay, surelyBefore } from './partial-day.rules.ts'
import { findingNow, findingsFor, refuseDates, underThen } from './situation.rules.ts'

const day = (text: string): CalendarDay => {
  const found = calendarDay(text)
  if (!found) throw new Error(text)
  return found
}
const TODAY = day('2026-11-21')
const on = (text: string) => ({ earliest: day(text), latest: day(text), precision: 'day' as const })
const span = (from: string, to: string) => ({
  earliest: day(from),
  latest: day(to),
  precision: 'range' as const,
})
const read = (d: string, month: string, year: string, yearTo = '') =>
  readPartialDay({ day: d, month, year, yearTo }, TODAY)

describe('a day as far as it is known', () => {
  it('reads a day, a month, a year and a stretch of years, and says them back', () => {
    const told: readonly (readonly [readonly [string, string, string, string?], string])[] = [
      [['27', '3', '2024'], '27 March 2024'],
      [['', 'Feb', '2024'], 'February 2024'],
      [['', '', '2024'], '2024'],
      [['', '', '2021', '2023'], '2021 to 2023'],
    ]
    for (const [boxes, words] of told) {
      const found = read(...boxes)
      assert.ok(found && !('text' in found))
      assert.equal(partialInWords(found), words)
      assert.deepEqual(readPartialDay(boxesOf(found), TODAY), found)
    }
    assert.equal(read('', '', ''), undefined)
  })

  it('has a sentence for what is no day', () => {
    for (const boxes of [
      ['31', '2', '2024'],
      ['', '13', '2024'],
      ['1', '', '2024'],
      ['', '', '24'],
      ['', '', '2023', '2021'],
      ['1', '1', '2021', '2023'],
      ['22', '11', '2026'],
      ['', '', '2199'],
    ] as [string, string, string, string?][]) {
      const found = read(...boxes)
      assert.ok(found && 'text' in found, boxes.join(' '))
    }
  })
})

describe('how old they were', () => {
  const claims = [on('2009-03-27'), span('2006-01-01', '2006-12-31')]

  it('is every age that the claims and the days leave possible', () => {
    assert.deepEqual(ageThen(claims, on('2024-06-01')), { youngest: 15, oldest: 18 })
    assert.deepEqual(ageThen([claims[0] ?? on('2009-03-27')], span('2024-01-01', '2024-12-31')), {
      youngest: 14,
      oldest: 15,
    })
    assert.equal(ageInWords(ageDuring(claims, on('2023-01-01'), on('2024-06-01'))), '13 to 18')
    assert.equal(ageInWords(ageThen([on('2024-02-29')], on('2025-02-28'))), 'under 1')
    assert.equal(ageThen([], on('2024-06-01')), undefined)
    assert.equal(ageInWords(undefined), 'Not known')
  })

  it('treats whoever may have been under 18 as a child', () => {
    assert.equal(underEighteen(ageThen(claims, on('2024-06-01'))), 'maybe')
    assert.equal(underEighteen(undefined), 'maybe')
    assert.equal(underEighteen({ youngest: 18, oldest: 19 }), 'no')
    assert.equal(underEighteen({ youngest: 16, oldest: 17 }), 'yes')
    const ended = { began: undefined, ended: on('2026-01-01'), goesOn: 'no' as const }
    assert.equal(underThen([on('2005-01-01')], ended), 'maybe', 'it may have begun long before')
  })

  it('has a sentence for ages that cannot be', () => {
    assert.match(impossibleAge({ youngest: -9, oldest: -8 }) ?? '', /were not born by then/)
    assert.match(impossibleAge({ youngest: 40, oldest: 44 }) ?? '', /were over 25 by then/)
    assert.equal(
      impossibleAge({ youngest: -1, oldest: 0 }),
      undefined,
      'one claim makes it possible',
    )
  })

  it('never asks for the means of a child, and never reads them as absent', () => {
    for (const under of ['yes', 'maybe'] as const) {
      assert.deepEqual(findingsFor('means', under), ['not_required', 'supported', 'partly'])
      for (const finding of ['not_known', 'not_supported', 'not_required'] as const) {
        assert.equal(findingNow({ element: 'means', finding }, under), 'not_required')
      }
    }
    assert.ok(!findingsFor('means', 'no').includes('not_required'))
    assert.equal(findingNow({ element: 'act', finding: 'not_known' }, 'yes'), 'not_known')
  })

  it('has a sentence for dates that contradict each other, and none where they only overlap', () => {
    const births = [on('2009-03-27')]
    const dated = (began: string, ended: string, goesOn: 'yes' | 'no' = 'no') =>
      refuseDates({ began: on(began), ended: on(ended), goesOn }, births)?.text
    assert.match(dated('2024-06-01', '2024-05-01') ?? '', /cannot have ended before it began/)
    assert.match(dated('2024-06-01', '2024-07-01', 'yes') ?? '', /while it goes on/)
    assert.match(dated('2001-06-01', '2002-07-01') ?? '', /not born by then/)
    assert.equal(dated('2024-06-01', '2024-07-01'), undefined)
    assert.equal(surelyBefore(span('2023-01-01', '2023-12-31'), on('2023-06-01')), false)
  })
})
