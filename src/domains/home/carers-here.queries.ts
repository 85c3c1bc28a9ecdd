import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { CarerPart } from './home.rules.ts'

/** Somebody of the register, as whoever looks at a child's carers needs them. */
export type RegisteredCarer = {
  readonly id: string
  readonly name: string
  readonly part: CarerPart
  readonly placeCalled: string
  /** They care, that day, in the home where the child lives. */
  readonly here: boolean
  /** What they need to know and do not have that day. */
  readonly lacks: readonly string[]
}

/** Those of the register who care in the home where a child lives, and those asked for besides, wherever they are. */
export async function registeredCarers(
  tx: Tx,
  child: ChildId,
  day: CalendarDay,
  besides: readonly string[],
): Promise<readonly RegisteredCarer[]> {
  const { rows } = await sql<Kept<RegisteredCarer>>`
    with known as (
      select c.id, c.name, c.part, c.place_id, (c.ended_on is null or c.ended_on >= ${day}::date) and exists (
          select from waymark.home_stay s where s.child_id = ${child} and s.place_id = c.place_id
            and s.ended_on is null and s.not_so_because is null) as here
      from waymark.home_carer c
      where c.id = any (${[...besides]}::uuid[]) or c.place_id in (
        select s.place_id from waymark.home_stay s where s.child_id = ${child} and s.ended_on is null and s.not_so_because is null))
    select k.id, k.name, k.part, p.called as "placeCalled", k.here,
      array(select g.called from waymark.gaps_of_carer(k.id, ${day}::date) g) as lacks
    from known k join waymark.home_place p on p.id = k.place_id
    where k.here or k.id = any (${[...besides]}::uuid[]) order by k.name, k.id`.execute(tx)
  return rows.map((row) => known<RegisteredCarer>(row))
}
