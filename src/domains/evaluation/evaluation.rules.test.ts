import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarDay } from '#kernel/calendar-day.ts'
import { articleInWords, ARTICLES } from './articles.rules.ts'
import {
  howManyInPublic,
  MISSING_WORDS,
  type Progress,
  PUBLISH_REFUSED,
  whatIsMissing,
} from './assessment.rules.ts'
import { adviceInWords, readingAdvice } from './reading.rules.ts'
import { isDue, reviewLacks } from './review.rules.ts'
import { sectionsMissing } from './template.rules.ts'

const day = (text: string) => {
  const found = calendarDay(text)
  assert.ok(found)
  return found
}

const WHOLE: Progress = {
  affected: true,
  groups: 1,
  options: 2,
  doesNothing: true,
  evidence: 1,
  optionsWithoutImpact: 0,
  impacts: 2,
  involvement: 1,
  notInvolvedBecause: false,
  bestInterests: true,
  decided: true,
  dates: true,
  measures: 1,
  twin: true,
  sectionsMissing: 0,
}

describe('what an assessment lacks', () => {
  it('is nothing when it is whole', () => assert.deepEqual(whatIsMissing(WHOLE), []))

  it('is named for each thing that is not there', () => {
    const cases: readonly (readonly [Partial<Progress>, string])[] = [
      [{ groups: 0 }, 'publish_needs_who_is_affected'],
      [{ options: 1 }, 'publish_needs_options'],
      [{ doesNothing: false }, 'publish_needs_options'],
      [{ evidence: 0 }, 'publish_needs_evidence'],
      [{ optionsWithoutImpact: 1 }, 'publish_needs_impacts'],
      [{ involvement: 0 }, 'publish_needs_children'],
      [{ decided: false }, 'publish_needs_best_interests'],
      [{ measures: 0 }, 'publish_needs_monitoring'],
      [{ dates: false }, 'publish_needs_monitoring'],
      [{ twin: false }, 'publish_needs_twin'],
      [{ sectionsMissing: 1 }, 'publish_needs_sections'],
    ]
    for (const [without, missing] of cases) {
      assert.deepEqual(whatIsMissing({ ...WHOLE, ...without }), [missing])
    }
    assert.deepEqual(whatIsMissing({ ...WHOLE, involvement: 0, notInvolvedBecause: true }), [])
  })

  it('is said in words, when the database refuses too', () => {
    for (const [code, { text }] of Object.entries(MISSING_WORDS)) {
      assert.equal(PUBLISH_REFUSED[code], text)
    }
  })

  it('counts the sections that only this template has', () => {
    const section = (key: string) => ({ key, part: 'text', title: key, prompt: '' }) as const
    const definition = { stages: [{ title: 'One', sections: [section('a'), section('b')] }] }
    assert.equal(sectionsMissing({ definition }, { a: 'Said', b: '' }), 1)
    assert.equal(sectionsMissing({ definition }, { a: 'Said', b: 'Said' }), 0)
  })
})

describe('the Convention', () => {
  it('has 42 articles that give rights, by their own numbers', () => {
    assert.equal(ARTICLES.length, 42)
    assert.equal(articleInWords(3), 'Article 3: Best interests first')
    assert.equal(articleInWords(12), 'Article 12: Being heard')
    assert.equal(articleInWords(35), 'Article 35: Safe from sale and trafficking')
    assert.equal(articleInWords(39), 'Article 39: Recovery after harm')
    assert.equal(articleInWords(42), 'Article 42: Knowing these rights')
  })
})

describe('how many were asked', () => {
  it('is not counted out for a handful', () => {
    assert.deepEqual([1, 4, 5, 14].map(howManyInPublic), [
      'Fewer than 5',
      'Fewer than 5',
      '5',
      '14',
    ])
  })
})

describe('how hard a text is to read', () => {
  it('is more for long sentences and long words', () => {
    const easy = readingAdvice('You can say no. We ask you again next week.')
    const hard = readingAdvice(
      'Notwithstanding considerations regarding accommodation, individual circumstances will be evaluated.',
    )
    assert.ok(easy && hard)
    assert.ok(easy.age <= 8, `an easy text came out at ${easy.age}`)
    assert.ok(hard.age >= 16, `a hard text came out at ${hard.age}`)
    assert.equal(easy.sentences, 2)
    assert.deepEqual(easy.hardWords, [])
    assert.ok(hard.hardWords.includes('accommodation'))
  })

  it('names a sentence that holds too much', () => {
    const long = `${'we go on '.repeat(6)}and on.`
    assert.equal(readingAdvice(`Stop. ${long}`)?.longSentences.length, 1)
    assert.match(adviceInWords(long).join(' '), /This sentence is long/)
  })

  it('says nothing of a text with no words', () => {
    for (const text of ['', '  ', '123 …']) assert.deepEqual(adviceInWords(text), [])
  })
})

describe('a review', () => {
  const state = {
    dueOn: '2027-06-01',
    unanswered: 0,
    askedChildren: true,
    unintended: true,
    whatNext: true,
    nextReviewOn: '2028-06-01',
    noMoreBecause: false,
  }

  it('is due from its day on', () => {
    assert.equal(isDue(state, day('2027-05-31')), false)
    assert.equal(isDue(state, day('2027-06-01')), true)
    assert.equal(isDue(state, day('2031-01-01')), true)
  })

  it('lacks what has not been said, and a next day or a reason for none, and only one of them', () => {
    const today = day('2027-07-01')
    assert.deepEqual(reviewLacks(state, today), [])
    assert.deepEqual(reviewLacks(state, day('2027-05-01')), ['review_not_due'])
    assert.deepEqual(reviewLacks({ ...state, unanswered: 1 }, today), ['review_needs_findings'])
    assert.deepEqual(reviewLacks({ ...state, whatNext: false }, today), ['review_needs_words'])
    const none = { ...state, nextReviewOn: undefined }
    assert.deepEqual(reviewLacks(none, today), ['review_needs_next'])
    assert.deepEqual(reviewLacks({ ...none, noMoreBecause: true }, today), [])
    assert.deepEqual(reviewLacks({ ...state, noMoreBecause: true }, today), ['review_needs_next'])
    assert.deepEqual(reviewLacks({ ...state, nextReviewOn: '2027-07-01' }, today), [
      'review_needs_next',
    ])
  })
})
