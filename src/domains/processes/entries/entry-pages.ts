import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { askedAnswer, askedPage, type Child, childIdOf } from '#domains/children/index.ts'
import { childOf } from '../child-of-page.ts'
import type { Columns, EntryKind, Has, Row, Typed } from './entry.form.ts'
import { addEntry, changeEntry, findEntry, nameOf } from './entry.queries.ts'

/** What a kind needs of the child; undefined where this actor has nothing to do here. */
export type Gather = (
  visit: Visit,
  child: Child,
) => Promise<Pick<Has, 'choices' | 'facts'> | undefined>

/** What follows from a row that was written: done in the same transaction. */
export type Follow = (visit: Visit, child: Child, id: string, read: Columns) => Promise<void>

const NOTHING_FOLLOWS: Follow = () => Promise.resolve()

const NOTHING_MORE: Gather = () => Promise.resolve({ choices: {}, facts: {} })

/** The pages of one kind of entry: write one, change one. Each is listed by the page of its part. */
export function entryPages(
  kind: EntryKind,
  gather: Gather = NOTHING_MORE,
  follow: Follow = NOTHING_FOLLOWS,
): readonly Page[] {
  const list = `/children/:childId/systems/${kind.slug}`
  const page = (
    method: Page['method'],
    url: string,
    act: string,
    answer: (at: At) => Promise<Answer>,
  ): Page => ({
    method,
    url,
    may: 'children.write',
    audit: { action: `systems.${kind.slug}.${act}`, childId: childIdOf },
    answer: (visit) => withHas(kind, { gather, follow }, visit, answer),
  })
  return [
    page('GET', `${list}/add`, 'ask', (at) => shown(at, kindBegun(at), [])),
    page('POST', `${list}/add`, 'add', add),
    page('GET', `${list}/:entry`, 'open', (at) => open(at)),
    page('POST', `${list}/:entry`, 'change', change),
  ]
}

type At = {
  readonly kind: EntryKind
  readonly follow: Follow
  readonly visit: Visit
  readonly child: Child
  readonly has: Has
}

async function withHas(
  kind: EntryKind,
  { gather, follow }: { readonly gather: Gather; readonly follow: Follow },
  visit: Visit,
  answer: (at: At) => Promise<Answer>,
): Promise<Answer> {
  const child = await childOf(visit)
  const more = await gather(visit, child)
  if (!more) return { kind: 'not-found' }
  const asked = visit.params['entry']
  const id = readId(asked)
  const row = id && (await findEntry(visit.tx, kind.table, child.id, id))
  if (asked !== undefined && !row) return { kind: 'not-found' }
  const has: Has = { ...more, row, today: londonCalendarDay(visit.now), knownAs: child.knownAs }
  return answer({ kind, follow, visit, child, has })
}

/** A link may say what a form begins with: codes only, one of those that are offered. */
function kindBegun({ kind, visit, has }: At): Typed {
  return Object.fromEntries(
    kind.asks(has).flatMap((ask) => {
      const value = visit.query[ask.name]
      return typeof value === 'string' && Object.hasOwn(ask.choices ?? {}, value)
        ? [[ask.name, value]]
        : []
    }),
  )
}

const backOf = ({ kind, child }: At): string => `/children/${child.id}/${kind.part}`

async function add(at: At): Promise<Answer> {
  const { kind, visit, child, has } = at
  const read = kind.read(visit.form, has)
  if ('problems' in read) return shown(at, typedIn(visit.form), read.problems)
  const first = read.first
    ? { [read.first.as]: await addEntry(visit.tx, read.first.table, child.id, read.first.columns) }
    : {}
  const columns = { ...read.columns, ...first }
  await at.follow(visit, child, await addEntry(visit.tx, kind.table, child.id, columns), columns)
  return { kind: 'redirect', to: backOf(at) }
}

const open = (at: At): Promise<Answer> => shown(at, at.kind.typedOf(at.has.row ?? {}), [])

async function change(at: At): Promise<Answer> {
  const { kind, visit, child, has } = at
  const id = String(has.row?.['id'])
  const typed = typedIn(visit.form)
  const read = kind.read(visit.form, has)
  if ('problems' in read) return shown(at, typed, read.problems)
  const entry = { child: child.id, id, version: versionOf(visit.form) }
  if (await changeEntry(visit.tx, kind.table, entry, read.columns)) {
    await at.follow(visit, child, id, read.columns)
    return { kind: 'redirect', to: backOf(at) }
  }
  const row = await findEntry(visit.tx, kind.table, child.id, id)
  return shown({ ...at, has: { ...has, row } }, typed, [], row)
}

async function shown(
  at: At,
  typed: Typed,
  problems: readonly Problem[],
  meanwhile?: Row,
): Promise<Answer> {
  const { kind, child, has, visit } = at
  const page = askedPage({
    title: has.row ? kind.changeTitle : kind.addTitle,
    child,
    back: backOf(at),
    intro: kind.intro(has),
    help: kind.help ?? [],
    asks: kind.asks(has),
    typed,
    version: has.row ? versionToShow(visit, has.row, problems) : 0,
    problems,
    meanwhile: meanwhile && {
      by: await nameOf(visit.tx, meanwhile),
      lines: kind.toldOf(meanwhile),
    },
  })
  return askedAnswer(page)
}

/** With problems the form keeps the version it was filled in from; otherwise it is of the row as it is now. */
const versionToShow = (visit: Visit, row: Row, problems: readonly Problem[]): number =>
  problems.length > 0 ? versionOf(visit.form) : Number(row['version'])
