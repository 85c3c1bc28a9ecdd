import { sql } from 'kysely'
import { trustedId, type ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

export const QUESTIONS = ['listened', 'believed', 'interpreter'] as const
export type Question = (typeof QUESTIONS)[number]
export const FEEDBACK_ABOUT = ['answer', 'meeting', 'check_in'] as const
export type FeedbackAbout = (typeof FEEDBACK_ABOUT)[number]
export const FEEDBACK_ANSWERS = ['yes', 'partly', 'no'] as const
export const FEEDBACK_REASONS = ['skipped', 'not_now', 'not_relevant_to_me', 'dont_know'] as const
export type FeedbackSaid = (typeof FEEDBACK_ANSWERS)[number] | (typeof FEEDBACK_REASONS)[number]

export type Feedback = {
  readonly childId: ChildId
  readonly about: FeedbackAbout
  readonly said: Readonly<Record<Question, FeedbackSaid>>
  readonly words: string | undefined
  readonly wordsLanguage: string
  readonly saidAt: Date
  readonly aboutName: string | undefined
  readonly knownAs: string
}

type Row = {
  child_id: string
  about_kind: FeedbackAbout
  listened: FeedbackSaid
  believed: FeedbackSaid
  interpreter: FeedbackSaid
  words: string | null
  words_language: string
  said_at: Date
  about_name: string | null
  known_as: string | null
}

const feedbackOf = (row: Row): Feedback => ({
  childId: trustedId(row.child_id),
  about: row.about_kind,
  said: { listened: row.listened, believed: row.believed, interpreter: row.interpreter },
  words: row.words ?? undefined,
  wordsLanguage: row.words_language,
  saidAt: row.said_at,
  aboutName: row.about_name ?? undefined,
  knownAs: row.known_as ?? '',
})

const columns = sql`f.child_id, f.about_kind, coalesce(f.listened, f.listened_reason) as listened,
  coalesce(f.believed, f.believed_reason) as believed, coalesce(f.interpreter, f.interpreter_reason) as interpreter,
  f.words, f.words_language, f.said_at, p.name as about_name`

/** Whether that answer, meeting or check-in is the young person's, so that it can be spoken of. */
export async function isTheirs(
  tx: Tx,
  child: ChildId,
  about: FeedbackAbout,
  id: string,
): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`
    select case ${about}
      when 'answer' then exists (select from waymark.ledger_step s where s.receipt_id = ${id} and s.child_id = ${child} and s.kind = 'replied')
      when 'meeting' then exists (select from waymark.meeting m where m.id = ${id} and m.child_id = ${child} and m.state = 'held')
      else exists (select from waymark.check_in i where i.id = ${id} and i.child_id = ${child} and i.voice = 'young_person' and i.status = 'shared')
    end as yes`.execute(tx)
  return rows[0]?.yes === true
}

export async function feedbackOn(
  tx: Tx,
  child: ChildId,
  about: FeedbackAbout,
  id: string,
): Promise<Feedback | undefined> {
  const { rows } = await sql<Row>`
    select ${columns}, null as known_as from waymark.feedback_on_us f left join waymark.person p on p.id = f.about_person
     where f.child_id = ${child} and f.about_kind = ${about} and f.about_id = ${id}`.execute(tx)
  return rows[0] && feedbackOf(rows[0])
}

export type NewFeedback = {
  readonly childId: ChildId
  readonly about: FeedbackAbout
  readonly id: string
  readonly said: Readonly<Record<Question, FeedbackSaid>>
  readonly words: string | undefined
  readonly language: string
  readonly now: Date
}

const answerOf = (said: FeedbackSaid): string | null =>
  FEEDBACK_ANSWERS.find((answer) => answer === said) ?? null
const reasonOf = (said: FeedbackSaid): string | null =>
  FEEDBACK_REASONS.find((reason) => reason === said) ?? null

/** Said once of each thing. Whom it is about follows in the database. */
export async function giveFeedback(tx: Tx, given: NewFeedback): Promise<void> {
  const { listened, believed, interpreter } = given.said
  await sql`
    insert into waymark.feedback_on_us (child_id, organisation_id, about_kind, about_id, listened, listened_reason, believed, believed_reason,
      interpreter, interpreter_reason, words, words_language, said_at)
    values (${given.childId}, waymark.actor_organisation(), ${given.about}, ${given.id}, ${answerOf(listened)}, ${reasonOf(listened)},
      ${answerOf(believed)}, ${reasonOf(believed)}, ${answerOf(interpreter)}, ${reasonOf(interpreter)}, ${given.words ?? null},
      ${given.language}, ${given.now})
    on conflict (child_id, about_kind, about_id) do nothing`.execute(tx)
}

/** What was said of us in the organisation, of others than the reader, the newest first. */
export async function feedbackToRead(tx: Tx): Promise<readonly Feedback[]> {
  const { rows } = await sql<Row & { readonly known_as: string }>`
    with f as (
      select x.* from waymark.feedback_on_us x where x.organisation_id = (select waymark.actor_organisation())
       order by x.said_at desc limit 50
    )
    select ${columns}, n.known_as
      from f
      left join waymark.names_for_reviewer(array(select x.child_id from f x)) n on n.child_id = f.child_id
      left join waymark.person p on p.id = f.about_person
     order by f.said_at desc`.execute(tx)
  return rows.map(feedbackOf)
}
