import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { type DecisionParts, gapsIn, type Heard } from './decision.rules.ts'

function day(text: string): CalendarDay {
  const found = calendarDay(text)
  if (!found) throw new Error(text)
  return found
}
const today = day('2026-11-21')
const said: Heard = { kind: 'said', onDay: day('2026-11-20'), nextOn: undefined }
const notYet = (next: string): Heard => ({
  kind: 'not_yet',
  onDay: day('2026-11-10'),
  nextOn: day(next),
})
const whole: DecisionParts = {
  options: 2,
  heard: [said],
  weight: 'most',
  weightWhy: 'It is his home.',
  chosenOption: 'one',
  reasons: 'He is near his friends.',
  childStands: 'agrees',
  othersStand: 'nobody',
  dissent: [],
  toldOn: today,
  tellNextOn: undefined,
}

describe('a decision in a child’s best interests', () => {
  it('is whole with every part', () => assert.deepEqual(gapsIn(whole, today), []))

  it('says each part that is missing', () => {
    const nothing: DecisionParts = {
      ...whole,
      options: 1,
      heard: [],
      chosenOption: undefined,
      reasons: undefined,
      childStands: undefined,
      toldOn: undefined,
    }
    const gaps = ['options', 'view', 'choice', 'reasons', 'dissent', 'told']
    assert.deepEqual(gapsIn(nothing, today), gaps)
  })

  it('goes without the view only with a next attempt that is still to come', () => {
    const urgent = { ...whole, weight: undefined, weightWhy: undefined }
    assert.deepEqual(gapsIn({ ...urgent, heard: [notYet('2026-11-21')] }, today), [])
    assert.deepEqual(gapsIn({ ...urgent, heard: [notYet('2026-11-20')] }, today), ['view'])
  })

  it('asks for the weight as soon as something was said', () => {
    const parts = { ...whole, weightWhy: undefined, heard: [said, notYet('2026-11-30')] }
    assert.deepEqual(gapsIn(parts, today), ['weight'])
  })

  it('keeps whoever disagrees, the child and others apart', () => {
    const parts = { ...whole, childStands: 'disagrees', othersStand: 'somebody' }
    assert.deepEqual(gapsIn(parts, today), ['dissent-of-child', 'dissent-of-others'])
    const one = { ...parts, dissent: [{ whose: 'child' }] }
    assert.deepEqual(gapsIn(one, today), ['dissent-of-others'])
    assert.deepEqual(gapsIn({ ...one, dissent: [...one.dissent, { whose: 'family' }] }, today), [])
  })
})
