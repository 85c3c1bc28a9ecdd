import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId, TeamId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { ALERT_MONTHS, EIGHTEEN_MONTHS, UNTIL_MONTHS, type Wish } from './eighteen.rules.ts'

export type Turning = {
  readonly id: string
  readonly eligibleOn: CalendarDay
  readonly assessedOn: CalendarDay | undefined
  readonly ownerId: string | undefined
  /** Whoever owns the plan afterwards; undefined while there is no plan. */
  readonly owner: string | undefined
  readonly ownerLeft: boolean
  readonly ownerName: string | undefined
  readonly ownerService: string | undefined
  readonly ownerFrom: CalendarDay | undefined
  readonly stays: string | undefined
  readonly changes: string | undefined
  readonly ifItFails: string | undefined
  readonly says: string | undefined
  readonly saysLanguage: string
  readonly notSaidWhy: string | undefined
  readonly version: number
}

export async function turningOf(tx: Tx, child: ChildId): Promise<Turning | undefined> {
  const { rows } = await sql<Kept<Turning>>`
    select t.id, t.eligible_on as "eligibleOn", t.assessed_on as "assessedOn", t.owner_id as "ownerId",
      coalesce(p.name, t.owner_name) as owner, coalesce(p.ended_at is not null, false) as "ownerLeft", t.owner_name as "ownerName",
      t.owner_service as "ownerService", t.owner_from as "ownerFrom", t.stays, t.changes, t.if_it_fails as "ifItFails",
      t.says, t.says_language as "saysLanguage", t.not_said_why as "notSaidWhy", t.version
    from waymark.turning_eighteen t left join waymark.person p on p.id = t.owner_id
    where t.child_id = ${child}`.execute(tx)
  return rows[0] && known<Turning>(rows[0])
}

type Columns = Readonly<Record<string, string | null>>

/** Writes what is known of their way; undefined when somebody changed it meanwhile. */
export async function keepTurning(
  tx: Tx,
  child: ChildId,
  version: number,
  columns: Columns,
): Promise<string | undefined> {
  const names = Object.keys(columns)
  const { rows } =
    version === 0
      ? await sql<{ id: string }>`
        insert into waymark.turning_eighteen (child_id, ${sql.join(names.map((n) => sql.ref(n)))})
        values (${child}, ${sql.join(Object.values(columns))}) on conflict (child_id) do nothing returning id`.execute(
          tx,
        )
      : await sql<{ id: string }>`
        update waymark.turning_eighteen set ${sql.join(names.map((n) => sql`${sql.ref(n)} = ${columns[n]}`))}
        where child_id = ${child} and version = ${version} returning id`.execute(tx)
  return rows[0]?.id
}

export type AdultPerson = {
  readonly id: string
  readonly name: string
  readonly service: string
  readonly part: string
  readonly takesOver: string
  readonly namedOn: CalendarDay
  readonly handedOverOn: CalendarDay | undefined
  readonly endedOn: CalendarDay | undefined
  readonly endedWhy: string | undefined
  readonly version: number
  readonly meetings: readonly AdultMeeting[]
  /** The newest first. */
  readonly wishes: readonly AdultWish[]
}
export type AdultMeeting = {
  readonly metOn: CalendarDay
  readonly place: string
  readonly withThem: string | undefined
  readonly says: string | undefined
  readonly language: string
  readonly notSaidWhy: string | undefined
}
export type AdultWish = {
  readonly wish: Wish
  readonly words: string | undefined
  readonly language: string
  readonly saidBy: string
  readonly at: Date
}

/** The people of services for adults, with every meeting and every wish. */
export async function adultsOf(tx: Tx, child: ChildId): Promise<readonly AdultPerson[]> {
  const { rows } = await sql<Kept<Omit<AdultPerson, 'meetings' | 'wishes'>>>`
    select id, name, service, part, takes_over as "takesOver", named_on as "namedOn", handed_over_on as "handedOverOn",
      ended_on as "endedOn", ended_why as "endedWhy", version
    from waymark.adult_person where child_id = ${child} order by ended_on nulls first, named_on, id`.execute(
    tx,
  )
  const met = await sql<Kept<AdultMeeting> & { adult: string }>`
    select adult_id as adult, met_on as "metOn", place, with_them as "withThem", says, says_language as language, not_said_why as "notSaidWhy"
    from waymark.adult_meeting where child_id = ${child} order by met_on desc, id`.execute(tx)
  const wished = await sql<Kept<AdultWish> & { adult: string }>`
    select adult_id as adult, wish, words, words_language as language, said_by as "saidBy", at
    from waymark.adult_wish where child_id = ${child} order by at desc, id desc`.execute(tx)
  return rows.map((row) => ({
    ...known<Omit<AdultPerson, 'meetings' | 'wishes'>>(row),
    meetings: met.rows.filter((m) => m.adult === row.id).map((m) => known<AdultMeeting>(m)),
    wishes: wished.rows.filter((m) => m.adult === row.id).map((m) => known<AdultWish>(m)),
  }))
}

