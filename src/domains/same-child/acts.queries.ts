import { sql } from 'kysely'
import type { PersonId } from '#kernel/ids.ts'
import { type Kept as Row, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { ActKind } from './same-child.rules.ts'

/** Something somebody said of a pair. */
export type Act = {
  readonly act: ActKind
  readonly reason: string
  readonly byId: PersonId
  readonly by: string | undefined
  readonly to: string | undefined
  readonly at: Date
}

/** All that was said of a pair, the last first. */
export async function actsOf(tx: Tx, pair: string): Promise<readonly Act[]> {
  const { rows } = await sql<Row<Act>>`
    select a.act, a.reason, a.by_id as "byId", p.name as by, t.name as "to", a.at
    from waymark.same_child_act a left join waymark.person p on p.id = a.by_id left join waymark.person t on t.id = a.to_person
    where a.pair_id = ${pair} order by a.at desc, a.id limit 200`.execute(tx)
  return rows.map((row) => known<Act>(row))
}

export type NewAct = {
  readonly pair: string
  /** The version of the pair that they saw. */
  readonly version: number
  readonly act: ActKind
  readonly reason: string
  readonly to?: PersonId | undefined
  readonly at: Date
}

/** What the database said no to; undefined when the act was kept. */
export type Refusal =
  | 'pair_changed'
  | 'acts_in_order'
  | 'a_second_person_answers'
  | 'handed_to_who_may'
const REFUSALS: readonly Refusal[] = [
  'pair_changed',
  'acts_in_order',
  'a_second_person_answers',
  'handed_to_who_may',
]

/** Says something of a pair. The database decides where it then stands. */
export async function say(tx: Tx, act: NewAct): Promise<Refusal | undefined> {
  await sql`savepoint saying`.execute(tx)
  try {
    await sql`
      insert into waymark.same_child_act (pair_id, act, reason, to_person, at, pair_version)
      values (${act.pair}, ${act.act}, ${act.reason}, ${act.to ?? null}, ${act.at}, ${act.version})`.execute(
      tx,
    )
    return undefined
  } catch (error) {
    const refused = REFUSALS.find(
      (name) => error instanceof Error && 'constraint' in error && error.constraint === name,
    )
    if (!refused) throw error
    await sql`rollback to savepoint saying`.execute(tx)
    return refused
  }
}

export type MayDecide = { readonly id: PersonId; readonly name: string; readonly role: string }

/** Who may open both records of a pair that the actor sees. */
export async function whoMayDecide(tx: Tx, pair: string): Promise<readonly MayDecide[]> {
  const { rows } = await sql<MayDecide>`
    select id, name, role from waymark.may_decide_pair(${pair})`.execute(tx)
  return rows
}
