import { calendarDay, inWords, londonCalendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { may } from '#platform/access/capability.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type Child, childIdOf, learningOf } from '#domains/children/index.ts'
import { ACCESS_EVENTS, type AccessEvent, accessOf, ASKED_BY, SERVICES } from '../access.rules.ts'
import { childOf } from '../child-of-page.ts'
import { entryPages, type Gather } from '../entries/entry-pages.ts'
import { followRequest } from '../follow-clocks.ts'
import {
  type AccessRequest,
  accessRequestsOf,
  type Barrier,
  barriersOf,
  themesOn,
} from '../parts.queries.ts'
import { stabilityOf } from '../stability.rules.ts'
import { EVENT, REQUEST } from './keep-access.form.ts'

/** What was asked for in health, mental health and learning, and whether and when it came. */
export const seeAccess: Page = {
  method: 'GET',
  url: '/children/:childId/systems/access',
  may: 'children.read',
  audit: { action: 'systems.access.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const today = londonCalendarDay(visit.now)
    const requests = await accessRequestsOf(visit.tx, child.id)
    const barriers = await barriersOf(visit.tx, child.id)
    const page = {
      title: 'Health and learning',
      child: { id: child.id, knownAs: child.knownAs },
      mayWrite: may(visit.actor.role, 'children.write'),
      learning: await learningLine(visit, child, requests, barriers),
      services: Object.entries(SERVICES).map(([service, called]) => ({
        service,
        called,
        requests: requests
          .filter((r) => r.service === service)
          .map((r) => requestLine(r, barriers, today)),
      })),
    }
    return {
      kind: 'view',
      template: 'domains/processes/keep-access/access.njk',
      model: { page },
    }
  },
}

/** Days out of learning, worked out from where they learned; and whether somebody wrote what is in the way. */
async function learningLine(
  visit: Visit,
  child: Child,
  requests: readonly AccessRequest[],
  barriers: readonly Barrier[],
) {
  const today = londonCalendarDay(visit.now)
  const places = await learningOf(visit.tx, child.id)
  const learning = places.map((p) => ({ key: p.id, from: p.beganOn, until: p.endedOn }))
  const found = stabilityOf(
    { episodes: [], homes: [], workerEpisodes: [], workers: [], learning },
    today,
  )
  const nowhere = learning.every((p) => p.until !== undefined && p.until < today)
  const inTheWay = new Set(
    requests.filter((r) => r.service === 'education').map((r) => r.barrierId),
  )
  return {
    daysOut: found.daysOutOfLearning,
    nowhere,
    known: learning.length > 0,
    /** Out of learning, and nobody has written why: something we owe them. */
    unsaid: nowhere && !barriers.some((b) => b.endedOn === undefined && inTheWay.has(b.id)),
  }
}

function requestLine(r: AccessRequest, barriers: readonly Barrier[], today: CalendarDay) {
  const access = accessOf(r.askedOn, r.events, today)
  const barrier = barriers.find((b) => b.id === r.barrierId)
  return {
    id: r.id,
    what: r.what,
    asked: inWords(r.askedOn),
    askedBy: ASKED_BY[r.askedBy],
    childWords: r.childWords,
    language: r.language,
    state:
      access.state === 'asked'
        ? 'Asked for; nothing has happened since'
        : ACCESS_EVENTS[access.state],
    waited: daysText(access.days),
    stillWaiting: access.stillWaiting,
    started: access.startedOn && inWords(access.startedOn),
    refused: access.refusals.length,
    events: r.events.map(eventLine),
    barrier: barrier && { ...barrier, by: barrier.actionOn && inWords(barrier.actionOn) },
  }
}

const daysText = (n: number): string => (n === 1 ? '1 day' : `${n} days`)

const eventLine = (e: AccessEvent) => ({
  ...e,
  on: inWords(e.onDay),
  called: ACCESS_EVENTS[e.kind],
})

const firstDay = (request: AccessRequest | undefined): Readonly<Record<string, string>> => {
  const days = (request?.events ?? []).map((e) => e.onDay).toSorted()
  const [first] = days
  return first ? { firstEvent: first } : {}
}

const gatherRequest: Gather = async (visit, child) => {
  const id = visit.params['entry']
  const request =
    id === undefined
      ? undefined
      : (await accessRequestsOf(visit.tx, child.id)).find((r) => r.id === id.toLowerCase())
  return {
    choices: { theme: await themesOn(visit.tx, londonCalendarDay(visit.now)) },
    facts: firstDay(request),
  }
}

export const requestPages: readonly Page[] = entryPages(
  REQUEST,
  gatherRequest,
  (visit, child, id) => followRequest(visit.tx, child.id, id, londonCalendarDay(visit.now)),
)

const gatherEvent: Gather = async (visit, child) => {
  const requests = await accessRequestsOf(visit.tx, child.id)
  const named = (r: AccessRequest) => {
    const day = calendarDay(r.askedOn)
    return `${SERVICES[r.service]}: ${r.what}${day ? `, asked for on ${inWords(day)}` : ''}`
  }
  return {
    choices: { request: Object.fromEntries(requests.map((r) => [r.id, named(r)])) },
    facts: Object.fromEntries(requests.map((r) => [r.id, r.askedOn])),
  }
}

export const eventPages: readonly Page[] = entryPages(EVENT, gatherEvent, (visit, child, _, read) =>
  followRequest(visit.tx, child.id, String(read['request_id']), londonCalendarDay(visit.now)),
)
