import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type ChildId, readId, type TeamId } from '#kernel/ids.ts'
import { type Kept, known, orNull } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { AdultAnswer, Checked, Relation, Share } from './home.rules.ts'

export type AdultToKeep = {
  readonly who: string
  readonly relation: Relation
  readonly shares: readonly Share[]
  readonly checked: Checked
  readonly sinceOn: CalendarDay
  readonly untilOn: CalendarDay | undefined
}

export type Adult = AdultToKeep & {
  readonly id: string
  readonly stayId: string
  /** The manager's last answer, where there is one. */
  readonly decided: AdultAnswer | undefined
  readonly why: string | undefined
  readonly answeredBy: string | undefined
  readonly answeredOn: CalendarDay | undefined
  readonly again: CalendarDay | undefined
  readonly version: number
}

/** The adults of every home of a child: those there now first. */
export async function adultsOf(tx: Tx, child: ChildId): Promise<readonly Adult[]> {
  const { rows } = await sql<Kept<Adult>>`
    select a.id, a.stay_id as "stayId", a.who, a.relation, a.shares, a.checked, a.since_on as "sinceOn", a.until_on as "untilOn",
      n.decided, n.why, n.by as "answeredBy", n.answered_on as "answeredOn", n.again_on as again, a.version
    from waymark.home_adult a
    left join lateral (
      select w.decided, w.why, w.answered_on, w.again_on, p.name as by from waymark.home_adult_answer w
        left join waymark.person p on p.id = w.changed_by
       where w.adult_id = a.id order by w.changed_at desc, w.id limit 1) n on true
    where a.child_id = ${child} order by a.until_on is not null, a.since_on, a.id`.execute(tx)
  return rows.map((row) => known<Adult>(row))
}

export async function findAdult(tx: Tx, child: ChildId, id: unknown): Promise<Adult | undefined> {
  const asked = readId<'adult'>(id)
  return asked && (await adultsOf(tx, child)).find((a) => a.id === asked)
}

const rowOf = (adult: AdultToKeep) => ({
  who: adult.who,
  relation: adult.relation,
  shares: [...adult.shares],
  checked: adult.checked,
  since_on: adult.sinceOn,
  until_on: orNull(adult.untilOn),
})

export async function addAdult(
  tx: Tx,
  at: { readonly child: ChildId; readonly stay: string },
  adult: AdultToKeep,
): Promise<void> {
  await tx
    .insertInto('waymark.home_adult')
    .values({ child_id: at.child, stay_id: at.stay, ...rowOf(adult) })
    .execute()
}

/** False when somebody changed it since `version`. */
export async function changeAdult(
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  adult: AdultToKeep,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.home_adult')
    .set(rowOf(adult))
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function answerAdult(
  tx: Tx,
  at: { readonly child: ChildId; readonly adult: string; readonly today: CalendarDay },
  answer: { readonly decided: AdultAnswer; readonly why: string; readonly again: CalendarDay },
): Promise<void> {
  await tx
    .insertInto('waymark.home_adult_answer')
    .values({
      child_id: at.child,
      adult_id: at.adult,
      decided: answer.decided,
      why: answer.why,
      again_on: answer.again,
      answered_on: at.today,
    })
    .execute()
}

export type SharedHome = {
  readonly childId: ChildId
  readonly knownAs: string
  readonly adultId: string
  readonly who: string
  readonly relation: Relation
  readonly shares: readonly Share[]
  /** The day to look again, when somebody has looked. */
  readonly again: CalendarDay | undefined
}

/**
 * Children who share a home with an adult not related to them, or of whom nobody knows it, on whom no manager has
 * looked, or has to look again by that day. From the few adults out: most homes have none.
 */
export async function sharedHomes(
  tx: Tx,
  of: 'beside-me' | TeamId | undefined,
  until: CalendarDay,
): Promise<readonly SharedHome[]> {
  const whose =
    of === 'beside-me'
      ? sql`and c.id in (select waymark.actor_children())`
      : of === undefined
        ? sql``
        : sql`and c.team_id = ${of}`
  const { rows } = await sql<Kept<SharedHome>>`
    select a.child_id as "childId", c.known_as as "knownAs", a.id as "adultId", a.who, a.relation, a.shares, n.again
    from waymark.home_adult a
    join waymark.child c on c.id = a.child_id
    join waymark.home_stay s on s.id = a.stay_id and s.ended_on is null and s.not_so_because is null
    left join lateral (select w.again_on as again from waymark.home_adult_answer w where w.adult_id = a.id
      order by w.changed_at desc, w.id limit 1) n on true
    where a.until_on is null and a.relation in ('unrelated', 'not_known') and (n.again is null or n.again <= ${until}::date) ${whose}
    order by n.again nulls first, c.known_as, a.id limit 200`.execute(tx)
  return rows.map((row) => known<SharedHome>(row))
}
