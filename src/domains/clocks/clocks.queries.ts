import { sql } from 'kysely'
import type { ChildId, TeamId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { ASK_AGAIN } from './ask-again/asked-again.rules.ts'
import type { Clock } from './clock.rules.ts'
import { CLOCK_COLUMNS, CLOCK_JOINS, clockOf, type ClockRow } from './clock-row.queries.ts'

/** What is owed to a child now: what is due first stands first, then what has no last day, then what only lasts. */
export async function clocksOf(tx: Tx, child: ChildId): Promise<readonly Clock[]> {
  const { rows } = await sql<ClockRow>`
    select ${CLOCK_COLUMNS} from waymark.clock k ${CLOCK_JOINS}
    where k.child_id = ${child} and k.state in ('running', 'paused')
    order by coalesce(r.force = 'at_least', false), k.due_at nulls last, k.started_at, k.id`.execute(
    tx,
  )
  return rows.map(clockOf)
}

/** What was done, or turned out not to be owed: the latest first. That nobody asks again any more is told with the decision. */
export async function clocksThatEnded(tx: Tx, child: ChildId): Promise<readonly Clock[]> {
  const { rows } = await sql<ClockRow>`
    select ${CLOCK_COLUMNS} from waymark.clock k ${CLOCK_JOINS}
    where k.child_id = ${child} and k.state in ('done', 'no_longer_owed') and k.rule is distinct from ${ASK_AGAIN}
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
  /** A team of the organisation, instead of the reader's own. */
  readonly team?: TeamId
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

/**
 * What is owed to the children of a desk, what is due first first: one query, from the children out. What only
 * lasts (a time to recover) is nobody's next act, and is left out. For whoever has a whole organisation it
 * goes from what is due first instead, tells at most a thousand, and without rules leaves out what has no last day.
 */
export async function clocksOwedToChildren(tx: Tx, asked: OwedAsked): Promise<OwedToChildren> {
  const everybody = asked.of === 'my-team' && !asked.team && (await hasNoTeam(tx))
  const found = everybody ? foundByDay(asked) : foundByChild(asked)
  const { rows } = await sql<ClockRow & { readonly knownAs: string; readonly total: number }>`
    with found as materialized (${found})
    select ${CLOCK_COLUMNS}, c.known_as as "knownAs", f.total
    from found f join waymark.clock k on k.id = f.id join waymark.child c on c.id = k.child_id ${CLOCK_JOINS}
    order by k.due_at nulls last, k.started_at, k.id`.execute(tx)
  return {
    clocks: rows.map(({ knownAs, total: _total, ...row }) => ({ clock: clockOf(row), knownAs })),
    total: rows[0]?.total ?? 0,
  }
}

async function hasNoTeam(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{
    none: boolean
  }>`select waymark.actor_team() is null as none`.execute(tx)
  return rows[0]?.none === true
}

const MOST_TOLD = 1000

/** In the text of the statement and not beside it: of few rules an index finds few clocks, and a plan must know which they are. */
const ofRules = (rules: readonly string[]) =>
  rules.length === 0 ? sql`false` : sql`k.rule in (${sql.join(rules.map((rule) => sql.lit(rule)))})`

const wanted = ({ rules, dueBefore }: OwedAsked) => sql`k.state in ('running', 'paused')
  and ${rules ? ofRules(rules) : sql`true`}
  and ${dueBefore ? sql`k.due_at < ${dueBefore}` : sql`true`}
  and not exists (select from waymark.clock_rule l where l.id = k.rule_id and l.force = 'at_least')`

const foundByChild = (asked: OwedAsked) => sql`
  select k.id, count(*) over ()::integer as total
  from (select c.id from waymark.child c where ${
    asked.of === 'beside-me'
      ? sql`c.id in (select a.child_id from waymark.allocation a where a.person_id = waymark.actor_id() and a.ended_on is null)`
      : sql`c.team_id = ${asked.team ?? sql`(select waymark.actor_team())`} and c.organisation_id = (select waymark.actor_organisation())`
  } offset 0) w
  join waymark.clock k on k.child_id = w.id
  where ${wanted(asked)}
  order by k.due_at nulls last, k.started_at, k.id limit ${sql.lit(asked.most)}`

/** Row-level security keeps it to the organisation; an index gives what is due first. */
const foundByDay = (asked: OwedAsked) => sql`
  select n.id, count(*) over ()::integer as total from (
    select k.id, k.due_at, k.started_at from waymark.clock k
    where ${wanted(asked)} and ${asked.rules ? sql`true` : sql`k.state = 'running' and k.due_at is not null`}
    order by k.due_at nulls last limit ${sql.lit(MOST_TOLD)}) n
  order by n.due_at nulls last, n.started_at, n.id limit ${sql.lit(asked.most)}`
