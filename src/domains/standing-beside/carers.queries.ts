import { sql } from 'kysely'
import { type Kept, known, orNull } from '#kernel/known.ts'
import { trustedId, type ChildId, type OrganisationId, type PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Agreed, Carer, CarerItem, EndedBecause } from './carers.rules.ts'

/** The carers of a child who have an account or had one, those of now first. */
export async function carersOf(tx: Tx, child: ChildId): Promise<readonly Carer[]> {
  const { rows } = await sql<Kept<Carer>>`
    select k.id, k.person_id as "personId", k.name, k.who_they_are as "whoTheyAre", k.home_carer_id as "registerId", k.decides, k.decides_why as "decidesWhy",
           k.review_on as "reviewOn", k.agreed_on as "agreedOn", k.agreed_how as "agreedHow", k.ended_at as "endedAt",
           k.ended_because as "endedBecause", k.version
    from waymark.carer k where k.child_id = ${child} order by k.ended_at is not null, k.invited_at, k.id`.execute(
    tx,
  )
  return rows.map((row) => ({ ...known<Carer>(row), personId: trustedId(row.personId) }))
}

/** What carers of a child may see, each thing as it is now; and what was turned off. */
export async function carerItemsOf(tx: Tx, child: ChildId): Promise<readonly CarerItem[]> {
  const { rows } = await sql<Kept<CarerItem>>`
    select i.id, i.carer_id as "carerId", i.appointment_id as "appointmentId", i.action_id as "actionId",
           a.kind as "appointmentKind", a.starts_at as "startsAt", a.with_whom as "withWhom", x.plain, x.due_on as "dueOn",
           i.off_at as "offAt", i.off_by_child as "offByChild", i.version
    from waymark.carer_item i
    left join waymark.appointment a on a.id = i.appointment_id left join waymark.plan_action x on x.id = i.action_id
    where i.child_id = ${child} order by a.starts_at nulls last, x.due_on, i.id limit 300`.execute(
    tx,
  )
  return rows.map((row) => known<CarerItem>(row))
}

export type Choice = {
  readonly id: string
  readonly kind: 'appointment' | 'plan'
  readonly what: string
  readonly startsAt: Date | undefined
  readonly dueOn: string | undefined
}

/** What could be agreed: what is coming in the calendar, and what plans that go on promise and is not done. */
export async function toAgree(
  tx: Tx,
  child: ChildId,
  carer: string,
  now: Date,
): Promise<readonly Choice[]> {
  const { rows } = await sql<Kept<Choice>>`
    select a.id, 'appointment' as kind, a.kind as what, a.starts_at as "startsAt", null::date as "dueOn"
    from waymark.appointment a where a.child_id = ${child} and a.state = 'planned' and a.starts_at > ${now}
      and not exists (select from waymark.carer_item i where i.carer_id = ${carer} and i.appointment_id = a.id)
    union all
    select x.id, 'plan', x.plain, null, x.due_on
    from waymark.plan_action x join waymark.plan n on n.id = x.plan_id and n.state <> 'ended'
    where x.child_id = ${child} and x.state = 'open'
      and not exists (select from waymark.carer_item i where i.carer_id = ${carer} and i.action_id = x.id)
    order by 4 nulls last, 5, 1 limit 60`.execute(tx)
  return rows.map((row) => known<Choice>(row))
}

export async function addItems(
  tx: Tx,
  at: { readonly child: ChildId; readonly carer: string; readonly agreedOn: string },
  chosen: readonly Choice[],
): Promise<void> {
  for (const { id, kind } of chosen) {
    await tx
      .insertInto('waymark.carer_item')
      .values({
        child_id: at.child,
        carer_id: at.carer,
        agreed_on: at.agreedOn,
        appointment_id: kind === 'appointment' ? id : null,
        action_id: kind === 'plan' ? id : null,
      })
      .onConflict((c) => c.doNothing())
      .execute()
  }
}

