import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { DecidedBy, Decision, NewDecision } from './decisions.rules.ts'
import type { Referral, ReferralId } from './referral.queries.ts'

export type KeptDecision = Decision & {
  readonly heardOn: CalendarDay
  readonly decidedBy: DecidedBy
  readonly reasons: string | undefined
  readonly childToldOn: CalendarDay | undefined
  readonly recordedBy: string | undefined
  readonly recordedAt: Date
  readonly setAsideWhy: string | undefined
  readonly version: number
}

/** Decisions in the order in which they were made, those set aside among them. */
export async function decisionsOf(tx: Tx, id: ReferralId): Promise<readonly KeptDecision[]> {
  const { rows } = await sql<Kept<KeptDecision>>`
    select d.id, d.kind, d.outcome, d.again, d.decided_on as "decidedOn", d.heard_on as "heardOn", d.decided_by as "decidedBy",
           d.reasons, d.child_told_on as "childToldOn", p.name as "recordedBy", d.recorded_at as "recordedAt",
           d.set_aside_at is not null as "setAside", d.set_aside_why as "setAsideWhy", d.version
    from waymark.nrm_decision d left join waymark.person p on p.id = d.recorded_by
    where d.referral_id = ${id} order by d.decided_on, d.recorded_at`.execute(tx)
  return rows.map((row) => known<KeptDecision>(row))
}

export type DecisionToKeep = NewDecision &
  Pick<KeptDecision, 'heardOn' | 'decidedBy' | 'reasons' | 'childToldOn'>

export async function addDecision(
  tx: Tx,
  referral: Referral,
  d: DecisionToKeep,
  now: Date,
): Promise<string> {
  const row = await tx
    .insertInto('waymark.nrm_decision')
    .values({
      referral_id: referral.id,
      child_id: referral.childId,
      kind: d.kind,
      outcome: d.outcome,
      again: d.again,
      decided_on: d.decidedOn,
      heard_on: d.heardOn,
      decided_by: d.decidedBy,
      reasons: d.reasons ?? null,
      child_told_on: d.childToldOn ?? null,
      recorded_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Set aside, with why: it was written by mistake. It stays to be read. False when it was set aside already. */
export async function setDecisionAside(
  tx: Tx,
  at: { readonly referral: ReferralId; readonly id: string },
  why: string,
  now: Date,
): Promise<boolean> {
  const aside = await tx
    .updateTable('waymark.nrm_decision')
    .set({ set_aside_at: now, set_aside_why: why })
    .where('referral_id', '=', at.referral)
    .where('id', '=', at.id)
    .where('set_aside_at', 'is', null)
    .returning('id')
    .execute()
  return aside.length === 1
}
