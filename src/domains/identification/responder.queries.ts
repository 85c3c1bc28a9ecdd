import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { OrganisationId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Nation } from './protection.rules.ts'
import type { Responder } from './responder.rules.ts'

/** What was said last of whether an organisation is a first responder. */
export async function responderOf(
  tx: Tx,
  organisation: OrganisationId,
): Promise<Responder | undefined> {
  const { rows } = await sql<Kept<Responder>>`
    select is_one as "isOne", listed_as as "listedAs", goes_to as "goesTo", how
    from waymark.first_responder_setting where organisation_id = ${organisation}
    order by set_at desc, id desc limit 1`.execute(tx)
  return rows[0] && known<Responder>(rows[0])
}

/** Kept as one more row: what was said before stays. */
export async function setResponder(tx: Tx, responder: Responder): Promise<void> {
  await tx
    .insertInto('waymark.first_responder_setting')
    .values({
      is_one: responder.isOne,
      listed_as: responder.listedAs ?? null,
      goes_to: responder.goesTo ?? null,
      how: responder.how ?? null,
      set_at: sql<string>`clock_timestamp()`,
    })
    .execute()
}

const NATIONS: readonly Nation[] = ['england', 'wales', 'scotland', 'northern_ireland']

/** Under whose law an organisation works that day. */
export async function nationFor(
  tx: Tx,
  organisation: OrganisationId,
  today: CalendarDay,
): Promise<Nation> {
  const { rows } = await sql<{ nation: string }>`
    select waymark.nation_of(${organisation}, ${today}::date) as nation`.execute(tx)
  return NATIONS.find((n) => n === rows[0]?.nation) ?? 'england'
}
