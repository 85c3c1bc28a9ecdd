import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import { type Kept, known, orNull } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { type Outcome, STEP_CODES, type Step } from './follow-up.rules.ts'

export type FollowUp = {
  readonly entryOn: CalendarDay
  readonly stopped: boolean
  readonly stoppedByThem: boolean
  readonly version: number
}

export async function followUpOf(tx: Tx, child: ChildId): Promise<FollowUp | undefined> {
  const { rows } = await sql<FollowUp>`
    select entry_on as "entryOn", stopped_at is not null as stopped, stopped_by_them as "stoppedByThem", version
    from waymark.follow_up where child_id = ${child}`.execute(tx)
  return rows[0]
}

export type FollowUpPoint = {
  readonly id: string
  readonly months: number
  readonly dueOn: CalendarDay
  readonly outcome: Outcome | undefined
  readonly closedOn: CalendarDay | undefined
  readonly version: number
}

export async function pointsOf(tx: Tx, child: ChildId): Promise<readonly FollowUpPoint[]> {
  const { rows } = await sql<Kept<FollowUpPoint>>`
    select id, months, due_on as "dueOn", outcome, closed_on as "closedOn", version
    from waymark.follow_up_point where child_id = ${child} order by months`.execute(tx)
  return rows.map((row) => known<FollowUpPoint>(row))
}

/** Which steps they agree to now. No line means no. */
export async function consentsOf(tx: Tx, child: ChildId): Promise<Readonly<Record<Step, boolean>>> {
  const { rows } = await sql<{ step: Step; given: boolean }>`
    select distinct on (step) step, given from waymark.consent_step
    where child_id = ${child} order by step, at desc, id desc`.execute(tx)
  const given = (step: Step) => rows.find((r) => r.step === step)?.given ?? false
  return {
    contacted: given('contacted'),
    asked: given('asked'),
    counted: given('counted'),
    research: given('research'),
    linked: given('linked'),
  }
}

type SaidBy = 'child' | 'child_with_someone'

/** Writes the steps that are otherwise than they were. The database refuses a yes over a no of their own. */
export async function keepConsents(
  tx: Tx,
  child: ChildId,
  wanted: Readonly<Record<Step, boolean>>,
  saidBy: SaidBy,
): Promise<void> {
  const now = await consentsOf(tx, child)
  for (const step of STEP_CODES) {
    if (now[step] === wanted[step]) continue
    await sql`insert into waymark.consent_step (child_id, step, given, said_by)
      values (${child}, ${step}, ${wanted[step]}, ${saidBy})`.execute(tx)
  }
}

/** What they took back themselves, which nobody else gives again. */
export async function takenBack(tx: Tx, child: ChildId): Promise<readonly Step[]> {
  const { rows } = await sql<{ step: Step }>`
    select s.step from unnest(${sql.val(STEP_CODES)}::text[]) s(step) where waymark.consent_taken_back(${child}, s.step)`.execute(
    tx,
  )
  return rows.map((r) => r.step)
}

/** Begins, or goes on after it was stopped: the points that are still to come are open. */
export async function beginFollowUp(
  tx: Tx,
  child: ChildId,
  given: { readonly entryOn: CalendarDay; readonly saidBy: SaidBy },
  points: readonly { readonly months: number; readonly dueOn: CalendarDay }[],
): Promise<void> {
  await sql`insert into waymark.follow_up (child_id, entry_on, agreed_by) values (${child}, ${given.entryOn}, ${given.saidBy})
    on conflict (child_id) do update set stopped_at = null, stopped_by_them = false where follow_up.stopped_at is not null`.execute(
    tx,
  )
  for (const { months, dueOn } of points) {
    await sql`insert into waymark.follow_up_point (child_id, months, due_on) values (${child}, ${months}, ${dueOn})
      on conflict (child_id, months) do update set outcome = null, closed_on = null
      where follow_up_point.outcome = 'stopped' and follow_up_point.due_on >= follow_up_point.closed_on`.execute(
      tx,
    )
  }
}

/** Stopped at once, without a reason: every step is taken back, and every point still open says so. */
export async function stopFollowUp(
  tx: Tx,
  child: ChildId,
  saidBy: SaidBy,
  at: { readonly now: Date; readonly today: CalendarDay },
): Promise<void> {
  const none = { contacted: false, asked: false, counted: false, research: false, linked: false }
  await keepConsents(tx, child, none, saidBy)
  await sql`update waymark.follow_up set stopped_at = ${at.now}, stopped_by_them = ${saidBy === 'child'}
    where child_id = ${child} and stopped_at is null`.execute(tx)
  await sql`update waymark.follow_up_point set outcome = 'stopped', closed_on = ${at.today}
    where child_id = ${child} and outcome is null`.execute(tx)
}

