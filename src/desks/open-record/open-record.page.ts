import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import { textOf, typedIn } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { findChildren, type Found, openUnlessTaken } from '#domains/children/index.ts'
import { lookUp } from '#domains/same-child/index.ts'
import { asRecord, readOpeningForm, searchesFor, type Opening } from './open-record.form.ts'
import { openRecordView, type Possible, possibleLines } from './open-record.view.ts'

const url = '/children/new'
const may = 'children.open'
const template = 'desks/open-record/open-record.njk'

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

/**
 * The same search while the form is still being filled in: a browser with JavaScript asks after each box.
 * What is not yet right is no problem yet; nothing is shown then.
 */
export const lookMeanwhile: Page = {
  method: 'POST',
  url: `${url}/meanwhile`,
  may,
  audit: { action: 'children.find' },
  async answer(visit): Promise<Answer> {
    const read = readOpeningForm(visit.form, londonCalendarDay(visit.now))
    const possible = 'problems' in read ? [] : await possibleMatches(visit, read.opening)
    const page = { title: 'Meanwhile', lines: possibleLines(possible) }
    return { kind: 'view', template: 'desks/open-record/meanwhile.njk', model: { page } }
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

/** Those found by name and number, and those who are alike in what else was typed, each weighed, the likeliest first. */
async function possibleMatches(visit: Visit, opening: Opening): Promise<readonly Possible[]> {
  const finding = closestTo(visit, opening)
  const alike = await lookUp(visit.tx, asRecord(opening), {
    organisation: visit.actor.organisationId,
    also: finding.then((found) => found.map((child) => child.id)),
    most: MOST_POSSIBLE,
  })
  const closest = await finding
  const all = alike.map(
    (one): Possible => ({
      alike: one,
      found: closest.find((child) => child.id === one.id),
    }),
  )
  visit.show(all.map(({ alike: { id } }) => id))
  visit.note({ possible: all.length })
  return all.toSorted((a, b) => isByNumber(b) - isByNumber(a))
}

async function closestTo(visit: Visit, opening: Opening): Promise<readonly Found[]> {
  const found: Found[] = []
  for (const search of searchesFor(opening))
    found.push(...(await findChildren(visit.tx, search)).found)
  return found
    .toSorted((a, b) => b.score - a.score)
    .filter((child, n, sorted) => sorted.findIndex((other) => other.id === child.id) === n)
    .slice(0, MOST_POSSIBLE)
}

/** Whose number it is comes first, whatever else differs. */
const isByNumber = ({ found }: Possible): number => (found?.how === 'number' ? 1 : 0)

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
