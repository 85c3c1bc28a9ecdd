import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Demand, SettledClash, SettledHow } from './clashes.rules.ts'
import type { Wait } from './systems.rules.ts'

/** Every stretch of waiting for a decision, of all processes of a child, in order. */
export async function waitsOf(tx: Tx, child: ChildId): Promise<readonly Wait[]> {
  const { rows } = await sql<Kept<Wait>>`
    select id, process_id as "processId", began_on as "beganOn", ended_on as "endedOn", ended_how as "endedHow", decision
    from waymark.process_wait where child_id = ${child} order by began_on, id`.execute(tx)
  return rows.map((row) => known<Wait>(row))
}

export type WaitToKeep = {
  readonly state: string
  readonly waitingSince: CalendarDay | undefined
  readonly decidedOn: CalendarDay | undefined
  readonly decision: string | undefined
  readonly lastChangeOn: CalendarDay
}

/**
 * Keeps the waiting of a process as it was said: begun, or its beginning put right; ended by a decision, or
 * because the process is over. Whatever else its state becomes, the waiting goes on.
 */
export async function keepWait(
  tx: Tx,
  at: { readonly child: ChildId; readonly process: string },
  said: WaitToKeep,
): Promise<void> {
  const over = said.state === 'ended' || said.decidedOn !== undefined
  if (said.waitingSince !== undefined && (said.state === 'waiting' || over)) {
    await beginWait(tx, at, said.waitingSince, over)
  }
  if (!over) return
  const on = said.decidedOn ?? said.lastChangeOn
  const how = said.decidedOn === undefined ? 'over' : 'decision'
  await sql`
    update waymark.process_wait set ended_on = greatest(${on}::date, began_on), ended_how = ${how}, decision = ${said.decision ?? null}
    where process_id = ${at.process} and child_id = ${at.child}
      and (ended_on is null or began_on = ${said.waitingSince ?? null}::date)`.execute(tx)
}

/** Begins a wait, or puts the beginning of the one that runs right. One that was decided before is left alone. */
async function beginWait(
  tx: Tx,
  at: { readonly child: ChildId; readonly process: string },
  since: CalendarDay,
  over: boolean,
): Promise<void> {
  const { rows } = await sql`
    update waymark.process_wait set began_on = ${since}
    where process_id = ${at.process} and child_id = ${at.child} and ended_on is null and began_on <> ${since}::date
    returning id`.execute(tx)
  if (rows.length > 0) return
  await sql`
    insert into waymark.process_wait (child_id, process_id, began_on)
    select ${at.child}, ${at.process}, ${since}::date
    where not exists (select from waymark.process_wait w where w.process_id = ${at.process}
      and (w.ended_on is null or (${over} and w.began_on = ${since}::date)))`.execute(tx)
}

/** What is asked of a child from that day on, each with whom to ring. */
export async function demandsOf(
  tx: Tx,
  child: ChildId,
  from: CalendarDay,
): Promise<readonly Demand[]> {
  const { rows } = await sql<Kept<Demand>>`
    select d.id, d.process_id as by, k.called as "byName", d.what, d.on_day as "onDay", d.until_day as "untilDay",
           d.from_time as "fromTime", d.until_time as "untilTime", d.place,
           p.named_person as person, p.decides as body, p.ring, false as "fromCalendar"
    from waymark.process_demand d join waymark.process p on p.id = d.process_id
    join waymark.process_kind k on k.code = p.kind
    where d.child_id = ${child} and d.state = 'stands' and coalesce(d.until_day, d.on_day) >= ${from}::date
    order by d.on_day, d.from_time nulls first, d.id limit 200`.execute(tx)
  return rows.map((row) => known<Demand>(row))
}

/** What was said or settled of two demands. */
export async function settledClashesOf(tx: Tx, child: ChildId): Promise<readonly SettledClash[]> {
  const { rows } = await sql<Kept<SettledClash>>`
    select first_id as "firstId", second_id as "secondId", kind, why, settled_how as how, settled_note as note,
           settled_on as "on", version
    from waymark.demand_clash where child_id = ${child}`.execute(tx)
  return rows.map((row) => known<SettledClash>(row))
}

type Pair = {
  readonly child: ChildId
  readonly firstId: string
  readonly secondId: string
  readonly version: number
}

/** Says that two demands contradict each other, or how they were settled. False when somebody was faster. */
export async function keepClash(
  tx: Tx,
  pair: Pair,
  said: {
    readonly kind: SettledClash['kind']
    readonly why: string | undefined
    readonly how: SettledHow | undefined
    readonly note: string | undefined
    readonly on: CalendarDay | undefined
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into waymark.demand_clash as c (child_id, first_id, second_id, kind, why, settled_how, settled_note, settled_on)
    values (${pair.child}, ${pair.firstId}, ${pair.secondId}, ${said.kind}, ${said.why ?? null},
      ${said.how ?? null}, ${said.note ?? null}, ${said.on ?? null})
    on conflict (child_id, first_id, second_id) do update
      set kind = excluded.kind, why = coalesce(excluded.why, c.why), settled_how = excluded.settled_how, settled_note = excluded.settled_note,
          settled_on = excluded.settled_on
    where c.version = ${pair.version} returning id`.execute(tx)
  return rows.length === 1
}

export type WaitingWords = {
  readonly processId: string
  readonly words: string
  readonly language: string
  readonly saidBy: 'child' | 'child_with_someone'
  readonly saidOn: CalendarDay
  readonly version: number
}

/** What the child says that waiting does, for each process. */
export async function waitingWordsOf(
  tx: Tx,
  child: ChildId,
): Promise<ReadonlyMap<string, WaitingWords>> {
  const { rows } = await sql<WaitingWords>`
    select process_id as "processId", words, language, said_by as "saidBy", said_on as "saidOn", version
    from waymark.waiting_words where child_id = ${child}`.execute(tx)
  return new Map(rows.map((row) => [row.processId, row]))
}

/** Keeps their words on waiting. False when they changed meanwhile. */
export async function keepWaitingWords(
  tx: Tx,
  child: ChildId,
  said: WaitingWords,
): Promise<boolean> {
  const { rows } = await sql`
    insert into waymark.waiting_words as w (child_id, process_id, words, language, said_by, said_on)
    values (${child}, ${said.processId}, ${said.words}, ${said.language}, ${said.saidBy}, ${said.saidOn})
    on conflict (process_id) do update set words = excluded.words, language = excluded.language,
      said_by = excluded.said_by, said_on = excluded.said_on
    where w.version = ${said.version} returning id`.execute(tx)
  return rows.length === 1
}
