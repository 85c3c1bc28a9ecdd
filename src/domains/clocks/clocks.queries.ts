import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Clock } from './clock.rules.ts'
import { CLOCK_COLUMNS, CLOCK_JOINS, clockOf, type ClockRow } from './clock-row.queries.ts'

/** What is owed to a child now: what is due first stands first, what has no last day after that. */
export async function clocksOf(tx: Tx, child: ChildId): Promise<readonly Clock[]> {
  const { rows } = await sql<ClockRow>`
    select ${CLOCK_COLUMNS} from waymark.clock k ${CLOCK_JOINS}
    where k.child_id = ${child} and k.state in ('running', 'paused')
    order by k.due_at nulls last, k.started_at, k.id`.execute(tx)
  return rows.map(clockOf)
}

/** What was done, or turned out not to be owed: the latest first. */
export async function clocksThatEnded(tx: Tx, child: ChildId): Promise<readonly Clock[]> {
  const { rows } = await sql<ClockRow>`
    select ${CLOCK_COLUMNS} from waymark.clock k ${CLOCK_JOINS}
    where k.child_id = ${child} and k.state in ('done', 'no_longer_owed')
    order by k.stopped_at desc, k.id limit 200`.execute(tx)
  return rows.map(clockOf)
}

export async function findClock(tx: Tx, child: ChildId, id: string): Promise<Clock | undefined> {
  const { rows } = await sql<ClockRow>`
    select ${CLOCK_COLUMNS} from waymark.clock k ${CLOCK_JOINS}
    where k.child_id = ${child} and k.id = ${id}`.execute(tx)
  return rows[0] && clockOf(rows[0])
}

/** Whose clocks: of the children the reader stands beside, or of their team or organisation. */
export type WhoseClocks = 'beside-me' | 'my-team'

export type OwedAsked = {
  readonly of: WhoseClocks
  /** Only clocks of these rules. */
  readonly rules?: readonly string[]
  /** Only what is due before this; what has no last day is left out then. */
  readonly dueBefore?: Date
  readonly most: number
}

export type OwedToChild = { readonly clock: Clock; readonly knownAs: string }
export type OwedToChildren = {
  readonly clocks: readonly OwedToChild[]
  /** How many there are, more than are shown perhaps. */
  readonly total: number
}

/** What is owed to the children of a desk, what is due first first: one query, from the children out. */
export async function clocksOwedToChildren(tx: Tx, asked: OwedAsked): Promise<OwedToChildren> {
  const within =
    asked.of === 'beside-me'
      ? sql`c.id in (select a.child_id from waymark.allocation a where a.person_id = waymark.actor_id() and a.ended_on is null)`
      : sql`c.organisation_id = (select waymark.actor_organisation())
          and ((select waymark.actor_team()) is null or c.team_id = (select waymark.actor_team()))`
  const { rows } = await sql<ClockRow & { readonly knownAs: string; readonly total: number }>`
    with within as materialized (select c.id, c.known_as from waymark.child c where ${within}),
    found as materialized (
      select k.id, count(*) over ()::integer as total from within w
      join waymark.clock k on k.child_id = w.id
      where k.state in ('running', 'paused')
        and (${asked.rules ?? null}::text[] is null or k.rule = any (${asked.rules ?? null}::text[]))
        and (${asked.dueBefore ?? null}::timestamptz is null or k.due_at < ${asked.dueBefore ?? null}::timestamptz)
      order by k.due_at nulls last, k.started_at, k.id limit ${asked.most})
    select ${CLOCK_COLUMNS}, w.known_as as "knownAs", f.total
    from found f join waymark.clock k on k.id = f.id join within w on w.id = k.child_id ${CLOCK_JOINS}
    order by k.due_at nulls last, k.started_at, k.id`.execute(tx)
  return {
    clocks: rows.map(({ knownAs, total: _total, ...row }) => ({ clock: clockOf(row), knownAs })),
    total: rows[0]?.total ?? 0,
  }
}
