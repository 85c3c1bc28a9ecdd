import { londonDayAndTime } from '#kernel/london-time.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { endEverything } from '#domains/coming-and-going/index.ts'
import { askedPage, type Child, type Meanwhile } from '#domains/children/index.ts'
import { formAnswer } from '../form-answer.ts'
import { auditOf, childOf, episodeOf, hrefOf } from '../child-of-page.ts'
import {
  addEpisode,
  changeEpisode,
  type Episode,
  episodesOf,
  holdEpisodes,
  type Report,
} from '../episode.queries.ts'
import { refuseSpan, SPAN_REFUSED, KINDS } from '../missing.rules.ts'
import { reviewOwed } from '../owed.ts'
import { planView } from '../own-plan/plan.view.ts'
import { planOf } from '../plan.queries.ts'
import { reading } from '../read.form.ts'
import { readReport, reportAsks, reportTyped } from './report.form.ts'

const url = '/children/:childId/missing'
const may = 'missing.write'

export const askReport: Page = {
  method: 'GET',
  url: `${url}/report`,
  may,
  audit: auditOf('missing.ask'),
  async answer(visit): Promise<Answer> {
    return shown(visit, { child: await childOf(visit), episode: undefined }, {}, [])
  },
}

/** The report: from now on the search is looked at, and the young person's own pages are shut on every device. */
export const reportMissing: Page = {
  method: 'POST',
  url: `${url}/report`,
  may,
  audit: auditOf('missing.report'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const at = { child, episode: undefined }
    const read = reading(visit.form, visit.now)
    const report = readReport(read)
    if (!report || read.problems.length > 0) {
      return shown(visit, at, typedIn(visit.form), read.problems)
    }
    await holdEpisodes(visit.tx, child.id)
    const problem = await againstOthers(visit, child, report, undefined)
    if (problem) return shown(visit, at, typedIn(visit.form), [problem])
    const id = await addEpisode(visit.tx, child.id, report)
    await reviewOwed(visit.tx, child.id, { kind: 'missing_episode', id }, visit.now)
    const sessions = await endEverything(visit.tx, child.id, 'missing', visit.now, true)
    visit.note({ kind: report.kind, sessions: sessions ?? 0 })
    return { kind: 'redirect', to: hrefOf(child, { id }) }
  },
}

export const askChangeReport: Page = {
  method: 'GET',
  url: `${url}/:episode/change`,
  may,
  audit: auditOf('missing.ask'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const episode = await episodeOf(visit, child)
    if (!episode) return { kind: 'not-found' }
    return shown(visit, { child, episode }, reportTyped(episode), [])
  },
}

export const changeReport: Page = {
  method: 'POST',
  url: `${url}/:episode/change`,
  may,
  audit: auditOf('missing.change'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const episode = await episodeOf(visit, child)
    if (!episode) return { kind: 'not-found' }
    const at = { child, episode }
    const typed = typedIn(visit.form)
    const read = reading(visit.form, visit.now)
    const report = readReport(read)
    if (!report || read.problems.length > 0) return shown(visit, at, typed, read.problems)
    await holdEpisodes(visit.tx, child.id)
    const problem = await againstOthers(visit, child, report, episode)
    if (problem) return shown(visit, at, typed, [problem])
    if (await changeEpisode(visit.tx, episode.id, versionOf(visit.form), report)) {
      return { kind: 'redirect', to: hrefOf(child, episode) }
    }
    return shown(visit, at, typed, [], saidNow(episode))
  },
}

/** Contradictions with what is written down already: found before missing, still missing, two times at once. */
async function againstOthers(
  visit: Visit,
  child: Child,
  report: Report,
  changed: Episode | undefined,
): Promise<Problem | undefined> {
  const until = changed?.endedAt
  if (until && report.missingSince >= until) {
    const text = `They were found on ${londonDayAndTime(until)}: it must begin before that`
    return { field: 'since', text }
  }
  if (changed?.endedHow === 'in_error') return undefined
  const others = (await episodesOf(visit.tx, child.id)).filter(
    (e) => e.id !== changed?.id && e.endedHow !== 'in_error',
  )
  const refusal = refuseSpan(
    { since: report.missingSince, until },
    others.map((e) => ({ since: e.missingSince, until: e.endedAt })),
  )
  return refusal && { field: 'since', text: SPAN_REFUSED[refusal] }
}

const saidNow = (e: Episode): Meanwhile => ({
  by: undefined,
  lines: [
    { label: 'Missing or away', text: KINDS[e.kind] },
    { label: 'Since', text: londonDayAndTime(e.missingSince) },
    { label: 'Last seen', text: e.lastSeenPlace },
    { label: 'What is feared', text: e.risk },
    { label: 'Police reference', text: e.policeReference ?? '' },
  ],
})

const INTRO = [
  'If they may be in danger now, call 999 first. What you know is enough: it can be changed later.',
  'When you save, they are signed out of their own pages on every device, so that nobody else can read them.',
]

async function shown(
  visit: Visit,
  { child, episode }: { readonly child: Child; readonly episode: Episode | undefined },
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  meanwhile?: Meanwhile,
): Promise<Answer> {
  const page = askedPage({
    title: episode ? 'Change what the report says' : 'Report them missing',
    child,
    back: hrefOf(child, episode),
    intro: episode ? [] : INTRO,
    asks: reportAsks,
    typed,
    version: episode?.version ?? 0,
    submit: episode ? 'Save' : 'Report them missing',
    problems,
    meanwhile,
  })
  const plan = episode ? undefined : planView(await planOf(visit.tx, child.id))
  return formAnswer(page, { topic: episode ? '' : 'missing', plan })
}
