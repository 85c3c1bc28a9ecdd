import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { type Kept, known, orNull } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { EntryKind, Sure } from './networks.rules.ts'

export type EntryToKeep = {
  readonly kind: EntryKind
  readonly called: string
  readonly known: string | undefined
  readonly source: string
  readonly sure: Sure
  /** When somebody looks whether it may still be kept. */
  readonly againOn: CalendarDay
  readonly notSoBecause: string | undefined
}

export type Entry = EntryToKeep & {
  readonly id: string
  readonly by: string | undefined
  readonly version: number
}

const columns = sql`e.id, e.kind, e.called, e.known, e.source, e.sure, e.again_on as "againOn",
  e.not_so_because as "notSoBecause", p.name as by, e.version`

/** Every entry of the organisation, by kind and name; what is not so last. */
export async function entriesOf(tx: Tx): Promise<readonly Entry[]> {
  const { rows } = await sql<Kept<Entry>>`
    select ${columns} from waymark.network_entry e left join waymark.person p on p.id = e.changed_by
    order by e.not_so_because is not null, e.kind, e.called, e.id limit 1000`.execute(tx)
  return rows.map((row) => known<Entry>(row))
}

export async function findEntry(tx: Tx, id: unknown): Promise<Entry | undefined> {
  const asked = readId<'entry'>(id)
  if (!asked) return undefined
  const { rows } = await sql<Kept<Entry>>`
    select ${columns} from waymark.network_entry e left join waymark.person p on p.id = e.changed_by
    where e.id = ${asked}`.execute(tx)
  return rows[0] && known<Entry>(rows[0])
}

const rowOf = ({ called, source, sure, ...entry }: EntryToKeep) => ({
  called,
  source,
  sure,
  known: orNull(entry.known),
  again_on: entry.againOn,
  not_so_because: orNull(entry.notSoBecause),
})

export async function addEntry(tx: Tx, entry: EntryToKeep): Promise<string> {
  const { id } = await tx
    .insertInto('waymark.network_entry')
    .values({ kind: entry.kind, ...rowOf(entry) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False when somebody changed it since `version`. What kind of thing it is stays. */
export async function changeEntry(
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  entry: EntryToKeep,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.network_entry')
    .set(rowOf(entry))
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type Link = {
  readonly id: string
  readonly oneId: string
  readonly otherId: string
  readonly how: string
  readonly source: string
  readonly sure: Sure
  readonly version: number
}

/** How entries belong together, what is not so left out. */
export async function linksOf(tx: Tx): Promise<readonly Link[]> {
  const { rows } = await sql<Link>`
    select l.id, l.one_id as "oneId", l.other_id as "otherId", l.how, l.source, l.sure, l.version
    from waymark.network_link l join waymark.network_entry a on a.id = l.one_id join waymark.network_entry b on b.id = l.other_id
    where l.not_so_because is null and a.not_so_because is null and b.not_so_because is null
    order by l.id limit 3000`.execute(tx)
  return rows
}

/** False when the two are linked already. */
export async function addLink(
  tx: Tx,
  one: Entry,
  link: {
    readonly other: string
    readonly how: string
    readonly source: string
    readonly sure: Sure
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into waymark.network_link (organisation_id, one_id, other_id, how, source, sure)
    select e.organisation_id, e.id, ${link.other}::uuid, ${link.how}, ${link.source}, ${link.sure}
    from waymark.network_entry e where e.id = ${one.id}
    on conflict (least(one_id, other_id), greatest(one_id, other_id)) where not_so_because is null do nothing returning id`.execute(
    tx,
  )
  return rows.length === 1
}

export async function unlink(tx: Tx, link: Link, because: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.network_link')
    .set({ not_so_because: because })
    .where('id', '=', link.id)
    .where('version', '=', link.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
