import { z } from 'zod'
import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import { readId, trustedId } from '#kernel/ids.ts'
import { londonDay } from '#kernel/london-time.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import { typedIn } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  askedAnswer,
  askedPage,
  type Child,
  childIdOf,
  choice,
  needed,
} from '#domains/children/index.ts'
import { childOf } from '../child-of-page.ts'
import { entryPages } from '../entries/entry-pages.ts'
import { LEGAL_AREAS } from '../happening.rules.ts'
import {
  endNamed,
  nameOne,
  namedOf,
  type WalledNote,
  walledNotesOf,
  whoCanBeNamed,
  withinWall,
} from './wall.queries.ts'
import { NOTE, NOTE_KINDS } from './walled-note.form.ts'

const url = '/children/:childId/systems/wall'
const may = 'children.write'

/** Who is named for what is privileged, for everybody beside the child; what it says, for those who are. */
export const seeWall: Page = {
  method: 'GET',
  url,
  may: 'children.read',
  audit: { action: 'systems.wall.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const { tx, actor } = visit
    const child = await childOf(visit)
    const wall = await withinWall(tx, child.id)
    const mayWrite = mayDo(actor.role, may)
    const page = {
      title: 'Behind the wall',
      child: { id: child.id, knownAs: child.knownAs },
      within: wall.within,
      mayName: mayWrite && (wall.within || (wall.nobody && wall.mayBeNamed)),
      named: (await namedOf(tx, child.id)).map((n) => ({
        id: n.id,
        name: n.name ?? 'Somebody in another organisation',
        why: n.why,
        since: londonDay(n.at),
      })),
    }
    return { kind: 'view', template: 'domains/processes/wall/wall.njk', model: { page } }
  },
}

/** What was said, for those who are named. A page of its own, so that the trail tells who read it. */
export const seeNotes: Page = {
  method: 'GET',
  url: '/children/:childId/systems/notes',
  may: 'children.write',
  audit: { action: 'systems.notes.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    if (!(await withinWall(visit.tx, child.id)).within) return { kind: 'not-found' }
    const page = {
      title: 'What was said behind the wall',
      child: { id: child.id, knownAs: child.knownAs },
      notes: (await walledNotesOf(visit.tx, child.id)).map(noteLine),
    }
    return { kind: 'view', template: 'domains/processes/wall/notes.njk', model: { page } }
  },
}

function noteLine(note: WalledNote) {
  const day = calendarDay(note.onDay)
  return {
    ...note,
    areaName: LEGAL_AREAS[note.area],
    kindName: NOTE_KINDS[note.kind],
    day: day ? inWords(day) : note.onDay,
  }
}

export const askName: Page = {
  method: 'GET',
  url: `${url}/name`,
  may,
  audit: { action: 'systems.wall.ask', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const choices = await choicesFor(visit, child)
    return choices ? shown(child, choices, {}, []) : { kind: 'not-found' }
  },
}

export const nameSomebody: Page = {
  method: 'POST',
  url: `${url}/name`,
  may,
  audit: { action: 'systems.wall.name', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const choices = await choicesFor(visit, child)
    if (!choices) return { kind: 'not-found' }
    const read = form(choices).safeParse(visit.form)
    if (!read.success) return shown(child, choices, typedIn(visit.form), problemsOf(read.error))
    const person = trustedId<'person'>(read.data.person)
    await nameOne(visit.tx, child.id, { person, why: read.data.why })
    return { kind: 'redirect', to: `/children/${child.id}/systems/wall` }
  },
}

export const endName: Page = {
  method: 'POST',
  url: `${url}/:named/end`,
  may,
  audit: { action: 'systems.wall.end', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const id = readId(visit.params['named'])
    if (!id || !(await endNamed(visit.tx, child.id, id, visit.now))) return { kind: 'not-found' }
    return { kind: 'redirect', to: `/children/${child.id}/systems/wall` }
  },
}

/** Those within may name anybody beside the child; the first names only themselves. */
async function choicesFor(
  visit: Visit,
  child: Child,
): Promise<Readonly<Record<string, string>> | undefined> {
  const wall = await withinWall(visit.tx, child.id)
  if (wall.within) return whoCanBeNamed(visit.tx, child.id)
  if (!wall.nobody || !wall.mayBeNamed) return undefined
  return { [visit.actor.id]: visit.actor.name }
}

const form = (choices: Readonly<Record<string, string>>) =>
  z.object({
    person: choice(choices, 'Choose who'),
    why: needed('Enter why they need to know', 'Why', 500),
    agreed: z.literal(
      'yes',
      'Ask the young person first: only with their agreement is anybody named',
    ),
  })

function shown(
  child: Child,
  choices: Readonly<Record<string, string>>,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Answer {
  const page = askedPage({
    title: 'Name who may read it',
    child,
    back: `/children/${child.id}/systems/wall`,
    intro: [
      'What a young person and their lawyer say to each other is theirs. Whoever is named can read all of it.',
    ],
    asks: [
      { kind: 'choice', name: 'person', label: 'Who?', choices },
      { kind: 'text', name: 'why', label: 'Why do they need to know?' },
      {
        kind: 'tick',
        name: 'agreed',
        label: 'Does the young person agree?',
        choices: { yes: 'They agreed that this person reads it' },
      },
    ],
    typed,
    problems,
  })
  return askedAnswer(page)
}

/** Notes, only for those who are named: for others these pages do not exist. */
export const notePages: readonly Page[] = entryPages(NOTE, async (visit, child) =>
  (await withinWall(visit.tx, child.id)).within ? { choices: {}, facts: {} } : undefined,
)
