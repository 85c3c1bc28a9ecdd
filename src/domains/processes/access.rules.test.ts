import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from '#tests/support/examples.ts'
import { calendarDay } from '#kernel/calendar-day.ts'
import { type AccessEvent, type AccessEventKind, accessOf } from './access.rules.ts'

const day = (text: string) => calendarDay(text) ?? assert.fail(text)
const event = (kind: AccessEventKind, on: string): AccessEvent => ({
  id: `${kind} ${on}`,
  kind,
  onDay: day(on),
  body: 'CAMHS',
  why: kind === 'refused' ? 'Threshold' : undefined,
  support: undefined,
})
const today = day('2026-11-25')

describe('help that was asked for', () => {
  const asked = day('2026-01-10')

  it('takes the days from asking to starting, and a refusal takes none of them off', () => {
    const events = [
      event('refused', '2026-02-01'),
      event('referred', '2026-01-12'),
      event('referred', '2026-03-01'),
      event('started', '2026-04-20'),
    ]
    const found = accessOf(asked, events, today)
    assert.deepEqual([found.state, found.days, found.stillWaiting], ['started', 100, false])
    assert.equal(found.refusals.length, 1)
    assert.equal(found.referredTo.length, 2)
  })

  it('goes on counting while it has not started, and stops when they do not want it now', () => {
    assert.deepEqual(pick(accessOf(asked, [event('refused', '2026-02-01')], today)), [319, true])
    assert.deepEqual(pick(accessOf(asked, [], today)), [319, true])
    const left = [event('waiting', '2026-02-01'), event('not_wanted_now', '2026-02-09')]
    assert.deepEqual(pick(accessOf(asked, left, today)), [30, false])
  })

  it('does not mind in which order the steps were written down', () => {
    const kinds: AccessEventKind[] = ['referred', 'refused', 'waiting', 'offered', 'started']
    const steps = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: 10, max: 28 })), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(steps, fc.nat(), (given, seed) => {
        const events = given.map(([kind, d]) => event(kind, `2026-03-${d}`))
        const turned = [...events.slice(seed % 8), ...events.slice(0, seed % 8)]
        const [one, other] = [accessOf(asked, events, today), accessOf(asked, turned, today)]
        assert.deepEqual(
          [one.state, one.days, one.refusals.length],
          [other.state, other.days, other.refusals.length],
        )
      }),
    )
  })

  const pick = (a: ReturnType<typeof accessOf>) => [a.days, a.stillWaiting]
})
