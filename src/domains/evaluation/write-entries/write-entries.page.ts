import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { may } from '#platform/access/capability.ts'
import { versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { releasedIndicators } from '#domains/statistics/index.ts'
import { assessmentOf } from '../assessment-of-page.ts'
import { type Assessment, choicesFor } from '../assessment.queries.ts'
import { ENTRY_REFUSED, type EntryKind } from '../entry.form.ts'
import {
  addEntry,
  changeEntry,
  endEntry,
  entriesOf,
  type Entry,
  findEntry,
  type Written,
} from '../entry.queries.ts'
import { insideFigures } from '../figures.view.ts'
import { readForm, typedFrom, typedIn, type Typed, type Values } from '../fields.form.ts'
import { conflictOf } from '../fields.view.ts'
import { entryEditView, entryListView } from './write-entries.view.ts'

const LIST = 'domains/evaluation/write-entries/list.njk'
const EDIT = 'domains/evaluation/write-entries/edit.njk'

/** The pages of one kind of rows: see them, add one, change one, take one off; take words back. */
export function entryPages(kind: EntryKind): readonly Page[] {
  const list = `/assessments/:assessmentId/${kind.slug}`
  const audit = (act: string) => ({ action: `assessments.${kind.slug}.${act}` })
  const write = 'assessments.write'
  const page = (
    method: Page['method'],
    url: string,
    act: string,
    answer: (kind: EntryKind, visit: Visit) => Promise<Answer>,
  ): Page => ({
    method,
    url,
    may: write,
    audit: audit(act),
    answer: (visit) => answer(kind, visit),
  })
  return [
    {
      method: 'GET',
      url: list,
      may: 'assessments.read',
      audit: audit('read'),
      answer: (visit) => see(kind, visit),
    },
    page('GET', `${list}/add`, 'ask', ask),
    page('POST', `${list}/add`, 'add', add),
    page('GET', `${list}/:entryId`, 'open', open),
    page('POST', `${list}/:entryId`, 'change', change),
    page('POST', `${list}/:entryId/end`, 'end', (k, visit) => end(k, visit, 'taken_off_at')),
    ...(kind.slug === 'words'
      ? [
          page('POST', `${list}/:entryId/take-back`, 'take-back', (k, visit) =>
            end(k, visit, 'taken_back_at'),
          ),
        ]
      : []),
  ]
}

async function see(kind: EntryKind, visit: Visit, problem?: Problem): Promise<Answer> {
  const assessment = await assessmentOf(visit)
  if (!assessment) return { kind: 'not-found' }
  const entries = await entriesOf(visit.tx, kind, assessment.id)
  const choices = await choicesFor(visit.tx, assessment.id)
  const mayWrite = may(visit.actor.role, 'assessments.write')
  const view = entryListView(assessment, kind, { entries, choices, mayWrite })
  const page = { ...view, problem, figures: await figuresOf(kind, visit, entries) }
  return { kind: 'view', template: LIST, status: problem ? 409 : 200, model: { page } }
}

/** Figures already released of the outcomes that are watched. Only analysts and managers are given any. */
async function figuresOf(kind: EntryKind, visit: Visit, entries: readonly Entry[]) {
  if (kind.slug !== 'measures') return {}
  const outcomes = entries.map(({ row }) => row['outcome_id'])
  const known = outcomes.filter((id): id is string => typeof id === 'string')
  return insideFigures(await releasedIndicators(visit.tx, known))
}

async function ask(kind: EntryKind, visit: Visit): Promise<Answer> {
  const assessment = await assessmentOf(visit)
  if (!assessment) return { kind: 'not-found' }
  return edit(kind, visit, assessment, { typed: {} })
}

async function add(kind: EntryKind, visit: Visit): Promise<Answer> {
  const assessment = await assessmentOf(visit)
  if (!assessment) return { kind: 'not-found' }
  const typed = typedIn(kind.fields, visit.form)
  const read = await readEntry(kind, visit, assessment)
  if ('problems' in read) return edit(kind, visit, assessment, { typed, problems: read.problems })
  const done = await addEntry(visit.tx, kind, assessment.id, read.values)
  return afterwards(kind, visit, assessment, done, { typed })
}

async function open(kind: EntryKind, visit: Visit): Promise<Answer> {
  const found = await entryOf(kind, visit)
  if (!found || found.entry.takenOff) return { kind: 'not-found' }
  const { assessment, entry } = found
  return edit(kind, visit, assessment, { typed: typedOf(kind, entry), entry })
}

async function change(kind: EntryKind, visit: Visit): Promise<Answer> {
  const found = await entryOf(kind, visit)
  if (!found) return { kind: 'not-found' }
  const { assessment, entry } = found
  const typed = typedIn(kind.fields, visit.form)
  const asRead = { ...entry, version: versionOf(visit.form) }
  const read = await readEntry(kind, visit, assessment)
  if ('problems' in read) {
    return edit(kind, visit, assessment, { typed, problems: read.problems, entry: asRead })
  }
  const { id, version } = asRead
  const at = { assessment: assessment.id, id, version }
  const done = await changeEntry(visit.tx, kind, at, read.values)
  return afterwards(kind, visit, assessment, done, { typed, entry: asRead })
}

async function end(
  kind: EntryKind,
  visit: Visit,
  column: 'taken_off_at' | 'taken_back_at',
): Promise<Answer> {
  const found = await entryOf(kind, visit)
  if (!found) return { kind: 'not-found' }
  const { assessment, entry } = found
  const version = versionOf(visit.form)
  const at = { assessment: assessment.id, id: entry.id, version }
  const done = await endEntry(visit.tx, kind, at, { now: visit.now, column })
  if (typeof done !== 'string') return see(kind, visit, refusal(done.refused))
  if (done === 'somebody-was-first' && entry.version !== version) {
    return afterwards(kind, visit, assessment, done, { typed: typedOf(kind, entry), entry })
  }
  return { kind: 'redirect', to: `/assessments/${assessment.id}/${kind.slug}` }
}

type Editing = {
  readonly typed: Typed
  readonly problems?: readonly Problem[]
  readonly entry?: Entry
}

async function afterwards(
  kind: EntryKind,
  visit: Visit,
  assessment: Assessment,
  done: Written,
  editing: Editing,
): Promise<Answer> {
  const list = `/assessments/${assessment.id}/${kind.slug}`
  if (done === 'written') return { kind: 'redirect', to: list }
  if (done !== 'somebody-was-first') {
    return edit(kind, visit, assessment, { ...editing, problems: [refusal(done.refused)] })
  }
  const { entry: before, typed } = editing
  const entry = before && (await findEntry(visit.tx, kind, assessment.id, before.id))
  if (!entry) return { kind: 'not-found' }
  const theirs = {
    by: entry.changedBy,
    at: entry.changedAt,
    typed: typedOf(kind, entry),
    gone: entry.takenOff,
  }
  const choices = await choicesFor(visit.tx, assessment.id)
  const conflict = conflictOf(kind.fields, typed, theirs, { choices, leaveHref: list })
  const page = entryEditView(assessment, kind, { typed, entry, choices, conflict })
  return { kind: 'view', template: EDIT, status: 409, model: { page } }
}

const refusal = (name: string): Problem =>
  ENTRY_REFUSED[name] ?? {
    field: 'form',
    text: 'This could not be saved, because something it stands on was changed meanwhile. What you wrote is below.',
  }

async function edit(
  kind: EntryKind,
  visit: Visit,
  assessment: Assessment,
  editing: Editing,
): Promise<Answer> {
  const choices = await choicesFor(visit.tx, assessment.id)
  const page = entryEditView(assessment, kind, { ...editing, choices })
  const status = editing.problems?.length ? 422 : 200
  return { kind: 'view', template: EDIT, status, model: { page } }
}

async function readEntry(
  kind: EntryKind,
  visit: Visit,
  assessment: Assessment,
): Promise<{ readonly values: Values } | { readonly problems: readonly Problem[] }> {
  const read = readForm(kind.fields, visit.form, await choicesFor(visit.tx, assessment.id))
  if (!read.values) return read
  const problems = kind.check?.(read.values, londonCalendarDay(visit.now)) ?? []
  if (problems.length > 0) return { problems }
  // That somebody agreed is what lets the row be written; when and how is what is kept.
  const { agreed: _, ...values } = read.values
  return { values }
}

const typedOf = (kind: EntryKind, { row }: Entry): Typed =>
  typedFrom(kind.fields, { ...row, agreed: true })

async function entryOf(kind: EntryKind, visit: Visit) {
  const assessment = await assessmentOf(visit)
  const id = readId<'assessment-entry'>(visit.params['entryId'])
  const entry = assessment && id && (await findEntry(visit.tx, kind, assessment.id, id))
  return entry ? { assessment, entry } : undefined
}
