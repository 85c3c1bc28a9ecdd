import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { ChildId, PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { LegalArea } from '../happening.rules.ts'
import type { NOTE_KINDS } from './walled-note.form.ts'

export type Within = {
  readonly within: boolean
  /** Nobody is named yet: whoever stands beside the child may name themselves. */
  readonly nobody: boolean
  readonly mayBeNamed: boolean
}

/** Whether the actor is behind the wall of a child, and whether they could be. */
export async function withinWall(tx: Tx, child: ChildId): Promise<Within> {
  const { rows } = await sql<Within>`
    select waymark.within_the_wall(${child}) as within, waymark.nobody_within_the_wall(${child}) as nobody,
           waymark.may_be_within(${child}, waymark.actor_id()) as "mayBeNamed"`.execute(tx)
  return rows[0] ?? { within: false, nobody: false, mayBeNamed: false }
}

export type Named = {
  readonly id: string
  readonly personId: string
  readonly name: string | undefined
  readonly why: string
  readonly at: Date
}

/** Who is named for what is privileged of a child, now. */
export async function namedOf(tx: Tx, child: ChildId): Promise<readonly Named[]> {
  const { rows } = await sql<Kept<Named>>`
    select b.id, b.person_id as "personId", p.name, b.why, b.named_at as at
    from waymark.behind_the_wall b left join waymark.person p on p.id = b.person_id
    where b.child_id = ${child} and b.ended_at is null order by b.named_at, b.id`.execute(tx)
  return rows.map((row) => known<Named>(row))
}

/** Workers and guardians who stand beside the child now and are not named. */
export async function whoCanBeNamed(
  tx: Tx,
  child: ChildId,
): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct p.id, p.name from waymark.allocation a join waymark.person p on p.id = a.person_id
    where a.child_id = ${child} and a.ended_on is null and waymark.may_be_within(a.child_id, a.person_id)
      and not exists (select from waymark.behind_the_wall b where b.child_id = a.child_id and b.person_id = a.person_id and b.ended_at is null)
    order by p.name`.execute(tx)
  return Object.fromEntries(rows.map((p) => [p.id, p.name]))
}

/** Names somebody, with the child's agreement. The database refuses whoever may not. */
export async function nameOne(
  tx: Tx,
  child: ChildId,
  who: { readonly person: PersonId; readonly why: string },
): Promise<void> {
  await sql`
    insert into waymark.behind_the_wall (child_id, person_id, why, child_agreed)
    values (${child}, ${who.person}, ${who.why}, true) on conflict do nothing`.execute(tx)
}

/** Ends that somebody is named; they read nothing more from that moment. */
export async function endNamed(tx: Tx, child: ChildId, id: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update waymark.behind_the_wall set ended_at = ${now}
    where id = ${id} and child_id = ${child} and ended_at is null returning id`.execute(tx)
  return rows.length === 1
}

export type WalledNote = {
  readonly id: string
  readonly area: LegalArea
  readonly kind: keyof typeof NOTE_KINDS
  readonly words: string
  readonly language: string
  readonly fromWhom: string
  readonly onDay: CalendarDay
}

/** What is privileged. Empty for everybody who is not named: the database holds it back. */
export async function walledNotesOf(tx: Tx, child: ChildId): Promise<readonly WalledNote[]> {
  const { rows } = await sql<WalledNote>`
    select id, area, kind, words, language, from_whom as "fromWhom", on_day as "onDay"
    from waymark.walled_note where child_id = ${child} order by on_day desc, id`.execute(tx)
  return rows
}
