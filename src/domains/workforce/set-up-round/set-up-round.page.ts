import { randomBytes } from 'node:crypto'
import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { frameworkVersion, liveFrameworks, type UsedFramework } from '#domains/outcomes/index.ts'
import { asked, typedAndTicked } from '../audit-of-page.ts'
import { eligibleFor, type NewRound, setUpRound } from '../round.queries.ts'
import { drawSample } from '../sample.rules.ts'
import { dayBoxes, type Typed } from '../staff-form.view.ts'
import { chosenOutcomes, setUpForm } from './set-up-round.view.ts'
import { readRoundForm } from './set-up-round.form.ts'
import { teamsOf } from './teams.queries.ts'

const may = 'case-audits.manage'

/** A new round: what it asks, of which records, and how they are drawn. */
export const askRound: Page = {
  method: 'GET',
  url: '/case-audits/new',
  may,
  audit: { action: 'case-audits.set-up.ask' },
  async answer(visit): Promise<Answer> {
    const today = londonCalendarDay(visit.now)
    const typed = {
      ...dayBoxes(
        'from',
        `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`.replace('02-29', '02-28'),
      ),
      ...dayBoxes('to', today),
      size: '10',
      how: 'simple',
      key: randomBytes(8).toString('hex'),
      framework: visit.query['framework'],
    }
    return shown(visit, typed, [])
  },
}

export const setUp: Page = {
  method: 'POST',
  url: '/case-audits/new',
  may,
  audit: { action: 'case-audits.set-up' },
  async answer(visit): Promise<Answer> {
    const typed = typedAndTicked(visit, 'principles', 'outcomes')
    const read = readRoundForm(visit.form)
    if (!read.success) return shown(visit, typed, problemsOf(read.error))
    const again = (field: string, text: string) => shown(visit, typed, [{ field, text }])

    const framework = await frameworkOf(visit, typed)
    if (framework?.status !== 'live') return again('outcomes', RETIRED)
    const outcomeIds = chosenOutcomes(framework, read.data.principles, read.data.outcomes)
    if (outcomeIds.length === 0) return again('outcomes', RETIRED)
    const round: NewRound = {
      title: read.data.title,
      question: read.data.question,
      frameworkVersionId: framework.id,
      principles: framework.principles
        .map((p) => p.code)
        .filter((code) => read.data.principles.includes(code)),
      outcomeIds,
      teamId: visit.actor.teamId ?? readId<'team'>(read.data.team),
      openFrom: read.data.from,
      openTo: read.data.to,
      stratified: read.data.how === 'by_team',
      sampleSize: read.data.size,
      samplingKey: read.data.key,
    }
    const eligible = await eligibleFor(visit.tx, visit.actor, round)
    if (eligible.length < round.sampleSize) return again('size', tooMany(eligible.length))
    const placed = drawSample(round.samplingKey, eligible, round.sampleSize, round.stratified)
    const id = await setUpRound(visit.tx, round, placed)
    visit.note({ eligible: eligible.length, drawn: round.sampleSize })
    return { kind: 'redirect', to: `/case-audits/rounds/${id}` }
  },
}

const RETIRED =
  'What you ticked is not in the framework version chosen, or that version is no longer in use. Choose from the outcomes shown now; the rest of what you typed is kept'

const tooMany = (eligible: number): string =>
  eligible === 0
    ? 'No record fits these dates and this team. Change the dates or the team'
    : `Only ${eligible} records fit these dates and this team. Enter ${eligible} or fewer, or change the dates`

/** The version the form was made with; the newest in use where it names none. */
async function frameworkOf(visit: Visit, typed: Typed): Promise<UsedFramework | undefined> {
  const id = readId<'framework-version'>(typed['framework'])
  return id ? frameworkVersion(visit.tx, id) : (await liveFrameworks(visit.tx))[0]
}

async function shown(visit: Visit, typed: Typed, problems: readonly Problem[]): Promise<Answer> {
  const live = await liveFrameworks(visit.tx)
  const named = await frameworkOf(visit, typed)
  const framework = live.find((f) => f.id === named?.id) ?? live[0]
  const teams = visit.actor.teamId ? [] : await teamsOf(visit.tx, visit.actor)
  return asked(setUpForm(framework, live, teams), { ...typed, framework: framework?.id }, problems)
}
