import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type Child, childIdOf, notSharedInWords, notSharedWith } from '#domains/children/index.ts'
import { careEpisodes, stabilityOf } from '#domains/processes/index.ts'
import { type Adult, adultsOf } from '../adult.queries.ts'
import { checksOf } from '../check.queries.ts'
import { childOf, hrefOf } from '../child-of-page.ts'
import { homesLivedIn } from '../lived.queries.ts'
import { ACCESS, gapInWords, NIGHT, RUN_BY, SPECIALIST } from '../home.rules.ts'
import { findPlace, gapsOfPlace } from '../place.queries.ts'
import { saidOf } from '../said.queries.ts'
import { currentOf, type Stay, staysOf } from '../stay.queries.ts'
import { adultView, checkView, movesView, saidView, stayView } from './see-home.view.ts'

/** Where a child lives and lived, who lives there, whether it is right for them, and what they say of it first. */
export const seeHome: Page = {
  method: 'GET',
  url: '/children/:childId/home',
  may: 'children.read',
  audit: { action: 'home.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const stays = await staysOf(visit.tx, child.id)
    const current = currentOf(stays)
    const page = {
      title: 'Home',
      child: { id: child.id, knownAs: child.knownAs },
      here: hrefOf(child),
      mayWrite: mayDo(visit.actor.role, 'children.write'),
      mayDecide: mayDo(visit.actor.role, 'homes.decide'),
      current: current && stayView(current),
      place: current?.placeId && (await placeLines(visit, current.placeId)),
      before: stays.filter((s) => s !== current).map(stayView),
      ...(await saidBy(visit, child)),
      ...(await livingThere(visit, child, current)),
      ...(await foundThere(visit, child, stays)),
      moves: await movesOf(visit, child),
    }
    return { kind: 'view', template: 'domains/home/see-home/see-home.njk', model: { page } }
  },
}

async function placeLines(visit: Visit, id: string) {
  const place = await findPlace(visit.tx, id)
  if (!place) return undefined
  const today = londonCalendarDay(visit.now)
  const listed = (codes: readonly string[], called: Readonly<Record<string, string>>) =>
    codes.map((code) => called[code] ?? code).join('; ')
  return {
    href: `/homes/${place.id}`,
    gaps: (await gapsOfPlace(visit.tx, place.id, today)).map((gap) => gapInWords(gap, inWords)),
    lines: [
      { label: 'Run by', text: RUN_BY[place.runBy] },
      { label: 'At night', text: NIGHT[place.night] },
      { label: 'There especially for', text: listed(place.specialist, SPECIALIST) },
      { label: 'Getting about', text: listed(place.access, ACCESS) },
    ].filter((line) => line.text !== ''),
  }
}

/** What they say themselves; where they keep it back, that is said and never shown as nothing. */
async function saidBy(visit: Visit, child: Child) {
  const kept = (await notSharedWith(visit.tx, child.id)).has('check_ins')
  const [said, ...before] = kept ? [] : await saidOf(visit.tx, child.id)
  return {
    said: said && saidView(said),
    saidBefore: before.map(saidView),
    notShared: kept ? notSharedInWords(child.knownAs) : undefined,
  }
}

async function livingThere(visit: Visit, child: Child, current: Stay | undefined) {
  const today = londonCalendarDay(visit.now)
  const all = await adultsOf(visit.tx, child.id)
  const here = (a: Adult) => a.stayId === current?.id && a.untilOn === undefined
  return {
    adults: all.filter(here).map((a) => adultView(a, today)),
    left: all.filter((a) => !here(a)).map((a) => adultView(a, today)),
  }
}

async function foundThere(visit: Visit, child: Child, stays: readonly Stay[]) {
  const checks = await checksOf(visit.tx, child.id)
  const called = new Map(stays.map((s) => [s.id, s.called]))
  const all = checks.map((c) => ({ ...checkView(c), home: called.get(c.stayId) }))
  const current = currentOf(stays)
  const isNow = checks[0] !== undefined && checks[0].stayId === current?.id
  return { check: isNow ? all[0] : undefined, earlier: isNow ? all.slice(1) : all }
}

async function movesOf(visit: Visit, child: Child) {
  const episodes = await careEpisodes(visit.tx, child.id)
  const homes = await homesLivedIn(visit.tx, child.id)
  const nothing = { workerEpisodes: [], workers: [], learning: [] }
  const stability = stabilityOf({ ...nothing, episodes, homes }, londonCalendarDay(visit.now))
  return movesView(stability, episodes, visit.now)
}
