import type { Client } from 'pg'
import type { Code, Placed } from '#domains/workforce/index.ts'
import { instantOf, dayOf } from './days.ts'
import {
  idOf,
  keepFinding,
  type PlannedFinding,
  type Where,
} from './case-audit-findings.queries.ts'
import type { Around } from './case-audits.ts'

export type InventedOutcome = { readonly id: string; readonly code: string }

type About = { readonly outcome: string | undefined; readonly question: string | undefined }

export type PlannedReading = {
  readonly by: string
  readonly shared: boolean
  readonly standsOut: string | undefined
  readonly grade: string | undefined
  readonly answers: readonly (About & {
    readonly code: Code
    readonly shows: string
    readonly quote: string | undefined
    readonly quotedFrom: string | undefined
  })[]
}

export type PlannedAudit = {
  readonly child: string
  readonly practitioner: string | undefined
  readonly noReflection: string | undefined
  readonly auditor: string | undefined
  readonly second: string | undefined
  readonly reflection:
    | { readonly wentWell: string; readonly differently: string; readonly notInRecord: string }
    | undefined
  readonly readings: readonly PlannedReading[]
  readonly feedback: { readonly result: string; readonly words: string | undefined } | undefined
  readonly actNow: { readonly by: string; readonly for: string; readonly saw: string } | undefined
  readonly findings: readonly PlannedFinding[]
  readonly ended: boolean
}

export type Plan = {
  readonly title: string
  readonly question: string
  /** Days before the day everything leads up to. */
  readonly startedAgo: number
  readonly sampled: {
    readonly key: string
    readonly placed: readonly Placed[]
    readonly ids: readonly string[]
  }
  readonly closed: boolean
  readonly audits: readonly PlannedAudit[]
}

/** The records of a team, and who stands beside each child now. */
export async function recordsOfTeam(
  client: Client,
  team: string,
): Promise<Pick<Around, 'eligible' | 'workerOf'>> {
  const { rows } = await client.query<{ id: string; worker: string | null }>(
    `select c.id, (select a.person_id from waymark.allocation a join waymark.person p on p.id = a.person_id and p.role = 'practitioner'
        where a.child_id = c.id and a.ended_on is null order by a.started_on, a.id limit 1) as worker
       from waymark.child c where c.team_id = $1 order by c.id`,
    [team],
  )
  return {
    eligible: rows.map((r) => ({ id: r.id, stratum: undefined })),
    workerOf: new Map(rows.flatMap((r) => (r.worker ? [[r.id, r.worker] as const] : []))),
  }
}

/** Puts a round with all that happened in it into the database. */
export async function keepRound(
  client: Client,
  around: Around,
  where: Where,
  plan: Plan,
): Promise<void> {
  const at = instantOf(where.today - plan.startedAgo, 600)
  const days = [dayOf(where.today - plan.startedAgo - 365), dayOf(where.today - plan.startedAgo)]
  const size = plan.sampled.ids.length
  const round = await idOf(
    client,
    `insert into waymark.case_audit_round (organisation_id, team_id, title, question, framework_version_id, open_from, open_to,
       stratified, sample_size, eligible_count, sampling_key, set_up_by, set_up_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, false, $8, $9, $10, $11, $12, $11) returning id`,
    [
      where.organisation,
      where.team,
      plan.title,
      plan.question,
      where.framework,
      ...days,
      size,
      plan.sampled.placed.length,
      plan.sampled.key,
      around.manager,
      at,
    ],
  )
  await client.query(
    `insert into waymark.case_audit_outcome (round_id, outcome_id) select $1, unnest($2::uuid[])`,
    [round, around.outcomes.map((o) => o.id)],
  )
  const { placed } = plan.sampled
  await client.query(
    `insert into waymark.case_audit_eligible (round_id, child_id, place, drawn)
     select $1, * from unnest($2::uuid[], $3::int[], $4::boolean[])`,
    [round, placed.map((p) => p.id), placed.map((p) => p.place), placed.map((p) => p.drawn)],
  )
  for (const audit of plan.audits) await keepAudit(client, around, { ...where, at }, round, audit)
  if (!plan.closed) return
  await client.query(
    `update waymark.case_audit_round set status = 'closed', closed_at = $2::timestamptz + interval '60 days', closed_by = $3 where id = $1`,
    [round, at, around.manager],
  )
}

