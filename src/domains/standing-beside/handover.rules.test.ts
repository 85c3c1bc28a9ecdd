import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { type Handover, openPoints, refuseEnd } from './handover.rules.ts'

const on = (text: string): CalendarDay => {
  const day = calendarDay(text)
  assert.ok(day)
  return day
}
const WHOLE: Handover = {
  id: 'h',
  allocationId: 'a',
  goodbye: 'met',
  goodbyeOn: on('2026-11-20'),
  goodbyeWhere: undefined,
  goodbyeBecause: undefined,
  goodbyeAgainOn: undefined,
  next: 'somebody',
  nextId: undefined,
  nextName: 'Ben',
  nextBy: undefined,
  hello: 'met',
  helloOn: on('2026-11-20'),
  helloWhere: undefined,
  helloBecause: undefined,
  helloAgainOn: undefined,
  toldOn: on('2026-11-10'),
  words: undefined,
  wordsLanguage: 'en',
  version: 1,
}

describe('goodbye and hello', () => {
  it('come before an ending, and the young person is told first', () => {
    assert.equal(refuseEnd('key_worker', undefined), 'no-goodbye')
    assert.equal(refuseEnd('key_worker', { ...WHOLE, goodbye: 'planned' }), 'goodbye-still-planned')
    assert.equal(refuseEnd('key_worker', { ...WHOLE, toldOn: undefined }), 'not-told')
    assert.equal(refuseEnd('key_worker', WHOLE), undefined)
    assert.equal(refuseEnd('key_worker', { ...WHOLE, goodbye: 'not_wanted' }), undefined)
    assert.equal(refuseEnd('other', undefined), undefined)
  })

  it('leave open what is planned or is to be tried again, with its day', () => {
    assert.deepEqual(openPoints(WHOLE), [])
    const open = openPoints({
      ...WHOLE,
      goodbye: 'not_possible',
      goodbyeAgainOn: on('2026-12-01'),
      hello: 'planned',
      helloOn: on('2026-12-03'),
    })
    assert.deepEqual(
      open.map((p) => [p.what, p.on]),
      [
        ['Try again for a goodbye', '2026-12-01'],
        ['They meet for the first time: Ben', '2026-12-03'],
      ],
    )
  })
})
