import { z } from 'zod'
import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { dayFrom } from '#platform/http/reading.ts'
import {
  type Ask,
  askedAnswer,
  askedPage,
  type Child,
  childIdOf,
  choice,
  daysOf,
  maybe,
  needed,
} from '#domains/children/index.ts'
import { AGENCY_VIEWS, type PersonAround } from '../around.rules.ts'
import { childOf, personOf } from '../child-of-page.ts'
import { type AgencyView, agencyViewsOf, keepAgencyView } from '../staff.queries.ts'

const url = '/children/:childId/people-map/:around/view'
const may = 'children.write'

const ASKS: readonly Ask[] = [
  {
    kind: 'choice',
    name: 'view',
    label: 'How do we see this person?',
    choices: AGENCY_VIEWS,
  },
  {
    kind: 'words',
    name: 'reason',
    label: 'Why?',
    hint: 'What has been seen or said. A worry is not a fact: say which it is.',
  },
  {
    kind: 'text',
    name: 'source',
    label: 'Where do we have that from?',
    hint: 'Who saw or said it, and when',
  },
  {
    kind: 'day',
    name: 'told',
    label: 'When was the young person told? (leave empty if they were not)',
    hint: 'Until a day is here, their own pages do not show it: read alone, or over a shoulder, it could put them in danger',
  },
  { kind: 'text', name: 'toldHow', label: 'How were they told? (optional)' },
]

const form = z.object({
  view: choice(AGENCY_VIEWS, 'Choose how we see this person'),
  reason: needed('Enter why', 'Why', 2000),
  source: needed('Enter where we have that from', 'Where we have it from', 300),
  toldHow: maybe('How they were told', 500),
})

export const askAgencyView: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'around.view.ask', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const person = await personOf(visit, child)
    if (!person) return { kind: 'not-found' }
    const kept = await keptView(visit, child, person)
    return shown({ child, person, kept }, kept ? typedOf(kept) : {}, [])
  },
}

export const writeAgencyView: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'around.view.write', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const person = await personOf(visit, child)
    if (!person) return { kind: 'not-found' }
    const typed = typedIn(visit.form)
    const read = form.safeParse(visit.form)
    const told = dayFrom(visit.form, 'told')
    const kept = await keptView(visit, child, person)
    const problems = [...(read.success ? [] : problemsOf(read.error)), ...toldProblem(visit, told)]
    if (!read.success || told === 'wrong' || problems.length > 0) {
      return shown({ child, person, kept }, typed, problems)
    }
    const saved = await keepAgencyView(
      visit.tx,
      { child: child.id, about: person },
      { ...read.data, toldOn: told },
      versionOf(visit.form),
    )
    if (saved) return { kind: 'redirect', to: `/children/${child.id}/people-map` }
    const now = await keptView(visit, child, person)
    return shown({ child, person, kept: now }, typed, [], true)
  },
}

function toldProblem(visit: Visit, told: string | undefined): readonly Problem[] {
  if (told === undefined) return []
  if (told === 'wrong')
    return [{ field: 'told', text: 'Enter the day they were told, like 27 3 2026' }]
  if (told <= londonCalendarDay(visit.now)) return []
  return [{ field: 'told', text: 'The day they were told must be today or earlier' }]
}

async function keptView(
  visit: Visit,
  child: Child,
  person: PersonAround,
): Promise<AgencyView | undefined> {
  const views = await agencyViewsOf(visit.tx, child.id)
  return views.find((v) => v.about === person.id && v.organisationId === visit.actor.organisationId)
}

const typedOf = (kept: AgencyView) => ({
  view: kept.view,
  reason: kept.reason,
  source: kept.source,
  toldHow: kept.toldHow ?? '',
  ...daysOf('told', kept.toldOn),
})

const meanwhileOf = (kept: AgencyView) => ({
  by: kept.by,
  lines: [
    { label: 'How we see them:', text: AGENCY_VIEWS[kept.view] },
    { label: 'Why:', text: kept.reason },
    { label: 'From:', text: kept.source },
  ],
})

function shown(
  at: {
    readonly child: Child
    readonly person: PersonAround
    readonly kept: AgencyView | undefined
  },
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  changed = false,
): Answer {
  const { child, kept } = at
  const page = {
    ...askedPage({
      title: 'How we see this person',
      child,
      back: `/children/${child.id}/people-map`,
      intro: [
        'This is our view, with its reason. How the young person sees them stays as they said it.',
      ],
      asks: ASKS,
      typed,
      version: kept?.version ?? 0,
      problems,
      meanwhile: changed && kept ? meanwhileOf(kept) : undefined,
    }),
    about: at.person.name,
  }
  return askedAnswer(page, 'domains/around/about-person.njk')
}
