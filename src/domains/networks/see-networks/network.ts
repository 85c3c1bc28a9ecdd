import type { Tx } from '#platform/db/unit-of-work.ts'
import type { ChildId } from '#kernel/ids.ts'
import { type Entry, entriesOf, linksOf } from '../network.queries.ts'
import { othersOf, tiesOf } from '../tie.queries.ts'
import type { Edge, Node } from './graph.view.ts'

export type Network = {
  readonly entries: readonly Entry[]
  readonly nodes: readonly Node[]
  readonly edges: readonly Edge[]
  /** The young people it names, for the trail. */
  readonly named: readonly ChildId[]
}

/** Everything the reader may know, as what is drawn and said. A young person out of reach is “another young person”. */
export async function gatherNetwork(tx: Tx): Promise<Network> {
  const entries = (await entriesOf(tx)).filter((e) => e.notSoBecause === undefined)
  const [links, ties, others] = [await linksOf(tx), await tiesOf(tx), await othersOf(tx)]
  const young = new Map<string, Node>()
  for (const t of ties) young.set(t.childId, { key: t.childId, kind: 'young', called: t.knownAs })
  for (const { other } of others) {
    young.set(`other-${other}`, {
      key: `other-${other}`,
      kind: 'young',
      called: 'Another young person',
    })
  }
  return {
    entries,
    nodes: [
      ...entries.map(
        ({ id, kind, called }): Node => ({ key: id, kind, called, href: `/networks/${id}` }),
      ),
      ...young.values(),
    ],
    edges: [
      ...links.map(({ oneId, otherId, sure, how }) => ({ from: oneId, to: otherId, sure, how })),
      ...ties.map(({ entryId, childId, sure, how }) => ({ from: entryId, to: childId, sure, how })),
      ...others.map(
        ({ entryId, other }): Edge => ({
          from: entryId,
          to: `other-${other}`,
          sure: undefined,
          how: 'linked',
        }),
      ),
    ],
    named: [...new Set(ties.map((t) => t.childId))],
  }
}

/** One entry with what is linked to it directly, and what those are linked with among themselves. */
export function around(network: Network, id: string): Pick<Network, 'nodes' | 'edges'> {
  const near = new Set(
    network.edges.flatMap((e) => (e.from === id || e.to === id ? [e.from, e.to] : [])),
  )
  near.add(id)
  return {
    nodes: network.nodes.filter((n) => near.has(n.key)),
    edges: network.edges.filter((e) => near.has(e.from) && near.has(e.to)),
  }
}
