import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from '#tests/support/examples.ts'
import { calendarDay, calendarDayFrom, inWords, typedDay, yearsBetween } from './calendar-day.ts'
import { readId } from './ids.ts'
import { londonDayAndTime, londonInstant, londonWallClock } from './london-time.ts'

const day = (text: string) => {
  const found = calendarDay(text)
  assert.ok(found, text)
  return found
}

describe('a London clock', () => {
  it('is read back as it was written, in any season', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
        (at) => {
          const text = londonWallClock(at)
          const again = londonInstant(text)
          assert.ok(again)
          assert.equal(londonWallClock(again), text)
        },
      ),
    )
  })

  it('means the earlier of the two when an hour happens twice', () => {
    assert.equal(londonInstant('2026-10-25T01:30')?.toISOString(), '2026-10-25T00:30:00.000Z')
  })

  it('knows that an hour in March never happens', () => {
    assert.equal(londonInstant('2026-03-29T01:30'), undefined)
    assert.equal(londonInstant('half past one'), undefined)
  })

  it('speaks to a reader', () => {
    assert.equal(londonDayAndTime(new Date('2026-07-01T09:05:00Z')), '1 July 2026 at 10:05am')
  })
})

describe('a day on the calendar', () => {
  it('exists or is not read', () => {
    assert.equal(calendarDay('2026-02-30'), undefined)
    assert.equal(calendarDay('2024-02-29'), '2024-02-29')
    assert.equal(calendarDay('2026-2-3'), undefined)
  })

  it('is read from three boxes, with the month in figures or letters', () => {
    assert.equal(calendarDayFrom('3', '2', '2009'), '2009-02-03')
    assert.equal(calendarDayFrom('3', 'feb', '2009'), '2009-02-03')
    assert.equal(calendarDayFrom('31', '2', '2009'), undefined)
    assert.equal(calendarDayFrom('3', '2', '09'), undefined)
  })

  it('is read from one box, however people write it, or not at all', () => {
    for (const text of ['27 3 2026', '27/03/2026', '27 March 2026', '2026-03-27', ' 27.3.2026 ']) {
      assert.equal(typedDay(text), '2026-03-27', text)
    }
    for (const text of ['', '27 3', '31 2 2026', 'tomorrow', '27 3 26', '1 1 1 1']) {
      assert.equal(typedDay(text), undefined, text)
    }
  })

  it('is said in words', () => assert.equal(inWords(day('2009-02-03')), '3 February 2009'))

  it('counts whole years, with leap days reached on 1 March', () => {
    assert.equal(yearsBetween(day('2008-02-29'), day('2026-02-28')), 17)
    assert.equal(yearsBetween(day('2008-02-29'), day('2026-03-01')), 18)
    assert.equal(yearsBetween(day('2008-06-01'), day('2026-06-01')), 18)
  })
})

describe('an id from outside', () => {
  it('is a UUID or nothing', () => {
    assert.equal(
      readId('00000000-0000-4000-8000-00000000000A'),
      '00000000-0000-4000-8000-00000000000a',
    )
    for (const wrong of ['', '1', "'; drop table", undefined, ['x']])
      assert.equal(readId(wrong), undefined)
  })
})
