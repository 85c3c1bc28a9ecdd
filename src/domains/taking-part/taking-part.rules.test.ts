import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { answersAfter, isReadIn, LEVELS, momentOf, PLACES } from './taking-part.rules.ts'

describe('the rules of taking part', () => {
  it('reads a quote only where its level reaches', () => {
    const read = LEVELS.flatMap((l) => PLACES.filter((p) => isReadIn(l, p)).map((p) => `${l} ${p}`))
    assert.deepEqual(read, ['inside inside', 'published inside', 'published published'])
  })

  it('offers to take back only what was said, and never the same again', () => {
    assert.deepEqual(answersAfter(undefined), ['interested', 'tell_me_more', 'no_thanks'])
    assert.deepEqual(answersAfter('interested'), ['tell_me_more', 'no_thanks', 'taken_back'])
    assert.deepEqual(answersAfter('taken_back'), ['interested', 'tell_me_more', 'no_thanks'])
  })

  it('reads a day and a time by the clock in London', () => {
    assert.equal(momentOf('3 7 2026', '16:30')?.toISOString(), '2026-07-03T15:30:00.000Z')
    assert.equal(momentOf('3 7 2026', '4'), undefined)
    assert.equal(momentOf('31 2 2026', '16:30'), undefined)
  })
})
