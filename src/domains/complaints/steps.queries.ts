import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId, PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Complaint, ComplaintId } from './complaints.queries.ts'
import type { Back, ComplaintStepKind, Found, Worse } from './complaints.rules.ts'

export type ComplaintStep = {
  readonly kind: ComplaintStepKind
  readonly at: Date
  readonly byName: string | undefined
  readonly toName: string | undefined
  readonly words: string | undefined
  readonly wordsLanguage: string
  readonly found: Found | undefined
  readonly back: Back | undefined
  readonly worse: Worse | undefined
  readonly due: string | undefined
}

export async function complaintSteps(tx: Tx, id: ComplaintId): Promise<readonly ComplaintStep[]> {
  const { rows } = await sql<{
    kind: ComplaintStepKind
    at: Date
    by_name: string | null
    to_name: string | null
    words: string | null
    words_language: string
    found: Found | null
    back: Back | null
    worse: Worse | null
    due: string | null
  }>`
    select s.kind, s.at, b.name as by_name, t.name as to_name, s.words, s.words_language, s.found, s.back, s.worse, s.due::text as due
      from waymark.complaint_step s
      left join waymark.person b on b.id = s.by_id
      left join waymark.person t on t.id = s.to_id
     where s.complaint_id = ${id} order by s.at, s.changed_at, s.id`.execute(tx)
  return rows.map((row) => ({
    kind: row.kind,
    at: row.at,
    byName: row.by_name ?? undefined,
    toName: row.to_name ?? undefined,
    words: row.words ?? undefined,
    wordsLanguage: row.words_language,
    found: row.found ?? undefined,
    back: row.back ?? undefined,
    worse: row.worse ?? undefined,
    due: row.due ?? undefined,
  }))
}

export type NewComplaintStep = {
  readonly kind: ComplaintStepKind
  readonly words?: string | undefined
  readonly language?: string
  readonly found?: Found
  readonly back?: Back
  readonly worse?: Worse
  readonly to?: PersonId
  readonly due?: CalendarDay
}

/** Adds a step. Whether it may be added is for the database to say: it throws when it may not. */
export async function addComplaintStep(
  tx: Tx,
  complaint: { readonly id: ComplaintId; readonly childId: ChildId },
  step: NewComplaintStep,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('waymark.complaint_step')
    .values({
      complaint_id: complaint.id,
      child_id: complaint.childId,
      kind: step.kind,
      at: now,
      words: step.words ?? null,
      words_language: step.language ?? 'en',
      found: step.found ?? null,
      back: step.back ?? null,
      worse: step.worse ?? null,
      to_id: step.to ?? null,
      due: step.due ?? null,
    })
    .execute()
}

/** One after the other: two who act at once do not both, and the young person sees who read it, once each. */
export async function holdComplaint(tx: Tx, id: ComplaintId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 46))`.execute(tx)
}

export async function noteReading(tx: Tx, complaint: Complaint, now: Date): Promise<void> {
  await sql`
    insert into waymark.complaint_step (complaint_id, child_id, kind, at)
    values (${complaint.id}, ${complaint.childId}, 'read', ${now})
    on conflict (complaint_id, by_id) where kind = 'read' do nothing`.execute(tx)
}

/** The longest the law gives the stage it is in, from the day the stage began. */
export async function longestFor(tx: Tx, complaint: Complaint): Promise<CalendarDay | undefined> {
  const { rows } = await sql<{ day: CalendarDay | null }>`
    select waymark.stage_day(c.organisation_id, c.nation, c.stage, (c.state_at at time zone 'Europe/London')::date, true)::text as day
      from waymark.complaint c where c.id = ${complaint.id}`.execute(tx)
  return rows[0]?.day ?? undefined
}

/** Other independent people who may look at it. */
export async function whoElseReviews(
  tx: Tx,
  complaint: Complaint,
  today: CalendarDay,
): Promise<readonly { readonly id: PersonId; readonly name: string }[]> {
  const { rows } = await sql<{ id: PersonId; name: string }>`
    select distinct p.id, p.name from waymark.complaint c
      join waymark.reviewer_appointment a on a.organisation_id = c.organisation_id
      join waymark.person p on p.id = a.person_id
     where c.id = ${complaint.id} and waymark.reviews_on(p.id, c.organisation_id, ${today}::date)
       and p.id is distinct from c.handler_id and not (p.id = any (c.about_persons || c.kept_from))
     order by p.name`.execute(tx)
  return rows
}
