import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { TRANSLATED } from './catalogues.ts'
import {
  dayIn,
  ENGLISH,
  LANGUAGES,
  numberIn,
  pluralForms,
  say,
  sayIn,
  sayMany,
  wordsFor,
} from './words.ts'
import { neverSaidIn } from './never-said.rules.ts'
import { problemWith } from './words.rules.ts'

const PRAISE = /!|！|well done|good job|great|proud|amazing|congrat|score|points|streak|level up/i

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

describe('the words on a young person’s pages', () => {
  it('say nothing, in any language, of what happened to anybody', () => {
    for (const language of LANGUAGES) {
      const never = neverSaidIn(language)
      assert.ok(never, `${language} has no list of words it must not say`)
      const said = strings(wordsFor(language).words).filter((s) => never.test(s))
      assert.deepEqual(said, [], language)
    }
  })

  it('would be caught if they did', () => {
    assert.match('About trafficking', neverSaidIn('en') ?? /^$/)
    assert.match('ضحية', neverSaidIn('ar') ?? /^$/)
    assert.match('dioddefwr', neverSaidIn('cy') ?? /^$/)
  })

  it('praise nothing, grade nothing and hurry nobody', () => {
    for (const language of LANGUAGES) {
      assert.deepEqual(
        strings(wordsFor(language).words).filter((s) => PRAISE.test(s)),
        [],
        language,
      )
    }
  })

  it('are whole in every language: each text there, with the same places, in every form its language counts in', () => {
    assert.ok(ENGLISH.size > 150)
    for (const language of TRANSLATED) {
      const { counts, texts } = wordsFor(language)
      assert.equal(
        counts.untranslated,
        0,
        `${language} is not whole: npm run words says what is missing`,
      )
      const wrong = [...ENGLISH].flatMap(([key, english]) => {
        const problem = problemWith(english, texts.get(key) ?? '', pluralForms(language))
        return problem ? [`${language} ${key}: ${JSON.stringify(problem)}`] : []
      })
      assert.deepEqual(wrong, [])
    }
  })

  it('say how far each has come, and are not called checked before a second speaker has', () => {
    assert.equal(wordsFor('en').checked, true)
    for (const language of TRANSLATED) {
      const { counts, checked } = wordsFor(language)
      assert.equal(checked, counts.draft + counts.translated + counts.untranslated === 0, language)
    }
  })

  it('hold numbers in the digits of the reader, in one place: a number as text does not compile', () => {
    const text = 'Use {most} letters or fewer, {name}'
    assert.equal(
      sayIn({ language: 'en' }, text, { most: 5000, name: 'A' }),
      'Use 5,000 letters or fewer, A',
    )
    assert.match(sayIn({ language: 'ckb' }, text, { most: 5000, name: 'A' }), /٥٬٠٠٠/)
    assert.match(sayIn({ language: 'fa' }, text, { most: 200, name: 'A' }), /۲۰۰/)
    // @ts-expect-error -- a number goes through sayIn, which knows the language
    assert.equal(say(text, { most: '5000', name: 'A' }), 'Use 5000 letters or fewer, A')
    // Every place of the English texts that holds a number is one of those that the types keep.
    const numbers = [...ENGLISH.values()].flatMap((t) =>
      typeof t === 'string'
        ? [...t.matchAll(/\{(\w+)\} (?:letters|minutes|days|of \{)/g)].map((m) => m[1])
        : [],
    )
    assert.ok(numbers.length > 5)
    assert.deepEqual(
      [...new Set(numbers)].filter((n) => !['n', 'most', 'all'].includes(n ?? '')),
      [],
    )
  })

  it('count in the forms and digits of each language', () => {
    const text = { many: { one: '{n} thing', other: '{n} things' } }
    assert.equal(sayMany({ language: 'en' }, text, 1), '1 thing')
    assert.equal(sayMany({ language: 'en' }, text, 3), '3 things')
    const arabic = { many: { one: 'شيء', two: 'شيئان', few: '{n} أشياء', other: '{n} شيء' } }
    assert.equal(sayMany({ language: 'ar' }, arabic, 2), 'شيئان')
    assert.equal(sayMany({ language: 'ar' }, arabic, 100), '100 شيء')
    assert.equal(numberIn('ckb', 12), '١٢')
    assert.equal(numberIn('fa', 12), '۱۲')
    assert.equal(pluralForms('cy').length, 6)
  })

  it('fall back to English, saying so, where there are none', () => {
    assert.equal(wordsFor('fr').language, 'en')
  })

  it('are filled in by name', () => {
    assert.equal(say('Hello, {name}', { name: 'Kit' }), 'Hello, Kit')
    assert.equal(say('{a} {b}', { a: '{b}' }), '{b} {b}')
  })

  it('write days on the calendar of London, in the reader’s language', () => {
    const justAfterMidnight = new Date('2026-06-30T23:30:00Z')
    assert.equal(dayIn('en', justAfterMidnight), '1 July 2026')
    assert.equal(dayIn('cy', justAfterMidnight), '1 Gorffennaf 2026')
  })
})