/** Turns one item off, or on again. False when it is not theirs to turn. */
export async function turnItem(
  tx: Tx,
  child: ChildId,
  item: string,
  off: Date | undefined,
): Promise<boolean> {
  const { rows } = await sql`
    update waymark.carer_item set off_at = ${orNull(off)} where id = ${item} and child_id = ${child}
      and (off_at is null) = ${off !== undefined} returning id`.execute(tx)
  return rows.length === 1
}

export type NewCarer = {
  readonly personId: PersonId
  readonly name: string
  readonly whoTheyAre: string
  readonly registerId: string | undefined
  readonly decides: Carer['decides']
  readonly decidesWhy: string | undefined
  readonly reviewOn: string | undefined
  readonly agreedOn: string
  readonly agreedHow: string
}

export async function addCarer(tx: Tx, child: ChildId, carer: NewCarer): Promise<string> {
  const { id } = await tx
    .insertInto('waymark.carer')
    .values({
      child_id: child,
      person_id: carer.personId,
      name: carer.name,
      who_they_are: carer.whoTheyAre,
      home_carer_id: orNull(carer.registerId),
      decides: carer.decides,
      decides_why: orNull(carer.decidesWhy),
      review_on: orNull(carer.reviewOn),
      agreed_on: carer.agreedOn,
      agreed_how: carer.agreedHow,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Ends a carer's account and every session of it, at once. False when it had ended, or is not theirs to end. */
export async function endCarer(
  tx: Tx,
  at: { readonly child: ChildId; readonly carer: string; readonly now: Date },
  because: EndedBecause,
): Promise<boolean> {
  const { rows } = await sql`
    update waymark.carer set ended_at = ${at.now}, ended_because = ${because}
    where id = ${at.carer} and child_id = ${at.child} and ended_at is null returning id`.execute(tx)
  return rows.length === 1
}

/** Ties a carer's account to somebody of the register, or to nobody. False when somebody changed it since. */
export async function tieCarer(
  tx: Tx,
  at: { readonly child: ChildId; readonly carer: string; readonly version: number },
  registerId: string | undefined,
): Promise<boolean> {
  const { rows } = await sql`
    update waymark.carer set home_carer_id = ${orNull(registerId)}
    where id = ${at.carer} and child_id = ${at.child} and ended_at is null and version = ${at.version} returning id`.execute(
    tx,
  )
  return rows.length === 1
}

export type LookedAfter = {
  readonly child: ChildId
  readonly knownAs: string
  readonly whoTheyAre: string
  readonly organisationId: OrganisationId
}

/** For a carer who acts: whom they look after. Undefined when nobody, or no longer. */
export async function lookedAfter(tx: Tx): Promise<LookedAfter | undefined> {
  const { rows } = await sql<{
    child: string
    known_as: string
    who_they_are: string
    organisation: string
  }>`select * from waymark.looked_after()`.execute(tx)
  const [row] = rows
  return (
    row && {
      child: trustedId(row.child),
      knownAs: row.known_as,
      whoTheyAre: row.who_they_are,
      organisationId: trustedId(row.organisation),
    }
  )
}

/** For a carer who acts: the items that were agreed and are on. */
export async function agreedWithMe(tx: Tx, now: Date): Promise<readonly Agreed[]> {
  const { rows } = await sql<Kept<Agreed>>`
    select id, kind, what, who, place, starts_at as "startsAt", ends_at as "endsAt", due_on as "dueOn", state
    from waymark.agreed_with_carer(${now})`.execute(tx)
  return rows.map((row) => known<Agreed>(row))
}

export type SaidAsCarer = {
  readonly at: Date
  readonly code: string
  readonly words: string | undefined
}

/** What the carer who acts said themselves. */
export async function saidByMe(tx: Tx, me: PersonId): Promise<readonly SaidAsCarer[]> {
  const { rows } = await sql<Kept<SaidAsCarer>>`
    select i.shared_at as at, o.code, a.words from waymark.check_in i
    join waymark.check_in_answer a on a.check_in_id = i.id join waymark.outcome o on o.id = a.outcome_id
    where i.author_id = ${me} and i.voice = 'carer' and i.status = 'shared'
    order by i.shared_at desc, o.code limit 30`.execute(tx)
  return rows.map((row) => known<SaidAsCarer>(row))
}
