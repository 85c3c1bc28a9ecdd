import { type ChildId, type OrganisationId, trustedId } from '#kernel/ids.ts'
import type { MatchRecord } from '#domains/matching/index.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { candidatesFor } from './candidates.queries.ts'
import { newestModel } from './model.queries.ts'
import { type Named, namesFor } from './named.queries.ts'
import { recordsOf } from './records.queries.ts'
import { inWordsOf, SHOWN_FROM } from './same-child.rules.ts'
import { type KeptStep, reasonsFor } from './steps.rules.ts'
import { weighed } from './weigh.ts'

/** A record that may be about the child somebody is writing of. */
export type Alike = Named & {
  readonly id: ChildId
  readonly weight: number
  /** What speaks for it, in words. */
  readonly because: string
  readonly says: string
}

/**
 * Records within the actor's reach that may be about the same child as what was typed, the likeliest
 * first. `also` are children found in another way, who are weighed too and always given back; they may still be on their
 * way, since the database looks for others while this process weighs.
 */
export async function lookUp(
  tx: Tx,
  asked: MatchRecord,
  {
    organisation,
    also = [],
    most = 10,
  }: {
    readonly organisation: OrganisationId
    readonly also?: readonly ChildId[] | Promise<readonly ChildId[]>
    readonly most?: number
  },
): Promise<readonly Alike[]> {
  const [found, others, believed] = await Promise.all([
    candidatesFor(tx, asked),
    also,
    newestModel(tx, organisation),
  ])
  const records = await recordsOf(tx, [...new Set([...others, ...found])])
  const always = new Set<string>(others)
  const likely = weighed(asked, records, believed)
    .filter(
      ({ id, waterfall }) =>
        always.has(id) || waterfall.weight >= SHOWN_FROM || hasOneThing(waterfall.steps),
    )
    .slice(0, most)
  const names = await namesFor(
    tx,
    likely.map(({ id }) => id),
  )
  return likely.flatMap(({ id, waterfall }) => {
    const named = names.get(id)
    if (!named) return []
    return {
      id: trustedId<'child'>(id),
      ...named,
      weight: waterfall.weight,
      because: reasonsFor(waterfall.steps),
      says: inWordsOf(waterfall.weight),
    }
  })
}

const ONE_THING = new Set(['documents', 'phones', 'emails'])
const THE_SAME = 3

/** A number, a telephone or an address in common is worth a look whatever the names are. */
const hasOneThing = (steps: readonly KeptStep[]): boolean =>
  steps.some((step) => ONE_THING.has(step.comparison) && step.level === THE_SAME)
