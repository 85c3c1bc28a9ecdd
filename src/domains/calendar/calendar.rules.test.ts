import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readAppointment } from './arrange/arrange.form.ts'
import { isOver, mondayOf, shifted } from './calendar.rules.ts'
import { copyOf } from './keep-copy/keep-copy.view.ts'

const now = new Date('2026-11-25T12:00:00Z')
const typed = {
  kind: 'visit',
  'on-day': '27',
  'on-month': 'November',
  'on-year': '2026',
  from: '9.15',
  withWhom: 'Ada',
  place: 'Home',
  why: 'To talk',
  interpreter: 'not_needed',
}
const read = (more: object) => readAppointment({ ...typed, ...more }, now, undefined)
const problem = (more: object) => {
  const found = read(more)
  return 'problems' in found ? found.problems[0]?.text : undefined
}

describe('an appointment as it is typed', () => {
  it('is on a London clock, in winter and in summer', () => {
    const winter = read({})
    const summer = read({ 'on-month': '7', 'on-year': '2027' })
    assert.ok('value' in winter && 'value' in summer)
    assert.equal(winter.value.startsAt.toISOString(), '2026-11-27T09:15:00.000Z')
    assert.equal(summer.value.startsAt.toISOString(), '2027-07-27T08:15:00.000Z')
  })

  it('says what to put right', () => {
    assert.match(problem({ from: '25:00' }) ?? '', /time it begins/)
    assert.match(problem({ 'on-day': '31' }) ?? '', /Enter the day/)
    assert.match(problem({ 'on-year': '2020' }) ?? '', /must be ahead/)
    assert.match(problem({ to: '9:00' }) ?? '', /end after it begins/)
    assert.match(
      problem({ 'on-day': '28', 'on-month': '3', 'on-year': '2027', from: '1:30' }) ?? '',
      /clocks go forward/,
    )
  })
})

describe('a calendar', () => {
  it('has weeks that begin on a Monday, across months and clock changes', () => {
    assert.equal(mondayOf('2026-11-25'), '2026-11-23')
    assert.equal(mondayOf('2026-11-29'), '2026-11-23')
    assert.equal(mondayOf('2026-03-29'), '2026-03-23')
    assert.equal(shifted('2026-12-28', 7), '2027-01-04')
  })

  it('counts an appointment without an end as an hour', () => {
    const startsAt = new Date('2026-11-25T11:00:00Z')
    assert.equal(isOver({ startsAt, endsAt: undefined }, now), true)
    assert.equal(isOver({ startsAt, endsAt: new Date('2026-11-25T12:30:00Z') }, now), false)
  })

  it('is copied with a neutral name, folded as the standard says, and with nothing else', () => {
    const appointment = {
      id: 'x',
      startsAt: now,
      endsAt: undefined,
      kind: 'legal',
      withWhom: 'Bola',
      withId: undefined,
      place: 'Court',
      howToGetThere: undefined,
      comesAlong: undefined,
      why: 'Papers',
      interpreter: 'booked',
      interpreterNote: 'Tigrinya',
      language: 'en',
      state: 'planned',
      saidSorry: undefined,
      nextStep: undefined,
      nextStepBy: undefined,
      nextStepOn: undefined,
      version: 1,
      changes: [],
      answer: undefined,
    } as const
    const file = copyOf([appointment], `ቆጸራ, ${'ቆ'.repeat(60)}`, now)
    assert.match(file, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
    assert.match(file, /DTSTART:20261125T120000Z\r\nDTEND:20261125T130000Z\r\n/)
    assert.match(file, /SUMMARY:ቆጸራ\\, /)
    assert.doesNotMatch(file, /Bola|Court|Papers|Tigrinya|Waymark|LOCATION|DESCRIPTION/i)
    for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  })
})
