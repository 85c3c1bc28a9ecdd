import { createHash } from 'node:crypto'
import { openEncoder, type Register } from '#domains/matching/index.ts'
import { asActor } from '#platform/db/unit-of-work.ts'
import { recordsAfter } from './records.queries.ts'
import type { Reviewing } from './review.ts'
import type { HowFar } from './run.queries.ts'

/** Every record of an organisation as it is compared, and a digest that is another when any of them says something else. */
export type Read = { readonly register: Register; readonly digest: string }

const READ_AT_ONCE = 2000

/** Every record, some at a time, each lot in a transaction of its own. Undefined when it was stopped meanwhile. */
export async function everyRecord(
  { db, acts, say: told }: Pick<Reviewing, 'db' | 'acts' | 'say'>,
  far: (how: HowFar) => Promise<void>,
  stopped: AbortSignal,
): Promise<Read | undefined> {
  const encoder = openEncoder()
  const digest = createHash('sha256')
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const records = await asActor(db, acts.id, (tx) =>
      recordsAfter(tx, acts.organisationId, after, READ_AT_ONCE),
    )
    for (const one of records) {
      encoder.add(one)
      digest.update(JSON.stringify(one))
    }
    await far({ phase: 'reading', records: encoder.size() })
    if (stopped.aborted) return undefined
    await told?.(`${encoder.size()} records read`)
    const last = records.at(-1)
    if (!last || records.length < READ_AT_ONCE) break
    after = last.id
  }
  return { register: encoder.finish(0), digest: digest.digest('hex') }
}
