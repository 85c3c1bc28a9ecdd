import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { daysFrom, spellsOf, standingIn, type Step, type StepKind, waitFor } from './steps.rules.ts'

const on = (text: string): CalendarDay => {
  const day = calendarDay(text)
  assert.ok(day)
  return day
}
const step = (kind: StepKind, day: string, who?: string): Step => ({
  id: `${kind} ${day}`,
  part: 'guardian',
  kind,
  onDay: on(day),
  who,
  because: kind === 'not_there' ? 'service_full' : undefined,
  againOn: undefined,
  why: undefined,
  words: undefined,
  wordsLanguage: 'en',
  saidBy: undefined,
  by: undefined,
  version: 1,
})
const TODAY = on('2026-11-25')

describe('the way to somebody who stands beside a child', () => {
  it('says how it stands: not asked, asked, offered, not wanted, not there yet, there, ended', () => {
    const steps: Step[] = []
    const state = () => standingIn('guardian', steps, spellsOf(steps), TODAY).state
    assert.equal(state(), 'not-asked')
    steps.push(step('asked', '2026-10-01'))
    assert.equal(state(), 'asked')
    steps.push(step('not_there', '2026-10-05'))
    assert.equal(state(), 'not-there')
    steps.push(step('offered', '2026-10-20', 'Lena'))
    assert.equal(state(), 'offered')
    steps.push(step('not_now', '2026-10-21'))
    assert.equal(state(), 'not-now')
    steps.push(step('started', '2026-11-01', 'Lena'))
    assert.equal(state(), 'there')
    steps.push(step('ended', '2026-11-20', 'Lena'))
    assert.equal(state(), 'ended')
  })

  it('counts the wait from when somebody was asked for, and goes on while nobody came', () => {
    const asked = [step('asked', '2026-10-01'), step('asked', '2026-10-09')]
    assert.deepEqual(waitFor('guardian', asked, []), { from: '2026-10-01', until: undefined })
    const came = [...asked, step('started', '2026-10-15', 'Lena')]
    const wait = waitFor('guardian', came, spellsOf(came))
    assert.deepEqual(wait, { from: '2026-10-01', until: '2026-10-15' })
    assert.equal(daysFrom(on('2026-10-01'), on('2026-10-15')), 14)
    assert.equal(waitFor('advocate', came, spellsOf(came)), undefined)
  })

  it('knows who stood there without an account, however the steps were written down', () => {
    const steps = [
      step('changed', '2026-09-10', 'Omar'),
      step('started', '2026-08-01', 'Lena'),
      step('ended', '2026-10-02', 'Omar'),
    ]
    assert.deepEqual(spellsOf(steps), [
      { who: 'Lena', part: 'guardian', from: '2026-08-01', until: '2026-09-10' },
      { who: 'Omar', part: 'guardian', from: '2026-09-10', until: '2026-10-02' },
    ])
  })
})
