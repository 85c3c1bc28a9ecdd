import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from '#tests/support/examples.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { isAskedFor, letterOf, type Step, STEPS, stepToTake } from './asked-again.rules.ts'

const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}` as CalendarDay
const asked = (n: number, step: Step, answer?: string) => ({ askedOn: day(n), step, answer })

describe('asking again', () => {
  it('is due by itself for decisions of another body, and for nothing that we owe', () => {
    for (const rule of [
      'nrm.reasonable-grounds',
      'nrm.pilot.conclusive-grounds',
      'asylum.decision',
      'process.decision',
      'age.decision',
    ]) {
      assert.equal(isAskedFor(rule), true, rule)
    }
    for (const rule of [
      'decision.ask-again',
      'care.visit-next',
      'nrm.recovery-period',
      undefined,
    ]) {
      assert.equal(isAskedFor(rule), false, rule)
    }
  })

  it('offers the next step once two askings brought no answer, and stays there after an answer', () => {
    assert.equal(stepToTake([]), 'again')
    assert.equal(stepToTake([asked(1, 'again')]), 'again')
    assert.equal(stepToTake([asked(1, 'again'), asked(9, 'again')]), 'senior')
    assert.equal(stepToTake([asked(1, 'again'), asked(9, 'again', 'Soon')]), 'again')
    assert.equal(stepToTake([asked(9, 'senior'), asked(1, 'senior')]), 'our_manager')
    assert.equal(stepToTake([asked(1, 'lawyer'), asked(9, 'lawyer')]), 'lawyer')
  })

  it('does not mind in which order the askings were written down', () => {
    const steps = Object.keys(STEPS) as Step[]
    const one = fc.record({
      n: fc.integer({ min: 1, max: 28 }),
      step: fc.constantFrom(...steps),
      answered: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: (a) => a.n, maxLength: 8 }), (all) => {
        const askings = all.map((a) => asked(a.n, a.step, a.answered ? 'x' : undefined))
        assert.equal(stepToTake(askings), stepToTake(askings.toReversed()))
      }),
    )
  })

  it('writes a letter that names nobody: their reference says whom it is about', () => {
    for (const step of Object.keys(STEPS) as Step[]) {
      const { subject, text } = letterOf({
        owed: 'A decision on an asylum claim',
        since: '3 March 2026',
        dueBy: undefined,
        reference: 'W-20931',
        askedOn: ['1 April 2026', '2 May 2026'],
        step,
        writer: 'Ada Worker',
        organisation: 'Northmere Council',
      })
      assert.match(subject, /W-20931$/)
      assert.match(text, /Your reference: W-20931/)
      assert.match(text, /asked before, on 1 April 2026 and 2 May 2026/)
      assert.doesNotMatch(text, /overdue|urgent|!/)
    }
  })
})
