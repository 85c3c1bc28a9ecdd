import { londonDay } from '#kernel/london-time.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { partnersOf, standing } from '../partner.queries.ts'
import { partyOf } from '../party.ts'
import { writtenCard } from '../protocol/bodies.form.ts'
import { readOut } from '../protocol/identity.rules.ts'
import { runsOf } from '../run.queries.ts'
import { leads } from '../lead.access.ts'
import { PURPOSE_WORDS, stateWords } from '../words.view.ts'

/** Every question between this council and others, with whom it may ask, and its own card. */
export const seeRuns: Page = {
  method: 'GET',
  url: '/between',
  may: 'between.read',
  audit: { action: 'between.list' },
  async answer(visit): Promise<Answer> {
    const { tx, actor, now } = visit
    const partners = await partnersOf(tx)
    const nameOf = (id: string) => partners.find((p) => p.id === id)?.card.name ?? 'Another council'
    const { card } = partyOf(tx, visit.keyed, actor, now).identity
    const known = standing(partners)
    return {
      kind: 'view',
      template: 'domains/between-councils/see-runs/see-runs.njk',
      model: {
        page: {
          title: 'The same child in another council',
          leads: leads(actor),
          mayAsk:
            known.some((p) => p.card.kind === 'council') &&
            known.some((p) => p.card.kind === 'matcher'),
          runs: (await runsOf(tx)).map((run) => ({
            href: `/between/runs/${run.id}`,
            who: nameOf(run.partnerId),
            side: run.side === 'asks' ? 'We ask' : 'They ask',
            purpose: PURPOSE_WORDS[run.purpose],
            state: stateWords(run),
            day: londonDay(run.askedAt),
          })),
          partners: partners.map((p) => ({
            href: `/between/partners/${p.id}`,
            name: p.card.name,
            kind: p.card.kind === 'matcher' ? 'Matcher' : 'Council',
            state: p.stoppedAt ? 'Stopped' : `Checked on ${londonDay(p.checkedAt)}`,
          })),
          card: writtenCard(card),
          fingerprint: readOut(card.fingerprint),
        },
      },
    }
  },
}
