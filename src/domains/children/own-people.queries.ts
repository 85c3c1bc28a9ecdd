import { sql } from 'kysely'
import type { ChildId, PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** What a young person writes of somebody who matters to them. Needs nobody's approval. */
export type OwnPerson = {
  readonly name: string
  readonly whoTheyAre: string
  readonly language: string
  readonly carer: boolean
}

/** Adds somebody to the young person's own people. */
export async function addOwnPerson(tx: Tx, child: ChildId, person: OwnPerson): Promise<string> {
  const row = await tx
    .insertInto('waymark.person_who_matters')
    .values({ child_id: child, ...columnsOf(person), chosen_by: 'child' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

type Version = { readonly child: ChildId; readonly id: string; readonly version: number }

/** Changes what they wrote of somebody. False when it changed meanwhile. */
export async function changeOwnPerson(tx: Tx, at: Version, person: OwnPerson): Promise<boolean> {
  const changed = await tx
    .updateTable('waymark.person_who_matters')
    .set(columnsOf(person))
    .where('child_id', '=', at.child)
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  return changed.length === 1
}

/** Takes somebody off their people; the history keeps that they were there. */
export async function endOwnPerson(tx: Tx, child: ChildId, id: string, now: Date): Promise<void> {
  await tx
    .updateTable('waymark.person_who_matters')
    .set({ ended_at: now, trusted_adult: false })
    .where('child_id', '=', child)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** A worker the young person trusts, with what to call them where they are not among their people yet. */
export type TrustedWorker = {
  readonly id: PersonId
  readonly name: string
  readonly whoTheyAre: string
}

/**
 * The adults they trust are these and no others: by their entries among the people who matter, and
 * by account for workers, who become an entry of their own. Everything else about them stays.
 */
export async function chooseTrusted(
  tx: Tx,
  child: ChildId,
  chosen: { readonly people: readonly string[]; readonly workers: readonly TrustedWorker[] },
): Promise<void> {
  const staff = chosen.workers.map((w) => w.id)
  await sql`
    update waymark.person_who_matters
       set trusted_adult = not trusted_adult, chosen_by = 'child'
     where child_id = ${child} and ended_at is null
       and trusted_adult <> (id = any (${chosen.people}::uuid[]) or coalesce(staff_id = any (${staff}::uuid[]), false))
  `.execute(tx)
  for (const worker of chosen.workers) {
    await sql`
      insert into waymark.person_who_matters (child_id, name, who_they_are, staff_id, trusted_adult, chosen_by)
      values (${child}, ${worker.name}, ${worker.whoTheyAre}, ${worker.id}, true, 'child')
      on conflict (child_id, staff_id) where staff_id is not null and ended_at is null do nothing
    `.execute(tx)
  }
}

const columnsOf = (person: OwnPerson) => ({
  name: person.name,
  who_they_are: person.whoTheyAre,
  language: person.language,
  carer: person.carer,
})
