import { sql } from 'kysely'
import type { Actor } from '#platform/http/page.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** One thing somebody has to do, and where. */
export type Work = {
  readonly childId: string
  readonly auditId: string
  readonly knownAs: string
  readonly round: string
}

const OF_AUDIT = sql`
  a.child_id as "childId", a.id as "auditId", c.known_as as "knownAs", r.title as round
  from waymark.case_audit a
  join waymark.child c on c.id = a.child_id
  join waymark.case_audit_round r on r.id = a.round_id`

export type ToRead = Work & { readonly reflected: boolean; readonly shared: boolean }

/** Records the actor is to audit, first or second, and that have not ended. */
export async function toRead(tx: Tx, actor: Actor): Promise<readonly ToRead[]> {
  const { rows } = await sql<ToRead>`
    select waymark.has_reflected(a.id) as reflected, exists (select from waymark.case_audit_reading x
        where x.audit_id = a.id and x.auditor_id = ${actor.id} and x.shared_at is not null) as shared, ${OF_AUDIT}
    where (a.auditor_id = ${actor.id} or a.second_auditor_id = ${actor.id}) and a.ended_at is null
    order by c.known_as, a.id limit 200`.execute(tx)
  return rows
}

/** Reflections the actor has not shared yet. */
export async function toReflect(tx: Tx, actor: Actor): Promise<readonly Work[]> {
  const { rows } = await sql<Work>`
    select ${OF_AUDIT}
    where a.practitioner_id = ${actor.id} and a.ended_at is null and not waymark.has_reflected(a.id)
    order by c.known_as, a.id limit 200`.execute(tx)
  return rows
}

export type Owed = Work & {
  readonly actionId: string
  readonly words: string
  readonly dueOn: string
  readonly done: boolean
  readonly owner: string
  readonly ownerLeft: boolean
}

const OF_ACTION = sql`
  x.id as "actionId", x.words, x.due_on as "dueOn", x.done_on is not null as done,
  coalesce(p.name, 'Somebody in another organisation') as owner, coalesce(p.ended_at is not null, false) as "ownerLeft",
  x.child_id as "childId", f.audit_id as "auditId", c.known_as as "knownAs", r.title as round
  from waymark.case_audit_action x
  join waymark.case_audit_finding f on f.id = x.finding_id
  join waymark.case_audit a on a.id = f.audit_id
  join waymark.case_audit_round r on r.id = a.round_id
  join waymark.child c on c.id = x.child_id
  left join waymark.person p on p.id = x.owner_id`

/** Actions the actor owns and has not done. */
export async function owedBy(tx: Tx, actor: Actor): Promise<readonly Owed[]> {
  const { rows } = await sql<Owed>`
    select ${OF_ACTION} where x.owner_id = ${actor.id} and x.done_on is null
    order by x.due_on, x.id limit 200`.execute(tx)
  return rows
}

/** Every open action the actor reaches, by the day it is due: done and not yet seen by somebody else, too. */
export async function openActions(tx: Tx): Promise<readonly Owed[]> {
  const { rows } = await sql<Owed>`
    select ${OF_ACTION} where x.verified_at is null order by x.due_on, x.id limit 200`.execute(tx)
  return rows
}

export type Waiting = Work & {
  readonly actNowId: string
  readonly forPerson: string
  readonly actBy: Date
}

/** What could not wait and nobody has answered. */
export async function unanswered(tx: Tx): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select n.id as "actNowId", coalesce(p.name, '') as "forPerson", n.act_by as "actBy", ${OF_AUDIT}
    join waymark.case_audit_act_now n on n.audit_id = a.id
    left join waymark.person p on p.id = n.for_person
    where n.answered_at is null order by n.act_by, n.id limit 200`.execute(tx)
  return rows
}

export type OpenFinding = Work & { readonly findingId: string; readonly words: string }

/** Findings that nothing is being done about yet. */
export async function withoutAction(tx: Tx): Promise<readonly OpenFinding[]> {
  const { rows } = await sql<OpenFinding>`
    select f.id as "findingId", f.words, ${OF_AUDIT}
    join waymark.case_audit_finding f on f.audit_id = a.id
    where f.status = 'open' and not exists (select from waymark.case_audit_action x where x.finding_id = f.id)
    order by f.found_at, f.id limit 200`.execute(tx)
  return rows
}
