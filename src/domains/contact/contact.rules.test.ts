import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from '#tests/support/examples.ts'
import {
  isTimeFor,
  masked,
  mayLeave,
  nextTry,
  type Said,
  safetyOf,
  STATES,
  telephone,
  within,
  type Wish,
} from './contact.rules.ts'

const now = new Date('2026-11-25T12:00:00Z')
const DAY = 24 * 60 * 60 * 1000
const ago = (days: number) => new Date(now.getTime() - days * DAY)

function said(more: Partial<Said> = {}): Said {
  return {
    voice: 'young_person',
    state: 'safe',
    days: [],
    hours: undefined,
    codeWord: undefined,
    whoMayAnswer: undefined,
    note: undefined,
    saidBy: 'young_person',
    saidByName: undefined,
    confirmedAt: ago(1),
    ...more,
  }
}

describe('safe to contact', () => {
  it('means "ask first" where nobody has said anything', () => {
    const safety = safetyOf([], 30, now)
    assert.equal(safety.state, 'ask_first')
    assert.equal(safety.because, 'nobody_said')
  })

  it('treats a "safe" that has grown old as "ask first", and a warning as true for ever', () => {
    assert.equal(safetyOf([said({ confirmedAt: ago(29) })], 30, now).state, 'safe')
    const old = safetyOf([said({ confirmedAt: ago(30) })], 30, now)
    assert.deepEqual([old.state, old.because], ['ask_first', 'too_old'])
    const noMessage = said({ state: 'no_message', confirmedAt: ago(31) })
    assert.equal(safetyOf([noMessage], 30, now).state, 'ask_first')
    const warned = said({ state: 'do_not_use', confirmedAt: ago(900) })
    assert.deepEqual(safetyOf([warned], 30, now).state, 'do_not_use')
  })

  it('lets the safer voice count, whichever it is, and an old "safe" is never made fresh by another', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STATES),
        fc.constantFrom(...STATES),
        fc.nat({ max: 60 }),
        fc.nat({ max: 60 }),
        (a, b, daysA, daysB) => {
          const mine = said({ state: a, confirmedAt: ago(daysA) })
          const theirs = said({ voice: 'staff', state: b, confirmedAt: ago(daysB) })
          const rank = (s: readonly Said[]) => STATES.indexOf(safetyOf(s, 30, now).state)
          assert.equal(rank([mine, theirs]), Math.max(rank([mine]), rank([theirs])))
          assert.equal(rank([theirs, mine]), rank([mine, theirs]))
        },
      ),
    )
  })

  it('keeps to the times of both voices', () => {
    const safety = safetyOf(
      [
        said({ hours: { from: '09:00', until: '17:00' }, days: ['mon', 'tue'] }),
        said({ voice: 'staff', hours: { from: '15:00', until: '22:00' } }),
      ],
      30,
      now,
    )
    assert.equal(isTimeFor(safety, { day: 'mon', clock: '16:00' }), true)
    assert.equal(isTimeFor(safety, { day: 'mon', clock: '12:00' }), false)
    assert.equal(isTimeFor(safety, { day: 'wed', clock: '16:00' }), false)
  })

  it('understands a stretch that runs over midnight', () => {
    const night = { from: '21:00', until: '08:00' }
    assert.deepEqual(
      ['20:59', '21:00', '23:30', '00:00', '07:59', '08:00'].map((t) => within(night, t)),
      [false, true, true, true, true, false],
    )
  })

  it('shows enough of an address to tell it from another, and too little to use it', () => {
    assert.equal(masked('call', '07700 900123'), 'ends in 23')
    assert.equal(masked('email', 'kit@example.org'), 'begins with k')
    assert.equal(masked('post', '1 Long Road'), '')
  })

  it('reads a telephone number however it is spaced', () => {
    assert.equal(telephone('+44 (0)7700-900 123'), '+4407700900123')
    assert.equal(telephone('my sister'), undefined)
  })
})

describe('a notice', () => {
  const wish: Wish = {
    wanted: true,
    wayId: 'w',
    reasons: ['reply'],
    quiet: { from: '21:00', until: '08:00' },
    language: 'en',
  }
  const way = { id: 'w', channel: 'text', address: '07700900123', voices: [said()] } as const
  const given = {
    stopped: false,
    wish,
    reason: 'reply',
    way,
    days: 30,
    now,
    at: { day: 'wed', clock: '12:00' },
  } as const

  it('leaves where it is wanted, safe and the time for it', () => {
    assert.deepEqual(mayLeave(given), { kind: 'send', channel: 'text', to: '07700900123' })
  })

  it('never leaves otherwise', () => {
    const why = (more: object) => {
      const decision = mayLeave({ ...given, ...more })
      return decision.kind === 'never' ? decision.why : decision.kind
    }
    assert.equal(why({ stopped: true }), 'contact_stopped')
    assert.equal(why({ wish: undefined }), 'not_wanted')
    assert.equal(why({ wish: { ...wish, wanted: false } }), 'not_wanted')
    assert.equal(why({ reason: 'calendar' }), 'not_wanted')
    assert.equal(why({ way: undefined }), 'not_wanted')
    assert.equal(why({ way: { ...way, channel: 'call' } }), 'not_wanted')
    assert.equal(why({ way: { ...way, voices: [] } }), 'not_confirmed')
    assert.equal(
      why({ way: { ...way, voices: [said({ confirmedAt: ago(31) })] } }),
      'not_confirmed',
    )
    assert.equal(why({ way: { ...way, voices: [said({ state: 'no_message' })] } }), 'not_safe')
    const theirs = said({ voice: 'staff', state: 'do_not_use' })
    assert.equal(why({ way: { ...way, voices: [said(), theirs] } }), 'not_safe')
    assert.equal(why({ at: { day: 'wed', clock: '22:00' } }), 'not-now')
    const mornings = said({ hours: { from: '09:00', until: '10:00' } })
    assert.equal(why({ way: { ...way, voices: [mornings] } }), 'not-now')
  })

  it('is tried again later and later, and then given up', () => {
    const waits = [1, 2, 3, 4, 5, 6].map((tries) => {
      const next = nextTry(tries, now)
      return next && (next.getTime() - now.getTime()) / 60_000
    })
    assert.deepEqual(waits, [1, 5, 30, 120, 720, undefined])
  })
})
