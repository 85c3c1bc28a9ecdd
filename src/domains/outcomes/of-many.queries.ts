import { sql } from 'kysely'
import { type ChildId, trustedId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

export type WantedNow = { readonly words: string; readonly language: string }

/** Of several children, the newest of what each wants now, in their words. */
export async function wantedNow(
  tx: Tx,
  children: readonly ChildId[],
): Promise<ReadonlyMap<ChildId, WantedNow>> {
  if (children.length === 0) return new Map()
  const { rows } = await sql<WantedNow & { readonly childId: string }>`
    select w.id as "childId", g.words, g.words_language as language
    from unnest(${[...children]}::uuid[]) w(id) cross join lateral (
      select o.words, o.words_language from waymark.own_goal o
      where o.child_id = w.id and o.state in ('current', 'changed', 'returned')
      order by o.set_on desc, o.id limit 1) g`.execute(tx)
  return new Map(rows.map(({ childId, ...wanted }) => [trustedId<'child'>(childId), wanted]))
}

/** Of several children, when each last said how things are, as far as the reader may know. */
export async function lastSaid(
  tx: Tx,
  children: readonly ChildId[],
): Promise<ReadonlyMap<ChildId, Date>> {
  if (children.length === 0) return new Map()
  const { rows } = await sql<{ readonly childId: string; readonly at: Date }>`
    select w.id as "childId", i.shared_at as at
    from unnest(${[...children]}::uuid[]) w(id) cross join lateral (
      select c.shared_at from waymark.check_in c
      where c.child_id = w.id and c.status = 'shared' and c.voice = 'young_person'
      order by c.shared_at desc limit 1) i`.execute(tx)
  return new Map(rows.map((row) => [trustedId<'child'>(row.childId), row.at]))
}
