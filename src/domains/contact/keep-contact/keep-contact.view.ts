import { londonDay, londonDayAndTime } from '#kernel/london-time.ts'
import type { Sends } from '#platform/http/page.ts'
import type { Child } from '#domains/children/index.ts'
import { holdsUntil, masked, type Said, safetyOf } from '../contact.rules.ts'
import {
  CHANNEL_WORDS,
  noticeInWords,
  REASON_WORDS,
  safetyInWords,
  STATE_WORDS,
  timesInWords,
} from '../contact-words.rules.ts'
import type { KeptWay, Stop } from '../contact.queries.ts'
import type { KeptWish, SentNotice } from '../notice.queries.ts'

export type OnContact = {
  readonly child: Child
  readonly ways: readonly KeptWay[]
  readonly stops: readonly Stop[]
  readonly days: number
  readonly now: Date
}

export type VoiceLine = {
  readonly who: string
  readonly state: string
  readonly details: readonly string[]
}

export type WayLine = {
  readonly id: string
  readonly what: string
  /** Enough of the address to tell it from another. */
  readonly hint: string
  readonly safety: string
  readonly open: boolean
  readonly voices: readonly VoiceLine[]
}

/** One way: whether and how it is safe first, then both voices. The address is not here. */
export function wayLine(way: KeptWay, on: OnContact): WayLine {
  const safety = safetyOf(way.voices, on.days, on.now)
  return {
    id: way.id,
    what: CHANNEL_WORDS[way.channel],
    hint: masked(way.channel, way.address),
    safety: safetyInWords(safety, on.days),
    open: on.stops.length === 0 && safety.state !== 'do_not_use',
    voices: way.voices.map((said) => voiceLine(said, on)),
  }
}

function voiceLine(said: Said, on: OnContact): VoiceLine {
  const until = holdsUntil(said, on.days)
  const old = until !== undefined && until.getTime() <= on.now.getTime()
  const told = said.saidBy === 'young_person' ? on.child.knownAs : (said.saidByName ?? 'somebody')
  return {
    who: said.voice === 'young_person' ? `${on.child.knownAs} says` : 'Staff wrote',
    state: STATE_WORDS[said.state],
    details: [
      timesInWords(said),
      said.codeWord && `Code word: ${said.codeWord}`,
      said.whoMayAnswer && `Who may answer: ${said.whoMayAnswer}`,
      said.note,
      said.voice === 'staff' ? `Told by ${told}` : undefined,
      `Said on ${londonDay(said.confirmedAt)}`,
      until &&
        (old ? `No longer counts since ${londonDay(until)}` : `Counts until ${londonDay(until)}`),
    ].filter((line): line is string => line !== undefined && line !== ''),
  }
}

export const stopInWords = (stop: Stop, knownAs: string): string =>
  stop.voice === 'young_person'
    ? `${knownAs} stopped all contact on ${londonDayAndTime(stop.at)}`
    : `${stop.byName ?? 'A worker'} stopped all contact on ${londonDayAndTime(stop.at)}`

export type ContactView = {
  readonly title: string
  readonly childId: string
  readonly knownAs: string
  readonly here: string
  readonly mayWrite: boolean
  readonly stops: readonly string[]
  readonly stoppedByStaff: boolean
  readonly stoppedByThem: boolean
  readonly ways: readonly WayLine[]
  readonly days: number
  readonly notices: NoticesView
}

export type NoticesView = {
  /** Said plainly when nothing can leave. */
  readonly nothing: string | undefined
  readonly wish: string
  readonly lines: readonly { readonly day: string; readonly what: string }[]
}

export function contactView(
  on: OnContact,
  given: {
    readonly mayWrite: boolean
    readonly sends: Sends
    readonly wish: KeptWish | undefined
    readonly notices: readonly SentNotice[]
  },
): ContactView {
  const { child, stops } = on
  return {
    title: 'How to reach them',
    childId: child.id,
    knownAs: child.knownAs,
    here: `/children/${child.id}/contact`,
    mayWrite: given.mayWrite,
    stops: stops.map((stop) => stopInWords(stop, child.knownAs)),
    stoppedByStaff: stops.some((s) => s.voice === 'staff'),
    stoppedByThem: stops.some((s) => s.voice === 'young_person'),
    ways: on.ways.map((way) => wayLine(way, on)),
    days: on.days,
    notices: {
      nothing: nothingSent(given.sends),
      wish: wishInWords(given.wish, child.knownAs),
      lines: given.notices.map((n) => ({ day: londonDayAndTime(n.at), what: noticeInWords(n) })),
    },
  }
}

function nothingSent(sends: Sends): string | undefined {
  if (sends.email && sends.text) return undefined
  if (!sends.email && !sends.text) {
    return 'Nothing is sent from here. Neither a mail service nor a text service is set up, so no notice reaches anybody.'
  }
  return sends.email
    ? 'No text service is set up here, so notices leave by e-mail only.'
    : 'No mail service is set up here, so notices leave by text only.'
}

function wishInWords(wish: KeptWish | undefined, knownAs: string): string {
  if (!wish?.wanted)
    return `${knownAs} has not asked to be told when something is new. Only they can switch it on.`
  const about = wish.reasons.map((r) => REASON_WORDS[r]).join(', ')
  return `${knownAs} wants to be told of ${about}. Nothing is sent from ${wish.quiet.from} until ${wish.quiet.until}.`
}
