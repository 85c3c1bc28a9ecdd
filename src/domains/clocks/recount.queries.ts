import { sql } from 'kysely'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Nation } from './bank-holidays.rules.ts'
import { type ClockRule, countClock, type KnownRules, rowOf } from './clock.rules.ts'
import type { Pause } from './due.rules.ts'
import { knownRules } from './known-rules.queries.ts'

/** One time that the clocks of an organisation are counted again, and how far it has come. */
export type Recount = {
  readonly id: string
  readonly reached: string | null
  readonly seen: number
  readonly changed: number
}

/** The recount that was stopped half way, or a new one; `again` begins at the first clock. */
export async function openRecount(
  tx: Tx,
  { now, again }: { readonly now: Date; readonly again: boolean },
): Promise<Recount> {
  if (again) {
    await sql`update waymark.clock_recount set ended_at = ${now}
      where ended_at is null and organisation_id = waymark.actor_organisation()`.execute(tx)
  }
  await sql`insert into waymark.clock_recount (begun_at) values (${now})
    on conflict (organisation_id) where ended_at is null do nothing`.execute(tx)
  const { rows } = await sql<Recount>`
    select id, reached, seen, changed from waymark.clock_recount
    where ended_at is null and organisation_id = waymark.actor_organisation()`.execute(tx)
  if (!rows[0]) throw new Error('A recount that was opened is there')
  return rows[0]
}

/** How many clocks of rules there are within reach, for saying how far it has come. */
export async function clocksToCount(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from waymark.clock where rule is not null`.execute(tx)
  return rows[0]?.n ?? 0
}

type Row = {
  readonly id: string
  readonly rule: string
  readonly nation: Nation
  readonly startedAt: Date
  readonly ruleId: string | null
  readonly dueAt: Date | null
  readonly beyondKnown: boolean
  readonly version: number
  readonly pauses: readonly { readonly from: string; readonly until: string | null }[] | null
}

/**
 * Counts the next clocks again, in the order of their ids, and writes those that come out otherwise, all at
 * once. Gives how far it has come; undefined when there are none left, and the recount is over. A clock that
 * somebody changes meanwhile is left to them: they have counted it by the same rules.
 */
export async function recountNext(
  tx: Tx,
  recount: Recount,
  { now, most }: { readonly now: Date; readonly most: number },
): Promise<Recount | undefined> {
  const rows = await nextClocks(tx, recount.reached, most)
  const last = rows.at(-1)
  if (!last) {
    await sql`update waymark.clock_recount set ended_at = ${now} where id = ${recount.id}`.execute(
      tx,
    )
    return undefined
  }
  const changed = await writeChanged(tx, await countedOtherwise(tx, rows))
  const next = {
    ...recount,
    reached: last.id,
    seen: recount.seen + rows.length,
    changed: recount.changed + changed,
  }
  await sql`update waymark.clock_recount set reached = ${next.reached}, seen = ${next.seen}, changed = ${next.changed}
    where id = ${recount.id}`.execute(tx)
  return next
}

async function nextClocks(tx: Tx, after: string | null, most: number): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select k.id, k.rule, k.nation, k.started_at as "startedAt", k.rule_id as "ruleId", k.due_at as "dueAt",
      k.beyond_known as "beyondKnown", k.version,
      (select jsonb_agg(jsonb_build_object('from', p.paused_at, 'until', p.resumed_at))
        from waymark.clock_pause p where p.clock_id = k.id) as pauses
    from waymark.clock k
    where k.id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000'::uuid) and k.rule is not null
    order by k.id limit ${most}`.execute(tx)
  return rows
}

type Otherwise = ReturnType<typeof rowOf> & { readonly id: string; readonly version: number }

async function countedOtherwise(tx: Tx, rows: readonly Row[]): Promise<readonly Otherwise[]> {
  const known = await knownRules(tx)
  const ofCode = Map.groupBy(known.rules, (r) => r.code)
  return rows.flatMap((row) => {
    const counted = countedNow(row, { ...known, rules: ofCode.get(row.rule) ?? [] })
    return sameAs(row, counted) ? [] : [{ id: row.id, version: row.version, ...counted }]
  })
}

function countedNow(row: Row, known: KnownRules & { readonly rules: readonly ClockRule[] }) {
  const pauses: readonly Pause[] = (row.pauses ?? []).map((p) => ({
    from: new Date(p.from),
    until: p.until === null ? undefined : new Date(p.until),
  }))
  return rowOf(countClock({ ...row, pauses }, known))
}

const sameAs = (row: Row, counted: ReturnType<typeof rowOf>): boolean =>
  row.ruleId === counted.rule &&
  row.dueAt?.getTime() === counted.at?.getTime() &&
  row.beyondKnown === counted.beyondKnown

async function writeChanged(tx: Tx, changed: readonly Otherwise[]): Promise<number> {
  if (changed.length === 0) return 0
  const { rows } = await sql`
    update waymark.clock k set rule_id = v.rule, due_on = v.due_on, due_at = v.due_at, beyond_known = v.beyond_known
    from unnest(${changed.map((c) => c.id)}::uuid[], ${changed.map((c) => c.version)}::integer[],
      ${changed.map((c) => c.rule)}::uuid[], ${changed.map((c) => c.on)}::date[],
      ${changed.map((c) => c.at?.toISOString() ?? null)}::timestamptz[], ${changed.map((c) => c.beyondKnown)}::boolean[])
      as v(id, version, rule, due_on, due_at, beyond_known)
    where k.id = v.id and k.version = v.version returning k.id`.execute(tx)
  return rows.length
}
