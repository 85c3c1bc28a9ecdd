import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarDay } from '#kernel/calendar-day.ts'
import { dayFrom, reading } from './reading.ts'

const today = calendarDay('2026-11-21') ?? assert.fail()
const KINDS = { home: 'A home', school: 'A school' }
const day = (name: string, [d, m, y]: readonly [string, string, string]) => ({
  [`${name}-day`]: d,
  [`${name}-month`]: m,
  [`${name}-year`]: y,
})

describe('reading a form answer by answer', () => {
  it('says one sentence for each answer that is lacking, and goes on to the next', () => {
    const read = reading({ words: ' ', kind: 'boat', language: 'x y' }, today)
    assert.equal(read.needed('words', 'Enter what happened', 10), '')
    read.wrong('words', 'A second sentence about the same box')
    assert.equal(read.choice('kind', KINDS, 'Choose what it is'), undefined)
    assert.equal(read.day('on', 'Enter the day'), undefined)
    assert.equal(read.whole('beds', 'Enter how many', { least: 1, most: 9 }), undefined)
    assert.equal(read.language('language'), 'en')
    assert.deepEqual(read.problems, [
      { field: 'words', text: 'Enter what happened' },
      { field: 'kind', text: 'Choose what it is' },
      { field: 'on', text: 'Enter the day, like 27 3 2026' },
      { field: 'beds', text: 'Enter how many, from 1 to 9' },
      { field: 'language', text: 'Choose the language of these words' },
    ])
  })

  it('keeps words as they were given, line ends alike, and says how long they may be', () => {
    const read = reading({ words: ' one\r\ntwo ', long: 'x'.repeat(1001) }, today)
    assert.equal(read.maybe('words', 10), 'one\ntwo')
    assert.equal(read.maybe('nothing', 10), undefined)
    read.maybe('long', 1000)
    read.maybe('words', 3, 'The note')
    assert.deepEqual(
      read.problems.map((p) => p.text),
      [
        'What you write here must be 1,000 characters or fewer',
        'The note must be 3 characters or fewer',
      ],
    )
  })

  it('takes only codes of the list, in its order, and nothing that every object has', () => {
    const read = reading(
      { kind: 'toString', two: ['school', 'boat', 'home'], twice: ['home', 'school'] },
      today,
    )
    assert.equal(read.choiceOrNone('kind', KINDS), undefined)
    assert.deepEqual(read.ticks('two', KINDS), ['home', 'school'])
    assert.equal(read.choiceOrNone('twice', KINDS), undefined)
    assert.deepEqual(read.problems, [])
  })

  it('reads days within bounds, and knows one that is not there', () => {
    const from = calendarDay('2026-03-27')
    const form = {
      ...day('early', ['26', '3', '2026']),
      ...day('late', ['22', '11', '2026']),
      ...day('never', ['30', '2', '2026']),
      ...day('half', ['', '3', '2026']),
      ...day('good', [' 27', '3', '2026']),
    }
    assert.equal(dayFrom(form, 'none'), undefined)
    assert.equal(dayFrom(form, 'half'), 'wrong')
    const read = reading(form, today)
    assert.equal(read.day('good', 'Enter the day', { from, until: today }), '2026-03-27')
    assert.equal(read.dayOrNone('none'), undefined)
    for (const name of ['early', 'late', 'never']) read.dayOrNone(name, { from, until: today })
    assert.deepEqual(
      read.problems.map((p) => p.text),
      [
        'Enter a day that is 27 March 2026 or later',
        'Enter a day that is 21 November 2026 or earlier',
        'Enter a real date, like 27 3 2026',
      ],
    )
  })
})