async function keepAudit(
  client: Client,
  around: Around,
  where: Where & { readonly at: string },
  round: string,
  planned: PlannedAudit,
): Promise<void> {
  const { child, practitioner, auditor } = planned
  const audit = await idOf(
    client,
    `insert into waymark.case_audit (round_id, child_id, practitioner_id, no_reflection_because, auditor_id, second_auditor_id, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [round, child, practitioner, planned.noReflection, auditor, planned.second, around.manager],
  )
  if (planned.reflection && practitioner) {
    const { wentWell, differently, notInRecord } = planned.reflection
    await client.query(
      `insert into waymark.case_audit_reflection (audit_id, child_id, author_id, went_well, differently, not_in_record, shared_at, private_to, changed_by)
       values ($1, $2, $3, $4, $5, $6, $7::timestamptz + interval '3 days', $3, $3)`,
      [audit, child, practitioner, wentWell, differently, notInRecord, where.at],
    )
  }
  for (const reading of planned.readings) await keepReading(client, where.at, audit, child, reading)
  for (const finding of planned.findings) await keepFinding(client, where, audit, child, finding)
  await keepBeside(client, where, audit, planned)
  if (!planned.ended) return
  await client.query(
    `update waymark.case_audit set ended_at = $2::timestamptz + interval '30 days', ended_by = auditor_id, ended_because = 'done' where id = $1`,
    [audit, where.at],
  )
  await client.query(
    `insert into waymark.audit_entry (at, actor_id, actor_role, organisation_id, action, outcome, child_id)
     select $1::timestamptz + interval '9 days', p.id, p.role, p.organisation_id, 'case-audit.read', 'done', $3::uuid from waymark.person p where p.id = $2`,
    [where.at, auditor, child],
  )
}

async function keepBeside(
  client: Client,
  where: Where & { readonly at: string },
  audit: string,
  { child, feedback, actNow, auditor }: PlannedAudit,
): Promise<void> {
  if (feedback) {
    await client.query(
      `insert into waymark.case_audit_feedback (audit_id, child_id, whose, result, words, on_day, changed_by)
       values ($1, $2, 'child', $3, $4, $5::date + 12, $6)`,
      [audit, child, feedback.result, feedback.words, where.at.slice(0, 10), auditor],
    )
  }
  if (!actNow) return
  await client.query(
    `insert into waymark.case_audit_act_now (audit_id, child_id, saw, raised_by, raised_at, for_person, act_by, changed_by)
     values ($1, $2, $3, $4, $5::timestamptz, $6, $5::timestamptz + interval '24 hours', $4)`,
    [audit, child, actNow.saw, actNow.by, instantOf(where.today - 1, 900), actNow.for],
  )
}

async function keepReading(
  client: Client,
  at: string,
  audit: string,
  child: string,
  reading: PlannedReading,
): Promise<void> {
  const id = await idOf(
    client,
    `insert into waymark.case_audit_reading (audit_id, child_id, auditor_id, private_to, changed_by) values ($1, $2, $3, $3, $3) returning id`,
    [audit, child, reading.by],
  )
  for (const a of reading.answers) {
    await client.query(
      `insert into waymark.case_audit_answer (reading_id, child_id, outcome_id, question, code, shows, private_to, changed_by)
       values ($1, $2, $3, $4, $5, $6, $7, $7)`,
      [id, child, a.outcome, a.question, a.code, a.shows, reading.by],
    )
  }
  if (!reading.shared) return
  await client.query(
    `update waymark.case_audit_reading set stands_out = $2, grade = $3, shared_at = $4::timestamptz + interval '10 days',
       facts = jsonb_build_object('strengths', exists (select from waymark.about_me w where w.child_id = $5
         and w.topic in ('strengths', 'got_through') and w.said_by <> 'someone_else')) where id = $1`,
    [id, reading.standsOut, reading.grade, at, child],
  )
}
