import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarDay } from '#kernel/calendar-day.ts'
import { findNames } from '#domains/identification/nrm/names.rules.ts'
import { problemsOf } from '#domains/identification/nrm/problems.rules.ts'
import { BEGUN_IN_STORY, WHOLE } from './words/referral.ts'

describe('invented referrals', () => {
  it('are what the form would accept, where a colleague found them ready', () => {
    const day = calendarDay('2026-11-25')
    assert.ok(day)
    const names = [
      'reference',
      'pv-name-first-name',
      'pv-name-last-name',
      'fr-details-first-name',
      'fr-details-last-name',
    ]
    const answers = new Map([
      ...Object.entries(WHOLE),
      ...names.map((n) => [n, 'Somebody'] as const),
    ])
    assert.deepEqual(problemsOf({ answers, files: 0 }, day), [])
  })

  it('hold no name of the young person of the story', () => {
    const named = [{ name: 'Yoni', whose: 'child' as const }]
    assert.deepEqual(findNames(new Map(Object.entries(BEGUN_IN_STORY)), named), [])
  })
})
