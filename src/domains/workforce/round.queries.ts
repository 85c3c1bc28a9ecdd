import { sql } from 'kysely'
import { type ChildId, type Id, type TeamId, trustedId } from '#kernel/ids.ts'
import type { Actor } from '#platform/http/page.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import {
  type FrameworkVersionId,
  frameworkVersion,
  outcomeLabels,
} from '#domains/outcomes/index.ts'
import type { UsedFramework } from '#domains/outcomes/index.ts'
import { type Item, questionItems } from './audit.rules.ts'
import type { Eligible, Placed } from './sample.rules.ts'

export type RoundId = Id<'case-audit-round'>

/** A round of case audit. */
export type Round = {
  readonly id: RoundId
  readonly title: string
  readonly question: string
  readonly framework: UsedFramework
  readonly principles: readonly string[]
  /** What every record is asked: the outcomes in the framework's order, then the standing questions. */
  readonly items: readonly Item[]
  readonly teamId: TeamId | undefined
  readonly teamName: string | undefined
  readonly openFrom: string
  readonly openTo: string
  readonly stratified: boolean
  readonly sampleSize: number
  readonly eligibleCount: number
  readonly samplingKey: string
  readonly open: boolean
  readonly setUpAt: Date
  readonly setUpBy: string | undefined
  readonly version: number
}

type RoundRow = {
  readonly id: string
  readonly title: string
  readonly question: string
  readonly framework_version_id: string
  readonly principles: readonly string[]
  readonly team_id: string | null
  readonly team_name: string | null
  readonly open_from: string
  readonly open_to: string
  readonly stratified: boolean
  readonly sample_size: number
  readonly eligible_count: number
  readonly sampling_key: string
  readonly status: string
  readonly set_up_at: Date
  readonly set_up_by: string | null
  readonly version: number
  readonly outcomes: readonly string[]
}

export async function findRound(tx: Tx, id: RoundId): Promise<Round | undefined> {
  const { rows } = await sql<RoundRow>`
    select r.id, r.title, r.question, r.framework_version_id, r.principles, r.team_id, t.name as team_name,
      r.open_from, r.open_to, r.stratified, r.sample_size, r.eligible_count, r.sampling_key, r.status, r.set_up_at,
      p.name as set_up_by, r.version,
      array(select o.outcome_id::text from waymark.case_audit_outcome o where o.round_id = r.id) as outcomes
    from waymark.case_audit_round r
    left join waymark.team t on t.id = r.team_id
    left join waymark.person p on p.id = r.set_up_by
    where r.id = ${id}`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const framework = await frameworkVersion(tx, trustedId(row.framework_version_id))
  if (!framework) throw new Error('The framework version of a round went away')
  return roundOf(row, framework)
}

function roundOf(row: RoundRow, framework: UsedFramework): Round {
  return {
    id: trustedId(row.id),
    title: row.title,
    question: row.question,
    framework,
    principles: row.principles,
    items: itemsOf(framework, new Set(row.outcomes)),
    teamId: row.team_id ? trustedId(row.team_id) : undefined,
    teamName: row.team_name ?? undefined,
    openFrom: row.open_from,
    openTo: row.open_to,
    stratified: row.stratified,
    sampleSize: row.sample_size,
    eligibleCount: row.eligible_count,
    samplingKey: row.sampling_key,
    open: row.status === 'open',
    setUpAt: row.set_up_at,
    setUpBy: row.set_up_by ?? undefined,
    version: row.version,
  }
}

function itemsOf(framework: UsedFramework, chosen: ReadonlySet<string>): readonly Item[] {
  const labels = outcomeLabels(framework, 'en')
  const outcomes = framework.outcomes
    .filter((o) => chosen.has(o.id))
    .map((o) => ({
      key: o.id,
      title: labels.get(o.code)?.title ?? o.code,
      outcomeId: o.id,
      question: undefined,
    }))
  return [...outcomes, ...questionItems()]
}

export type ListedRound = {
  readonly id: RoundId
  readonly title: string
  readonly open: boolean
  readonly setUpAt: Date
  readonly drawn: number
  readonly ended: number
}

/** Rounds of the organisation, the newest first. What is counted is what the actor reaches. */
export async function listRounds(tx: Tx): Promise<readonly ListedRound[]> {
  const { rows } = await sql<
    Omit<ListedRound, 'id' | 'open' | 'setUpAt'> & { id: string; status: string; set_up_at: Date }
  >`
    select r.id, r.title, r.status, r.set_up_at, r.sample_size as drawn,
      (select count(*)::int from waymark.case_audit a where a.round_id = r.id and a.ended_at is not null) as ended
    from waymark.case_audit_round r order by r.set_up_at desc, r.id limit 100`.execute(tx)
  return rows.map((r) => ({
    id: trustedId(r.id),
    title: r.title,
    open: r.status === 'open',
    setUpAt: r.set_up_at,
    drawn: r.drawn,
    ended: r.ended,
  }))
}

export type NewRound = {
  readonly title: string
  readonly question: string
  readonly frameworkVersionId: FrameworkVersionId
  readonly principles: readonly string[]
  readonly outcomeIds: readonly string[]
  readonly teamId: TeamId | undefined
  readonly openFrom: string
  readonly openTo: string
  readonly stratified: boolean
  readonly sampleSize: number
  readonly samplingKey: string
}

