import { type RawBuilder, sql } from 'kysely'
import type { ChildId, OrganisationId } from '#kernel/ids.ts'
import type { MatchRecord } from '#domains/matching/index.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { recordOf, type RecordRow } from './record-read.rules.ts'

/** What is compared of each child that `of` gives, among those the actor reaches. */
const rowsOf = (of: RawBuilder<unknown>) => sql<RecordRow>`
  select c.id,
    case when c.name_known then array[c.known_as] else '{}'::text[] end || array(
      select n.name from waymark.child_name n where n.child_id = c.id and n.ended_at is null
      order by array_position(array['calls_themselves', 'on_documents', 'also_spelled', 'was_known_as', 'other'], n.kind), n.id) as names,
    coalesce((select jsonb_agg(jsonb_build_object('earliest', b.earliest, 'latest', b.latest) order by b.id)
      from waymark.date_of_birth_claim b where b.child_id = c.id and b.ended_at is null), '[]') as births,
    array(select i.value from waymark.child_identifier i where i.child_id = c.id and i.kind <> 'la_child_id' order by i.id) as numbers,
    coalesce((select jsonb_agg(jsonb_build_object('channel', w.channel, 'address', w.address) order by w.id)
      from waymark.contact_way w where w.child_id = c.id and w.ended_at is null), '[]') as ways,
    array(select l.language from waymark.child_language l where l.child_id = c.id and l.ended_at is null and l.speaks order by l.id) as languages,
    array(select p.name from waymark.place_of_learning p where p.child_id = c.id and p.ended_at is null order by p.id) as places
  from waymark.child c ${of}`

/** The records of these children, as they are compared. */
export async function recordsOf(
  tx: Tx,
  children: readonly ChildId[],
): Promise<readonly MatchRecord[]> {
  if (children.length === 0) return []
  const { rows } = await rowsOf(sql`where c.id = any (${[...children]}::uuid[])`).execute(tx)
  return rows.map(recordOf)
}

/** The next records of the organisation after one, in the order of their ids. */
export async function recordsAfter(
  tx: Tx,
  organisation: OrganisationId,
  after: string,
  most: number,
): Promise<readonly MatchRecord[]> {
  const { rows } = await rowsOf(sql`
    where c.organisation_id = ${organisation} and c.id > ${after} order by c.id limit ${most}`).execute(
    tx,
  )
  return rows.map(recordOf)
}
