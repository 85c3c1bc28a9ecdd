import { londonDayAndTime } from '#kernel/london-time.ts'
import type { Proposal, ResponseLine, Review, ToldLine } from '../during.queries.ts'
import type { Episode } from '../episode.queries.ts'
import { ANSWERS, BODIES, CLOSING, TOLD, TREATED } from '../missing.rules.ts'

/** A time they were missing in one line, with where it leads. */
export function lineOfEpisode(e: Episode, child: { readonly id: string }) {
  return {
    href: `/children/${child.id}/missing/${e.id}`,
    called: e.kind === 'away' ? 'Away without agreement' : 'Missing',
    since: londonDayAndTime(e.missingSince),
    place: e.lastSeenPlace,
    ended: endedInWords(e),
  }
}

function endedInWords(e: Episode): string | undefined {
  if (!e.endedAt || !e.endedHow) return undefined
  const at = londonDayAndTime(e.endedAt)
  const words = {
    found: `found ${at}`,
    closed: `the search was closed by two people ${at}; they were not found`,
    in_error: `written down in error, two people said so ${at}`,
  }
  return words[e.endedHow]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

type Given = {
  readonly episode: Episode
  readonly told: readonly ToldLine[]
  readonly responses: readonly ResponseLine[]
  readonly reviews: readonly Review[]
  readonly proposals: readonly Proposal[]
}

/** Everything the page of one time says. */
export function episodeView({ episode: e, told, responses, reviews, proposals }: Given) {
  return {
    over: e.endedAt !== undefined,
    ended: capital(endedInWords(e) ?? ''),
    found: e.foundWhere && { where: e.foundWhere, how: e.foundHow },
    called: e.kind === 'away' ? 'Away without agreement' : 'Missing',
    since: londonDayAndTime(e.missingSince),
    facts: factsOf(e),
    risk: e.risk,
    told: told.map((t) => ({
      whom: TOLD[t.whom],
      name: t.name,
      at: londonDayAndTime(t.at),
      said: t.said,
    })),
    policeTold: told.some((t) => t.whom === 'police'),
    policeReference: e.policeReference,
    responses: responses.map((r) => ({
      body: BODIES[r.body],
      at: londonDayAndTime(r.at),
      did: r.did,
      treated: TREATED[r.treated],
      better: r.better,
    })),
    reviews: reviews.map((r) => ({
      by: r.by,
      at: londonDayAndTime(r.at),
      known: r.known,
      next: r.next,
      police: r.policeThere ? 'With the police' : 'Without the police',
    })),
    proposals: proposals.map(proposalLine),
  }
}

const factsOf = (e: Episode) =>
  [
    ['Last seen', e.lastSeenPlace],
    ['By whom', e.lastSeenBy],
    ['What they wear', e.wearing],
    ['What they have with them', e.hasWithThem],
    ['Police reference', e.policeReference],
    ['Reported by', e.reportedBy],
  ].flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }]))

const proposalLine = (p: Proposal) => ({
  because: CLOSING[p.because],
  reason: p.reason,
  goesOn: p.goesOn,
  by: p.by,
  at: londonDayAndTime(p.at),
  answer: p.answer && ANSWERS[p.answer],
  answerReason: p.answerReason,
  answeredBy: p.answeredBy,
})
