import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { londonInstant, londonWallClock } from '#kernel/london-time.ts'
import { sys } from '#tests/support/people.ts'
import { world } from '#tests/support/world.ts'
import type { Nation } from './bank-holidays.rules.ts'
import { countClock, type KnownRules } from './clock.rules.ts'
import { knownRules } from './known-rules.queries.ts'

/** Counted by hand on a paper calendar, with the bank holidays of each nation as they were kept. */
const ENGLAND = [
  // Good Friday 10 April and Easter Monday 13 April 2020
  ['nrm.reasonable-grounds', '2020-04-06', '2020-04-15'],
  // the early May holiday of 2020 was on Friday 8 May, and Monday 4 May was worked
  ['nrm.reasonable-grounds', '2020-05-01', '2020-05-11'],
  // 29 February 2020 was a Saturday, in 2024 a Thursday
  ['nrm.reasonable-grounds', '2020-02-27', '2020-03-05'],
  ['nrm.reasonable-grounds', '2024-02-28', '2024-03-06'],
  // Christmas Day and Boxing Day 2021 fell on a weekend: 27 and 28 December instead
  ['nrm.reasonable-grounds', '2021-12-22', '2021-12-31'],
  // the Platinum Jubilee: 2 and 3 June 2022, and Monday 30 May was worked
  ['nrm.reasonable-grounds', '2022-05-30', '2022-06-08'],
  ['cp.referral-decision', '2022-05-27', '2022-05-30'],
  // the Queen's funeral on Monday 19 September 2022
  ['nrm.reasonable-grounds', '2022-09-15', '2022-09-23'],
  // the coronation on Monday 8 May 2023, a week after the early May holiday
  ['nrm.reasonable-grounds', '2023-04-28', '2023-05-09'],
  ['cp.referral-decision', '2023-08-25', '2023-08-29'],
  ['cp.conference', '2024-12-09', '2025-01-02'],
  ['cp.assessment', '2026-03-02', '2026-05-07'],
  ['care.review-first', '2025-07-01', '2025-07-29'],
  ['care.placement-plan', '2026-12-21', '2026-12-30'],
  ['care.plan', '2026-03-26', '2026-04-13'],
  // what begins on a Saturday or a bank holiday begins to count on the next working day
  ['care.placement-plan', '2026-08-29', '2026-09-07'],
  ['care.placement-plan', '2026-08-31', '2026-09-07'],
  // months and their last days
  ['cp.review-first', '2023-11-30', '2024-02-29'],
  ['cp.review-first', '2022-11-30', '2023-02-28'],
  ['care.review-next', '2023-08-31', '2024-02-29'],
  ['care.review-next', '2024-08-31', '2025-02-28'],
  ['care.review-second', '2026-01-15', '2026-04-15'],
  ['care.health-assessment-next', '2024-02-29', '2025-02-28'],
  ['leaving.adviser-visit-next', '2025-12-31', '2026-02-28'],
  // days: weekends and holidays count
  ['nrm.pilot.reasonable-grounds', '2024-01-01', '2024-02-15'],
  ['nrm.pilot.conclusive-grounds', '2024-01-01', '2024-03-31'],
  ['nrm.pilot.conclusive-grounds', '2023-01-01', '2023-04-01'],
  ['nrm.recovery-period', '2023-01-29', '2023-03-15'],
  ['nrm.recovery-period', '2023-01-30', '2023-03-01'],
  ['care.visit-next', '2024-02-01', '2024-03-14'],
  ['leaving.home-first-review', '2024-02-01', '2024-02-29'],
] as const
const WALES = [
  // Christmas, Boxing Day and New Year are not counted
  ['care.plan', '2024-12-16', '2025-01-02'],
  ['care.visit-first', '2024-02-26', '2024-03-04'],
  ['care.visit-next', '2026-01-01', '2026-02-12'],
  ['care.visit-settled', '2025-11-30', '2026-02-28'],
  ['cp.conference', '2024-12-09', '2025-01-02'],
  ['nrm.reasonable-grounds', '2022-09-15', '2022-09-23'],
  ['uasc.transfer', '2026-03-26', '2026-04-13'],
  ['care.needs-assessment', '2026-11-30', '2027-02-28'],
  ['leaving.pathway-review', '2026-08-31', '2027-02-28'],
] as const
const SCOTLAND = [
  // six weeks to the day that a leap year has more; months end on their own last day
  ['care.review-first', '2024-01-18', '2024-02-29'],
  ['care.review-second', '2024-02-29', '2024-05-29'],
  ['care.review-next', '2025-08-31', '2026-02-28'],
  ['care.visit-first', '2023-02-26', '2023-03-05'],
  ['care.visit-next', '2023-11-30', '2024-02-29'],
  // 2 January is kept, Easter Monday is not
  ['cp.core-group', '2024-12-09', '2025-01-03'],
  ['strategy.discussion', '2024-03-28', '2024-04-01'],
  ['strategy.discussion', '2021-12-31', '2022-01-05'],
  // summer is the first Monday of August, and the last one is worked
  ['strategy.discussion', '2023-08-04', '2023-08-08'],
  ['strategy.discussion', '2023-08-25', '2023-08-28'],
  // St Andrew's Day 2025 was a Sunday, so Monday 1 December
  ['strategy.discussion', '2025-11-28', '2025-12-02'],
  ['strategy.discussion', '2027-11-29', '2027-12-01'],
  // one day for the World Cup in 2026, in Scotland alone
  ['strategy.discussion', '2026-06-12', '2026-06-16'],
  ['uasc.transfer', '2025-11-24', '2025-12-09'],
  ['cp.conference', '2024-02-01', '2024-02-29'],
  ['cp.conference', '2023-02-01', '2023-03-01'],
  ['cp.conference-again', '2022-05-30', '2022-06-15'],
  ['cp.conference-record', '2023-04-28', '2023-05-16'],
  ['cp.plan-changes-told', '2024-02-27', '2024-03-01'],
  ['leaving.pathway-review', '2026-08-31', '2027-02-28'],
  // the Home Office decides in England, by the bank holidays of England
  ['nrm.reasonable-grounds', '2024-12-27', '2025-01-06'],
] as const
const NORTHERN_IRELAND = [
  // 17 March and 12 July, and the Mondays after them when they fall on a weekend
  ['concern.second-look', '2024-03-15', '2024-03-19'],
  ['concern.second-look', '2027-03-16', '2027-03-18'],
  ['concern.second-look', '2025-07-11', '2025-07-15'],
  ['cp.conference', '2026-07-03', '2026-07-27'],
  ['cp.conference', '2024-12-09', '2025-01-02'],
  ['uasc.transfer', '2026-03-16', '2026-03-31'],
  ['nrm.pilot.reasonable-grounds', '2025-12-01', '2026-01-15'],
  ['care.needs-assessment', '2027-11-30', '2028-02-29'],
  ['leaving.pathway-review', '2026-05-31', '2026-11-30'],
  ['nrm.reasonable-grounds', '2026-03-16', '2026-03-23'],
] as const
const BY_HAND: readonly (readonly [Nation, readonly (readonly [string, string, string])[]])[] = [
  ['england', ENGLAND],
  ['wales', WALES],
  ['scotland', SCOTLAND],
  ['northern_ireland', NORTHERN_IRELAND],
]

