import { errorsOf, type Errors } from '#platform/http/form-problem.ts'
import { dayIn, type Frame, frameIn, say, sayMany } from '#domains/words/index.ts'
import type { ContactProblem } from '../contact.form.ts'
import {
  CHANNELS,
  DAYS,
  holdsUntil,
  type Said,
  safetyOf,
  STATES,
  type Voice,
} from '../contact.rules.ts'
import type { KeptWay, Stop } from '../contact.queries.ts'

export type OwnContact = {
  readonly language: string
  readonly ways: readonly KeptWay[]
  readonly stops: readonly Stop[]
  readonly days: number
  readonly now: Date
}

type SaidLine = {
  readonly who: string
  readonly state: string
  readonly details: readonly string[]
  /** Somebody's own words, which run their own way. */
  readonly words: readonly string[]
}

export type OwnWay = {
  readonly id: string
  readonly version: number
  readonly what: string
  readonly address: string
  /** What counts of both voices, now. */
  readonly counts: string
  readonly mine: SaidLine | undefined
  readonly theirs: SaidLine | undefined
  readonly href: string
  /** Whether "this is still right" makes sense: there is something of mine to say again. */
  readonly again: number | undefined
}

export type StopLine = { readonly text: string; readonly more: string | undefined }

export type OwnContactView = Frame & {
  readonly ways: readonly OwnWay[]
  readonly stops: readonly StopLine[]
  readonly stoppedByMe: boolean
  readonly oldIsAsk: string
}

/** How people reach me: what I say, what others wrote, what counts, and one press that stops it all. */
export function ownContactView(given: OwnContact): OwnContactView {
  const frame = frameIn(given.language, false, (w) => w.contact.title)
  return {
    ...frame,
    ways: given.ways.map((way) => ownWay(frame, way, given)),
    stops: given.stops.map((stop) => stopLine(frame, stop)),
    stoppedByMe: given.stops.some((s) => s.voice === 'young_person'),
    oldIsAsk: sayMany(frame, frame.w.contact.oldIsAsk, given.days),
  }
}

export function stopLine(frame: Frame, stop: Stop): StopLine {
  const w = frame.w.contact
  const day = dayIn(frame.language, stop.at)
  if (stop.voice === 'young_person') return { text: say(w.stopped, { day }), more: undefined }
  const name = stop.byName ?? w.somebody
  return { text: say(w.stoppedByStaff, { name, day }), more: say(w.staffDecide, { name }) }
}

export function ownWay(frame: Frame, way: KeptWay, given: OwnContact): OwnWay {
  const w = frame.w.contact
  const safety = safetyOf(way.voices, given.days, given.now)
  const because = { said: undefined, nobody_said: w.nobodySaid, too_old: w.tooOld }[safety.because]
  const line = (voice: Voice) => {
    const said = way.voices.find((v) => v.voice === voice)
    return said && saidLine(frame, said, given)
  }
  return {
    id: way.id,
    version: way.version,
    what: w.channels[way.channel],
    address: way.address,
    counts: because ?? w.safety[safety.state],
    mine: line('young_person'),
    theirs: line('staff'),
    href: `/me/contact/${way.id}`,
    again: way.versions.young_person || undefined,
  }
}

function saidLine(frame: Frame, said: Said, given: OwnContact): SaidLine {
  const w = frame.w.contact
  const until = holdsUntil(said, given.days)
  const old = until !== undefined && until.getTime() <= given.now.getTime()
  const times = [
    said.days.length > 0
      ? say(w.saying.onlyDays, { days: said.days.map((d) => w.days[d]).join(', ') })
      : undefined,
    said.hours && say(w.saying.onlyTimes, said.hours),
    until && (old ? w.tooOld : say(w.countsUntil, { day: dayIn(frame.language, until) })),
    said.saidByName && say(w.told, { name: said.saidByName }),
  ]
  return {
    who: said.voice === 'young_person' ? w.iSay : w.othersSay,
    state: w.safety[said.state],
    details: times.filter((line): line is string => line !== undefined && line !== ''),
    words: [
      said.codeWord && `${w.saying.codeWordIs}: ${said.codeWord}`,
      said.whoMayAnswer && `${w.saying.whoMayAnswer}: ${said.whoMayAnswer}`,
      said.note,
    ].filter((line): line is string => line !== undefined && line !== ''),
  }
}

export type Typed = Readonly<Record<string, unknown>>

type Choice = { readonly value: string; readonly text: string; readonly checked: boolean }

export type SayingView = Frame & {
  readonly heading: string
  readonly errors: Errors
  readonly way: OwnWay | undefined
  readonly channels: readonly Choice[]
  readonly states: readonly Choice[]
  readonly dayChoices: readonly Choice[]
  readonly values: Typed
  readonly version: number
  readonly changed: boolean
}

/** The form in which I give a way, or say whether one is safe. */
export function sayingView(given: {
  readonly contact: OwnContact
  readonly way: KeptWay | undefined
  readonly typed: Typed
  readonly version: number
  readonly problems: readonly ContactProblem[]
  readonly changed: boolean
}): SayingView {
  const { way, typed } = given
  const frame = frameIn(given.contact.language, false, (w) => w.contact.title)
  const w = frame.w.contact
  const choices = (
    name: string,
    codes: readonly string[],
    words: Readonly<Record<string, string>>,
  ) =>
    codes.map((code) => ({
      value: code,
      text: words[code] ?? code,
      checked: [typed[name]].flat().includes(code),
    }))
  return {
    ...frame,
    heading: way ? w.saying.sayTitle : w.saying.addTitle,
    errors: errorsOf(given.problems.map((p) => ({ field: p.field, text: problemIn(frame, p) }))),
    way: way && ownWay(frame, way, given.contact),
    channels: choices('channel', CHANNELS, w.channels),
    states: choices('state', STATES, w.safety),
    dayChoices: choices('days', DAYS, w.days),
    values: typed,
    version: given.version,
    changed: given.changed,
  }
}

export function problemIn(frame: Frame, problem: ContactProblem): string {
  const words: Readonly<Record<string, string>> = frame.w.contact.problems
  return words[problem.code] ?? frame.frame.thereIsAProblem
}
