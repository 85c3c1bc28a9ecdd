import { sql } from 'kysely'
import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { type Kept, known } from '#kernel/known.ts'
import { type ChildId, type Id, type PersonId, trustedId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { FORM } from './form.rules.ts'

export type ReferralId = Id<'nrm-referral'>
export type ReferralState = 'preparing' | 'in_review' | 'ready' | 'sent' | 'not_sent'

export type Referral = {
  readonly id: ReferralId
  readonly childId: ChildId
  readonly state: ReferralState
  readonly begunAt: Date
  readonly begunBy: PersonId
  readonly begunByName: string | undefined
  readonly reviewAskedBy: PersonId | undefined
  readonly reviewAskedByName: string | undefined
  readonly reviewAskedAt: Date | undefined
  readonly noNamesWhy: string | undefined
  readonly sentOn: CalendarDay | undefined
  readonly sentReference: string | undefined
  readonly notSentWhy: string | undefined
  readonly formCommit: string
  /** A local panel decides (the devolved pilot). */
  readonly byPanel: boolean
  readonly changedBy: string | undefined
  readonly version: number
}

/** The referrals of a child, the newest first. */
export async function referralsOf(tx: Tx, child: ChildId): Promise<readonly Referral[]> {
  const { rows } = await sql<Kept<Referral>>`
    select r.id, r.child_id as "childId", r.state, r.begun_at as "begunAt", r.begun_by as "begunBy",
           b.name as "begunByName", r.review_asked_by as "reviewAskedBy", a.name as "reviewAskedByName",
           r.review_asked_at as "reviewAskedAt", r.no_names_why as "noNamesWhy", r.sent_on as "sentOn",
           r.sent_reference as "sentReference", r.not_sent_why as "notSentWhy", r.form_commit as "formCommit", r.by_panel as "byPanel",
           c.name as "changedBy", r.version
    from waymark.nrm_referral r left join waymark.person b on b.id = r.begun_by
    left join waymark.person a on a.id = r.review_asked_by
    left join waymark.person c on c.id = r.changed_by
    where r.child_id = ${child} order by r.begun_at desc, r.id`.execute(tx)
  return rows.map((row) => known<Referral>(row))
}

export async function findReferral(
  tx: Tx,
  child: ChildId,
  id: string | undefined,
): Promise<Referral | undefined> {
  return (await referralsOf(tx, child)).find((r) => r.id === id)
}

/** Begins a referral; the one in hand when there is one already. */
export async function beginReferral(tx: Tx, child: ChildId, now: Date): Promise<ReferralId> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`nrm ${child}`}, 0))`.execute(tx)
  const inHand = (await referralsOf(tx, child)).find((r) => !isOver(r))
  if (inHand) return inHand.id
  const row = await tx
    .insertInto('waymark.nrm_referral')
    .values({ child_id: child, form_commit: FORM.commit, begun_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return trustedId(row.id)
}

export const isOver = (r: Pick<Referral, 'state'>): boolean =>
  r.state === 'sent' || r.state === 'not_sent'

export type At = { readonly id: ReferralId; readonly version: number }

type Columns = {
  readonly state: ReferralState
  readonly review_asked_by?: PersonId
  readonly review_asked_at?: Date
  readonly no_names_why?: string | null
  readonly sent_on?: CalendarDay
  readonly sent_by?: PersonId
  readonly sent_reference?: string
  readonly by_panel?: boolean
  readonly not_sent_why?: string
}

/** Takes a referral a step on. False when somebody changed it meanwhile. */
export async function moveReferral(tx: Tx, at: At, columns: Columns): Promise<boolean> {
  const moved = await tx
    .updateTable('waymark.nrm_referral')
    .set(columns)
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .returning('id')
    .execute()
  return moved.length === 1
}

/** One at a time on a referral, so that nobody writes over what somebody else is writing. */
export async function holdReferral(tx: Tx, id: ReferralId): Promise<void> {
  await tx
    .selectFrom('waymark.nrm_referral')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

export type Review = {
  readonly id: string
  readonly reviewedBy: string | undefined
  readonly reviewedAt: Date
  readonly found: 'ready' | 'change_first'
  readonly notes: string | undefined
}

export async function reviewsOf(tx: Tx, id: ReferralId): Promise<readonly Review[]> {
  const { rows } = await sql<Kept<Review>>`
    select r.id, p.name as "reviewedBy", r.reviewed_at as "reviewedAt", r.found, r.notes
    from waymark.nrm_review r left join waymark.person p on p.id = r.reviewed_by
    where r.referral_id = ${id} order by r.reviewed_at desc`.execute(tx)
  return rows.map((row) => known<Review>(row))
}

export async function addReview(
  tx: Tx,
  referral: Referral,
  review: { readonly found: Review['found']; readonly notes: string | undefined },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('waymark.nrm_review')
    .values({
      referral_id: referral.id,
      child_id: referral.childId,
      reviewed_at: now,
      found: review.found,
      notes: review.notes ?? null,
      of_version: referral.version,
    })
    .execute()
}

/** Whether this person wrote any part of it: then somebody else reads it. */
export async function hasWritten(tx: Tx, id: ReferralId, person: PersonId): Promise<boolean> {
  const { rows } = await sql<{ wrote: boolean }>`
    select exists (select from waymark.nrm_answer where referral_id = ${id} and changed_by = ${person})
        or exists (select from waymark.nrm_referral where id = ${id} and ${person} in (begun_by, review_asked_by)) as wrote`.execute(
    tx,
  )
  return rows[0]?.wrote ?? false
}

export type View = {
  readonly told: 'yes' | 'partly' | 'not_yet'
  readonly toldOn: CalendarDay | undefined
  readonly toldHow: string | undefined
  readonly notToldWhy: string | undefined
  readonly wants: 'wants_it' | 'does_not_want_it' | 'not_sure' | undefined
  readonly wantsReason: 'not_asked_yet' | 'rather_not_say' | 'could_not_be_asked' | undefined
  readonly words: string | undefined
  readonly wordsLanguage: string
  /** The day they were given the information pack for their age. */
  readonly packGivenOn: CalendarDay | undefined
  readonly changedBy: string | undefined
  readonly version: number
}

export async function viewOf(tx: Tx, id: ReferralId): Promise<View | undefined> {
  const { rows } = await sql<Kept<View>>`
    select v.told, v.told_on as "toldOn", v.told_how as "toldHow", v.not_told_why as "notToldWhy", v.wants,
           v.wants_reason as "wantsReason", v.words, v.words_language as "wordsLanguage", v.pack_given_on as "packGivenOn", p.name as "changedBy", v.version
    from waymark.nrm_view v left join waymark.person p on p.id = v.changed_by where v.referral_id = ${id}`.execute(
    tx,
  )
  return rows[0] && known<View>(rows[0])
}

export async function saveView(
  tx: Tx,
  referral: Referral,
  view: Omit<View, 'version' | 'changedBy'>,
  version: number,
): Promise<boolean> {
  const { rows } = await sql`
    insert into waymark.nrm_view as v (referral_id, child_id, told, told_on, told_how, not_told_why, wants, wants_reason, words, words_language, pack_given_on)
    values (${referral.id}, ${referral.childId}, ${view.told}, ${view.toldOn ?? null}::date, ${view.toldHow ?? null},
      ${view.notToldWhy ?? null}, ${view.wants ?? null}, ${view.wantsReason ?? null}, ${view.words ?? null}, ${view.wordsLanguage}, ${view.packGivenOn ?? null}::date)
    on conflict (referral_id) do update set told = excluded.told, told_on = excluded.told_on, told_how = excluded.told_how,
      not_told_why = excluded.not_told_why, wants = excluded.wants, wants_reason = excluded.wants_reason,
      words = excluded.words, words_language = excluded.words_language, pack_given_on = excluded.pack_given_on
    where v.version = ${version} returning id`.execute(tx)
  return rows.length === 1
}

export const dayIn = (text: string): CalendarDay => {
  const day = calendarDay(text)
  if (!day) throw new Error('The database gave a day that does not exist')
  return day
}
