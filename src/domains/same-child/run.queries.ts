import { sql } from 'kysely'
import { type Kept as Row, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

export type RunState = 'asked' | 'running' | 'stopping' | 'stopped' | 'done' | 'failed'

/** One comparison of every record with every other. */
export type Run = {
  readonly id: string
  readonly state: RunState
  readonly phase: 'reading' | 'learning' | 'comparing'
  readonly askedBy: string | undefined
  readonly askedAt: Date
  readonly seenAt: Date | undefined
  readonly endedAt: Date | undefined
  readonly done: number
  readonly of: number
  readonly records: number | undefined
  readonly found: number
  readonly crowded: number
  readonly modelId: string | undefined
  readonly modelNumber: number | undefined
  readonly learntAt: Date | undefined
  readonly digest: string | undefined
}

const RUNS = sql`
  select r.id, r.state, r.phase, p.name as "askedBy", r.asked_at as "askedAt", r.seen_at as "seenAt", r.ended_at as "endedAt",
    r.done, r.of, r.records, r.found, r.crowded, r.model_id as "modelId", m.number as "modelNumber", m.learned_at as "learntAt", r.digest
  from waymark.matching_run r left join waymark.person p on p.id = r.asked_by left join waymark.matching_model m on m.id = r.model_id`

/** The runs of the organisation, the newest first. Nothing for whoever does not reach the whole of it. */
export async function runsOf(tx: Tx, most = 20): Promise<readonly Run[]> {
  const { rows } = await sql<Row<Run>>`
    ${RUNS} where r.organisation_id = waymark.actor_organisation()
    order by r.asked_at desc, r.id limit ${most}`.execute(tx)
  return rows.map((row) => known<Run>(row))
}

/** A run that was asked for, or that whoever did it has left: silent since before that moment. */
export async function waitingRun(tx: Tx, silentSince: Date): Promise<Run | undefined> {
  const { rows } = await sql<Row<Run>>`
    ${RUNS} where r.organisation_id = waymark.actor_organisation()
      and (r.state = 'asked' or (r.state in ('running', 'stopping') and r.seen_at < ${silentSince}))
    order by r.asked_at limit 1`.execute(tx)
  return rows[0] && known<Run>(rows[0])
}

/** Asks for a run. False when one is under way. */
export async function askForRun(tx: Tx, at: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into waymark.matching_run (asked_at) values (${at})
    on conflict (organisation_id) where state in ('asked', 'running', 'stopping') do nothing returning id`.execute(
    tx,
  )
  return rows.length === 1
}

/** One that has not begun stops at once; one under way when it has written down how far it is. */
export async function stopRun(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update waymark.matching_run set state = case state when 'asked' then 'stopped' else 'stopping' end,
      ended_at = case state when 'asked' then ${at}::timestamptz end
    where id = ${id} and state in ('asked', 'running') returning id`.execute(tx)
  return rows.length === 1
}

/** A stopped run goes on. False when it is not one that can, or another is under way. */
export async function goOnWith(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    update waymark.matching_run r set state = 'asked', ended_at = null
    where r.id = ${id} and r.state in ('stopped', 'failed') and not exists (
      select from waymark.matching_run o where o.organisation_id = r.organisation_id and o.state in ('asked', 'running', 'stopping'))
    returning r.id`.execute(tx)
  return rows.length === 1
}

/** Takes a run up. False when somebody else did meanwhile. */
export async function takeUp(
  tx: Tx,
  run: Run,
  { at, silentSince }: { readonly at: Date; readonly silentSince: Date },
): Promise<boolean> {
  const { rows } = await sql`
    update waymark.matching_run set state = 'running', seen_at = ${at}, ended_at = null
    where id = ${run.id} and (state = 'asked' or (state in ('running', 'stopping') and seen_at < ${silentSince}))
    returning id`.execute(tx)
  return rows.length === 1
}

export type HowFar = Partial<
  Pick<Run, 'phase' | 'done' | 'of' | 'records' | 'found' | 'crowded' | 'modelId' | 'digest'>
>

/** Says that the work goes on and how far it is. Gives whether it is to stop. */
export async function sayHowFar(tx: Tx, id: string, far: HowFar, at: Date): Promise<boolean> {
  const { rows } = await sql<{ state: RunState }>`
    update waymark.matching_run set seen_at = ${at}, phase = coalesce(${far.phase ?? null}, phase),
      done = coalesce(${far.done ?? null}, done), of = coalesce(${far.of ?? null}, of),
      records = coalesce(${far.records ?? null}, records), found = coalesce(${far.found ?? null}, found),
      crowded = coalesce(${far.crowded ?? null}, crowded), model_id = coalesce(${far.modelId ?? null}::uuid, model_id),
      digest = coalesce(${far.digest ?? null}, digest)
    where id = ${id} returning state`.execute(tx)
  return rows[0]?.state !== 'running'
}

export async function endRun(
  tx: Tx,
  id: string,
  state: 'stopped' | 'done' | 'failed',
  at: Date,
): Promise<void> {
  await sql`
    update waymark.matching_run set state = ${state}, ended_at = ${at}, seen_at = ${at}
    where id = ${id} and state in ('running', 'stopping')`.execute(tx)
}
