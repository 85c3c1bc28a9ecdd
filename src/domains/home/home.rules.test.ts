import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from '#tests/support/examples.ts'
import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import { gapInWords, monthsOn, RELATIONS, waitsForManager } from './home.rules.ts'

const day = (text: string) => calendarDay(text) ?? assert.fail(text)
const today = day('2026-11-25')

describe('who lives where a child lives', () => {
  const adult = (relation: keyof typeof RELATIONS, again?: string, untilOn?: string) => ({
    relation,
    again: again === undefined ? undefined : day(again),
    untilOn: untilOn === undefined ? undefined : day(untilOn),
  })

  it('is for a manager to look at when somebody is not related, or nobody knows, and for nobody else', () => {
    const waiting = (
      ['carer', 'carers_family', 'own_family', 'staff', 'unrelated', 'not_known'] as const
    ).filter((relation) => waitsForManager(adult(relation), today))
    assert.deepEqual(waiting, ['unrelated', 'not_known'])
  })

  it('is looked at again on its day, and no more once they left', () => {
    assert.equal(waitsForManager(adult('unrelated', '2026-11-26'), today), false)
    assert.equal(waitsForManager(adult('unrelated', '2026-11-25'), today), true)
    assert.equal(waitsForManager(adult('unrelated', undefined, '2026-11-01'), today), false)
  })
})

describe('a gap in training', () => {
  it('says whose it is, what it is, and until when it held', () => {
    const gap = { carer: 'Jo Hill', called: 'Signs of exploitation', lapsedOn: day('2026-10-01') }
    assert.equal(
      gapInWords(gap, inWords),
      'Jo Hill: Signs of exploitation, which held until 1 October 2026',
    )
    assert.match(gapInWords({ ...gap, lapsedOn: undefined }, inWords), /have not learnt/)
    const nobody = { carer: undefined, called: 'Nobody is written down', lapsedOn: undefined }
    assert.equal(gapInWords(nobody, inWords), 'Nobody is written down')
  })

  it('is counted in months that end on a day there is', () => {
    assert.equal(monthsOn(day('2026-08-31'), 6), '2027-02-28')
    assert.equal(monthsOn(day('2024-02-29'), 12), '2025-02-28')
    const months = fc.integer({ min: 0, max: 120 })
    const days = fc.integer({ min: 1, max: 28 })
    fc.assert(
      fc.property(days, months, (d, n) => {
        const from = day(`2026-03-${String(d).padStart(2, '0')}`)
        assert.equal(monthsOn(from, n).slice(8), from.slice(8))
      }),
    )
  })
})
