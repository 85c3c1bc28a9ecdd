import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { OrganisationId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { isNation } from './rights.rules.ts'
import type { Nation } from './rights-texts.rules.ts'

export const REVIEWED = ['rights_text', 'help_place'] as const
export type Reviewed = (typeof REVIEWED)[number]

/** Whose law the organisation works under that day. England until it is said. */
export async function nationOf(
  tx: Tx,
  organisation: OrganisationId,
  today: CalendarDay,
): Promise<Nation> {
  const { rows } = await sql<{ nation: string }>`
    select waymark.nation_of(${organisation}, ${today}::date) as nation`.execute(tx)
  const nation = rows[0]?.nation ?? ''
  return isNation(nation) ? nation : 'england'
}

export type Clock = {
  readonly days: number
  readonly fromDay: string
  readonly source: string
  readonly confidence: string
  readonly ours: boolean
}

/** Every clock that was set, the one that holds first. */
export async function clocksOf(tx: Tx, kind: Reviewed): Promise<readonly Clock[]> {
  const { rows } = await sql<Clock>`
    select days, from_day::text as "fromDay", source, confidence, organisation_id is not null as ours
      from waymark.review_clock where kind = ${kind} order by organisation_id is null, from_day desc`.execute(
    tx,
  )
  return rows
}

/** How many days a check holds today. */
export async function clockOn(tx: Tx, kind: Reviewed, today: CalendarDay): Promise<number> {
  const found = (await clocksOf(tx, kind)).find((c) => c.fromDay <= today)
  if (!found) throw new Error('There is no clock for checking')
  return found.days
}

/** False when there is one from that day already: clocks are added, not changed. */
export async function setClock(
  tx: Tx,
  organisation: OrganisationId,
  clock: {
    readonly kind: Reviewed
    readonly days: number
    readonly from: CalendarDay
    readonly source: string
  },
): Promise<boolean> {
  const added = await tx
    .insertInto('waymark.review_clock')
    .values({
      organisation_id: organisation,
      kind: clock.kind,
      days: clock.days,
      from_day: clock.from,
      source: clock.source,
      confidence: 'certain',
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

export type Check = {
  readonly checkedOn: string
  readonly owner: string | undefined
  readonly how: string
}

/** The newest check of each, by what it is about. */
export async function checksOf(tx: Tx, kind: Reviewed): Promise<ReadonlyMap<string, Check>> {
  const { rows } = await sql<{ about: string; on: string; owner: string | null; how: string }>`
    select distinct on (c.about) c.about, c.checked_on::text as "on", p.name as owner, c.how
      from waymark.review_check c left join waymark.person p on p.id = c.owner_id
     where c.organisation_id = (select waymark.actor_organisation()) and c.kind = ${kind}
     order by c.about, c.checked_on desc, c.checked_at desc`.execute(tx)
  return new Map(
    rows.map((r) => [r.about, { checkedOn: r.on, owner: r.owner ?? undefined, how: r.how }]),
  )
}

export async function addCheck(
  tx: Tx,
  check: {
    readonly kind: Reviewed
    readonly about: string
    readonly on: CalendarDay
    readonly how: string
  },
): Promise<void> {
  await tx
    .insertInto('waymark.review_check')
    .values({ kind: check.kind, about: check.about, checked_on: check.on, how: check.how })
    .execute()
}
