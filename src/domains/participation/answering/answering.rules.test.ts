import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarDay } from '#kernel/calendar-day.ts'
import { isLate, maySayBack, owedNext } from './answering.rules.ts'

const day = (text: string) => {
  const found = calendarDay(text)
  assert.ok(found)
  return found
}

describe('answering', () => {
  it('is late from the day after, and only while it waits', () => {
    const by = { state: 'waiting', answerBy: '2026-03-09' } as const
    assert.equal(isLate(by, day('2026-03-09')), false)
    assert.equal(isLate(by, day('2026-03-10')), true)
    assert.equal(isLate({ ...by, state: 'answered' }, day('2026-03-10')), false)
  })

  it('goes from considered to decided to answered', () => {
    assert.equal(owedNext({ state: 'waiting', kinds: [] }), 'considered')
    assert.equal(owedNext({ state: 'waiting', kinds: ['considered'] }), 'decided')
    assert.equal(owedNext({ state: 'waiting', kinds: ['decided', 'considered'] }), 'replied')
    assert.equal(owedNext({ state: 'answered', kinds: ['considered', 'decided'] }), undefined)
  })

  it('lets the young person say no need while it waits, and what they think of an answer', () => {
    assert.deepEqual(maySayBack('waiting'), ['no_need'])
    assert.equal(maySayBack('answered').includes('dont_understand'), true)
    assert.deepEqual(maySayBack('taken_back'), [])
  })
})
