import { z } from 'zod'
import { withClient } from '#platform/db/postgres.ts'
import { waymark } from './server.ts'

export type ClocksSpeed = {
  readonly children: number
  readonly clocks: number
  /** How many came out otherwise, after a rule had changed. */
  readonly changed: number
  /** From ./waymark clocks recompute to its end: with that many to write, and with none. */
  readonly seconds: number
  readonly againSeconds: number
}

const counted = z.object({ clocks: z.number(), changed: z.number() })

/** Times counting every clock again after a rule has changed, and puts the rule and the clocks back. */
export async function clocksSpeed(
  data: string,
  adminUrl: string,
  children: number,
): Promise<ClocksSpeed> {
  await lengthen(adminUrl, 1)
  try {
    const first = await recount(data)
    const again = await recount(data)
    return { children, ...first.counts, seconds: first.seconds, againSeconds: again.seconds }
  } finally {
    await lengthen(adminUrl, -1)
    await recount(data)
  }
}

/** A longer or shorter time for the rules that most invented clocks are counted by. */
const lengthen = (adminUrl: string, by: number) =>
  withClient(adminUrl, (c) =>
    c.query(
      `update waymark.clock_rule set length = length + $1
        where organisation_id is null and code in ('care.review-next', 'care.visit-next', 'nrm.reasonable-grounds')`,
      [by],
    ),
  )

async function recount(data: string) {
  const began = performance.now()
  const said = await waymark(['clocks', 'recompute', '--again', '--json'], data)
  const seconds = Math.round((performance.now() - began) / 100) / 10
  const each = said
    .trim()
    .split('\n')
    .map((line) => counted.parse(JSON.parse(line)))
  const sum = (of: 'clocks' | 'changed') => each.reduce((n, one) => n + one[of], 0)
  return { seconds, counts: { clocks: sum('clocks'), changed: sum('changed') } }
}
