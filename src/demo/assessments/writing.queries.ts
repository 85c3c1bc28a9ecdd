import type { Client } from 'pg'
import type { KnownOutcome } from '../answers.ts'
import { type Random, uuid } from '../random.ts'

/** What the rows of an invented assessment are written with. */
export type Writing = {
  readonly client: Client
  readonly r: Random
  readonly today: number
  readonly outcomes: readonly KnownOutcome[]
  readonly author: string
  readonly signer: string
}

export const actAs = (client: Client, person: string) =>
  client.query(`select set_config('waymark.actor_id', $1, true)`, [person])

/** One row; its columns are named here, never from outside. */
export async function add(
  { client, r }: Writing,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<string> {
  const all: Readonly<Record<string, unknown>> = { id: uuid(r), ...row }
  const columns = Object.keys(all)
  await client.query(
    `insert into waymark.${table} (${columns.join(', ')}) values (${columns.map((_, n) => `$${n + 1}`).join(', ')})`,
    Object.values(all),
  )
  return String(all['id'])
}

export function outcomeOf({ outcomes }: Writing, code: string): string {
  const found = outcomes.find((outcome) => outcome.code === code) ?? outcomes[0]
  if (!found) throw new Error('The framework of the demonstration has outcomes')
  return found.id
}
