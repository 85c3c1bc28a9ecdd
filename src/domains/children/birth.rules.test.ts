import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { birthCloseness, birthInWords, boxesOf, readBirth, type Birth } from './birth.rules.ts'

const day = (text: string): CalendarDay => {
  const found = calendarDay(text)
  assert.ok(found)
  return found
}
const today = day('2026-11-21')
const boxes = (d: string, m: string, y: string, to = '') => ({
  day: d,
  month: m,
  year: y,
  yearTo: to,
})
const read = (d: string, m: string, y: string, to = ''): Birth => {
  const birth = readBirth(boxes(d, m, y, to), today)
  assert.ok(birth && !('box' in birth))
  return birth
}
const wrong = (d: string, m: string, y: string, to = '') => {
  const birth = readBirth(boxes(d, m, y, to), today)
  assert.ok(birth && 'box' in birth)
  return birth
}

describe('a date of birth as somebody says it', () => {
  it('is a day, a month, a year or some years', () => {
    assert.equal(birthInWords(read('27', '3', '2009')), '27 March 2009')
    assert.equal(birthInWords(read('', 'Feb', '2008')), 'February 2008')
    assert.equal(read('', '2', '2008').latest, '2008-02-29')
    assert.equal(birthInWords(read('', '', '2009')), '2009')
    assert.equal(
      birthInWords(read('', '', '2007', '2009')),
      'between 1 January 2007 and 31 December 2009',
    )
    assert.equal(readBirth(boxes(' ', '', '', ''), today), undefined)
  })

  it('is asked for again in plain words when it cannot be', () => {
    assert.match(wrong('30', '2', '2009').text, /^Enter a date of birth that is a real date/)
    assert.match(wrong('1', '', '2009').text, /^Enter the month too/)
    assert.match(wrong('1', '1', '09').text, /four numbers/)
    assert.match(wrong('', '', '2030').text, /to 2026/)
    assert.match(wrong('22', '11', '2026').text, /today or earlier/)
    assert.match(wrong('', '', '2009', '2007').text, /the same as the first or later/)
    assert.match(wrong('1', '1', '2009', '2010').text, /Leave the day and month empty/)
  })

  it('comes back into the boxes as it was typed', () => {
    for (const typed of [
      boxes('7', '3', '2009'),
      boxes('', '3', '2009'),
      boxes('', '', '2009'),
      boxes('', '', '2007', '2009'),
    ]) {
      const birth = readBirth(typed, today)
      assert.ok(birth && !('box' in birth))
      assert.deepEqual(boxesOf(birth), typed)
    }
  })

  it('may belong to somebody long past 18', () => {
    assert.equal(birthInWords(read('1', '1', '1994')), '1 January 1994')
  })
})

describe('comparing dates of birth', () => {
  const on = (text: string) => ({ earliest: day(text), latest: day(text) })
  const year = { earliest: day('2009-01-01'), latest: day('2009-12-31') }

  it('takes a wider claim that touches the day for the same', () => {
    assert.equal(birthCloseness(on('2009-04-03'), year), 'same')
    assert.equal(birthCloseness(year, on('2009-04-03')), 'same')
  })

  it('takes swapped day and month, and the same day in a year close by, for near', () => {
    assert.equal(birthCloseness(on('2009-04-03'), on('2009-03-04')), 'near')
    assert.equal(birthCloseness(on('2009-01-01'), on('2007-01-01')), 'near')
    assert.equal(birthCloseness(on('2009-01-01'), on('2005-01-01')), 'other')
    assert.equal(birthCloseness(on('2009-04-03'), on('2009-04-04')), 'other')
  })
})
