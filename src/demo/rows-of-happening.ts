import { type Cell, type Rows, rowsFor } from './copy.queries.ts'
import { STORY } from './child.ts'
import { dayOf, instantOf } from './days.ts'
import type { InventedChild } from './invented.ts'
import { between, chance, pick, random, type Random, uuid } from './random.ts'
import {
  someSystems,
  storySystems,
  type Systems,
  systemsOf,
  systemsTables,
  type SystemsTables,
  waitOf,
} from './rows-of-systems.ts'
import {
  EARLIER_OF_STORY,
  OTHER_WORDS_OF_STORY,
  PROCESSES,
  PROCESSES_OF_STORY,
  type SaidProcess,
} from './words/happening.ts'

/** A stream of chance of their own, so that nobody else's invention moves. */
const STREAM = 0x40000010

const PROCESS =
  'id child_id kind state what_it_is where_it_is comes_next can_do decides owner_id last_change_on waiting_since next_on told_on told_how confirmed_at changed_by changed_at system named_person ring'.split(
    ' ',
  )
const TEXT =
  'id child_id process_id language where_it_is put_by of_version changed_by changed_at'.split(' ')
const LEGAL =
  'id child_id area has wants helper how_good words language said_by said_at changed_by changed_at'.split(
    ' ',
  )

/** What is happening around invented children, and their legal help. One is told in full. */
export function rowsOfHappening(batch: readonly InventedChild[], today: number): readonly Rows[] {
  const systems = systemsTables()
  const tables = {
    systems,
    process: rowsFor('process', PROCESS),
    text: rowsFor('process_text', TEXT),
    legal: rowsFor('legal_help', LEGAL),
    history: rowsFor(
      'row_history',
      'table_name row_id child_id version was changed_by changed_at replaced_by replaced_at'.split(
        ' ',
      ),
    ),
  }
  for (const child of batch) {
    const r = random(child.number, STREAM)
    if (child.number === STORY) storyOf(tables, r, child, today)
    else oneOf(tables, r, child, today)
  }
  const { systems: around, ...own } = tables
  return [...Object.values(own), ...Object.values(around)]
}

type Tables = {
  readonly systems: SystemsTables
  readonly process: Rows
  readonly text: Rows
  readonly legal: Rows
  readonly history: Rows
}

const workerOf = (child: InventedChild) =>
  child.allocations.find((a) => a.to === undefined && a.part !== 'guardian')?.personId
const guardianOf = (child: InventedChild) =>
  child.allocations.find((a) => a.to === undefined && a.part === 'guardian')?.personId

/** For half of all: one thing that is happening, checked lately or not. */
function oneOf(tables: Tables, r: Random, child: InventedChild, today: number): void {
  const worker = workerOf(child)
  if (!worker) return
  const systems = systemsOf(tables.systems, child, worker, today)
  someSystems(systems)
  if (chance(r, 0.5)) oneProcess(tables, r, systems)
}

function oneProcess(tables: Tables, r: Random, systems: Systems): void {
  const { child, worker, today } = systems
  const process = pick(r, PROCESSES)
  const checked = today - between(r, 1, 45)
  const changed = checked - between(r, 0, 60)
  const waiting = process.state === 'waiting' ? changed - between(r, 0, 90) : undefined
  const id = uuid(r)
  if (waiting !== undefined) waitOf(systems, id, waiting)
  pushProcess(tables, id, child, process, {
    owner: worker,
    changed,
    waiting,
    confirmed: checked,
    told: chance(r, 0.7) ? changed : undefined,
    next: undefined,
  })
  if (!chance(r, 0.2)) return
  const has = chance(r, 0.6) ? 'yes' : 'no'
  const said = { area: 'papers', has, wants: has === 'no' && chance(r, 0.5) ? 'yes' : 'not_said' }
  const hand: Cell[] = [worker, instantOf(checked, 660)]
  tables.legal.rows.push([
    uuid(r),
    child.id,
    said.area,
    said.has,
    said.wants,
    null,
    'not_said',
    null,
    'en',
    'child_with_someone',
    instantOf(checked, 660),
    ...hand,
  ])
}

type When = {
  readonly owner: string
  readonly changed: number
  readonly waiting: number | undefined
  readonly confirmed: number
  readonly told: number | undefined
  readonly next: number | undefined
}

const dayIf = (day: number | undefined) => (day === undefined ? null : dayOf(day))

function pushProcess(
  tables: Tables,
  id: string,
  child: InventedChild,
  p: SaidProcess,
  when: When,
): void {
  const told = when.told === undefined ? null : 'Spoken, face to face'
  const words = [p.kind, p.state, p.what, p.where, p.next, p.can, p.decides, when.owner]
  const days = [dayOf(when.changed), dayIf(when.waiting), dayIf(when.next), dayIf(when.told), told]
  const at = instantOf(when.confirmed, 640)
  const around = [p.system ?? null, p.person ?? null, p.ring ?? null]
  tables.process.rows.push([id, child.id, ...words, ...days, at, when.owner, at, ...around])
}

function storyOf(tables: Tables, r: Random, child: InventedChild, today: number): void {
  const worker = workerOf(child)
  if (!worker) return
  const ids = PROCESSES_OF_STORY.map(() => uuid(r))
  const ago = (days: number | undefined) => (days === undefined ? undefined : today - days)
  for (const [n, p] of PROCESSES_OF_STORY.entries()) {
    pushProcess(tables, ids[n] ?? '', child, p, {
      owner: (p.guardians && guardianOf(child)) || worker,
      changed: today - p.changed,
      waiting: ago(p.waiting),
      confirmed: today - p.confirmed,
      told: ago(p.told),
      next: p.nextIn === undefined ? undefined : today + p.nextIn,
    })
  }
  const [first = ''] = ids
  const o = OTHER_WORDS_OF_STORY
  const putAt = instantOf(today - 38, 700)
  tables.text.rows.push([uuid(r), child.id, first, o.language, o.where, o.by, 1, worker, putAt])
  const was = {
    id: first,
    child_id: child.id,
    state: 'waiting',
    where_it_is: EARLIER_OF_STORY,
    language: 'en',
  }
  const [wrote, replaced] = [instantOf(today - 400, 600), instantOf(today - 310, 600)]
  tables.history.rows.push([
    'process',
    first,
    child.id,
    0,
    JSON.stringify(was),
    worker,
    wrote,
    worker,
    replaced,
  ])
  legalHelpOfStory(tables, r, child, today)
  aroundStory(tables, child, worker, today, ids)
}

/** The systems around the one told in full: what each process waits for, and everything beside it. */
function aroundStory(
  tables: Tables,
  child: InventedChild,
  worker: string,
  today: number,
  ids: readonly string[],
): void {
  const systems = systemsOf(tables.systems, child, worker, today)
  for (const [n, p] of PROCESSES_OF_STORY.entries()) {
    if (p.state === 'waiting') waitOf(systems, ids[n] ?? '', today - (p.waiting ?? 0))
  }
  storySystems(systems, ids, guardianOf(child))
}

function legalHelpOfStory(tables: Tables, r: Random, child: InventedChild, today: number): void {
  const at = instantOf(today - 30, 1080)
  const own = (area: string, ...said: readonly Cell[]) =>
    tables.legal.rows.push([
      uuid(r),
      child.id,
      area,
      ...said,
      'en',
      'child',
      at,
      child.accountId,
      at,
    ])
  own('papers', 'yes', 'not_said', 'Bola Adeyemi', 'good', 'She draws it for me until I get it.')
  own('reunion', 'no', 'yes', null, 'not_said', 'Is there a way for my mum to come here?')
}
