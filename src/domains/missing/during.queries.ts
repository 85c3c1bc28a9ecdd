import { sql } from 'kysely'
import type { ChildId, PersonId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Body, Closing, ClosingAnswer, Told, Treated } from './missing.rules.ts'

/** What happens while a child is missing: who was told, who did what, each look at the search, and closing it. */

export type ToldLine = {
  readonly whom: Told
  readonly name: string | undefined
  readonly at: Date
  readonly said: string | undefined
}

export async function toldOf(tx: Tx, episode: string): Promise<readonly ToldLine[]> {
  const { rows } = await sql<Kept<ToldLine>>`
    select whom, name, told_at as at, said from waymark.missing_told
    where episode_id = ${episode} order by told_at, id`.execute(tx)
  return rows.map((row) => known<ToldLine>(row))
}

type Of = { readonly child: ChildId; readonly episode: string }

export async function addTold(tx: Tx, of: Of, told: ToldLine): Promise<void> {
  await tx
    .insertInto('waymark.missing_told')
    .values({
      child_id: of.child,
      episode_id: of.episode,
      whom: told.whom,
      name: told.name ?? null,
      told_at: told.at,
      said: told.said ?? null,
    })
    .execute()
}

export type ResponseLine = {
  readonly body: Body
  readonly at: Date
  readonly did: string
  readonly treated: Treated
  readonly better: string | undefined
}

export async function responsesOf(tx: Tx, episode: string): Promise<readonly ResponseLine[]> {
  const { rows } = await sql<Kept<ResponseLine>>`
    select body, responded_at as at, did, treated, better from waymark.missing_response
    where episode_id = ${episode} order by responded_at, id`.execute(tx)
  return rows.map((row) => known<ResponseLine>(row))
}

export async function addResponse(tx: Tx, of: Of, response: ResponseLine): Promise<void> {
  await tx
    .insertInto('waymark.missing_response')
    .values({
      child_id: of.child,
      episode_id: of.episode,
      body: response.body,
      responded_at: response.at,
      did: response.did,
      treated: response.treated,
      better: response.better ?? null,
    })
    .execute()
}

export type Review = {
  readonly id: string
  readonly known: string
  readonly next: string
  readonly policeThere: boolean
  readonly by: string | undefined
  readonly at: Date
}

export async function reviewsOf(tx: Tx, episode: string): Promise<readonly Review[]> {
  const { rows } = await sql<Kept<Review>>`
    select r.id, r.known, r.next, r.police_there as "policeThere", p.name as by, r.reviewed_at as at
    from waymark.missing_review r left join waymark.person p on p.id = r.reviewed_by
    where r.episode_id = ${episode} order by r.reviewed_at, r.id`.execute(tx)
  return rows.map((row) => known<Review>(row))
}

export async function addReview(
  tx: Tx,
  of: Of,
  review: Pick<Review, 'known' | 'next' | 'policeThere' | 'at'>,
): Promise<string> {
  const { id } = await tx
    .insertInto('waymark.missing_review')
    .values({
      child_id: of.child,
      episode_id: of.episode,
      known: review.known,
      next: review.next,
      police_there: review.policeThere,
      reviewed_at: review.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type Proposal = {
  readonly id: string
  readonly because: Closing
  readonly reason: string
  readonly goesOn: string | undefined
  readonly byId: PersonId
  readonly by: string | undefined
  readonly at: Date
  readonly answer: ClosingAnswer | undefined
  readonly answerReason: string | undefined
  readonly answeredBy: string | undefined
  readonly answeredAt: Date | undefined
}

export async function proposalsOf(tx: Tx, episode: string): Promise<readonly Proposal[]> {
  const { rows } = await sql<Kept<Proposal>>`
    select c.id, c.because, c.reason, c.goes_on as "goesOn", c.proposed_by as "byId", p.name as by, c.proposed_at as at,
      c.answer, c.answer_reason as "answerReason", a.name as "answeredBy", c.answered_at as "answeredAt"
    from waymark.missing_closing c left join waymark.person p on p.id = c.proposed_by
      left join waymark.person a on a.id = c.answered_by
    where c.episode_id = ${episode} order by c.proposed_at, c.id`.execute(tx)
  return rows.map((row) => known<Proposal>(row))
}

/** False when somebody has proposed it already and nobody has answered. */
export async function propose(
  tx: Tx,
  of: Of,
  proposal: Pick<Proposal, 'because' | 'reason' | 'goesOn' | 'at'>,
): Promise<boolean> {
  const { rows } = await sql`
    insert into waymark.missing_closing (child_id, episode_id, because, reason, goes_on, proposed_at)
    values (${of.child}, ${of.episode}, ${proposal.because}, ${proposal.reason}, ${proposal.goesOn ?? null}, ${proposal.at})
    on conflict (episode_id) where answer is null do nothing returning id`.execute(tx)
  return rows.length === 1
}

/** False when it was answered meanwhile. The database lets nobody answer their own. */
export async function answerProposal(
  tx: Tx,
  id: string,
  by: PersonId,
  answer: { readonly answer: ClosingAnswer; readonly reason: string; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.missing_closing')
    .set({
      answer: answer.answer,
      answer_reason: answer.reason,
      answered_by: by,
      answered_at: answer.at,
    })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
