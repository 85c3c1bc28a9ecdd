import { sql } from 'kysely'
import { type ChildId, readId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Kind } from './missing.rules.ts'

export type Episode = {
  readonly id: string
  readonly childId: ChildId
  readonly kind: Kind
  readonly missingSince: Date
  readonly lastSeenPlace: string
  readonly lastSeenBy: string | undefined
  readonly wearing: string | undefined
  readonly hasWithThem: string | undefined
  readonly risk: string
  readonly policeReference: string | undefined
  readonly reportedBy: string | undefined
  readonly reportedAt: Date
  readonly endedAt: Date | undefined
  readonly endedHow: 'found' | 'closed' | 'in_error' | undefined
  readonly foundWhere: string | undefined
  readonly foundHow: string | undefined
  readonly version: number
}

const COLUMNS = sql`e.id, e.child_id as "childId", e.kind, e.missing_since as "missingSince",
  e.last_seen_place as "lastSeenPlace", e.last_seen_by as "lastSeenBy", e.wearing, e.has_with_them as "hasWithThem",
  e.risk, e.police_reference as "policeReference", p.name as "reportedBy", e.reported_at as "reportedAt",
  e.ended_at as "endedAt", e.ended_how as "endedHow", e.found_where as "foundWhere", e.found_how as "foundHow", e.version`

/** Each time a child was missing, the newest first. */
export async function episodesOf(tx: Tx, child: ChildId): Promise<readonly Episode[]> {
  const { rows } = await sql<Kept<Episode>>`
    select ${COLUMNS} from waymark.missing_episode e left join waymark.person p on p.id = e.reported_by
    where e.child_id = ${child} order by e.missing_since desc, e.id`.execute(tx)
  return rows.map((row) => known<Episode>(row))
}

export async function findEpisode(
  tx: Tx,
  child: ChildId,
  id: unknown,
): Promise<Episode | undefined> {
  const asked = readId<'episode'>(id)
  return asked && (await episodesOf(tx, child)).find((e) => e.id === asked)
}

export type Report = Pick<
  Episode,
  | 'kind'
  | 'missingSince'
  | 'lastSeenPlace'
  | 'lastSeenBy'
  | 'wearing'
  | 'hasWithThem'
  | 'risk'
  | 'policeReference'
>

const reportColumns = (r: Report) => ({
  kind: r.kind,
  missing_since: r.missingSince,
  last_seen_place: r.lastSeenPlace,
  last_seen_by: r.lastSeenBy ?? null,
  wearing: r.wearing ?? null,
  has_with_them: r.hasWithThem ?? null,
  risk: r.risk,
  police_reference: r.policeReference ?? null,
})

/** One report of a child after another, so that two people at the same moment do not write the same time twice. */
export async function holdEpisodes(tx: Tx, child: ChildId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`missing ${child}`}, 0))`.execute(tx)
}

export async function addEpisode(tx: Tx, child: ChildId, report: Report): Promise<string> {
  const { id } = await tx
    .insertInto('waymark.missing_episode')
    .values({ child_id: child, ...reportColumns(report) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False when somebody changed it since `version`. */
export async function changeEpisode(
  tx: Tx,
  id: string,
  version: number,
  report: Report,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.missing_episode')
    .set(reportColumns(report))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type Found = {
  readonly at: Date
  readonly where: string
  readonly how: string | undefined
}

/** False when it was ended already. */
export async function endFound(tx: Tx, id: string, found: Found): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.missing_episode')
    .set({
      ended_at: found.at,
      ended_how: 'found',
      found_where: found.where,
      found_how: found.how ?? null,
    })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Two people closed it; the database looks for their reasons. */
export async function endClosed(
  tx: Tx,
  id: string,
  how: 'closed' | 'in_error',
  at: Date,
): Promise<void> {
  await tx
    .updateTable('waymark.missing_episode')
    .set({ ended_at: at, ended_how: how })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

export type CouncilPeriod = {
  readonly began: string
  readonly ended: string | undefined
  readonly kind: string | undefined
}

/** What councils told in their returns afterwards: their word, beside ours and never instead. */
export async function councilPeriodsOf(tx: Tx, child: ChildId): Promise<readonly CouncilPeriod[]> {
  const { rows } = await sql<Kept<CouncilPeriod>>`
    select began_on as began, ended_on as ended, kind from waymark.missing_period
    where child_id = ${child} order by began_on desc limit 50`.execute(tx)
  return rows.map((row) => known<CouncilPeriod>(row))
}
