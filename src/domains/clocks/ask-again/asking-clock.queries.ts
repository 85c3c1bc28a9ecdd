/** The clock by which somebody here asks again for a decision: one for each decision, beginning anew with each asking. */
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Nation } from '../bank-holidays.rules.ts'
import { countClock, rowOf } from '../clock.rules.ts'
import { knownRules } from '../known-rules.queries.ts'
import { ASK_AGAIN } from './asked-again.rules.ts'

export type AskFrom = {
  readonly childId: ChildId
  /** The clock of the decision that is asked for. */
  readonly clockId: string
  readonly nation: Nation
  readonly at: Date
  /** What it ran from was put right, or somebody asked: it runs from there, whatever it ran from before. */
  readonly anew?: true
}

/** Asking again is owed so long after that moment. */
export async function askFrom(tx: Tx, from: AskFrom): Promise<void> {
  const known = await knownRules(tx, ASK_AGAIN)
  const counted = countClock(
    { rule: ASK_AGAIN, nation: from.nation, startedAt: from.at, pauses: [] },
    known,
  )
  const row = rowOf(counted)
  await sql`
    insert into waymark.clock as k (child_id, rule, nation, about_kind, about_id, rule_id, why, started_at, due_on, due_at, beyond_known)
    select ${from.childId}, ${ASK_AGAIN}, ${from.nation}, 'clock', ${from.clockId}, ${row.rule}, left(${whatIsAsked(from.clockId)}, 1000),
      ${from.at}::timestamptz, ${row.on}::date, ${row.at}::timestamptz, ${row.beyondKnown}
    on conflict (about_id, rule, about_kind) where rule is not null do update
      set started_at = excluded.started_at, rule_id = excluded.rule_id, due_on = excluded.due_on, due_at = excluded.due_at,
          beyond_known = excluded.beyond_known, state = 'running', stopped_at = null, stopped_why = null
      where ${from.anew === true} or k.started_at < excluded.started_at`.execute(tx)
}

/** In words which decision it is, and whose: for whoever reads the line on their day. */
const whatIsAsked = (clockId: string) => sql`(
  select concat_ws('. ', coalesce(k.owed, r.owed, 'A decision') || ': ' || coalesce(k.owed_by, r.owed_by, 'not said'), k.why)
  from waymark.clock k left join waymark.clock_rule r on r.id = k.rule_id where k.id = ${clockId})`

/** The decision began to be owed at another time: so does asking, while nobody has asked yet. */
export async function correctAsking(tx: Tx, from: AskFrom): Promise<void> {
  const { rows } = await sql<{ asked: boolean }>`
    select exists (select from waymark.asked_again a where a.clock_id = ${from.clockId}) as asked`.execute(
    tx,
  )
  if (rows[0]?.asked === false) await askFrom(tx, { ...from, anew: true })
}

/** The decision is there, or is waited for no longer: nobody asks again. */
export async function endAsking(tx: Tx, clockId: string, at: Date): Promise<void> {
  await sql`
    with ended as (
      update waymark.clock set state = 'no_longer_owed', stopped_at = greatest(${at}::timestamptz, started_at),
        stopped_why = 'The decision is not waited for any more'
      where about_id = ${clockId} and rule = ${ASK_AGAIN} and about_kind = 'clock' and state in ('running', 'paused') returning id)
    update waymark.clock_pause p set resumed_at = greatest(${at}::timestamptz, p.paused_at)
    from ended e where p.clock_id = e.id and p.resumed_at is null`.execute(tx)
}

/** What ended it was written in error: somebody asks again, from when they would have. */
export async function reopenAsking(tx: Tx, clockId: string): Promise<void> {
  await sql`
    update waymark.clock set state = 'running', stopped_at = null, stopped_why = null
    where about_id = ${clockId} and rule = ${ASK_AGAIN} and about_kind = 'clock' and state = 'no_longer_owed'`.execute(
    tx,
  )
}
