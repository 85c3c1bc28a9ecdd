import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import { textOf, typedIn } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { openUnlessTaken } from '../opening.queries.ts'
import { findChildren } from '../find.queries.ts'
import type { Found } from '../find.rules.ts'
import { readOpeningForm, searchesFor, type Opening } from './open-record.form.ts'
import { openRecordView } from './open-record.view.ts'

const url = '/children/new'
const may = 'children.open'
const template = 'domains/children/open-record/open-record.njk'

export const askToOpen: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'children.open.ask' },
  answer: async () => ({ kind: 'view', template, model: { page: openRecordView() } }),
}

/** Searches first, always. A record is opened when nobody was found or none of those is the child. */
export const openRecord: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'children.open' },
  async answer(visit): Promise<Answer> {
    const typed = typedIn(visit.form)
    const read = readOpeningForm(visit.form, londonCalendarDay(visit.now))
    if ('problems' in read) {
      const page = openRecordView(typed, read.problems)
      return { kind: 'view', template, status: 422, model: { page } }
    }
    const possible = await possibleMatches(visit, read.opening)
    const decided = textOf(visit.form, 'act') === 'open'
    if (!decided || (possible.length > 0 && !read.opening.noneOfThese)) {
      const problems = decided ? [SAY_NONE] : []
      const page = openRecordView(typed, problems, possible)
      return { kind: 'view', template, status: decided ? 422 : 200, model: { page } }
    }
    const id = await open(visit, read.opening)
    if (!id) {
      const page = openRecordView(typed, [NUMBER_TAKEN], possible)
      return { kind: 'view', template, status: 422, model: { page } }
    }
    return { kind: 'redirect', to: `/children/${id}` }
  },
}

const SAY_NONE: Problem = {
  field: 'noneOfThese',
  text: 'Open the record of the child if they are here, or say that none of these is them',
}
const NUMBER_TAKEN: Problem = {
  field: 'number',
  text: 'This number cannot be used for a new record. Check it, or leave it empty and ask your manager',
}
/** A list of namesakes longer than this helps nobody to recognise a child. */
const MOST_POSSIBLE = 10

async function possibleMatches(visit: Visit, opening: Opening): Promise<readonly Found[]> {
  const all: Found[] = []
  for (const search of searchesFor(opening))
    all.push(...(await findChildren(visit.tx, search)).found)
  const closest = all
    .toSorted((a, b) => b.score - a.score)
    .filter((child, n, sorted) => sorted.findIndex((other) => other.id === child.id) === n)
    .slice(0, MOST_POSSIBLE)
  visit.show(closest.map((child) => child.id))
  visit.note({ possible: closest.length })
  return closest
}

async function open(
  { tx, actor, show, note }: Visit,
  opening: Opening,
): Promise<ChildId | undefined> {
  const own = actor.role === 'practitioner'
  const id = await openUnlessTaken(tx, {
    organisationId: actor.organisationId,
    teamId: actor.teamId,
    knownAs: opening.knownAs,
    nameKnown: opening.nameKnown,
    sayIt: opening.sayIt,
    names: opening.alsoNamed ? [{ name: opening.alsoNamed, kind: 'on_documents' }] : [],
    births: opening.birth ? [{ birth: opening.birth, source: opening.source }] : [],
    identifiers: opening.number ? [{ kind: 'la_child_id', value: opening.number }] : [],
    allocateTo: own ? { person: actor.id, part: 'key_worker' } : undefined,
  })
  if (!id) return undefined
  show([id])
  note({ opened: true })
  return id
}
