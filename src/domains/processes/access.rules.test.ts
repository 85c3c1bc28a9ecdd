import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { calendarDay } from '#kernel/calendar-day.ts'
import { type AccessEvent, type AccessEventKind, accessOf, medianWait } from './access.rules.ts'

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

describe('how long it takes for many', () => {
  it('counts those who have not got it yet as long as they have waited', () => {
    const started = (days: number, children = 1) => ({ days, started: true, children })
    const still = (days: number, children = 1) => ({ days, started: false, children })
    assert.equal(medianWait([started(10), started(20), started(30)])?.days, 20)
    // Without those who still wait the median would be 20.
    assert.equal(medianWait([started(10), started(20), started(30), still(40, 3)])?.days, 30)
    assert.equal(medianWait([started(10), still(40, 3)])?.days, undefined)
    assert.equal(medianWait([]), undefined)
  })

  it('agrees with a table worked out by hand', () => {
    // Kaplan and Meier by hand: at 6, 21 at risk, 3 begin; at 7, 17 and 1; 10, 15 and 1; 13, 12 and 1; 16, 11 and 1; 22, 7 and 1; 23, 6 and 1.
    const s = (days: number, children = 1) => ({ days, started: true, children })
    const c = (days: number, children = 1) => ({ days, started: false, children })
    const waits = [
      s(6, 3),
      c(6),
      s(7),
      c(9),
      s(10),
      c(10),
      c(11),
      s(13),
      s(16),
      c(17),
      c(19),
      c(20),
      s(22),
      s(23),
    ]
    const more = [c(25), c(32, 2), c(34), c(35)]
    const found = medianWait([...waits, ...more])
    assert.equal(found?.days, 23)
    assert.equal(found?.high, undefined, 'nobody after it has it: no upper end is known')
  })

  it('always has the median within its interval', () => {
    const waits = fc.array(
      fc.record({
        days: fc.integer({ min: 0, max: 400 }),
        started: fc.boolean(),
        children: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 1, maxLength: 30 },
    )
    fc.assert(
      fc.property(waits, (given) => {
        const found = medianWait(given)
        if (found?.days === undefined) return
        assert.ok(found.low <= found.days)
        assert.ok(found.high === undefined || found.high >= found.days)
      }),
    )
  })
})
