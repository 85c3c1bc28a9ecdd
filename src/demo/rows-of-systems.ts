import { type Cell, type Rows, rowsFor } from './copy.queries.ts'
import { dayOf, instantOf } from './days.ts'
import type { InventedChild } from './invented.ts'
import { between, chance, pick, random, type Random, uuid } from './random.ts'
import {
  ACCESS_OF_STORY,
  BARRIERS,
  BARRIERS_OF_STORY,
  DEMANDS_OF_STORY,
  DOUBT_OF_STORY,
  DUE_OF_STORY,
  LEGAL_DAYS_OF_STORY,
  NOTES_OF_STORY,
  WAITING_OF_STORY,
} from './words/systems.ts'

/** A stream of chance of their own, so that nobody else's invention moves. */
const STREAM = 0x400000a0

const COLUMNS = {
  process:
    'kind state what_it_is where_it_is decides owner_id last_change_on waiting_since confirmed_at system',
  process_wait: 'process_id began_on ended_on ended_how decision',
  process_demand: 'process_id what on_day from_time until_time place',
  waiting_words: 'process_id words language said_by said_on',
  legal_help: 'area has wants helper language said_by said_at',
  legal_deadline: 'area what due_on set_by owed_by met_on',
  behind_the_wall: 'person_id why child_agreed named_by named_at',
  walled_note: 'area kind words from_whom on_day',
  age_doubt:
    'doubted_by who doubted_on why adult_of_their_choice interpreter guardian legal_help heard_before_decision outcome outcome_on effect',
  barrier: 'level theme body what child_words seen_on action action_by use_level',
  access_request: 'service what asked_on asked_by child_words barrier_id',
  access_event: 'request_id kind on_day body why support',
  due_to_child: 'code nation state on_day amount note',
} as const
type Table = keyof typeof COLUMNS

export type SystemsTables = Readonly<Record<Table, Rows>>

export function systemsTables(): SystemsTables {
  const made = Object.entries(COLUMNS).map(([table, columns]) => [
    table,
    rowsFor(table, `id child_id ${columns} changed_by changed_at`.split(' ')),
  ])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one for each table that is named above
  return Object.fromEntries(made) as SystemsTables
}

export type Systems = {
  readonly tables: SystemsTables
  readonly r: Random
  readonly child: InventedChild
  readonly worker: string
  readonly today: number
}

export const systemsOf = (
  tables: SystemsTables,
  child: InventedChild,
  worker: string,
  today: number,
): Systems => ({ tables, r: random(child.number, STREAM), child, worker, today })

function put({ tables, r, child, worker, today }: Systems, table: Table, ...cells: Cell[]): string {
  const id = uuid(r)
  tables[table].rows.push([id, child.id, ...cells, worker, instantOf(today - 3, 640)])
  return id
}

/** The waiting of a process that waits for a decision. */
export function waitOf(s: Systems, process: string, since: number): void {
  put(s, 'process_wait', process, dayOf(since), null, null, null)
}

/** For some of all: a claim with or without a lawyer, help that was asked for, something in the way. */
export function someSystems(s: Systems): void {
  const { r, today } = s
  if (chance(r, 0.06)) claimOf(s)
  if (chance(r, 0.15)) requestOf(s)
  if (!chance(r, 0.1)) return
  const b = pick(r, BARRIERS)
  const use = chance(r, 0.7) ? 'counted' : 'not_asked'
  put(
    s,
    'barrier',
    b.level,
    b.theme,
    b.body,
    b.what,
    null,
    dayOf(today - between(r, 10, 300)),
    null,
    null,
    use,
  )
}

function claimOf(s: Systems): void {
  const { r, today, worker } = s
  const since = today - between(r, 30, 700)
  const said = [
    'papers',
    'waiting',
    'You asked to stay in this country.',
    'The office has your form.',
  ]
  const days: Cell[] = [dayOf(since), dayOf(since), instantOf(today - between(r, 1, 20), 640)]
  const process = put(s, 'process', ...said, 'The Home Office', worker, ...days, 'asylum')
  waitOf(s, process, since)
  const has = chance(r, 0.8) ? 'yes' : 'no'
  const by = has === 'yes' ? 'A solicitor of the law centre' : null
  put(
    s,
    'legal_help',
    'asylum',
    has,
    'not_said',
    by,
    'en',
    'child_with_someone',
    instantOf(today - 20, 660),
  )
}

