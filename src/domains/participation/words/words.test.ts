import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { outcomeLabels } from '#domains/outcomes/index.ts'
import { provisionalSet } from '#domains/outcomes/index.ts'
import { dayIn, PAGE_LANGUAGES, say, wordsFor } from './words.ts'

/** Words that would tell a person looking over a shoulder what this is, in each language of the pages. */
const NEVER: Readonly<Record<string, RegExp>> = {
  en: /traffick|exploit|victim|slaver|surviv|\bcase|perpetrat|offend|abus|gang|\bnrm\b|immigra|asylum|refugee|referral|police/i,
  cy: /masnachu|camfanteisi|dioddefwr|caethwas|goroeswr|\bachos|troseddw|cam-?drin|mewnfud|lloches|ffoadur|heddlu/i,
  ar: /اتجار|استغلال|ضحي|ضحاي|عبودي|قضية|ناجي|ناجين|لجوء|لاجئ|هجرة|شرطة|إساءة/,
}

const PRAISE = /!|！|well done|good job|great|proud|amazing|congrat|score|points|streak|level up/i

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

function places(value: unknown, at = ''): readonly string[] {
  if (typeof value === 'string') {
    return [
      `${at}: ${[...value.matchAll(/\{\w+\}/g)]
        .map(([p]) => p)
        .toSorted()
        .join(' ')}`,
    ]
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => places(inner, `${at}.${key}`))
    : []
}

describe('the words on a young person’s pages', () => {
  it('say nothing, in any language, of what happened to anybody', () => {
    for (const language of PAGE_LANGUAGES) {
      const never = NEVER[language]
      assert.ok(never, `${language} has no list of words it must not say`)
      const said = strings(wordsFor(language).words).filter((s) => never.test(s))
      assert.deepEqual(said, [], language)
    }
  })

  it('would be caught if they did', () => {
    assert.match('About trafficking', NEVER['en'] ?? /^$/)
    assert.match('ضحية', NEVER['ar'] ?? /^$/)
    assert.match('dioddefwr', NEVER['cy'] ?? /^$/)
  })

  it('praise nothing, grade nothing and hurry nobody', () => {
    for (const language of PAGE_LANGUAGES) {
      assert.deepEqual(
        strings(wordsFor(language).words).filter((s) => PRAISE.test(s)),
        [],
        language,
      )
    }
  })

  it('leave the same places to fill in, in every language', () => {
    const english = places(wordsFor('en').words)
    assert.ok(english.length > 150)
    for (const language of PAGE_LANGUAGES) {
      assert.deepEqual(places(wordsFor(language).words), english, language)
    }
  })

  it('are marked as drafts where no speaker has checked them', () => {
    assert.equal(wordsFor('en').state, 'reviewed')
    assert.equal(wordsFor('cy').state, 'draft')
    assert.equal(wordsFor('ar').state, 'draft')
  })

  it('fall back to English, saying so, where there are none', () => {
    assert.equal(wordsFor('ti').language, 'en')
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

describe('the words of the framework a young person is shown', () => {
  it('say nothing in English of what happened to anybody', () => {
    const set = provisionalSet()
    const shown = [...outcomeLabels(set, 'en').values()].flatMap((l) => [
      l.title,
      l.explanation ?? '',
    ])
    assert.ok(shown.length > 20)
    const never = /traffick|exploit|victim|slaver|surviv|\bcase|perpetrat|abus|\bnrm\b/i
    assert.deepEqual(
      shown.filter((s) => never.test(s)),
      [],
    )
  })
})
