import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type CalendarDay, calendarDay } from '#kernel/calendar-day.ts'
import { reportingYears } from './reporting-year.rules.ts'

function day(text: string): CalendarDay {
  const found = calendarDay(text)
  assert.ok(found)
  return found
}

describe('the years figures are given for', () => {
  it('begin on 1 April', () => {
    assert.equal(reportingYears(day('2026-03-31'))[0]?.begins, 2025)
    assert.equal(reportingYears(day('2026-04-01'))[0]?.begins, 2026)
    assert.equal(reportingYears(day('2026-12-31'))[0]?.begins, 2026)
  })

  it('follow one another and never overlap, so that none can be taken from another', () => {
    const years = reportingYears(day('2026-11-21'))
    assert.equal(years.length, 5)
    for (const [n, year] of years.entries()) {
      assert.ok(year.from < year.until)
      const next = years[n + 1]
      if (next) assert.equal(next.until, year.from)
    }
  })
})
