import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { changesInWords } from './import.rules.ts'

describe('what a return changes for a child', () => {
  it('is said in words, most telling first', () => {
    assert.equal(
      changesInWords({
        episodes: { added: 3, changed: 1 },
        reviews: { added: 1, changed: 0 },
        born: { born: '2010-03-17', before: ['2010-05-17'] },
        upn: { added: 1 },
      }),
      'date of birth 17 March 2010 beside 17 May 2010; unique pupil number; 3 care episodes new, 1 changed; 1 review new',
    )
  })

  it('never says in a list who came unaccompanied or where anybody lives', () => {
    const apart = { uasc: { added: 1 }, episode_place: { added: 1, changed: 1 } }
    assert.equal(changesInWords(apart), '')
    const reviews = { reviews: { added: 2 } }
    assert.equal(changesInWords({ ...reviews, ...apart }), changesInWords(reviews))
    assert.equal(changesInWords({}), '')
  })
})
