import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarDay } from '#kernel/calendar-day.ts'
import { monthsBetween, monthsOld, treatedAs } from './age.rules.ts'
import { dayAged, daysAged, placeOf } from './due.rules.ts'

const day = (text: string) => calendarDay(text) ?? assert.fail(text)
const today = day('2026-11-25')
const born = (from: string, to = from) => ({ earliest: day(from), latest: day(to) })

describe('somebody whose age is doubted', () => {
  const says = born('2009-04-01', '2009-04-30')
  const assessed = born('2007-01-01', '2007-12-31')

  it('is treated as a child while nothing is decided, whatever any claim says', () => {
    assert.deepEqual(treatedAs([assessed], [{ outcome: 'open' }], today), {
      asChild: true,
      because: 'nothing-is-decided',
    })
    assert.equal(treatedAs([assessed], [{ outcome: 'challenged' }], today).asChild, true)
    assert.equal(treatedAs([says, assessed], [], today).asChild, true)
    assert.equal(treatedAs([], [], today).asChild, true)
    assert.equal(treatedAs([born('2000-01-01')], [{ outcome: 'over_18' }], today).asChild, false)
  })

  it('has no older age for services than a child while nothing is decided', () => {
    const open = monthsOld([assessed], [{ outcome: 'open' }], today)
    assert.deepEqual(open, { from: 215, to: 215 })
    const both = monthsOld([says, assessed], [{ outcome: 'open' }], today)
    assert.ok((both?.from ?? 0) < 216 && (both?.to ?? 999) < 216)
    assert.deepEqual(monthsOld([says], [{ outcome: 'open' }], today), monthsOld([says], [], today))
  })

  it('counts months as calendars do, and the last of a month where it is shorter', () => {
    assert.equal(monthsBetween(day('2010-11-26'), today), 191)
    assert.equal(monthsBetween(day('2010-11-25'), today), 192)
    assert.equal(dayAged(day('2008-02-29'), 216), '2026-02-28')
    assert.equal(dayAged(day('2008-02-29'), 192), '2024-02-29')
    assert.deepEqual(daysAged([says, assessed], 216), born('2025-01-01', '2027-04-30'))
  })

  it('gives what either of two ages gives', () => {
    const from16 = { fromMonths: 192, untilMonths: 216 }
    assert.equal(placeOf(from16, { from: 190, to: 200 }), 'now')
    assert.equal(placeOf(from16, { from: 100, to: 191 }), 'later')
    assert.equal(placeOf(from16, { from: 216, to: 220 }), 'past')
    assert.equal(placeOf(from16, { from: 215, to: 230 }), 'now')
  })
})
