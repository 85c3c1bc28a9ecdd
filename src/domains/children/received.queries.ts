import { type RawBuilder, sql } from 'kysely'
import { type CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId, OrganisationId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { keysOfChild } from './child-keys.rules.ts'

/**
 * Children that come in many at once, from a council's return. A return has numbers and no names,
 * so a record opens under a neutral stand-in until somebody asks the child.
 *
 * `rows` is a query of the giver's with child_id uuid, number text, upn text (null when unknown or
 * not to be relied on) and born date (null when not said).
 */
export type ReceivedChildren = {
  readonly organisationId: OrganisationId
  readonly rows: RawBuilder<unknown>
}

/** Opens a record for each row, under the id the row gives. */
export async function openReceived(tx: Tx, received: ReceivedChildren): Promise<void> {
  await sql`
    insert into waymark.child (id, organisation_id, known_as, name_known, invented)
    select s.child_id, o.id, 'Child ' || s.number, false, o.invented
    from (${received.rows}) s, waymark.organisation o
    where o.id = ${received.organisationId}`.execute(tx)
}

/**
 * Days of birth the council says and has not said before: child_id, born, and the days others said
 * (before). Looked up one by one by their index (limit 1 keeps the planner from joining).
 */
export function newBirths(received: ReceivedChildren): RawBuilder<unknown> {
  return sql`
    select s.child_id, s.born,
      array(select distinct c.earliest::text from waymark.date_of_birth_claim c
             where c.child_id = s.child_id and c.ended_at is null order by 1) as before
    from (${received.rows}) s
    left join lateral (
      select true as said from waymark.date_of_birth_claim c
      where c.child_id = s.child_id and c.ended_at is null and c.source = 'council_record'
        and c.earliest = s.born and c.latest = s.born
      limit 1) already on true
    where s.born is not null and already.said is null`
}

/** Writes each as a claim beside those there are. It replaces none: a disagreement is shown, not settled. */
export async function receiveBirths(tx: Tx, received: ReceivedChildren): Promise<void> {
  await sql`
    insert into waymark.date_of_birth_claim (child_id, earliest, latest, precision, source, contested)
    select n.child_id, n.born, n.born, 'day', 'council_record', exists (
      select from waymark.date_of_birth_claim c
       where c.child_id = n.child_id and c.ended_at is null and not (n.born between c.earliest and c.latest))
    from (${newBirths(received)}) n`.execute(tx)
}

/**
 * Numbers not yet held for the child, and not held for anybody else of the organisation: child_id,
 * kind, value. Looked up one by one by their indexes (limit 1 keeps the planner from joining).
 */
export function newNumbers(received: ReceivedChildren): RawBuilder<unknown> {
  const { organisationId, rows } = received
  return sql`
    select s.child_id, v.kind, v.value
    from (${rows}) s
    cross join lateral (
      select bool_or(i.kind = 'la_child_id' and i.organisation_id = ${organisationId} and i.value <> s.number)
        as held
      from waymark.child_identifier i where i.child_id = s.child_id) another
    cross join lateral (values
      (case when another.held then 'other' else 'la_child_id' end, s.number), ('upn', s.upn)) as v(kind, value)
    left join lateral (
      select true as held from waymark.child_identifier i
      where i.organisation_id = ${organisationId} and i.kind = v.kind and i.value = v.value
      limit 1) already on true
    where v.value is not null and already.held is null`
}

/** A child met under another number keeps the first as the council's own and this one as another. */
export async function receiveNumbers(tx: Tx, received: ReceivedChildren): Promise<void> {
  await sql`
    insert into waymark.child_identifier (child_id, organisation_id, kind, value)
    select n.child_id, ${received.organisationId}::uuid, n.kind, n.value
    from (${newNumbers(received)}) n`.execute(tx)
}

type Told = {
  readonly id: ChildId
  readonly names: readonly string[]
  readonly births: readonly { readonly earliest: CalendarDay; readonly latest: CalendarDay }[]
  readonly numbers: readonly string[]
}

const AT_A_TIME = 2000

/** Makes children findable by what is now known of them. */
export async function makeFindable(tx: Tx, children: readonly ChildId[]): Promise<void> {
  for (let from = 0; from < children.length; from += AT_A_TIME) {
    await makeSomeFindable(tx, children.slice(from, from + AT_A_TIME))
  }
}

async function makeSomeFindable(tx: Tx, children: readonly ChildId[]): Promise<void> {
  const { rows } = await sql<Told>`
    select c.id,
      array(select n.name from waymark.child_name n where n.child_id = c.id and n.ended_at is null)
        || case when c.name_known then array[c.known_as] else '{}' end as names,
      coalesce((select json_agg(json_build_object('earliest', b.earliest, 'latest', b.latest))
         from waymark.date_of_birth_claim b where b.child_id = c.id and b.ended_at is null), '[]') as births,
      array(select i.value from waymark.child_identifier i where i.child_id = c.id) as numbers
    from waymark.child c where c.id = any (${[...children]}::uuid[])`.execute(tx)
  const keys = rows.map(({ id, names, births, numbers }) => ({
    child_id: id,
    keys: keysOfChild({ names, births, identifiers: numbers }),
  }))
  await sql`
    insert into waymark.child_key (child_id, keys)
    select k.child_id, array(select json_array_elements_text(k.keys))
    from json_to_recordset(${JSON.stringify(keys)}::json) as k(child_id uuid, keys json)
    on conflict (child_id) do update set keys = excluded.keys`.execute(tx)
}