/**
 * Records that could be drawn: opened by the last day, and not left before the first day by everybody
 * who stood beside the child. A record nobody ever stood beside is one an audit should be able to find.
 */
export async function eligibleFor(
  tx: Tx,
  actor: Actor,
  round: Pick<NewRound, 'teamId' | 'openFrom' | 'openTo'>,
): Promise<readonly Eligible[]> {
  const inTeam = round.teamId ? sql`and c.team_id = ${round.teamId}` : sql``
  const { rows } = await sql<{ id: string; team_id: string | null }>`
    select c.id, c.team_id from waymark.child c
    where c.organisation_id = ${actor.organisationId} ${inTeam}
      and (c.opened_at at time zone 'Europe/London')::date <= ${round.openTo}::date
      and (not exists (select from waymark.allocation a where a.child_id = c.id)
        or exists (select from waymark.allocation a where a.child_id = c.id and (a.ended_on is null or a.ended_on >= ${round.openFrom}::date)))`.execute(
    tx,
  )
  return rows.map((r) => ({ id: r.id, stratum: r.team_id ?? undefined }))
}

/** Keeps a round with its whole register, and begins an audit of each record drawn. */
export async function setUpRound(
  tx: Tx,
  round: NewRound,
  placed: readonly Placed[],
): Promise<RoundId> {
  const { id } = await tx
    .insertInto('waymark.case_audit_round')
    .values({
      title: round.title,
      question: round.question,
      framework_version_id: round.frameworkVersionId,
      principles: [...round.principles],
      team_id: round.teamId ?? null,
      open_from: round.openFrom,
      open_to: round.openTo,
      stratified: round.stratified,
      sample_size: round.sampleSize,
      eligible_count: placed.length,
      sampling_key: round.samplingKey,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('waymark.case_audit_outcome')
    .values(round.outcomeIds.map((outcome) => ({ round_id: id, outcome_id: outcome })))
    .execute()
  await sql`
    insert into waymark.case_audit_eligible (round_id, child_id, stratum, place, drawn)
    select ${id}, * from unnest(${placed.map((p) => p.id)}::uuid[], ${placed.map((p) => p.stratum ?? null)}::uuid[],
      ${placed.map((p) => p.place)}::int[], ${placed.map((p) => p.drawn)}::boolean[])`.execute(tx)
  await beginAudits(tx, id)
  return trustedId(id)
}

/** The reflection is asked of who has stood beside the child longest as key worker, or else in any part. */
async function beginAudits(tx: Tx, round: string): Promise<void> {
  await sql`
    insert into waymark.case_audit (round_id, child_id, practitioner_id, no_reflection_because)
    select e.round_id, e.child_id, b.person_id, case when b.person_id is null then 'nobody_allocated' end
    from waymark.case_audit_eligible e
    left join lateral (
      select a.person_id from waymark.allocation a
      where a.child_id = e.child_id and a.ended_on is null
      order by a.part in ('key_worker', 'social_worker') desc, a.started_on, a.id limit 1) b on true
    where e.round_id = ${round} and e.drawn`.execute(tx)
}

export type Registered = {
  readonly childId: ChildId
  readonly knownAs: string
  readonly team: string | undefined
  readonly place: number
}

/** Records that could have been drawn, in the key's order, as far as the actor reaches them. */
export async function registerOf(
  tx: Tx,
  round: RoundId,
  drawn: boolean,
  most: number,
): Promise<readonly Registered[]> {
  const { rows } = await sql<{ id: string; known_as: string; team: string | null; place: number }>`
    select c.id, c.known_as, t.name as team, e.place
    from waymark.case_audit_eligible e join waymark.child c on c.id = e.child_id
    left join waymark.team t on t.id = e.stratum
    where e.round_id = ${round} and e.drawn = ${drawn} order by e.place, e.stratum, e.child_id limit ${most}`.execute(
    tx,
  )
  return rows.map((r) => ({
    childId: trustedId(r.id),
    knownAs: r.known_as,
    team: r.team ?? undefined,
    place: r.place,
  }))
}

/** The register as it was, as far as the actor reaches it: what the key is tried on again. */
export async function eligibleAgain(tx: Tx, round: RoundId): Promise<readonly Placed[]> {
  const rows = await tx
    .selectFrom('waymark.case_audit_eligible')
    .select(['child_id', 'stratum', 'place', 'drawn'])
    .where('round_id', '=', round)
    .execute()
  return rows.map((r) => ({
    id: r.child_id,
    stratum: r.stratum ?? undefined,
    place: r.place,
    drawn: r.drawn,
  }))
}

/** Closes a round whose audits have all ended. False when somebody else was faster, or one has not. */
export async function closeRound(tx: Tx, round: Round): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update waymark.case_audit_round set status = 'closed', closed_at = now(), closed_by = waymark.actor_id()
    where id = ${round.id} and version = ${round.version} and status = 'open'
      and not exists (select from waymark.case_audit a where a.round_id = ${round.id} and a.ended_at is null)`.execute(
    tx,
  )
  return numAffectedRows === 1n
}
