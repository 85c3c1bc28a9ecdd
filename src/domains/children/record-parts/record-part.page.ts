import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId, type ChildId } from '#kernel/ids.ts'
import { may } from '#platform/access/capability.ts'
import { textOf, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { childIdOf } from '../child-id.ts'
import { notesBeside } from '../corrections.queries.ts'
import { getChild, refreshKeys, type Child } from '../child.queries.ts'
import { boxesOfDay } from '../learning.form.ts'
import type { Columns, Field, Part, Typed } from './record-part.form.ts'
import { notSharedWith } from '../sharing.queries.ts'
import { kindOfPart, notSharedInWords } from '../sharing.rules.ts'
import {
  addEntry,
  changeEntry,
  endEntry,
  entriesOf,
  findEntry,
  nameOfPerson,
  type Entry,
} from './record-part.queries.ts'
import { conflictOf, partEditView, partListView } from './record-part.view.ts'

const LIST = 'domains/children/record-parts/list.njk'
const EDIT = 'domains/children/record-parts/edit.njk'

/** The pages of one part of a child's record: see it, add to it, change an entry, take one off. */
export function partPages(part: Part): readonly Page[] {
  const list = `/children/:childId/${part.slug}`
  const audit = (act: string) => ({ action: `children.${part.slug}.${act}`, childId: childIdOf })
  const write = { may: 'children.write' } as const
  const ends: readonly Page[] = part.endText
    ? [
        {
          method: 'POST',
          url: `${list}/:entryId/end`,
          ...write,
          audit: audit('end'),
          answer: (v) => end(part, v),
        },
      ]
    : []
  return [
    {
      method: 'GET',
      url: list,
      may: 'children.read',
      audit: audit('read'),
      answer: (v) => see(part, v),
    },
    {
      method: 'GET',
      url: `${list}/add`,
      ...write,
      audit: audit('ask'),
      answer: (v) => ask(part, v),
    },
    {
      method: 'POST',
      url: `${list}/add`,
      ...write,
      audit: audit('add'),
      answer: (v) => add(part, v),
    },
    {
      method: 'GET',
      url: `${list}/:entryId`,
      ...write,
      audit: audit('open'),
      answer: (v) => open(part, v),
    },
    {
      method: 'POST',
      url: `${list}/:entryId`,
      ...write,
      audit: audit('change'),
      answer: (v) => change(part, v),
    },
    ...ends,
  ]
}

/** Said where the young person keeps this part to themselves, in the place of what is there. */
async function keptBack(part: Part, visit: Visit, child: Child): Promise<string | undefined> {
  const kind = kindOfPart(part.slug)
  if (!kind) return undefined
  const kept = await notSharedWith(visit.tx, child.id)
  return kept.has(kind) ? notSharedInWords(child.knownAs) : undefined
}

async function see(part: Part, visit: Visit): Promise<Answer> {
  const child = await childOf(visit)
  const notShared = await keptBack(part, visit, child)
  if (notShared) return shutPart(part, child, notShared)
  const entries = await entriesOf(visit.tx, part, child.id)
  const mayWrite = may(visit.actor.role, 'children.write')
  const notes = await notesBeside(visit.tx, child.id)
  const page = partListView(child, part, entries, mayWrite, notes)
  return { kind: 'view', template: LIST, model: { page } }
}

/** Nobody adds to a part that they may not read: what they wrote could repeat or contradict what is there. */
const shutPart = (part: Part, child: Child, notShared: string) =>
  ({
    kind: 'view',
    template: LIST,
    model: { page: { ...partListView(child, part, [], false, new Map()), notShared } },
  }) as const

async function ask(part: Part, visit: Visit): Promise<Answer> {
  const child = await childOf(visit)
  const notShared = await keptBack(part, visit, child)
  if (notShared) return shutPart(part, child, notShared)
  // A link may say what to begin with: ?word=home, ?topic=strengths. Codes and single words only.
  const begun = Object.fromEntries(
    part.fields.map((f) => [f.name, textOf(visit.query, f.name).slice(0, 60)]),
  )
  return {
    kind: 'view',
    template: EDIT,
    model: { page: partEditView(child, part, { typed: begun }) },
  }
}

async function add(part: Part, visit: Visit): Promise<Answer> {
  const child = await childOf(visit)
  const notShared = await keptBack(part, visit, child)
  if (notShared) return { ...shutPart(part, child, notShared), status: 422 }
  const read = part.read(visit.form, londonCalendarDay(visit.now))
  if ('problems' in read) return again(part, visit, child, read.problems)
  const added = await addEntry(visit.tx, part, child.id, read.columns)
  if (!added) return again(part, visit, child, part.taken ? [part.taken] : [])
  return saved(part, visit, child.id)
}

async function open(part: Part, visit: Visit): Promise<Answer> {
  const child = await childOf(visit)
  const entry = await entryOf(part, visit, child.id)
  if (!entry || entry.ended) return { kind: 'not-found' }
  const page = partEditView(child, part, { typed: part.typedOf(entry.row), entry })
  return { kind: 'view', template: EDIT, model: { page } }
}

async function change(part: Part, visit: Visit): Promise<Answer> {
  const child = await childOf(visit)
  const entry = await entryOf(part, visit, child.id)
  if (!entry) return { kind: 'not-found' }
  const version = versionOf(visit.form)
  const asRead = { id: entry.id, version }
  const read = part.read(visit.form, londonCalendarDay(visit.now))
  if ('problems' in read) return again(part, visit, child, read.problems, asRead)
  const columns = withToday(part, read.columns, entry, londonCalendarDay(visit.now))
  const done = await changeEntry(
    visit.tx,
    part,
    { child: child.id, id: entry.id, version },
    columns,
  )
  if (done === 'changed') return saved(part, visit, child.id)
  if (done === 'taken') return again(part, visit, child, part.taken ? [part.taken] : [], asRead)
  return showBoth(part, visit, child, entry)
}

/** Words that were changed were said today. */
function withToday(part: Part, columns: Columns, entry: Entry, today: string): Columns {
  const changed = part.table === 'about_me' && columns['words'] !== entry.row['words']
  return changed ? { ...columns, said_on: today } : columns
}

async function end(part: Part, visit: Visit): Promise<Answer> {
  const child = await childOf(visit)
  const entry = await entryOf(part, visit, child.id)
  if (!entry) return { kind: 'not-found' }
  const version = versionOf(visit.form)
  const ended = await endEntry(
    visit.tx,
    part,
    { child: child.id, id: entry.id, version },
    visit.now,
  )
  if (!ended && !entry.ended) return showBoth(part, visit, child, entry)
  return saved(part, visit, child.id)
}

async function saved(part: Part, visit: Visit, child: ChildId): Promise<Answer> {
  if (part.findable) await refreshKeys(visit.tx, child)
  return { kind: 'redirect', to: `/children/${child}/${part.slug}` }
}

/** Asks again, with what was typed and what to put right. */
function again(
  part: Part,
  visit: Visit,
  child: Child,
  problems: readonly Problem[],
  entry?: { readonly id: string; readonly version: number },
): Answer {
  const page = partEditView(child, part, { typed: typedIn(part, visit), problems, entry })
  return { kind: 'view', template: EDIT, status: 422, model: { page } }
}

/** Somebody else was first: both texts, nothing overwritten, ready to save on top of theirs. */
async function showBoth(part: Part, visit: Visit, child: Child, before: Entry): Promise<Answer> {
  // What they wrote may have been kept while this page waited for it: only now is it there to be read.
  const entry = (await findEntry(visit.tx, part, child.id, before.id)) ?? before
  const typed = Object.keys(visit.form).length > 2 ? typedIn(part, visit) : part.typedOf(entry.row)
  const by = await nameOfPerson(visit.tx, entry.changedBy)
  const theirs = { by, at: entry.changedAt, row: entry.row, ended: entry.ended }
  const conflict = conflictOf(child, part, typed, theirs)
  const page = partEditView(child, part, { typed, entry, conflict })
  return { kind: 'view', template: EDIT, status: 409, model: { page } }
}

const BOXES = ['day', 'month', 'year', 'yearTo']

/** What a field is called in the form: one name, or that of each of its boxes. */
function boxesOf(field: Field): readonly string[] {
  if (field.kind === 'birth') return BOXES
  return field.kind === 'day' ? boxesOfDay(field.name) : [field.name]
}

function typedIn(part: Part, visit: Visit): Typed {
  const names = part.fields.flatMap(boxesOf)
  return Object.fromEntries(
    names.map((name) => {
      const value = visit.form[name]
      if (Array.isArray(value))
        return [name, value.filter((v): v is string => typeof v === 'string')]
      return [name, typeof value === 'string' ? value : '']
    }),
  )
}

async function entryOf(part: Part, visit: Visit, child: ChildId): Promise<Entry | undefined> {
  const id = readId<'entry'>(visit.params['entryId'])
  return id && findEntry(visit.tx, part, child, id)
}

async function childOf(visit: Visit): Promise<Child> {
  const id = childIdOf(visit)
  if (!id) throw new Error('A page of a child has the child in its address')
  return getChild(visit.tx, id)
}
