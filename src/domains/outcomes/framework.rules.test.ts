import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from '#tests/support/examples.ts'
import { type CalendarDay, calendarDay } from '#kernel/calendar-day.ts'
import { type BirthClaim, refuseFramework } from './framework.rules.ts'
import {
  isLanguageTag,
  languageDirection,
  languageName,
  ownLanguageName,
} from '#kernel/languages.ts'

const day = (text: string): CalendarDay => {
  const found = calendarDay(text)
  assert.ok(found)
  return found
}

const today = day('2026-11-21')
const born = (text: string): BirthClaim => ({ earliest: day(text), latest: day(text) })
const adults = { population: { for: 'adult', labelledForUnder18: false }, status: 'live' } as const

describe('a framework made for adults', () => {
  it('is refused for a 15-year-old', () => {
    assert.equal(refuseFramework(adults, [born('2011-06-01')], today), 'made-for-adults')
  })

  it('is refused when only one of several claims makes the person under 18', () => {
    assert.equal(
      refuseFramework(adults, [born('2000-01-01'), born('2010-01-01')], today),
      'made-for-adults',
    )
  })

  it('is refused when a range leaves room for being under 18', () => {
    const range = { earliest: day('2005-01-01'), latest: day('2009-12-31') }
    assert.equal(refuseFramework(adults, [range], today), 'made-for-adults')
    assert.equal(
      refuseFramework(adults, [{ earliest: day('2005-01-01'), latest: undefined }], today),
      'made-for-adults',
    )
  })

  it('is refused when nothing is known about the age', () => {
    assert.equal(refuseFramework(adults, [], today), 'age-not-known')
  })

  it('is allowed from the eighteenth birthday', () => {
    assert.equal(refuseFramework(adults, [born('2008-11-21')], today), undefined)
    assert.equal(refuseFramework(adults, [born('2008-11-22')], today), 'made-for-adults')
  })

  it('is allowed for a child once it is labelled as fit for people under 18', () => {
    const labelled = { ...adults, population: { for: 'adult', labelledForUnder18: true } } as const
    assert.equal(refuseFramework(labelled, [born('2011-06-01')], today), undefined)
  })

  it('is never allowed by adding a claim to those that refuse it', () => {
    const births = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2020-12-31'),
      noInvalidDate: true,
    })
    const claim = births.map((d) => born(d.toISOString().slice(0, 10)))
    fc.assert(
      fc.property(fc.array(claim, { minLength: 1 }), claim, (claims, another) => {
        if (refuseFramework(adults, claims, today) === undefined) return
        assert.equal(refuseFramework(adults, [...claims, another], today), 'made-for-adults')
      }),
    )
  })
})

describe('a framework made for children', () => {
  it('is allowed at any age: nothing closes at 18', () => {
    const children = {
      population: { for: 'child', labelledForUnder18: false },
      status: 'live',
    } as const
    for (const claims of [[], [born('2011-06-01')], [born('2001-06-01')]]) {
      assert.equal(refuseFramework(children, claims, today), undefined)
    }
  })

  it('is refused while it is a draft and once it is retired', () => {
    for (const status of ['draft', 'retired'] as const) {
      const children = { population: { for: 'child', labelledForUnder18: false }, status } as const
      assert.equal(refuseFramework(children, [], today), 'not-live')
    }
  })
})

describe('a language', () => {
  it('is known by its tag, its English name and its direction', () => {
    assert.ok(isLanguageTag('ckb') && isLanguageTag('fa-AF'))
    assert.ok(!isLanguageTag('English') && !isLanguageTag('') && !isLanguageTag('__proto__'))
    assert.equal(languageName('cy'), 'Welsh')
    assert.equal(languageName('fa-AF'), 'Dari')
    assert.equal(ownLanguageName('cy'), 'Cymraeg')
    assert.equal(ownLanguageName('ar'), 'العربية')
    assert.equal(ownLanguageName('qqx'), 'qqx')
    assert.equal(languageName('qqx'), 'qqx')
    assert.equal(languageDirection('ar'), 'rtl')
    assert.equal(languageDirection('ckb'), 'rtl')
    assert.equal(languageDirection('vi'), 'ltr')
  })
})
