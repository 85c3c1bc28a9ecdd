import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { type Statement, type StatementId, statementOf } from './said-row.ts'

/** A thing said, as it stands in a list for those beside the young person. */
export type SaidToUs = Statement & {
  /** Whether it was sent to whoever asks, or passed on to them. */
  readonly forMe: boolean
  /** The media of the parts; empty for somebody it was not for. */
  readonly media: readonly string[]
  readonly openedByMe: boolean
  /** Names of those it was sent to; empty when it was to everyone beside the young person. */
  readonly to: readonly string[]
  /** Of those it was sent to, whether anybody is still beside the young person. */
  readonly somebodyLeft: boolean
}

type Row = Parameters<typeof statementOf>[0] & {
  readonly for_me: boolean
  readonly media: readonly string[]
  readonly opened: boolean
  readonly to_names: readonly string[]
  readonly somebody_left: boolean
}

const shown = sql`
  s.*, waymark.statement_is_for_actor(s.id) as for_me,
  array(select p.medium from waymark.statement_part p where p.statement_id = s.id and not p.taken_out order by p.made_at) as media,
  exists (select from waymark.statement_opening o where o.statement_id = s.id and o.person_id = waymark.actor_id()) as opened,
  array(select w.name from waymark.statement_recipient r join waymark.person w on w.id = r.person_id
    where r.statement_id = s.id and not r.taken_out order by w.name) as to_names,
  exists (select from waymark.allocation a where a.child_id = s.child_id and a.ended_on is null
    and (s.audience = 'everyone_beside_me' or exists (select from waymark.statement_recipient r
      where r.statement_id = s.id and r.person_id = a.person_id and not r.taken_out))) as somebody_left`

const saidToUs = (row: Row): SaidToUs => ({
  ...statementOf(row),
  forMe: row.for_me,
  media: row.media,
  openedByMe: row.opened,
  to: row.to_names,
  somebodyLeft: row.somebody_left,
})

/** What a young person sent that the actor may know of, the newest first. */
export async function saidTo(tx: Tx, child: ChildId, most = 100): Promise<readonly SaidToUs[]> {
  const { rows } = await sql<Row>`
    select ${shown} from waymark.statement s
     where s.child_id = ${child} and s.status in ('sent', 'withdrawn')
     order by s.sent_at desc limit ${most}`.execute(tx)
  return rows.map(saidToUs)
}

/** One of them. */
export async function findSaid(
  tx: Tx,
  child: ChildId,
  id: StatementId,
): Promise<SaidToUs | undefined> {
  const { rows } = await sql<Row>`
    select ${shown} from waymark.statement s
     where s.id = ${id} and s.child_id = ${child} and s.status in ('sent', 'withdrawn')`.execute(tx)
  const [row] = rows
  return row && saidToUs(row)
}

/** Writes down that the actor opened it, for the young person to see; the first time counts. */
export async function recordOpening(tx: Tx, { id, childId }: Statement): Promise<void> {
  await tx
    .insertInto('waymark.statement_opening')
    .values({ statement_id: id, child_id: childId })
    .onConflict((c) => c.columns(['statement_id', 'person_id']).doNothing())
    .execute()
}
