import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { MatchRecord } from '#domains/matching/index.ts'
import type { Purpose } from './protocol/terms.rules.ts'

type Row = {
  readonly id: ChildId
  readonly knownAs: string | null
  readonly names: readonly string[]
  readonly births: readonly string[]
  readonly numbers: readonly string[]
}

/**
 * Every child that may be compared for this purpose, as claims: names in any script, each date of birth,
 * numbers that hold everywhere. Never a way to reach them, which leaves this house in no form.
 * Kept out are those whom a lead keeps out, and those who said so: "not agreed" yields only to the search
 * for somebody missing, and learning how lives go on needs a yes.
 */
export async function recordsFor(
  tx: Tx,
  purpose: Purpose,
  only: ChildId | undefined,
): Promise<readonly MatchRecord[]> {
  const { rows } = await sql<Row>`
    with wish as (
      select distinct on (w.child_id) w.child_id, w.wish from waymark.between_wish w order by w.child_id, w.written_at desc, w.id),
    names as (
      select n.child_id, array_agg(n.name order by n.id) as all_of from waymark.child_name n where n.ended_at is null group by n.child_id),
    births as (
      select b.child_id, array_agg(b.earliest || '/' || b.latest order by b.earliest, b.latest) as all_of
        from waymark.date_of_birth_claim b where b.ended_at is null group by b.child_id),
    numbers as (
      select i.child_id, array_agg(i.value order by i.id) as all_of from waymark.child_identifier i
       where i.kind in ('nhs_number', 'upn') group by i.child_id)
    select c.id, case when c.name_known then c.known_as end as "knownAs", coalesce(n.all_of, '{}') as names, coalesce(b.all_of, '{}') as births,
      coalesce(d.all_of, '{}') as numbers
      from waymark.child c left join names n on n.child_id = c.id left join births b on b.child_id = c.id
        left join numbers d on d.child_id = c.id left join wish w on w.child_id = c.id
     where c.organisation_id = (select waymark.actor_organisation()) and (${only ?? null}::uuid is null or c.id = ${only ?? null})
       and case ${purpose}::text when 'missing' then w.wish is distinct from 'kept_out'
         when 'known_elsewhere' then coalesce(w.wish, 'agreed') = 'agreed' else w.wish = 'agreed' end`.execute(
    tx,
  )
  return rows.map(({ id, knownAs, names, births, numbers }) => ({
    id,
    names: [...new Set([...names, ...(knownAs === null ? [] : [knownAs])])],
    documents: numbers,
    births: births.map((claim) => {
      const [earliest = '', latest = ''] = claim.split('/')
      return { earliest, latest }
    }),
  }))
}

export type Wish = 'agreed' | 'not_agreed' | 'kept_out'

export type KeptWish = {
  readonly id: string
  readonly wish: Wish
  readonly because: string
  readonly day: string
  readonly by: string
}

export async function wishesOf(tx: Tx, child: ChildId): Promise<readonly KeptWish[]> {
  const { rows } = await sql<KeptWish>`
    select w.id, w.wish, w.because, to_char(w.on_day, 'YYYY-MM-DD') as day, coalesce(p.name, 'Somebody') as by
      from waymark.between_wish w left join waymark.person p on p.id = w.written_by
     where w.child_id = ${child} order by w.written_at desc, w.id limit 100`.execute(tx)
  return rows
}

export async function addWish(
  tx: Tx,
  child: ChildId,
  wish: { readonly wish: Wish; readonly because: string; readonly day: string },
): Promise<void> {
  await sql`insert into waymark.between_wish (child_id, wish, because, on_day)
    values (${child}, ${wish.wish}, ${wish.because}, ${wish.day})`.execute(tx)
}

export type TakenPart = {
  readonly partner: string
  readonly purpose: Purpose
  readonly side: 'asks' | 'answers'
  readonly at: Date
  readonly runId: string
  /** Whether the young person sees it: at once, or not before somebody says so. */
  readonly tell: 'at_once' | 'not_yet'
  readonly tellBecause: string | null
  readonly toldAt: Date | null
  readonly toldBy: string | null
  readonly toldBecause: string | null
}

/** In which questions this child was among those compared. */
export async function takenPartIn(tx: Tx, child: ChildId): Promise<readonly TakenPart[]> {
  const { rows } =
    await sql<TakenPart>`select b.partner, b.purpose, b.side, b.at, b.run_id as "runId", b.tell,
      b.tell_because as "tellBecause", b.told_at as "toldAt", b.told_by as "toldBy", b.told_because as "toldBecause"
      from waymark.between_of_child(${child}) b`.execute(tx)
  return rows
}
