import { sql } from 'kysely'
import type { OrganisationId, PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { type About, type Changes, type Counts, PAGE } from './import.rules.ts'
import type { RunId } from './staging.queries.ts'
import type { RejectedRow } from './ssda903/rejected.view.ts'

export type RunFound = {
  readonly id: RunId
  readonly organisationId: OrganisationId
  readonly year: number
  readonly state: 'previewed' | 'committed' | 'discarded'
  readonly about: About
  readonly counts: Counts
  readonly startedBy: PersonId
  readonly startedByName: string
  readonly startedAt: Date
  readonly finishedAt: Date | null
  /** When a return with exactly these rows was imported before. */
  readonly sameImportedAt: Date | null
}

export type Outcome = 'opened' | 'changed' | 'unchanged'
export type PlannedChild = {
  readonly child: string
  readonly recordId: string
  readonly outcome: Outcome
  readonly matchedBy: 'number' | 'upn' | null
  readonly changes: Changes
}

const COLUMNS = sql`
  r.id, r.organisation_id as "organisationId", r.year, r.state, r.about, r.counts,
  r.started_by as "startedBy", p.name as "startedByName", r.started_at as "startedAt",
  r.finished_at as "finishedAt",
  (select max(s.finished_at) from waymark.import_run s
    where s.organisation_id = r.organisation_id and s.state = 'committed'
      and s.content_hash = r.content_hash and s.id <> r.id) as "sameImportedAt"`

export async function findRun(tx: Tx, id: RunId): Promise<RunFound | undefined> {
  const { rows } = await sql<RunFound>`
    select ${COLUMNS} from waymark.import_run r join waymark.person p on p.id = r.started_by
    where r.id = ${id}`.execute(tx)
  return rows[0]
}

export async function getRun(tx: Tx, id: RunId): Promise<RunFound> {
  const run = await findRun(tx, id)
  if (!run) throw new Error('The import that was just made is not there')
  return run
}

const RUNS_SHOWN = 20

export async function latestRuns(tx: Tx): Promise<readonly RunFound[]> {
  const { rows } = await sql<RunFound>`
    select ${COLUMNS} from waymark.import_run r join waymark.person p on p.id = r.started_by
    order by r.started_at desc limit ${RUNS_SHOWN}`.execute(tx)
  return rows
}

/** A page of what a run does with each child, in the order of their numbers. Pages count from 1. */
export async function plannedChildren(
  tx: Tx,
  run: RunId,
  outcome: Outcome | undefined,
  page: number,
): Promise<readonly PlannedChild[]> {
  const only = outcome ? sql`and outcome = ${outcome}` : sql``
  const { rows } = await sql<PlannedChild>`
    select child, record_id as "recordId", outcome, matched_by as "matchedBy", changes
    from waymark.import_child where run_id = ${run} ${only}
    order by child limit ${PAGE} offset ${(page - 1) * PAGE}`.execute(tx)
  return rows
}

/** A page of the rows that were not used, in the order of the return. */
export async function refusedRows(
  tx: Tx,
  run: RunId,
  page: number,
  size = PAGE,
): Promise<readonly RejectedRow[]> {
  const { rows } = await sql<RejectedRow>`
    select file_kind as kind, file, "row", child, reasons, as_sent as "values"
    from waymark.import_refusal where run_id = ${run}
    order by n limit ${size} offset ${(page - 1) * size}`.execute(tx)
  return rows
}

/** Takes a previewed run and everything staged for it away. */
export async function discard(tx: Tx, run: RunId): Promise<void> {
  await sql`delete from waymark.import_run where id = ${run} and state = 'previewed'`.execute(tx)
}
