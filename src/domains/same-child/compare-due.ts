import { type ChildId, trustedId } from '#kernel/ids.ts'
import { record } from '#platform/audit/record.ts'
import type { Database } from '#platform/db/postgres.ts'
import { asActor, type Tx } from '#platform/db/unit-of-work.ts'
import { candidatesFor } from './candidates.queries.ts'
import { dueRecords, isCompared } from './due.queries.ts'
import { type Believed, newestModel } from './model.queries.ts'
import { keepPairs, partnersOf } from './pairs.queries.ts'
import { recordsOf } from './records.queries.ts'
import type { Acts } from './review.ts'
import { KEPT_FROM } from './same-child.rules.ts'
import { weighed } from './weigh.ts'

const AT_ONCE = 20
const BEST = 5

/**
 * Compares records that are new or changed with all others of the organisation, as its system account: whoever
 * wrote them may reach none of the others and learns nothing. Goes on until `until`, and gives how many it compared.
 */
export async function compareDue(
  db: Database,
  acts: Acts,
  { now, until }: { readonly now: () => Date; readonly until: Date },
): Promise<number> {
  let compared = 0
  for (;;) {
    const some = await asActor(db, acts.id, (tx) => compareSome(tx, acts, now()))
    compared += some
    if (some < AT_ONCE || now() >= until) return compared
  }
}

async function compareSome(tx: Tx, acts: Acts, at: Date): Promise<number> {
  const due = await dueRecords(tx, AT_ONCE)
  if (due.length === 0) return 0
  const believed = await newestModel(tx, acts.organisationId)
  let found = 0
  for (const one of due) {
    found += await compareOne(tx, trustedId(one.child), believed, at)
    await isCompared(tx, one, at)
  }
  await record(tx, {
    actorId: acts.id,
    actorRole: 'system',
    organisationId: acts.organisationId,
    sessionId: undefined,
    action: 'same-child.search',
    outcome: 'done',
    childId: undefined,
    shown: due.map((one) => trustedId<'child'>(one.child)),
    address: undefined,
    requestId: undefined,
    detail: { compared: due.length, found },
  })
  return due.length
}

/** Pairs that are there already are weighed again whatever they weigh now; new ones are kept from where they may be one child. */
async function compareOne(tx: Tx, child: ChildId, believed: Believed, at: Date): Promise<number> {
  const [own] = await recordsOf(tx, [child])
  if (!own) return 0
  const partners = new Set(await partnersOf(tx, child))
  const candidates = await candidatesFor(tx, own)
  const others = await recordsOf(tx, [...new Set([...partners, ...candidates])])
  let fresh = 0
  const kept = weighed(own, others, believed).filter(({ id, waterfall }) => {
    if (partners.has(trustedId(id))) return true
    return waterfall.weight >= KEPT_FROM && fresh++ < BEST
  })
  const pairs = kept.map(({ id, waterfall }) => ({ one: child, two: id, waterfall }))
  return keepPairs(tx, pairs, { by: 'record', at, model: believed.id })
}
