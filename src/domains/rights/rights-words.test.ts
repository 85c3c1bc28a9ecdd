import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hardToRead, readingLevel, wordsFor } from '#domains/words/index.ts'
import { RIGHT_TEXTS } from './rights-texts.rules.ts'

const MOST_WORDS = 40
const MOST_IN_A_SENTENCE = 20
/** About ten years old. One text alone may be a little above where a word cannot be said more simply. */
const GRADE_OF_ALL = 5
const GRADE_OF_ONE = 7.5

const { words } = wordsFor('en')

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

describe('the words about rights, help and my record', () => {
  const whole = RIGHT_TEXTS.map(({ code }) => {
    const { can, ask } = words.rights.texts[code]
    return { code, text: `${can} ${ask}` }
  })

  it('are short: one idea a sentence', () => {
    const long = whole.filter(({ text }) => readingLevel(text).words > MOST_WORDS)
    assert.deepEqual(long, [])
    const said = [words.rights, words.places, words.myRecord].flatMap(strings)
    const longSentences = said.filter((t) => readingLevel(t).longest > MOST_IN_A_SENTENCE)
    assert.deepEqual(longSentences, [])
  })

  it('can be read by somebody of about ten', () => {
    const hard = whole
      .map(({ code, text }) => ({ code, grade: readingLevel(text).grade }))
      .filter(({ grade }) => grade > GRADE_OF_ONE)
    assert.deepEqual(hard, [])
    const together = readingLevel(whole.map(({ text }) => text).join(' '))
    assert.ok(together.grade <= GRADE_OF_ALL, `all together: ${together.grade}`)
  })

  it('use no word of our trade', () => {
    const hard = [words.rights, words.places, words.myRecord]
      .flatMap(strings)
      .flatMap((text) => hardToRead(text).map((why) => `${text}: ${why}`))
    assert.deepEqual(hard, [])
  })
})
