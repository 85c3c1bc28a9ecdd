import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** A form of exploitation, as it may be chosen now or could be before. */
export type ExploitationForm = {
  readonly id: string
  readonly code: string
  readonly called: string
  readonly meaning: string
  readonly near: string | undefined
  readonly own: boolean
  readonly from: CalendarDay
  readonly until: CalendarDay | undefined
  readonly source: string
}

/** Every wording of the shared list and of the actor's own organisation, those that ended included. */
export async function allForms(tx: Tx): Promise<readonly ExploitationForm[]> {
  const { rows } = await sql<Kept<ExploitationForm>>`
    select id, code, called, meaning, near, organisation_id is not null as own, from_day as from, until_day as until, source
    from waymark.exploitation_form
    where organisation_id is null or organisation_id = waymark.actor_organisation()
    order by organisation_id nulls first, place, from_day`.execute(tx)
  return rows.map((row) => known<ExploitationForm>(row))
}

/** Those that may be chosen on that day. */
export const onDay = (
  forms: readonly ExploitationForm[],
  day: CalendarDay,
): readonly ExploitationForm[] =>
  forms.filter((f) => f.from <= day && (f.until === undefined || f.until >= day))

export async function addForm(
  tx: Tx,
  form: Pick<ExploitationForm, 'code' | 'called' | 'meaning' | 'near' | 'from'>,
): Promise<boolean> {
  const added = await tx
    .insertInto('waymark.exploitation_form')
    .values({
      code: form.code,
      organisation_id: sql<string>`waymark.actor_organisation()`,
      called: form.called,
      meaning: form.meaning,
      near: form.near ?? null,
      place: 1000,
      from_day: form.from,
      source: 'Added by this service',
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute()
  return added.length === 1
}

/** Ends an own addition: it cannot be chosen after that day, and what was coded with it stays readable. */
export async function endForm(tx: Tx, id: unknown, until: CalendarDay): Promise<boolean> {
  const asked = readId<'form'>(id)
  if (!asked) return false
  const { numUpdatedRows } = await tx
    .updateTable('waymark.exploitation_form')
    .set({ until_day: sql<string>`greatest(from_day, ${until}::date)` })
    .where('id', '=', asked)
    .where('organisation_id', 'is not', null)
    .where('until_day', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