export type HelpThatEnds = {
  readonly id: string
  readonly help: string
  readonly endsOn: CalendarDay | undefined
  readonly reasoning: string
  readonly dependsOn: string | undefined
  readonly goesOn: string
  readonly ownerName: string
  readonly byOn: CalendarDay
  readonly settledOn: CalendarDay | undefined
  readonly settledHow: string | undefined
  readonly version: number
}

export async function helpThatEnds(tx: Tx, child: ChildId): Promise<readonly HelpThatEnds[]> {
  const { rows } = await sql<Kept<HelpThatEnds>>`
    select id, help, ends_on as "endsOn", reasoning, depends_on as "dependsOn", goes_on as "goesOn", owner_name as "ownerName",
      by_on as "byOn", settled_on as "settledOn", settled_how as "settledHow", version
    from waymark.help_that_ends where child_id = ${child} order by settled_on nulls first, by_on, id`.execute(
    tx,
  )
  return rows.map((row) => known<HelpThatEnds>(row))
}

type Table = 'adult_person' | 'adult_meeting' | 'adult_wish' | 'help_that_ends'

export async function addRow(
  tx: Tx,
  table: Table,
  child: ChildId,
  columns: Columns,
): Promise<void> {
  const all = { child_id: child, ...columns }
  await sql`
    insert into ${sql.table(`waymark.${table}`)} (${sql.join(Object.keys(all).map((c) => sql.ref(c)))})
    values (${sql.join(Object.values(all))})`.execute(tx)
}

/** False when it changed meanwhile. */
export async function changeRow(
  tx: Tx,
  table: 'adult_person' | 'help_that_ends',
  row: { readonly child: ChildId; readonly id: string; readonly version: number },
  columns: Columns,
): Promise<boolean> {
  const set = Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  const { rows } = await sql`
    update ${sql.table(`waymark.${table}`)} set ${sql.join(set)}
    where child_id = ${row.child} and id = ${row.id} and version = ${row.version} returning id`.execute(
    tx,
  )
  return rows.length === 1
}

export type WithoutPlan = {
  readonly childId: ChildId
  readonly knownAs: string
  /** The day on which, by any date of birth there is, they may turn eighteen. */
  readonly eighteenOn: CalendarDay
}

const MOST = 200

/**
 * Who is seventeen and a half or older, by any date of birth there is, and not yet twenty-five by all of them, with
 * nobody to own a plan past eighteen: nobody yet, or somebody who has left since. Those whose eighteenth birthday is still to come first.
 */
export async function withoutPlan(
  tx: Tx,
  whose: 'beside-me' | TeamId,
  today: CalendarDay,
): Promise<readonly WithoutPlan[]> {
  const theirs =
    whose === 'beside-me'
      ? sql`c.id in (select a.child_id from waymark.allocation a where a.person_id = (select waymark.actor_id()) and a.ended_on is null)`
      : sql`c.team_id = ${whose}`
  const { rows } = await sql<WithoutPlan>`
    select c.id as "childId", c.known_as as "knownAs", (b.earliest + make_interval(months => ${EIGHTEEN_MONTHS}::integer))::date as "eighteenOn"
    from waymark.child c
    join lateral (
      select min(d.earliest) as earliest, max(d.latest) as latest from waymark.date_of_birth_claim d
      where d.child_id = c.id and d.ended_at is null) b on b.earliest is not null
    where ${theirs}
      and b.earliest + make_interval(months => ${ALERT_MONTHS}::integer) <= ${today}::date
      and b.latest + make_interval(months => ${UNTIL_MONTHS}::integer) > ${today}::date
      and not exists (
        select from waymark.turning_eighteen t left join waymark.person p on p.id = t.owner_id
        where t.child_id = c.id and num_nonnulls(t.owner_id, t.owner_name) = 1 and p.ended_at is null)
    order by (b.earliest + make_interval(months => ${EIGHTEEN_MONTHS}::integer))::date <= ${today}::date, b.earliest, c.id
    limit ${MOST}`.execute(tx)
  return rows
}
