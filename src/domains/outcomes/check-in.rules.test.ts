import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from '#tests/support/examples.ts'
import { readAnswer } from './check-in-answer.form.ts'
import {
  askedInWords,
  askedOf,
  leftOpen,
  nextAfter,
  NOT_HELD_BECAUSE,
  REASONS,
  refuseShare,
  STATES,
  voicesOf,
  WAYS_NOT_TO_ANSWER,
} from './check-in.rules.ts'
import { readGoalChange } from './goal.form.ts'
import { changesFrom, GOAL_CHANGES, GOAL_STATES, refuseGoalChange } from './goal.rules.ts'

const outcomes = ['a', 'b', 'c', 'd'].map((code) => ({ id: `id-${code}`, code }))
const answered = (...codes: string[]) => new Set(codes.map((c) => `id-${c}`))

describe('a check-in', () => {
  it('goes on to the next outcome without an answer, round to the first, and then to the end', () => {
    assert.equal(nextAfter('', outcomes, answered()), 'a')
    assert.equal(nextAfter('b', outcomes, answered('a', 'b')), 'c')
    assert.equal(nextAfter('d', outcomes, answered('b', 'c', 'd')), 'a')
    assert.equal(nextAfter('d', outcomes, answered('a', 'b', 'c', 'd')), undefined)
  })

  it('always comes to an end, in whatever order it is answered', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(outcomes, { minLength: 1 }),
        fc.constantFrom('', 'a', 'c'),
        (chosen, start) => {
          const done = new Set<string>()
          let at = nextAfter(start, chosen, done)
          let steps = 0
          while (at !== undefined && steps < 10) {
            const code = at
            done.add(`id-${code}`)
            at = nextAfter(code, chosen, done)
            steps += 1
          }
          assert.equal(steps, chosen.length)
          assert.deepEqual(leftOpen(chosen, done), [])
        },
      ),
    )
  })

  it('is shared once, and not while nothing was chosen', () => {
    assert.equal(refuseShare('draft', 0, 0), 'nothing-said')
    assert.equal(refuseShare('draft', 1, 0), undefined)
    assert.equal(refuseShare('shared', 1, 1), 'already-shared')
    assert.equal(refuseShare('thrown_away', 1, 1), 'already-shared')
  })

  it('is written in one’s own voice, and for a carer by those who stand beside the child', () => {
    assert.deepEqual(voicesOf('young_person'), ['young_person'])
    for (const role of ['practitioner', 'manager', 'guardian']) {
      assert.ok(voicesOf(role).includes('carer'))
      assert.ok(!voicesOf(role).includes('young_person'))
    }
    for (const role of ['analyst', 'administrator', 'auditor']) assert.deepEqual(voicesOf(role), [])
  })
})

describe('whether they were asked', () => {
  const day = new Date('2026-03-03T10:00:00Z')
  const none = { sharedAt: undefined, withdrawnAt: undefined, notHeld: undefined }
  const said = (asked: ReturnType<typeof askedOf>) =>
    asked.kind === 'said' ? 'said' : askedInWords(asked, 'Kit')

  it('tells not being asked from choosing not to say, and from not being offered it', () => {
    assert.equal(said(askedOf(none)), 'Nobody has asked Kit yet')
    assert.equal(
      said(askedOf({ ...none, notHeld: { reason: 'offered_declined', day: '2026-01-01' } })),
      'Kit was asked and chose not to say',
    )
    assert.equal(
      said(askedOf({ ...none, notHeld: { reason: 'not_offered', day: '2026-01-01' } })),
      'Kit was not offered this',
    )
    assert.equal(
      said(askedOf({ ...none, withdrawnAt: day })),
      'Kit shared something and took it back',
    )
  })

  it('has words for every reason, and they name the young person', () => {
    const all = NOT_HELD_BECAUSE.map((reason) =>
      said(askedOf({ ...none, notHeld: { reason, day: '2026-01-01' } })),
    )
    assert.equal(new Set(all).size, NOT_HELD_BECAUSE.length)
    for (const text of all) assert.match(text, /Kit/)
  })

  it('lets what was said stand before what was not', () => {
    assert.equal(
      said(
        askedOf({
          sharedAt: day,
          withdrawnAt: day,
          notHeld: { reason: 'not_now', day: '2026-09-09' },
        }),
      ),
      'said',
    )
  })
})

