import { calendarDay, inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import { may } from '#platform/access/capability.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type ClockLine, clockLine, clocksOf } from '#domains/clocks/index.ts'
import type { Child } from '#domains/children/index.ts'
import { situationsOf } from '#domains/identification/index.ts'
import { auditOf, childOf, episodeOf, hrefOf } from '../child-of-page.ts'
import { proposalsOf, responsesOf, reviewsOf, toldOf } from '../during.queries.ts'
import {
  type CouncilPeriod,
  councilPeriodsOf,
  type Episode,
  episodesOf,
} from '../episode.queries.ts'
import { RETURN_OFFER, SEARCH_REVIEW } from '../missing.rules.ts'
import { planView } from '../own-plan/plan.view.ts'
import { planOf } from '../plan.queries.ts'
import { readyLines } from '../keep-ready/keep-ready.page.ts'
import { aroundOf, readyOf } from '../ready.queries.ts'
import { photoShown } from '../ready-photo/ready-photo.page.ts'
import { whyLookAgain } from '../ready.rules.ts'
import { returnOf } from '../return.queries.ts'
import { talkView } from '../talk-afterwards/talk.view.ts'
import { episodeView, lineOfEpisode } from './episode.view.ts'

/** What is ready, whether they are missing now, and each time before. */
export const seeMissing: Page = {
  method: 'GET',
  url: '/children/:childId/missing',
  may: 'missing.read',
  audit: auditOf('missing.see'),
  async answer(visit): Promise<Answer> {
    const { tx, actor } = visit
    const child = await childOf(visit)
    const episodes = await episodesOf(tx, child.id)
    const plan = await planOf(tx, child.id)
    const page = {
      title: 'Missing, and found',
      child: { id: child.id, knownAs: child.knownAs },
      here: hrefOf(child),
      open: episodes.filter((e) => !e.endedAt).map((e) => lineOfEpisode(e, child)),
      before: episodes.filter((e) => e.endedAt).map((e) => lineOfEpisode(e, child)),
      plan: planView(plan),
      talkWith: plan?.talkWith,
      ready: await readyIn(visit, child),
      council: (await councilPeriodsOf(tx, child.id)).map(councilLine),
      mayWrite: may(actor.role, 'missing.write'),
    }
    return {
      kind: 'view',
      template: 'domains/missing/see-missing/see-missing.njk',
      model: { page },
    }
  },
}

/** One time: what was reported, who was told, who did what, each look at the search, and how it ended. */
export const seeEpisode: Page = {
  method: 'GET',
  url: '/children/:childId/missing/:episode',
  may: 'missing.read',
  audit: auditOf('missing.see'),
  async answer(visit): Promise<Answer> {
    const { tx, actor, now } = visit
    const child = await childOf(visit)
    const episode = await episodeOf(visit, child)
    if (!episode) return { kind: 'not-found' }
    const clocks: readonly ClockLine[] = (await clocksOf(tx, child.id))
      .filter((c) => c.rule === SEARCH_REVIEW || c.rule === RETURN_OFFER)
      .map((c) => clockLine(c, now))
    const proposals = await proposalsOf(tx, episode.id)
    const open = proposals.find((p) => p.answer === undefined)
    const page = {
      title: 'Missing, and found',
      child: { id: child.id, knownAs: child.knownAs },
      here: hrefOf(child, episode),
      back: hrefOf(child),
      plan: planView(await planOf(tx, child.id)),
      clocks,
      ready: episode.endedAt ? undefined : await readyIn(visit, child),
      talk: await talkOf(visit.tx, child.id, episode),
      ...episodeView({
        episode,
        told: await toldOf(tx, episode.id),
        responses: await responsesOf(tx, episode.id),
        reviews: await reviewsOf(tx, episode.id),
        proposals,
      }),
      mayPropose: !open,
      mayAnswer: open !== undefined && open.byId !== actor.id,
      mayWrite: may(actor.role, 'missing.write'),
    }
    return {
      kind: 'view',
      template: 'domains/missing/see-missing/see-episode.njk',
      model: { page },
    }
  },
}

/** Undefined for whoever does not read it, which is not the same as that there is none. */
async function readyIn(visit: Visit, child: Child) {
  if (!may(visit.actor.role, 'missing.write')) return undefined
  const ready = await readyOf(visit.tx, child.id)
  const around = await aroundOf(visit.tx, child.id)
  return {
    lines: ready ? readyLines(ready) : [],
    lookAgain: ready && whyLookAgain(ready.lookedAt, around, londonCalendarDay(visit.now)),
    photo: await photoShown(visit, child),
  }
}

async function talkOf(tx: Tx, child: ChildId, episode: Episode) {
  if (!episode.endedAt || episode.endedHow !== 'found') return undefined
  const kept = await returnOf(tx, episode.id)
  const linked = kept?.situationId
    ? (await situationsOf(tx, child)).find((s) => s.id === kept.situationId)
    : undefined
  return { said: talkView(kept, episode.endedAt, linked?.what) }
}

function councilLine({ began, ended, kind }: CouncilPeriod): string {
  const words = (day: string) => {
    const read = calendarDay(day)
    return read ? inWords(read) : day
  }
  const called = kind === 'A' ? 'away without agreement' : 'missing'
  return ended
    ? `${words(began)} to ${words(ended)}: ${called}`
    : `Since ${words(began)}: ${called}`
}