const at = (text: string): Date => {
  const instant = londonInstant(text)
  assert.ok(instant, text)
  return instant
}

describe('the clocks, against examples worked by hand', () => {
  let known: KnownRules
  const count = (nation: Nation, rule: string, startedAt: Date) =>
    countClock({ rule, nation, startedAt, pauses: [] }, known)

  before(async () => {
    const w = await world()
    known = await w.acting(sys, (tx) => knownRules(tx))
  })

  for (const [nation, examples] of BY_HAND) {
    it(`are right in ${nation}, at any hour of the day it began`, () => {
      for (const [rule, began, due] of examples) {
        for (const hour of ['00:00', '09:30', '23:59']) {
          const { due: counted } = count(nation, rule, at(`${began}T${hour}`))
          assert.equal(counted?.on, due, `${rule} from ${began} ${hour}`)
          assert.equal(counted.beyondKnown, false)
          assert.equal(londonWallClock(new Date(counted.at.getTime() - 1)), `${due}T23:59`)
        }
      }
    })
  }

  it('count 72 hours that really pass, when the clocks change in between', () => {
    const interview = (began: string) =>
      londonWallClock(count('england', 'missing.return-interview', at(began)).due?.at ?? at(began))
    assert.equal(interview('2026-03-28T10:00'), '2026-03-31T11:00')
    assert.equal(interview('2026-10-24T10:00'), '2026-10-27T09:00')
    assert.equal(interview('2024-02-27T10:00'), '2024-03-01T10:00')
    const worker = count('wales', 'key-worker.allocation', at('2026-12-24T17:30'))
    assert.equal(worker.due?.at.toISOString(), '2026-12-25T17:30:00.000Z')
  })

  it('give no last day to what has none, and say that a nation has no such rule', () => {
    const conclusive = count('wales', 'nrm.conclusive-grounds', at('2026-01-05T09:00'))
    assert.equal(conclusive.rule?.counted, 'as_soon_as_possible')
    assert.equal(conclusive.due, undefined)
    const none = count('wales', 'care.review-first', at('2026-01-05T09:00'))
    assert.deepEqual(none, { rule: undefined, due: undefined })
    const before2014 = count('england', 'missing.return-interview', at('2013-06-01T09:00'))
    assert.equal(before2014.rule, undefined)
  })

  it('say when they were counted over a year whose bank holidays are not known', () => {
    const into2028 = count('england', 'care.review-first', at('2027-12-15T09:00')).due
    assert.equal(into2028?.beyondKnown, true)
    assert.equal(into2028.on, '2028-01-14')
    assert.equal(
      count('england', 'care.placement-plan', at('2027-12-15T09:00')).due?.beyondKnown,
      false,
    )
    assert.equal(
      count('scotland', 'cp.conference', at('2027-12-15T09:00')).due?.beyondKnown,
      false,
      'days need no bank holidays',
    )
  })
})
