import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { ChildId, PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { OtherWords, Process } from './happening.rules.ts'

export type ProcessKind = { readonly code: string; readonly called: string }

/** The kinds that may be begun on that day. */
export async function kindsOn(tx: Tx, day: CalendarDay): Promise<readonly ProcessKind[]> {
  const { rows } = await sql<ProcessKind>`
    select code, called from waymark.process_kind
    where from_day <= ${day}::date and (until_day is null or until_day >= ${day}::date) order by position`.execute(
    tx,
  )
  return rows
}

/** What every kind is called, those no longer begun included. */
export async function kindNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<ProcessKind>`select code, called from waymark.process_kind`.execute(tx)
  return new Map(rows.map((k) => [k.code, k.called]))
}

/** What is happening around a child: what goes on first, in the order of its kinds, what is over last. */
export async function processesOf(tx: Tx, child: ChildId): Promise<readonly Process[]> {
  const { rows } = await sql<Kept<Omit<Process, 'other'>>>`
    select p.id, p.kind, p.state, p.language, p.what_it_is as "whatItIs", p.where_it_is as "whereItIs",
           p.comes_next as "comesNext", p.can_do as "canDo", p.decides, p.system,
           p.named_person as "namedPerson", p.ring, p.owner_id as "ownerId", o.name as owner,
           p.ask, p.last_change_on as "lastChangeOn", p.waiting_since as "waitingSince", p.next_on as "nextOn",
           p.told_on as "toldOn", p.told_how as "toldHow", p.confirmed_at as "confirmedAt",
           by.name as "changedBy", p.version
    from waymark.process p join waymark.process_kind k on k.code = p.kind
    left join waymark.person o on o.id = p.owner_id
    left join waymark.person by on by.id = p.changed_by
    where p.child_id = ${child} order by p.state = 'ended', k.position, p.confirmed_at desc`.execute(
    tx,
  )
  if (rows.length === 0) return []
  const other = await otherWordsOf(tx, child)
  return rows.map((row) => ({
    ...known<Omit<Process, 'other'>>(row),
    other: other.filter((o) => o.processId === row.id),
  }))
}

async function otherWordsOf(
  tx: Tx,
  child: ChildId,
): Promise<readonly (OtherWords & { readonly processId: string })[]> {
  const { rows } = await sql<Kept<OtherWords & { readonly processId: string }>>`
    select process_id as "processId", language, where_it_is as "whereItIs", comes_next as "comesNext",
           can_do as "canDo", put_by as "putBy", of_version as "ofVersion", changed_at as at, version
    from waymark.process_text where child_id = ${child} order by language`.execute(tx)
  return rows.map((row) => known<OtherWords & { readonly processId: string }>(row))
}

export type EarlierState = {
  readonly processId: string
  readonly state: Process['state']
  readonly whereItIs: string
  readonly language: string
  readonly until: Date
}

/** How processes of a child were before, the newest first: only versions in which something else was said. */
export async function earlierStates(tx: Tx, child: ChildId): Promise<readonly EarlierState[]> {
  const { rows } = await sql<EarlierState>`
    select h.row_id as "processId", h.was ->> 'state' as state, h.was ->> 'where_it_is' as "whereItIs",
           h.was ->> 'language' as language, h.replaced_at as until
    from waymark.row_history h where h.child_id = ${child} and h.table_name = 'process'
    order by h.replaced_at desc limit 200`.execute(tx)
  return rows
}

export type ProcessToKeep = {
  readonly kind: string
  readonly state: string
  readonly whatItIs: string
  readonly whereItIs: string
  readonly comesNext: string | undefined
  readonly canDo: string | undefined
  readonly decides: string
  readonly system: string | undefined
  readonly namedPerson: string | undefined
  readonly ring: string | undefined
  readonly ask: string | undefined
  readonly lastChangeOn: CalendarDay
  readonly waitingSince: CalendarDay | undefined
  readonly nextOn: CalendarDay | undefined
  readonly toldOn: CalendarDay | undefined
  readonly toldHow: string | undefined
}

const optional = (kept: ProcessToKeep) => ({
  comes_next: kept.comesNext ?? null,
  can_do: kept.canDo ?? null,
  system: kept.system ?? null,
  named_person: kept.namedPerson ?? null,
  ring: kept.ring ?? null,
  ask: kept.ask ?? null,
})

const columnsOf = (kept: ProcessToKeep, now: Date) => ({
  ...optional(kept),
  kind: kept.kind,
  state: kept.state,
  what_it_is: kept.whatItIs,
  where_it_is: kept.whereItIs,
  decides: kept.decides,
  last_change_on: kept.lastChangeOn,
  waiting_since: kept.waitingSince ?? null,
  next_on: kept.nextOn ?? null,
  told_on: kept.toldOn ?? null,
  told_how: kept.toldHow ?? null,
  confirmed_at: now,
})

export async function addProcess(
  tx: Tx,
  child: ChildId,
  kept: ProcessToKeep,
  now: Date,
): Promise<string> {
  const { id } = await tx
    .insertInto('waymark.process')
    .values({ child_id: child, ...columnsOf(kept, now) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type At = { readonly child: ChildId; readonly id: string; readonly version: number }

/** Changes a process; whoever takes it over keeps it up to date from now on. False when it changed meanwhile. */
export async function changeProcess(
  tx: Tx,
  at: At,
  kept: ProcessToKeep,
  { now, owner }: { readonly now: Date; readonly owner: PersonId | undefined },
): Promise<boolean> {
  const changed = await tx
    .updateTable('waymark.process')
    .set({ ...columnsOf(kept, now), ...(owner ? { owner_id: owner } : {}) })
    .where('child_id', '=', at.child)
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .returning('id')
    .execute()
  return changed.length === 1
}

/** Says that a process still stands as it is written. Words in other languages stay the words of it as it is. */
export async function confirmProcess(tx: Tx, at: At, now: Date): Promise<boolean> {
  const confirmed = await tx
    .updateTable('waymark.process')
    .set({ confirmed_at: now })
    .where('child_id', '=', at.child)
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .returning('version')
    .execute()
  const [row] = confirmed
  if (!row) return false
  await tx
    .updateTable('waymark.process_text')
    .set({ of_version: row.version })
    .where('process_id', '=', at.id)
    .where('of_version', '=', at.version)
    .execute()
  return true
}

/** Keeps the words of a process in another language. False when they changed meanwhile. */
export async function keepOtherWords(
  tx: Tx,
  at: { readonly child: ChildId; readonly id: string },
  words: Omit<OtherWords, 'at' | 'version'>,
  version: number,
): Promise<boolean> {
  const { rows } = await sql`
    insert into waymark.process_text as t
      (child_id, process_id, language, where_it_is, comes_next, can_do, put_by, of_version)
    values (${at.child}, ${at.id}, ${words.language}, ${words.whereItIs}, ${words.comesNext ?? null},
      ${words.canDo ?? null}, ${words.putBy}, ${words.ofVersion})
    on conflict (process_id, language) do update set where_it_is = excluded.where_it_is,
      comes_next = excluded.comes_next, can_do = excluded.can_do, put_by = excluded.put_by, of_version = excluded.of_version
    where t.version = ${version} returning id`.execute(tx)
  return rows.length === 1
}
