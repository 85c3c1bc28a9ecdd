import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readingLevel, syllablesIn } from './reading-level.rules.ts'

describe('how hard a text is to read', () => {
  it('counts syllables as they are spoken, near enough', () => {
    const counted = ['you', 'lawyer', 'school', 'independent', 'asked', 'make', 'table'].map(
      syllablesIn,
    )
    assert.deepEqual(counted, [1, 2, 1, 4, 1, 1, 2])
  })

  it('finds an easy text easy and one of our trade hard', () => {
    const easy = readingLevel('You can see a doctor. You can talk to them alone.')
    assert.deepEqual([easy.words, easy.sentences, easy.longest], [11, 2, 6])
    assert.ok(easy.grade < 3, String(easy.grade))
    const hard = readingLevel(
      'Eligibility for continuing accommodation is determined following a multidisciplinary assessment undertaken by the responsible authority.',
    )
    assert.ok(hard.grade > 15, String(hard.grade))
  })
})
