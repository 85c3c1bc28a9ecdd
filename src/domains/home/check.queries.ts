import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import { type Kept, known, orNull } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { CheckAsk, Found, FoundOut, Night, NoView, SeenAlone } from './home.rules.ts'

type View = {
  readonly viewWords: string | undefined
  readonly viewLanguage: string | undefined
  readonly viewSaidBy: 'child' | 'child_with_someone' | 'someone_else' | undefined
  readonly noView: NoView | undefined
}

export type CheckToKeep = View & { readonly [A in CheckAsk]: FoundOut } & {
  readonly onDay: CalendarDay
  readonly night: Night
  readonly seen: string | undefined
  readonly seenAlone: SeenAlone
  readonly found: Found
  readonly why: string
  readonly putRight: string | undefined
  readonly putRightBy: CalendarDay | undefined
}

export type Check = CheckToKeep & {
  readonly id: string
  readonly stayId: string
  readonly by: string | undefined
}

/** Every check of a child's homes, the newest first. */
export async function checksOf(tx: Tx, child: ChildId): Promise<readonly Check[]> {
  const { rows } = await sql<Kept<Check>>`
    select k.id, k.stay_id as "stayId", k.on_day as "onDay", k.own_room, k.lock, k.phone, k.wash, k.visitors, k.access, k.adults,
      k.night, k.seen, k.seen_alone as "seenAlone", k.view_words as "viewWords", k.view_language as "viewLanguage",
      k.view_said_by as "viewSaidBy", k.no_view_because as "noView", k.found, k.why, k.put_right as "putRight",
      k.put_right_by as "putRightBy", p.name as by
    from waymark.home_check k left join waymark.person p on p.id = k.changed_by
    where k.child_id = ${child} order by k.on_day desc, k.changed_at desc limit 100`.execute(tx)
  return rows.map((row) => known<Check>(row))
}

export async function addCheck(
  tx: Tx,
  at: { readonly child: ChildId; readonly stay: string },
  check: CheckToKeep,
): Promise<string> {
  const { own_room, lock, phone, wash, visitors, access, adults } = check
  const { id } = await tx
    .insertInto('waymark.home_check')
    .values({
      child_id: at.child,
      stay_id: at.stay,
      on_day: check.onDay,
      own_room,
      lock,
      phone,
      wash,
      visitors,
      access,
      adults,
      night: check.night,
      seen: orNull(check.seen),
      seen_alone: check.seenAlone,
      view_words: orNull(check.viewWords),
      view_language: orNull(check.viewLanguage),
      view_said_by: orNull(check.viewSaidBy),
      no_view_because: orNull(check.noView),
      found: check.found,
      why: check.why,
      put_right: orNull(check.putRight),
      put_right_by: orNull(check.putRightBy),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
