import { sql } from 'kysely'
import type { ChildId, Id, OrganisationId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { BoardAnswer, Kind, OpportunityField } from './taking-part.rules.ts'

export type OpportunityId = Id<'opportunity'>

export type Opportunity = Readonly<Record<OpportunityField, string>> & {
  readonly id: OpportunityId
  readonly kind: Kind
  readonly startsAt: Date
  readonly calledOff: boolean
  readonly version: number
}

export type NewOpportunity = Readonly<Record<OpportunityField, string>> & {
  readonly kind: Kind
  readonly startsAt: Date
}

const columns = sql`o.id, o.kind, o.title, o.about, o.starts_at as "startsAt", o.lasts, o.where_it_is as "whereItIs",
  o.travel_food as "travelFood", o.thanks, o.runs_it as "runsIt", o.last_time as "lastTime", o.called_off as "calledOff", o.version`

/** What is on from that moment, the soonest first. */
export async function onTheBoard(tx: Tx, from: Date): Promise<readonly Opportunity[]> {
  const { rows } = await sql<Opportunity>`
    select ${columns} from waymark.opportunity o
     where o.organisation_id = (select waymark.actor_organisation()) and o.starts_at >= ${from} order by o.starts_at, o.id limit 50`.execute(
    tx,
  )
  return rows
}

/** What was on before, the latest first. */
export async function wasOn(tx: Tx, before: Date): Promise<readonly Opportunity[]> {
  const { rows } = await sql<Opportunity>`
    select ${columns} from waymark.opportunity o
     where o.organisation_id = (select waymark.actor_organisation()) and o.starts_at < ${before} order by o.starts_at desc, o.id limit 50`.execute(
    tx,
  )
  return rows
}

export async function findOpportunity(tx: Tx, id: OpportunityId): Promise<Opportunity | undefined> {
  const { rows } = await sql<Opportunity>`
    select ${columns} from waymark.opportunity o where o.id = ${id}`.execute(tx)
  return rows[0]
}

const valuesOf = (o: NewOpportunity) => ({
  kind: o.kind,
  title: o.title,
  about: o.about,
  starts_at: o.startsAt,
  lasts: o.lasts,
  where_it_is: o.whereItIs,
  travel_food: o.travelFood,
  thanks: o.thanks,
  runs_it: o.runsIt,
  last_time: o.lastTime,
})

export async function putUp(
  tx: Tx,
  id: OpportunityId,
  organisation: OrganisationId,
  made: NewOpportunity,
): Promise<void> {
  await tx
    .insertInto('waymark.opportunity')
    .values({ id, organisation_id: organisation, ...valuesOf(made) })
    .execute()
}

/** False when somebody else changed it meanwhile. */
export async function changeOpportunity(
  tx: Tx,
  id: OpportunityId,
  version: number,
  to: NewOpportunity & { readonly calledOff: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.opportunity')
    .set({ ...valuesOf(to), called_off: to.calledOff })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type OwnAnswer = {
  readonly opportunityId: string
  readonly answer: BoardAnswer
  readonly replies: readonly { readonly words: string; readonly by: string | null }[]
}

/** What the young person said to each, and what they were told. */
export async function ownAnswers(tx: Tx, child: ChildId): Promise<readonly OwnAnswer[]> {
  const { rows } = await sql<OwnAnswer>`
    select a.opportunity_id as "opportunityId", a.answer,
      coalesce((select json_agg(json_build_object('words', r.words, 'by', p.name) order by r.at)
        from waymark.opportunity_reply r left join waymark.person p on p.id = r.by_id where r.answer_id = a.id), '[]'::json) as replies
      from waymark.opportunity_answer a where a.child_id = ${child}`.execute(tx)
  return rows
}

export async function sayToBoard(
  tx: Tx,
  child: ChildId,
  opportunity: OpportunityId,
  answer: BoardAnswer,
  now: Date,
): Promise<void> {
  await sql`
    insert into waymark.opportunity_answer (opportunity_id, child_id, answer, said_at) values (${opportunity}, ${child}, ${answer}, ${now})
    on conflict (opportunity_id, child_id) do update set answer = excluded.answer, said_at = excluded.said_at
      where opportunity_answer.answer <> excluded.answer`.execute(tx)
}

/** Who asked the young person personally, by opportunity. */
export async function ownInvitations(
  tx: Tx,
  child: ChildId,
): Promise<ReadonlyMap<string, string | null>> {
  const { rows } = await sql<{ id: string; name: string | null }>`
    select i.opportunity_id as id, p.name from waymark.invitation i left join waymark.person p on p.id = i.invited_by
     where i.child_id = ${child}`.execute(tx)
  return new Map(rows.map((r) => [r.id, r.name]))
}

export async function askedNotToBeAsked(tx: Tx, child: ChildId): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`
    select w.do_not_ask as yes from waymark.taking_part_wish w where w.child_id = ${child}`.execute(
    tx,
  )
  return rows[0]?.yes === true
}

export async function sayDoNotAsk(tx: Tx, child: ChildId, doNotAsk: boolean): Promise<void> {
  await sql`
    insert into waymark.taking_part_wish (child_id, do_not_ask) values (${child}, ${doNotAsk})
    on conflict (child_id) do update set do_not_ask = excluded.do_not_ask where taking_part_wish.do_not_ask <> excluded.do_not_ask`.execute(
    tx,
  )
}

export type Answered = {
  readonly id: string
  readonly childId: ChildId
  readonly name: string
  readonly answer: BoardAnswer
  readonly replies: readonly string[]
}

/** What young people said to one, for those who lead, by name. */
export async function answersTo(tx: Tx, id: OpportunityId): Promise<readonly Answered[]> {
  const { rows } = await sql<Answered>`
    select a.id, a.child_id as "childId", n.known_as as name, a.answer,
      coalesce((select json_agg(r.words order by r.at) from waymark.opportunity_reply r where r.answer_id = a.id), '[]'::json) as replies
      from waymark.opportunity_answer a
      join waymark.names_for_lead(array(select x.child_id from waymark.opportunity_answer x where x.opportunity_id = ${id})) n on n.child_id = a.child_id
     where a.opportunity_id = ${id} order by n.known_as, a.id limit 300`.execute(tx)
  return rows
}

export async function replyTo(tx: Tx, answer: Answered, words: string, now: Date): Promise<void> {
  await tx
    .insertInto('waymark.opportunity_reply')
    .values({ answer_id: answer.id, child_id: answer.childId, words, at: now })
    .execute()
}

export type Somebody = { readonly childId: ChildId; readonly name: string }

/** Whom a lead may ask personally now. */
export async function canBeInvited(tx: Tx, id: OpportunityId): Promise<readonly Somebody[]> {
  const { rows } = await sql<Somebody>`
    select c.child_id as "childId", c.known_as as name from waymark.can_be_invited(${id}) c`.execute(
    tx,
  )
  return rows
}

/** Whom the actor asked, or another lead. */
export async function invitedTo(tx: Tx, id: OpportunityId): Promise<readonly Somebody[]> {
  const { rows } = await sql<Somebody>`
    select i.child_id as "childId", n.known_as as name from waymark.invitation i
      join waymark.names_for_lead(array(select x.child_id from waymark.invitation x where x.opportunity_id = ${id})) n on n.child_id = i.child_id
     where i.opportunity_id = ${id} order by n.known_as limit 300`.execute(tx)
  return rows
}

export async function invite(tx: Tx, id: OpportunityId, child: ChildId, now: Date): Promise<void> {
  await tx
    .insertInto('waymark.invitation')
    .values({ opportunity_id: id, child_id: child, invited_at: now })
    .execute()
}

export type Confirmed = {
  readonly id: string
  readonly by: string | null
  readonly confirmedAt: Date
  readonly untilDay: string
}

/** Who said that asking this young person is safe, as far as it has not ended. */
export async function safeUntil(tx: Tx, child: ChildId): Promise<readonly Confirmed[]> {
  const { rows } = await sql<Confirmed>`
    select s.id, p.name as by, s.confirmed_at as "confirmedAt", s.until_day::text as "untilDay"
      from waymark.invite_safety s left join waymark.person p on p.id = s.confirmed_by
     where s.child_id = ${child} and s.ended_at is null order by s.confirmed_at desc limit 20`.execute(
    tx,
  )
  return rows
}

export async function isSafeToInvite(tx: Tx, child: ChildId, today: string): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`
    select waymark.inviting_is_safe(${child}, ${today}::date) as yes`.execute(tx)
  return rows[0]?.yes === true
}

export async function standsBeside(tx: Tx, child: ChildId): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`
    select exists (select from waymark.allocation a where a.child_id = ${child} and a.person_id = waymark.actor_id() and a.ended_on is null) as yes`.execute(
    tx,
  )
  return rows[0]?.yes === true
}

/** Somebody beside the child says so; what stood before ends with it. */
export async function confirmSafe(
  tx: Tx,
  child: ChildId,
  untilDay: string,
  now: Date,
): Promise<void> {
  await endSafe(tx, child, now)
  await tx
    .insertInto('waymark.invite_safety')
    .values({ child_id: child, confirmed_at: now, until_day: untilDay })
    .execute()
}

/** It is not safe now: whoever said otherwise. */
export async function endSafe(tx: Tx, child: ChildId, now: Date): Promise<void> {
  await tx
    .updateTable('waymark.invite_safety')
    .set({ ended_at: now })
    .where('child_id', '=', child)
    .where('ended_at', 'is', null)
    .execute()
}
