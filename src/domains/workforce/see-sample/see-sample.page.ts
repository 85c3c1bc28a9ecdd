import type { Answer, Page } from '#platform/http/page.ts'
import { NOT_FOUND } from '../audit-of-page.ts'
import { eligibleAgain, registerOf, type Registered } from '../round.queries.ts'
import { drawSample, type Placed } from '../sample.rules.ts'
import { roundOfPage, roundView } from '../see-round/see-round.page.ts'

const MOST = 100

/** How the records were drawn, drawn again before the reader's eyes, and which were not. */
export const seeSample: Page = {
  method: 'GET',
  url: '/case-audits/rounds/:roundId/sample',
  may: 'case-audits.oversee',
  audit: { action: 'case-audits.sample' },
  async answer(visit): Promise<Answer> {
    const round = await roundOfPage(visit)
    if (!round) return NOT_FOUND
    const kept = await eligibleAgain(visit.tx, round.id)
    const whole = kept.length === round.eligibleCount
    const again = whole
      ? drawSample(round.samplingKey, kept, round.sampleSize, round.stratified)
      : undefined
    const drawn = await registerOf(visit.tx, round.id, true, MOST)
    const notDrawn = await registerOf(visit.tx, round.id, false, MOST)
    visit.show([...drawn, ...notDrawn].map((r) => r.childId))
    const page = {
      title: 'How the records were drawn',
      round: roundView(round),
      key: round.samplingKey,
      again: again && (sameSample(kept, again) ? 'same' : 'other'),
      eligible: round.eligibleCount,
      drawn: drawn.map(lineOf),
      notDrawn: notDrawn.map(lineOf),
      more: Math.max(0, round.eligibleCount - round.sampleSize - notDrawn.length),
    }
    return {
      kind: 'view',
      template: 'domains/workforce/see-sample/see-sample.njk',
      model: { page },
    }
  },
}

const lineOf = (r: Registered) => ({
  knownAs: r.knownAs,
  detail: r.team ? `${r.team}, place ${r.place}` : `Place ${r.place}`,
})

/** Whether the key gives each record the place it has in the register. */
export function sameSample(kept: readonly Placed[], again: readonly Placed[]): boolean {
  const places = new Map(again.map((p) => [p.id, p]))
  return kept.every((k) => {
    const now = places.get(k.id)
    return now?.place === k.place && now.drawn === k.drawn
  })
}
