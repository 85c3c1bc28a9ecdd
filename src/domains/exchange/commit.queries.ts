import { type RawBuilder, sql } from 'kysely'
import {
  makeFindable,
  openReceived,
  receiveBirths,
  receiveNumbers,
} from '#domains/children/index.ts'
import { RECEIVED_FILES, receive } from '#domains/processes/index.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import {
  childrenToOpen,
  KEPT_APART,
  KEPT_FILES,
  type Run,
  stagedChildren,
  stagedPlaces,
  stagedRows,
} from './plan.queries.ts'
import type { Progress } from './staging.queries.ts'

/**
 * Carries out the plan of a run, all of it in the transaction given, and takes the staged rows away.
 * Gives the children whose record was opened or changed.
 */
export async function carryOut(tx: Tx, run: Run, progress: Progress): Promise<readonly ChildId[]> {
  await sql`set local statement_timeout = 0`.execute(tx)
  progress('Opening records')
  await openReceived(tx, childrenToOpen(run))
  await receiveBirths(tx, stagedChildren(run, 'born'))
  await receiveNumbers(tx, stagedChildren(run, 'number', 'upn'))
  const { organisationId, year } = run
  for (const file of RECEIVED_FILES) {
    progress(`Writing ${file}`)
    await receive(tx, file, { organisationId, year, rows: stagedRows(run, file, 'changing') })
  }
  for (const file of KEPT_FILES) {
    progress(`Writing ${file}`)
    await keep(tx, run, file, stagedRows(run, file, 'changing'))
  }
  await keep(tx, run, 'episode_place', stagedPlaces(run, 'changing'))
  progress('Making the children findable')
  await makeFindable(tx, await touched(tx, run, sql`and changes ?| array['born', 'number', 'upn']`))
  await sql`
    update waymark.import_run set state = 'committed', finished_at = clock_timestamp() where id = ${run.id}`.execute(
    tx,
  )
  await sql`delete from waymark.import_row where run_id = ${run.id}`.execute(tx)
  return touched(tx, run, sql``)
}

async function keep(tx: Tx, run: Run, file: string, rows: RawBuilder<unknown>): Promise<void> {
  const apart = KEPT_APART.includes(file) ? sql`waymark.actor_id()` : sql`null::uuid`
  await sql`
    insert into waymark.return_row as t
      (child_id, organisation_id, file, natural_key, said_in, facts, as_sent, private_to)
    select s.child_id, ${run.organisationId}::uuid, ${file}, s.natural_key, ${run.year}::integer,
      s.facts, s.as_sent, ${apart}
    from (${rows}) s
    on conflict (child_id, organisation_id, file, natural_key) do update
      set said_in = excluded.said_in, facts = excluded.facts, as_sent = excluded.as_sent
      where t.facts is distinct from excluded.facts`.execute(tx)
}

async function touched(tx: Tx, run: Run, only: RawBuilder<unknown>): Promise<readonly ChildId[]> {
  const { rows } = await sql<{ record_id: ChildId }>`
    select record_id from waymark.import_child
    where run_id = ${run.id} and outcome <> 'unchanged' ${only} order by child`.execute(tx)
  return rows.map((r) => r.record_id)
}
