import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { wordsFor } from '#domains/words/index.ts'
import { NATIONS, RIGHT_TEXTS, type Nation, type Situation } from './rights-texts.rules.ts'
import { agesOf, isPast, isSure, readSituations, SITUATIONS, textsFor } from './rights.rules.ts'

const day = (text: string): CalendarDay => {
  const found = calendarDay(text)
  assert.ok(found)
  return found
}
const today = day('2026-11-25')
const claim = (from: string, to = from) => ({ earliest: day(from), latest: day(to) })
const child = agesOf([claim('2012-05-01')], today)
const nearly = agesOf([claim('2009-06-01')], today)
const grown = agesOf([claim('2005-01-01')], today)

const codes = (nation: Nation, ages = child, situations: readonly Situation[] = []) =>
  textsFor({ nation, ages, situations }).map((t) => t.code)

describe('which rights are for whom', () => {
  it('while any claim makes them under 18, they are treated as under 18; with no claim too', () => {
    assert.deepEqual(agesOf([], today), { child: true, inDoubt: false, sixteen: false })
    const doubted = agesOf([claim('2009-04-01'), claim('2007-01-01', '2007-12-31')], today)
    assert.deepEqual(doubted, { child: true, inDoubt: true, sixteen: true })
    assert.equal(agesOf([claim('2008-11-25')], today).child, false)
    assert.equal(agesOf([claim('2008-11-26')], today).child, true)
    assert.equal(agesOf([claim('2008-01-01', '2008-12-31')], today).child, true)
  })

  it('every reader of every nation and age has texts, each once, and somebody independent', () => {
    for (const nation of NATIONS) {
      for (const ages of [child, nearly, grown]) {
        const shown = codes(nation, ages)
        assert.equal(new Set(shown).size, shown.length)
        assert.ok(shown.length >= 12, `${nation}: ${shown.length}`)
        assert.equal(shown.filter((c) => c.startsWith('independent_')).length, 1, nation)
        for (const code of [
          'heard',
          'interpreter',
          'see_written',
          'correction',
          'complain',
        ] as const)
          assert.ok(shown.includes(code), `${nation} ${code}`)
      }
    }
  })

  it('a text of one nation is shown in no other', () => {
    assert.ok(codes('scotland').includes('independent_scotland'))
    assert.ok(!codes('england').includes('independent_scotland'))
    assert.ok(codes('wales').includes('independent_england_wales'))
    assert.deepEqual(
      NATIONS.map((n) => codes(n, grown).filter((c) => c.startsWith('after_18'))),
      NATIONS.map((n) => [`after_18_${n}`]),
    )
  })

  it('help after 18 is for those of 16 and more by any claim, or who say that they are grown up soon', () => {
    assert.ok(!codes('england', child).includes('after_18_england'))
    assert.ok(codes('england', nearly).includes('after_18_england'))
    assert.ok(codes('england', grown).includes('after_18_england'))
    assert.ok(codes('england', child, ['grown_up']).includes('after_18_england'))
  })

  it('what is for under 18 is not shown to somebody who is not, whatever they choose', () => {
    const shown = codes('england', grown, SITUATIONS)
    assert.deepEqual(
      RIGHT_TEXTS.filter((t) => t.ages === 'under_18' && shown.includes(t.code)),
      [],
    )
  })

  it('about a doubted age is shown when claims differ, or when they choose it; to nobody else', () => {
    const doubted = agesOf([claim('2010-01-01'), claim('2007-01-01')], today)
    assert.ok(codes('wales', doubted).includes('age'))
    assert.ok(codes('wales', child, ['age']).includes('age'))
    assert.ok(!codes('wales', child).includes('age'))
  })

  it('each situation adds what is about it and takes nothing away', () => {
    const plain = codes('england')
    for (const situation of SITUATIONS) {
      const shown = codes('england', child, [situation])
      assert.ok(shown.length > plain.length, situation)
      assert.ok(
        plain.every((code) => shown.includes(code)),
        situation,
      )
    }
    assert.deepEqual(readSituations(['care', 'nonsense', 'moving']), ['care', 'moving'])
  })

  it('each text has words, a source, a day, and a nation; none is sure where it was not read', () => {
    const written = Object.keys(wordsFor('en').words.rights.texts)
    assert.deepEqual(new Set(RIGHT_TEXTS.map((t) => t.code)), new Set(written))
    for (const text of RIGHT_TEXTS) {
      assert.ok(text.source.length > 10 && calendarDay(text.reviewedOn), text.code)
      assert.ok(
        text.sureIn.every((n) => text.nations.includes(n)),
        text.code,
      )
    }
    const plan = RIGHT_TEXTS.find((t) => t.code === 'plan')
    assert.ok(plan && isSure(plan, 'england') && !isSure(plan, 'scotland'))
  })

  it('a check holds to its last day and not a day longer', () => {
    assert.equal(isPast('2026-08-27', 90, today), false)
    assert.equal(isPast('2026-08-26', 90, today), true)
  })
})
