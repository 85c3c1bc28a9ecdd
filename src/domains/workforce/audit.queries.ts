import { sql } from 'kysely'
import { type ChildId, type Id, type PersonId, trustedId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import {
  ENDED_BECAUSE,
  type EndedBecause,
  NO_REFLECTION,
  type NoReflection,
  type Standing,
} from './audit.rules.ts'
import type { RoundId } from './round.queries.ts'

export type AuditId = Id<'case-audit'>

/** The audit of one record. */
export type Audit = Standing & {
  readonly id: AuditId
  readonly roundId: RoundId
  readonly childId: ChildId
  readonly practitioner: string | undefined
  readonly auditor: string | undefined
  readonly second: string | undefined
  readonly noReflection: NoReflection | undefined
  readonly reflected: boolean
  readonly endedAt: Date | undefined
  readonly version: number
}

type Row = {
  readonly id: string
  readonly round_id: string
  readonly child_id: string
  readonly practitioner_id: string | null
  readonly practitioner: string | null
  readonly auditor_id: string | null
  readonly auditor: string | null
  readonly second_auditor_id: string | null
  readonly second: string | null
  readonly no_reflection_because: string | null
  readonly reflected: boolean
  readonly ended_at: Date | null
  readonly ended_because: string | null
  readonly version: number
}

const COLUMNS = sql`
  a.id, a.round_id, a.child_id, a.practitioner_id, w.name as practitioner, a.auditor_id, u.name as auditor,
  a.second_auditor_id, s.name as second, a.no_reflection_because, waymark.has_reflected(a.id) as reflected,
  a.ended_at, a.ended_because, a.version`
const NAMES = sql`
  left join waymark.person w on w.id = a.practitioner_id
  left join waymark.person u on u.id = a.auditor_id
  left join waymark.person s on s.id = a.second_auditor_id`

const idOf = <Kind extends string>(text: string | null): Id<Kind> | undefined =>
  text === null ? undefined : trustedId<Kind>(text)

function auditOf(row: Row): Audit {
  return {
    id: trustedId(row.id),
    roundId: trustedId(row.round_id),
    childId: trustedId(row.child_id),
    practitionerId: idOf(row.practitioner_id),
    practitioner: row.practitioner ?? undefined,
    auditorId: idOf(row.auditor_id),
    auditor: row.auditor ?? undefined,
    secondId: idOf(row.second_auditor_id),
    second: row.second ?? undefined,
    noReflection: NO_REFLECTION.find((r) => r === row.no_reflection_because),
    reflected: row.reflected,
    endedAt: row.ended_at ?? undefined,
    endedBecause: ENDED_BECAUSE.find((r) => r === row.ended_because),
    version: row.version,
  }
}

export async function findAudit(tx: Tx, child: ChildId, id: AuditId): Promise<Audit | undefined> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from waymark.case_audit a ${NAMES} where a.id = ${id} and a.child_id = ${child}`.execute(
    tx,
  )
  return rows[0] && auditOf(rows[0])
}

export type DrawnAudit = Audit & { readonly knownAs: string; readonly read: boolean }

/** The audits of a round, as far as the actor reaches the children, by the name each goes by. */
export async function auditsOf(tx: Tx, round: RoundId): Promise<readonly DrawnAudit[]> {
  const { rows } = await sql<Row & { known_as: string; read: boolean }>`
    select ${COLUMNS}, c.known_as, exists (select from waymark.case_audit_reading r
      where r.audit_id = a.id and r.auditor_id = a.auditor_id and r.shared_at is not null) as read
    from waymark.case_audit a join waymark.child c on c.id = a.child_id ${NAMES}
    where a.round_id = ${round} order by c.known_as, a.id`.execute(tx)
  return rows.map((row) => ({ ...auditOf(row), knownAs: row.known_as, read: row.read }))
}

export type People = {
  readonly practitionerId: PersonId | undefined
  readonly noReflection: NoReflection | undefined
  readonly auditorId: PersonId | undefined
  readonly secondId: PersonId | undefined
}

/** Who reflects and who reads. False when somebody else was faster, or the audit ended. */
export async function assignPeople(
  tx: Tx,
  audit: Audit,
  version: number,
  people: People,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.case_audit')
    .set({
      practitioner_id: people.practitionerId ?? null,
      no_reflection_because: people.noReflection ?? null,
      auditor_id: people.auditorId ?? null,
      second_auditor_id: people.secondId ?? null,
    })
    .where('id', '=', audit.id)
    .where('version', '=', version)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ends the audit of one record, and with it what its auditors reach. */
export async function endAudit(
  tx: Tx,
  audit: Audit,
  version: number,
  because: EndedBecause,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.case_audit')
    .set({
      ended_at: sql`now()`,
      ended_by: sql`waymark.actor_id()`,
      ended_because: because,
    })
    .where('id', '=', audit.id)
    .where('version', '=', version)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type Colleague = { readonly id: PersonId; readonly name: string; readonly role: string }

/** Who may audit this record: of its organisation, not beside the child; those of its team first. */
export async function mayAudit(tx: Tx, child: ChildId): Promise<readonly Colleague[]> {
  const { rows } = await sql<{ id: string; name: string; role: string }>`
    select p.id, p.name, p.role from waymark.child c
    join waymark.person p on p.organisation_id = c.organisation_id
      and p.role in ('practitioner', 'guardian', 'manager', 'auditor') and p.ended_at is null
    where c.id = ${child} and not exists (
      select from waymark.allocation a where a.child_id = c.id and a.person_id = p.id and a.ended_on is null)
    order by p.team_id is not distinct from c.team_id desc, p.name, p.id limit 2000`.execute(tx)
  return rows.map((r) => ({ ...r, id: trustedId(r.id) }))
}
