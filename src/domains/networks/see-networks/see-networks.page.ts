import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { grantsOf, isNamed } from '../grants.queries.ts'
import { findEntry, linksOf } from '../network.queries.ts'
import { ENTRY_KINDS, SURE, TOLD } from '../networks.rules.ts'
import { tiesOf } from '../tie.queries.ts'
import { DRAWN_AT_MOST, graphOf } from './graph.view.ts'
import { around, gatherNetwork } from './network.ts'

const may = 'networks.open'

/** The restricted space: everything linked with everything, as a drawing and as a table that says the same. */
export const seeNetworks: Page = {
  method: 'GET',
  url: '/networks',
  may,
  audit: { action: 'networks.see' },
  async answer(visit): Promise<Answer> {
    const mayName = mayDo(visit.actor.role, 'networks.grant')
    if (!(await isNamed(visit.tx))) {
      const page = { title: 'Networks', mayName }
      return { kind: 'view', template: 'domains/networks/see-networks/closed.njk', model: { page } }
    }
    const network = await gatherNetwork(visit.tx)
    visit.show(network.named)
    const today = londonCalendarDay(visit.now)
    const page = {
      title: 'Networks',
      mayName,
      until: await untilWhen(visit),
      graph: graphOf(network.nodes, network.edges),
      drawn: network.nodes.length <= DRAWN_AT_MOST,
      again: network.entries
        .filter((e) => e.againOn <= today)
        .map((e) => ({ href: `/networks/${e.id}`, called: e.called, day: inWords(e.againOn) })),
    }
    return {
      kind: 'view',
      template: 'domains/networks/see-networks/see-networks.njk',
      model: { page },
    }
  },
}

async function untilWhen(visit: Parameters<Page['answer']>[0]): Promise<string | undefined> {
  const own = (await grantsOf(visit.tx)).find((g) => !g.endedAt && g.who === visit.actor.name)
  return own && inWords(own.untilDay)
}

/** One entry: what is known, from whom, how sure, and what it is linked with. */
export const seeEntry: Page = {
  method: 'GET',
  url: '/networks/:entry',
  may,
  audit: { action: 'networks.entry' },
  async answer(visit): Promise<Answer> {
    const entry = await findEntry(visit.tx, visit.params['entry'])
    if (!entry) return { kind: 'not-found' }
    const network = await gatherNetwork(visit.tx)
    const near = around(network, entry.id)
    const ties = (await tiesOf(visit.tx)).filter((t) => t.entryId === entry.id)
    visit.show([...new Set(near.nodes.flatMap((n) => network.named.filter((c) => c === n.key)))])
    const called = new Map(network.entries.map((e) => [e.id, e.called]))
    const page = {
      title: ENTRY_KINDS[entry.kind],
      here: `/networks/${entry.id}`,
      called: entry.called,
      notSoBecause: entry.notSoBecause,
      lines: [
        { label: 'What is known', text: entry.known ?? 'Nothing more' },
        { label: 'From', text: entry.source },
        { label: 'How sure', text: SURE[entry.sure] },
        { label: 'To be looked at again by', text: inWords(entry.againOn) },
        { label: 'Written by', text: entry.by ?? '' },
      ].filter((line) => line.text !== ''),
      graph: graphOf(near.nodes, near.edges),
      drawn: near.nodes.length > 1 && near.nodes.length <= DRAWN_AT_MOST,
      links: (await linksOf(visit.tx))
        .filter((l) => l.oneId === entry.id || l.otherId === entry.id)
        .map((l) => ({
          id: l.id,
          called: called.get(l.oneId === entry.id ? l.otherId : l.oneId) ?? '',
          how: `${l.how}. ${SURE[l.sure]}. From: ${l.source}`,
        })),
      ties: ties.map((t) => ({
        id: t.id,
        child: { href: `/children/${t.childId}`, knownAs: t.knownAs },
        situation: t.situation,
        how: `${t.how}. ${SURE[t.sure]}. From: ${t.source}`,
        told: TOLD[t.told],
        toldBecause: t.toldBecause,
      })),
    }
    return {
      kind: 'view',
      template: 'domains/networks/see-networks/see-entry.njk',
      model: { page },
    }
  },
}