describe('an answer, read from a form', () => {
  it('is a state or a reason, and a button for not answering wins over a chosen state', () => {
    for (const state of STATES) {
      const read = readAnswer({ state }, 'en', undefined)
      assert.deepEqual(read.ok && read.answer.said, { state })
    }
    for (const reason of WAYS_NOT_TO_ANSWER) {
      const read = readAnswer({ state: 'fully', reason }, 'en', undefined)
      assert.deepEqual(read.ok && read.answer.said, { reason })
    }
  })

  it('takes from nobody a reason that only a service could give', () => {
    const theirs: readonly string[] = WAYS_NOT_TO_ANSWER
    for (const reason of REASONS.filter((r) => !theirs.includes(r))) {
      const read = readAnswer({ reason }, 'en', undefined)
      assert.equal(read.ok, false, reason)
    }
  })

  it('keeps words as they were typed, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200, unit: 'binary' }), (words) => {
        fc.pre(words.trim() !== '' && !words.includes('\r\n'))
        const read = readAnswer({ state: 'mostly', words }, 'ti', undefined)
        assert.equal(read.ok && read.answer.words, words)
      }),
    )
  })

  it('names a level that was ticked, and one that only has words; never the child', () => {
    const read = readAnswer(
      {
        state: 'mostly',
        helps: ['person', 'child'],
        'helps-law': 'The new act',
        gets_in_the_way: 'system',
      },
      'en',
      undefined,
    )
    assert.ok(read.ok)
    assert.deepEqual(read.answer.influences, [
      { direction: 'helps', level: 'person', words: undefined },
      { direction: 'helps', level: 'law', words: 'The new act' },
      { direction: 'gets_in_the_way', level: 'system', words: undefined },
    ])
  })

  it('leaves a way not to answer as it was, until a state is chosen', () => {
    const kept = readAnswer({ words: 'More' }, 'en', { reason: 'dont_know' })
    assert.deepEqual(kept.ok && kept.answer.said, { reason: 'dont_know' })
    const chosen = readAnswer({ state: 'mostly' }, 'en', { reason: 'dont_know' })
    assert.deepEqual(chosen.ok && chosen.answer.said, { state: 'mostly' })
  })

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (fields) => {
        readAnswer(fields, 'en', undefined)
        readAnswer(fields, 'en', undefined, 'x--')
      }),
    )
  })
})

describe('a goal', () => {
  it('is never closed for good, and takes no step that is forward or back', () => {
    for (const state of GOAL_STATES) {
      assert.ok(changesFrom(state).length > 0, state)
      assert.ok(changesFrom(state).includes('changed'), state)
    }
    for (const state of ['paused', 'reached', 'let_go'] as const) {
      assert.ok(changesFrom(state).includes('returned'), state)
    }
  })

  it('takes only what can become of it from where it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GOAL_STATES),
        fc.constantFrom(...GOAL_CHANGES),
        (state, change) => {
          const refused = refuseGoalChange({ state, words: 'Swim' }, change, 'Swim a mile')
          assert.equal(refused === undefined, changesFrom(state).includes(change))
        },
      ),
    )
  })

  it('is changed in words only by other words', () => {
    const goal = { state: 'current', words: 'Swim' } as const
    const same = readGoalChange({ change: 'changed', newWords: 'Swim', version: '1' }, goal)
    assert.deepEqual(!same.ok && same.problem, { field: 'newWords', code: 'same-words' })
    const other = readGoalChange({ change: 'changed', newWords: 'Swim far', version: '3' }, goal)
    assert.ok(other.ok && other.newWords === 'Swim far' && other.version === 3)
  })
})
