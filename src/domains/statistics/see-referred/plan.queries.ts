import { sql } from 'kysely'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** How figures are read, written down before they are. */
export type AnalysisPlan = {
  readonly version: number
  readonly ours: boolean
  readonly question: string
  readonly who: string
  readonly measured: string
  readonly limits: string
  readonly notDone: string
  readonly because: string
  readonly by: string | undefined
  readonly at: Date
}

/** Every version of the plan, the newest first; the organisation's own go before those that came with the product. */
export async function plansOf(tx: Tx): Promise<readonly AnalysisPlan[]> {
  const { rows } = await sql<Kept<AnalysisPlan>>`
    select a.version, a.organisation_id is not null as ours, a.question, a.who, a.measured, a.limits, a.not_done as "notDone", a.because,
      p.name as by, a.written_at as at
    from waymark.analysis_plan a left join waymark.person p on p.id = a.written_by
    where a.of_what = 'referred' order by a.organisation_id is null, a.version desc limit 100`.execute(
    tx,
  )
  return rows.map((row) => known<AnalysisPlan>(row))
}

/** The version that stood at a moment: beside figures, the one by which they were made. */
export const planAt = (plans: readonly AnalysisPlan[], at: Date): AnalysisPlan | undefined =>
  plans.find((p) => p.at <= at) ?? plans.at(-1)

export type PlanToKeep = Pick<
  AnalysisPlan,
  'question' | 'who' | 'measured' | 'limits' | 'notDone' | 'because'
>

/** Writes the next version. False when somebody wrote it first. */
export async function addPlan(tx: Tx, version: number, plan: PlanToKeep): Promise<boolean> {
  const added = await tx
    .insertInto('waymark.analysis_plan')
    .values({
      of_what: 'referred',
      version,
      question: plan.question,
      who: plan.who,
      measured: plan.measured,
      limits: plan.limits,
      not_done: plan.notDone,
      because: plan.because,
    })
    .onConflict((c) => c.columns(['organisation_id', 'of_what', 'version']).doNothing())
    .returning('id')
    .execute()
  return added.length === 1
}
