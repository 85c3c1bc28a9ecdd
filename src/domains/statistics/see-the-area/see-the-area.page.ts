import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { problemsOf } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type Choices, readCutForm } from '../cut.form.ts'
import { frameworksToChoose, getAreaFramework } from '../framework.queries.ts'
import { findLastRelease } from '../release.queries.ts'
import { reportingYears } from '../reporting-year.rules.ts'
import { areaFile } from './area-file.view.ts'
import type { Chosen } from './area.view.ts'
import { seeTheAreaView } from './see-the-area.view.ts'

const template = 'domains/statistics/see-the-area/see-the-area.njk'

/** The picture for the actor's organisation, as it was last released. Counts nothing itself. */
export const seeTheArea: Page = {
  method: 'GET',
  url: '/area',
  may: 'area.see',
  audit: { action: 'area.see' },
  async answer(visit): Promise<Answer> {
    const choices = await choicesOf(visit)
    if (choices.frameworks.length === 0) {
      return { kind: 'view', template, model: { page: seeTheAreaView({ choices }) } }
    }
    const read = readCutForm(cutFields(visit.query), choices)
    if (!read.success) {
      const page = seeTheAreaView({ choices, problems: problemsOf(read.error) })
      return { kind: 'view', status: 422, template, model: { page } }
    }
    const chosen = await chosenPicture(visit, read.data)
    const page = seeTheAreaView({ choices, chosen, made: visit.query['made'] })
    return { kind: 'view', template, model: { page } }
  },
}

/** The same figures as a file, and no others. */
export const downloadTheArea: Page = {
  method: 'GET',
  url: '/area/figures.csv',
  may: 'area.see',
  audit: { action: 'area.download' },
  async answer(visit): Promise<Answer> {
    const read = readCutForm(cutFields(visit.query), await choicesOf(visit))
    const chosen = read.success ? await chosenPicture(visit, read.data) : undefined
    if (!chosen?.release) return { kind: 'not-found' }
    const body = areaFile(chosen, chosen.release)
    const name = `area-${chosen.year.begins}-picture-${chosen.release.number}.csv`
    return { kind: 'file', name, type: 'text/csv; charset=utf-8', body: `\uFEFF${body}` }
  },
}

export async function choicesOf({ tx, now }: Visit): Promise<Choices> {
  return { years: reportingYears(londonCalendarDay(now)), frameworks: await frameworksToChoose(tx) }
}

export async function chosenPicture(
  visit: Visit,
  asked: { readonly year: Chosen['year']; readonly framework: { readonly id: string } },
): Promise<Chosen> {
  const framework = await getAreaFramework(visit.tx, asked.framework.id)
  const release = await findLastRelease(visit.tx, { year: asked.year, framework })
  // With the audit entry's who and when, this is the ledger of who was given which figures.
  if (release) visit.note({ release: release.id })
  return { organisation: visit.actor.organisationName, year: asked.year, framework, release }
}

/** A year or framework sent twice is no choice; left out or empty means the first of the list. */
export function cutFields(
  query: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const named = ['year', 'framework'].map((name) => [name, query[name] || undefined])
  return Object.fromEntries(named)
}
