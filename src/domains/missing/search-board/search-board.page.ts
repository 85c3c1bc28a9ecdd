import { trustedId } from '#kernel/ids.ts'
import { londonDayAndTime } from '#kernel/london-time.ts'
import { may } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { clocksOwedToChildren, clockLine } from '#domains/clocks/index.ts'
import { RETURN_OFFER } from '../missing.rules.ts'
import { type NotReady, withoutReady } from '../ready.queries.ts'
import { type NoResponse, openSearches, type Searched, withoutResponse } from '../board.queries.ts'

/** Every search that goes on, whose next look is owed first first; and times for which nobody wrote that anything was done. */
export const searchBoard: Page = {
  method: 'GET',
  url: '/missing',
  may: 'missing.read',
  audit: { action: 'missing.board' },
  async answer({ tx, actor, now, show }): Promise<Answer> {
    const open = await openSearches(tx)
    const of = actor.role === 'practitioner' || actor.role === 'guardian' ? 'beside-me' : 'my-team'
    const silent = await withoutResponse(tx, of)
    const owed = await clocksOwedToChildren(tx, { of, rules: [RETURN_OFFER], most: 200 })
    const notReady = of === 'beside-me' ? await withoutReady(tx) : undefined
    const shown = [...open, ...silent, ...(notReady ?? [])].map((line) => line.childId)
    show([
      ...new Set([...shown, ...owed.clocks.map(({ clock }) => trustedId<'child'>(clock.childId))]),
    ])
    const page = {
      title: 'Looking for',
      open: open.map((line) => searchLine(line, now, may(actor.role, 'missing.write'))),
      owed: owed.clocks.map(({ clock, knownAs }) => ({
        name: knownAs,
        href: `/children/${clock.childId}/missing`,
        detail: clockLine(clock, now).stands,
        action: { text: 'When they were missing', href: `/children/${clock.childId}/missing` },
      })),
      notReady: notReady?.map(notReadyLine),
      silent: silent.map((line) => silentLine(line, may(actor.role, 'missing.write'))),
    }
    return {
      kind: 'view',
      template: 'domains/missing/search-board/search-board.njk',
      model: { page },
    }
  },
}

function searchLine(line: Searched, now: Date, mayWrite: boolean) {
  const here = `/children/${line.childId}/missing/${line.id}`
  const detail = [
    `Since ${londonDayAndTime(line.missingSince)}`,
    line.policeReference ? 'police reference written down' : 'no police reference yet',
    lookInWords(line, now),
    ...(line.proposed ? ['somebody proposes to close it: another person answers'] : []),
  ].join('; ')
  const look = { text: 'Look at the search', href: `${here}/review` }
  const read = { text: 'Read it', href: here }
  return { name: line.knownAs, href: here, detail, action: mayWrite ? look : read }
}

function lookInWords({ reviewedAt, reviewDue }: Searched, now: Date): string {
  const last = reviewedAt ? `looked at ${londonDayAndTime(reviewedAt)}` : 'not looked at yet'
  if (!reviewDue) return last
  const due = londonDayAndTime(reviewDue)
  return reviewDue <= now
    ? `${last}, a look was owed by ${due}`
    : `${last}, the next look is owed by ${due}`
}

function notReadyLine({ childId, knownAs }: NotReady) {
  const href = `/children/${childId}/missing/ready`
  return {
    name: knownAs,
    href: `/children/${childId}/missing`,
    detail: 'Nobody has written it with them yet',
    action: { text: 'Write it with them', href },
  }
}

function silentLine(line: NoResponse, mayWrite: boolean) {
  const here = `/children/${line.childId}/missing/${line.id}`
  const since = `Missing since ${londonDayAndTime(line.missingSince)}`
  return {
    name: line.knownAs,
    href: here,
    detail: line.endedAt
      ? `${since}, until ${londonDayAndTime(line.endedAt)}`
      : `${since}, not found yet`,
    action: mayWrite
      ? { text: 'Write what was done', href: `${here}/response` }
      : { text: 'Read it', href: here },
  }
}