/** What became of a point, and its day. False when it changed meanwhile. */
export async function keepPoint(
  tx: Tx,
  child: ChildId,
  point: { readonly id: string; readonly version: number },
  kept: {
    readonly dueOn: CalendarDay
    readonly outcome: string | undefined
    readonly closedOn: CalendarDay | undefined
  },
): Promise<boolean> {
  const { rows } = await sql`
    update waymark.follow_up_point set due_on = ${kept.dueOn}, outcome = ${orNull(kept.outcome)}, closed_on = ${orNull(kept.closedOn)}
    where child_id = ${child} and id = ${point.id} and version = ${point.version} returning id`.execute(
    tx,
  )
  return rows.length === 1
}

export type Question = {
  readonly id: string
  /** Under which its words stand in each language; undefined for one of an organisation's own. */
  readonly code: string | undefined
  readonly about: string
  readonly question: string
  readonly own: boolean
  readonly untilDay: CalendarDay | undefined
}

/** The questions of the product and of the organisation that are asked on a day, in their order. */
export async function questionsOn(tx: Tx, day: CalendarDay): Promise<readonly Question[]> {
  const { rows } = await sql<Kept<Question>>`
    select id, code, about, question, organisation_id is not null as own, until_day as "untilDay" from waymark.service_question
    where from_day <= ${day}::date and (until_day is null or until_day >= ${day}::date) order by place, id limit 60`.execute(
    tx,
  )
  return rows.map((row) => known<Question>(row))
}

export async function addQuestion(
  tx: Tx,
  asked: { readonly about: string; readonly question: string; readonly from: CalendarDay },
): Promise<void> {
  await sql`insert into waymark.service_question (organisation_id, place, about, question, from_day)
    values (waymark.actor_organisation(), 500, ${asked.about}, ${asked.question}, ${asked.from})`.execute(
    tx,
  )
}

/** Asked until that day and no longer. What was answered stays. */
export async function retireQuestion(tx: Tx, id: string, until: CalendarDay): Promise<boolean> {
  const { rows } = await sql`
    update waymark.service_question set until_day = greatest(from_day, ${until}::date)
    where id::text = ${id} and organisation_id = waymark.actor_organisation() and until_day is null returning id`.execute(
    tx,
  )
  return rows.length === 1
}

export type Answered = {
  readonly questionId: string
  readonly answer: string
  readonly words: string | undefined
  readonly language: string
}

export async function answersAt(tx: Tx, point: string): Promise<readonly Answered[]> {
  const { rows } = await sql<Kept<Answered>>`
    select question_id as "questionId", answer, words, words_language as language
    from waymark.follow_up_answer where point_id = ${point}`.execute(tx)
  return rows.map((row) => known<Answered>(row))
}

/** Keeps what they answered; what they answered before at this point is kept as it was in the history. */
export async function keepAnswers(
  tx: Tx,
  child: ChildId,
  point: string,
  answers: readonly Answered[],
  now: Date,
): Promise<void> {
  for (const a of answers) {
    await sql`insert into waymark.follow_up_answer as k (child_id, point_id, question_id, answer, words, words_language, at)
      values (${child}, ${point}, ${a.questionId}, ${a.answer}, ${orNull(a.words)}, ${a.language}, ${now})
      on conflict (point_id, question_id) do update set answer = excluded.answer, words = excluded.words,
        words_language = excluded.words_language, at = excluded.at
      where (k.answer, k.words) is distinct from (excluded.answer, excluded.words)`.execute(tx)
  }
}

export type PointDue = {
  readonly childId: ChildId
  readonly knownAs: string
  readonly months: number
  readonly dueOn: CalendarDay
}

/** Whom the reader stands beside and may ask again now, with the day. */
export async function pointsDue(tx: Tx, until: CalendarDay): Promise<readonly PointDue[]> {
  const { rows } = await sql<PointDue>`
    select p.child_id as "childId", c.known_as as "knownAs", p.months, p.due_on as "dueOn"
    from waymark.allocation a
    join waymark.follow_up_point p on p.child_id = a.child_id
    join waymark.child c on c.id = p.child_id
    where a.person_id = (select waymark.actor_id()) and a.ended_on is null and p.outcome is null and p.due_on <= ${until}::date
      and waymark.consent_given(p.child_id, 'contacted')
      and not exists (select from waymark.contact_stop s where s.child_id = p.child_id and s.lifted_at is null)
    group by 1, 2, 3, 4 order by p.due_on, c.known_as limit 200`.execute(tx)
  return rows
}

/** Whose point has come, who may be contacted and asked, and of whom no notice was made since. As the organisation. */
export async function pointsToTell(tx: Tx, today: CalendarDay): Promise<readonly ChildId[]> {
  const { rows } = await sql<{ childId: ChildId }>`
    select distinct p.child_id as "childId" from waymark.follow_up_point p
    where p.outcome is null and p.due_on <= ${today}::date and p.due_on > ${today}::date - 14
      and waymark.consent_given(p.child_id, 'contacted') and waymark.consent_given(p.child_id, 'asked')
      and not exists (select from waymark.notice n where n.child_id = p.child_id and (n.queued_at at time zone 'Europe/London')::date >= p.due_on)
    limit 5000`.execute(tx)
  return rows.map((r) => r.childId)
}
