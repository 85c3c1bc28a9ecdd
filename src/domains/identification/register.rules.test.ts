import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from '#tests/support/examples.ts'
import { type Because, BECAUSE_OF, type Decision, type Decided, stateOf } from './concern.rules.ts'
import { type Registered, registerOf, standing } from './register.rules.ts'

const decisions = fc.constantFrom<Decision>('referred', 'not_referred', 'in_error')
/** What was decided of one concern over time, the newest first; nothing at all while it waits. */
const history = fc.array(
  decisions.chain((decision) =>
    fc.record({
      decision: fc.constant(decision),
      because: fc.constantFrom<Because>(...BECAUSE_OF[decision]),
    }),
  ),
  { maxLength: 5 },
)
type History = readonly Pick<Decided, 'decision' | 'because'>[]
const lives = fc.array(fc.array(history, { minLength: 1, maxLength: 4 }), { maxLength: 30 })

const registered = (of: readonly (readonly History[])[]): readonly Registered[] =>
  of.map((concerns) => ({
    children: 1,
    concerns: concerns.map((decided) => ({
      state: stateOf(decided),
      because: decided[0]?.because,
    })),
  }))

describe('the register of identification', () => {
  it('adds up over any history: suspected is referred, not referred with a reason, and pending', () => {
    fc.assert(
      fc.property(lives, (of) => {
        const r = registerOf(registered(of))
        assert.equal(r.suspected, r.referred + r.notReferred + r.pending)
        assert.equal(r.suspected + r.inError, of.length)
        assert.equal(
          [...r.reasons.values()].reduce((sum, n) => sum + n, 0),
          r.notReferred,
        )
      }),
    )
  })

  it('changes by one child at most when one concern is decided, and never loses one', () => {
    fc.assert(
      fc.property(lives, decisions, fc.nat(), (of, decision, at) => {
        const before = registered(of)
        if (before.length === 0) return
        const child = at % before.length
        const because = BECAUSE_OF[decision][0]
        const after = before.map(({ children, concerns }, n) => {
          const one = n === child ? at % concerns.length : -1
          return {
            children,
            concerns: concerns.map((c, m) => (m === one ? { ...c, state: decision, because } : c)),
          }
        })
        const [was, now] = [registerOf(before), registerOf(after)]
        assert.equal(was.suspected + was.inError, now.suspected + now.inError)
        assert.ok(Math.abs(was.suspected - now.suspected) <= 1)
        assert.ok(Math.abs(was.referred - now.referred) <= 1)
      }),
    )
  })

  it('does not depend on the order in which children are read', () => {
    fc.assert(
      fc.property(lives, (of) => {
        const [a, b] = [registerOf(registered(of)), registerOf(registered(of.toReversed()))]
        assert.deepEqual(
          [a.suspected, a.referred, a.notReferred, a.pending, a.inError],
          [b.suspected, b.referred, b.notReferred, b.pending, b.inError],
        )
      }),
    )
  })

  it('counts those alike together as it counts them one by one', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 2, max: 5 }), (of, times) => {
        const alike = registered(of).map((r) => ({ ...r, children: times }))
        const each = Array.from({ length: times }, () => registered(of)).flat()
        assert.deepEqual(registerOf(alike), registerOf(each))
      }),
    )
  })

  it('counts a child with one concern referred and one waiting as referred', () => {
    assert.equal(standing(['pending', 'referred']), 'referred')
    assert.equal(standing(['not_referred', 'pending']), 'pending')
    assert.equal(standing(['in_error', 'not_referred']), 'not_referred')
    assert.equal(standing(['in_error']), 'in_error')
  })
})