function requestOf(s: Systems): void {
  const { r, today } = s
  const asked = today - between(r, 40, 600)
  const service = chance(r, 0.6) ? 'mental_health' : 'health'
  const what = service === 'health' ? 'A dentist' : 'Somebody to talk to'
  const request = put(s, 'access_request', service, what, dayOf(asked), 'child', null, null)
  const step = (kind: string, after: number, why: Cell, support: Cell) => {
    if (asked + after < today) {
      put(s, 'access_event', request, kind, dayOf(asked + after), 'The local service', why, support)
    }
  }
  step('referred', between(r, 1, 20), null, null)
  if (chance(r, 0.3)) step('refused', between(r, 21, 60), 'Not ill enough for this service', null)
  if (chance(r, 0.6)) step('started', between(r, 61, 400), null, 'One hour a week')
}

/** Everything there is, for the one told in full. `processes` are those of the story, in their order. */
export function storySystems(
  s: Systems,
  processes: readonly string[],
  guardian: string | undefined,
): void {
  const day = (ago: number) => dayOf(s.today - ago)
  const process = (n: number) => processes[n] ?? ''
  put(s, 'process_wait', process(0), day(700), day(330), 'decision', 'Refused. It was appealed.')
  for (const d of DEMANDS_OF_STORY) {
    put(s, 'process_demand', process(d.process), d.what, day(-d.inDays), d.from, d.until, d.place)
  }
  const { account, ...words } = { account: s.child.accountId ?? s.worker, ...WAITING_OF_STORY }
  put(
    { ...s, worker: account },
    'waiting_words',
    process(0),
    words.words,
    words.language,
    'child',
    day(25),
  )
  put(
    s,
    'legal_help',
    'asylum',
    'yes',
    'not_said',
    'Bola Adeyemi',
    'en',
    'child_with_someone',
    instantOf(s.today - 30, 660),
  )
  for (const l of LEGAL_DAYS_OF_STORY) {
    put(
      s,
      'legal_deadline',
      l.area,
      l.what,
      day(-l.inDays),
      l.setBy,
      l.owedBy,
      l.met === undefined ? null : day(l.met),
    )
  }
  wallOfStory(s, guardian)
  doubtOfStory(s)
  accessOfStory(s)
  dueOfStory(s)
}

function wallOfStory(s: Systems, guardian: string | undefined): void {
  const named = instantOf(s.today - 120, 700)
  put(s, 'behind_the_wall', s.worker, 'Goes with him to the law centre', true, s.worker, named)
  if (guardian && guardian !== s.worker) {
    put(s, 'behind_the_wall', guardian, 'Explains what the lawyer says', true, s.worker, named)
  }
  for (const n of NOTES_OF_STORY) {
    put(s, 'walled_note', n.area, n.kind, n.words, n.from, dayOf(s.today - n.ago))
  }
}

function accessOfStory(s: Systems): void {
  const day = (ago: number) => dayOf(s.today - ago)
  const barriers = BARRIERS_OF_STORY.map((b) =>
    put(
      s,
      'barrier',
      b.level,
      b.theme,
      b.body,
      b.what,
      b.words ?? null,
      day(b.ago),
      b.action ?? null,
      b.by ?? null,
      b.use,
    ),
  )
  for (const a of ACCESS_OF_STORY) {
    const barrier = a.barrier === undefined ? null : (barriers[a.barrier] ?? null)
    const request = put(
      s,
      'access_request',
      a.service,
      a.what,
      day(a.asked),
      'child',
      a.words ?? null,
      barrier,
    )
    for (const e of a.events) {
      put(s, 'access_event', request, e.kind, day(e.ago), e.body, e.why ?? null, e.support ?? null)
    }
  }
}

function doubtOfStory(s: Systems): void {
  const day = (ago: number) => dayOf(s.today - ago)
  const d = DOUBT_OF_STORY
  put(
    s,
    'age_doubt',
    'home_office',
    d.who,
    day(690),
    d.why,
    'no',
    'yes',
    'no',
    'no',
    'no',
    'challenged',
    null,
    d.effect,
  )
}

function dueOfStory(s: Systems): void {
  const day = (ago: number) => dayOf(s.today - ago)
  for (const e of DUE_OF_STORY) {
    put(s, 'due_to_child', e.code, 'england', e.state, day(e.ago), e.amount ?? null, e.note ?? null)
  }
}
