import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { OfPlan } from './plan-writing.queries.ts'

export type Need = {
  readonly id: string
  readonly domain: string
  readonly need: string
  readonly ownerId: string | undefined
  readonly owner: string | undefined
  readonly ownerLeft: boolean
  readonly offer: string | undefined
  readonly offeredBy: string | undefined
  readonly offeredOn: CalendarDay | undefined
  readonly valuedId: string | undefined
  readonly valued: string | undefined
  readonly version: number
}
export type Verdict = {
  readonly needId: string
  readonly choice: string
  readonly words: string | undefined
  readonly language: string
  readonly writtenAt: Date
}

export async function needsOf(tx: Tx, plan: string): Promise<readonly Need[]> {
  const { rows } = await sql<
    Kept<Need>
  >`select d.id, d.domain, d.need, d.owner_id as "ownerId", p.name as owner,
      coalesce(p.ended_at is not null, false) as "ownerLeft", d.offer, d.offered_by as "offeredBy", d.offered_on as "offeredOn",
      d.valued_id as "valuedId", v.words as valued, d.version
    from waymark.plan_need d left join waymark.person p on p.id = d.owner_id left join waymark.valued_thing v on v.id = d.valued_id
    where d.plan_id = ${plan} order by d.domain, d.changed_at, d.id`.execute(tx)
  return rows.map((row) => known<Need>(row))
}

export async function verdictsOf(tx: Tx, plan: string): Promise<readonly Verdict[]> {
  const { rows } = await sql<
    Kept<Verdict>
  >`select v.need_id as "needId", v.choice, v.words, v.words_language as language, v.written_at as "writtenAt"
    from waymark.plan_verdict v join waymark.plan_need d on d.id = v.need_id
    where d.plan_id = ${plan} order by v.written_at, v.id`.execute(tx)
  return rows.map((row) => known<Verdict>(row))
}

export type NeedGiven = {
  readonly domain: string
  readonly need: string
  readonly owner: string | undefined
  readonly offer: string | undefined
  readonly offeredBy: string | undefined
  readonly offeredOn: CalendarDay | undefined
  readonly valuedId: string | undefined
}

/** A new need, or one changed. False when somebody changed it meanwhile. */
export async function saveNeed(
  tx: Tx,
  of: OfPlan,
  need: { readonly id: string; readonly version: number } | undefined,
  given: NeedGiven,
): Promise<boolean> {
  const row = {
    domain: given.domain,
    need: given.need,
    owner_id: given.owner ?? null,
    offer: given.offer ?? null,
    offered_by: given.offeredBy ?? null,
    offered_on: given.offeredOn ?? null,
    valued_id: given.valuedId ?? null,
  }
  if (!need) {
    await tx
      .insertInto('waymark.plan_need')
      .values({ child_id: of.child, plan_id: of.plan, ...row })
      .execute()
    return true
  }
  const { numUpdatedRows } = await tx
    .updateTable('waymark.plan_need')
    .set(row)
    .where('id', '=', need.id)
    .where('version', '=', need.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function addVerdict(
  tx: Tx,
  of: OfPlan,
  verdict: {
    readonly need: string
    readonly choice: string
    readonly words: string | undefined
    readonly language: string
    readonly saidBy: string
  },
): Promise<void> {
  await tx
    .insertInto('waymark.plan_verdict')
    .values({
      child_id: of.child,
      need_id: verdict.need,
      choice: verdict.choice,
      words: verdict.words ?? null,
      words_language: verdict.language,
      said_by: verdict.saidBy,
    })
    .execute()
}

export type Review = {
  readonly id: string
  readonly plannedOn: CalendarDay
  readonly heldOn: CalendarDay | undefined
  readonly tookPart: string | undefined
  readonly needsMet: string | undefined
  readonly needsWords: string | undefined
  readonly talkedAbout: string | undefined
  readonly talkedWords: string | undefined
  readonly talkedLanguage: string | undefined
  readonly version: number
}
export type ReviewLine = {
  readonly asked: string
  readonly done: string
  readonly childSays: string | undefined
  readonly noWordsBecause: string | undefined
  readonly language: string
}

export async function reviewsOf(tx: Tx, plan: string): Promise<readonly Review[]> {
  const { rows } = await sql<
    Kept<Review>
  >`select id, planned_on as "plannedOn", held_on as "heldOn", took_part as "tookPart", needs_met as "needsMet",
      needs_words as "needsWords", talked_about as "talkedAbout", talked_words as "talkedWords", talked_language as "talkedLanguage", version
    from waymark.plan_review where plan_id = ${plan} order by planned_on, id`.execute(tx)
  return rows.map((row) => known<Review>(row))
}

export async function linesOf(tx: Tx, review: string): Promise<readonly ReviewLine[]> {
  const { rows } = await sql<
    Kept<ReviewLine>
  >`select asked, done, child_says as "childSays", no_words_because as "noWordsBecause", words_language as language
    from waymark.plan_review_line where review_id = ${review} order by changed_at, id`.execute(tx)
  return rows.map((row) => known<ReviewLine>(row))
}

export async function planReview(tx: Tx, of: OfPlan, on: CalendarDay): Promise<string> {
  const { id } = await tx
    .insertInto('waymark.plan_review')
    .values({ child_id: of.child, plan_id: of.plan, planned_on: on })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type ReviewSet = {
  readonly held_on?: CalendarDay
  readonly took_part?: string
  readonly needs_met?: string
  readonly needs_words?: string
  readonly talked_about?: string
  readonly talked_words?: string | null
  readonly talked_language?: string
}

/** False when somebody changed it meanwhile. */
export async function changeReview(
  tx: Tx,
  review: { readonly id: string; readonly version: number },
  set: ReviewSet,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.plan_review')
    .set(set)
    .where('id', '=', review.id)
    .where('version', '=', review.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function addLine(
  tx: Tx,
  of: OfPlan & { readonly review: string },
  line: ReviewLine,
): Promise<void> {
  await tx
    .insertInto('waymark.plan_review_line')
    .values({
      child_id: of.child,
      review_id: of.review,
      asked: line.asked,
      done: line.done,
      child_says: line.childSays ?? null,
      no_words_because: line.noWordsBecause ?? null,
      words_language: line.language,
    })
    .execute()
}
