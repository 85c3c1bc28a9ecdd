import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { POLICY } from '../disclosure.rules.ts'
import {
  findLastRegisterRelease,
  type OutcomeSaid,
  outcomesSaid,
  type RegisterRelease,
} from '../register.queries.ts'
import { type ReportingYear, reportingYears } from '../reporting-year.rules.ts'
import { countedWaits } from '../waits.queries.ts'
import { addPlan, type AnalysisPlan, planAt, plansOf } from './plan.queries.ts'
import { readPlan } from './plan.form.ts'
import { saidTables, standingRows, timeline } from './see-referred.view.ts'
import { lastRelease } from '../ledger.queries.ts'

const url = '/area/referred'

/** The mechanism beside what young people say of their lives, children not referred among them, and how to read it. */
export const seeReferred: Page = {
  method: 'GET',
  url,
  may: 'area.see',
  audit: { action: 'area.referred' },
  async answer(visit): Promise<Answer> {
    const { tx, query } = visit
    const years = reportingYears(londonCalendarDay(visit.now))
    const year = chosenYear(query['year'], years)
    if (!year) return { kind: 'not-found' }
    const release = await findLastRegisterRelease(tx, year)
    const waits = await lastRelease(tx, 'wait_release', year)
    if (release) visit.note({ release: release.id })
    const plans = await plansOf(tx)
    const page = {
      organisation: visit.actor.organisationName,
      year: year.name,
      others: years
        .filter((y) => y.begins !== year.begins)
        .map((y) => ({ href: `?year=${y.begins}`, text: y.name })),
      timeline: waits ? timeline(waits, await countedWaits(tx)) : [],
      ...pictureOf(release, await outcomesSaid(tx)),
      ...planBeside(plans, release?.madeAt ?? visit.now),
    }
    return {
      kind: 'view',
      template: 'domains/statistics/see-referred/see-referred.njk',
      model: { page },
    }
  },
}

/** What the release of the register says of those referred and those not. */
const pictureOf = (
  release: RegisterRelease | undefined,
  outcomes: readonly OutcomeSaid[],
): Readonly<Record<string, unknown>> => ({
  title: 'Referred and not referred, and what young people say',
  smallestShown: POLICY.smallestShown,
  percentFrom: POLICY.percentFrom,
  picture: release && { number: release.number, madeAt: release.madeAt },
  standing: release ? standingRows(release) : [],
  tables: release ? saidTables(release.figures, outcomes) : [],
})

/** The plan by which the figures were made, and every version there is. */
const planBeside = (plans: readonly AnalysisPlan[], at: Date) => ({
  plan: planAt(plans, at),
  newer: plans.some((p) => p.at > at),
  versions: plans,
})

/** Left out or empty is this year; one that is not in the list, or two, is none. */
function chosenYear(asked: unknown, years: readonly ReportingYear[]): ReportingYear | undefined {
  return years.find((year, n) => (asked ? String(year.begins) === asked : n === 0))
}

/** The next version of the plan: whole, with why it changes. Earlier ones stay. */
const ask: Page = {
  method: 'GET',
  url: `${url}/plan`,
  may: 'area.see',
  audit: { action: 'area.referred' },
  answer: (visit) => shown(visit, []),
}

const write: Page = {
  method: 'POST',
  url: `${url}/plan`,
  may: 'area.see',
  audit: { action: 'area.plan' },
  async answer(visit): Promise<Answer> {
    const read = readPlan(visit.form)
    if ('problems' in read) return shown(visit, read.problems)
    const newest = (await plansOf(visit.tx))[0]?.version ?? 0
    const first = versionOf(visit.form) === newest
    if (first && (await addPlan(visit.tx, newest + 1, read.value))) {
      return { kind: 'redirect', to: url }
    }
    return shown(visit, [], true)
  },
}

export const referredPages: readonly Page[] = [seeReferred, ask, write]

async function shown(
  visit: Visit,
  problems: readonly Problem[],
  conflict = false,
): Promise<Answer> {
  const newest = (await plansOf(visit.tx))[0]
  const again = problems.length > 0 || conflict
  const page = {
    title: 'The plan by which the figures are read',
    version: problems.length > 0 ? versionOf(visit.form) : (newest?.version ?? 0),
    values: again ? typedIn(visit.form) : { ...newest, because: '' },
    conflict: conflict ? newest : undefined,
    errors: errorsOf(problems),
  }
  const wrong = again ? 422 : 200
  return {
    kind: 'view',
    status: conflict ? 409 : wrong,
    template: 'domains/statistics/see-referred/plan.njk',
    model: { page },
  }
}
