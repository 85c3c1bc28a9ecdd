/** Whether and how it is safe to reach a young person, from what both voices said. Pure. */

export const CHANNELS = ['call', 'text', 'email', 'post', 'in_person', 'through_somebody'] as const
export type Channel = (typeof CHANNELS)[number]

/** From open to shut: of two voices, the later one in this order counts. */
export const STATES = ['safe', 'no_message', 'ask_first', 'do_not_use'] as const
export type State = (typeof STATES)[number]

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Day = (typeof DAYS)[number]

export type Voice = 'young_person' | 'staff'

/** A stretch of a day by the clock in London, as 09:00 to 17:30. It may run over midnight. */
export type Hours = { readonly from: string; readonly until: string }

/** What one voice says of one way. */
export type Said = {
  readonly voice: Voice
  readonly state: State
  /** None named: any day. */
  readonly days: readonly Day[]
  readonly hours: Hours | undefined
  readonly codeWord: string | undefined
  readonly whoMayAnswer: string | undefined
  readonly note: string | undefined
  readonly saidBy: 'young_person' | 'somebody_else'
  readonly saidByName: string | undefined
  readonly confirmedAt: Date
}

/** What counts now for one way. */
export type Safety = {
  readonly state: State
  /** Nobody has said anything of it, or a "safe" has grown old. */
  readonly because: 'said' | 'nobody_said' | 'too_old'
  readonly days: readonly Day[]
  /** All of these stretches have to hold. */
  readonly hours: readonly Hours[]
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Until when a "safe" holds. A warning holds until somebody says otherwise. */
export function holdsUntil(said: Said, days: number): Date | undefined {
  if (said.state !== 'safe' && said.state !== 'no_message') return undefined
  return new Date(said.confirmedAt.getTime() + days * DAY_MS)
}

const isOld = (said: Said, days: number, now: Date): boolean => {
  const until = holdsUntil(said, days)
  return until !== undefined && until.getTime() <= now.getTime()
}

/**
 * Both voices are kept and the safer one counts. What was called safe too long ago means "ask first";
 * a way of which nobody has said anything means the same.
 */
export function safetyOf(voices: readonly Said[], days: number, now: Date): Safety {
  if (voices.length === 0)
    return { state: 'ask_first', because: 'nobody_said', days: [], hours: [] }
  const counted = voices.map((said) => ({
    said,
    old: isOld(said, days, now),
    state: isOld(said, days, now) ? ('ask_first' as const) : said.state,
  }))
  const worst = Math.max(...counted.map((c) => STATES.indexOf(c.state)))
  const state = STATES[worst] ?? 'do_not_use'
  const deciding = counted.filter((c) => c.state === state)
  return {
    state,
    because: deciding.every((c) => c.old) ? 'too_old' : 'said',
    days: DAYS.filter((day) => voices.every((v) => v.days.length === 0 || v.days.includes(day))),
    hours: voices.flatMap((v) => v.hours ?? []),
  }
}

/** A moment by the clock in London. */
export type Moment = { readonly day: Day; readonly clock: string }

/** Whether a clock time lies within a stretch. One that begins and ends at the same time is the whole day. */
export function within(hours: Hours, clock: string): boolean {
  const { from, until } = hours
  if (from === until) return true
  return from < until ? clock >= from && clock < until : clock >= from || clock < until
}

/** Whether these times allow it at that moment. */
export const isTimeFor = (safety: Safety, at: Moment): boolean =>
  safety.days.includes(at.day) && safety.hours.every((h) => within(h, at.clock))

// ---- what the product itself sends

export const NOTICE_REASONS = ['reply', 'calendar', 'check_in', 'suggestion', 'other'] as const
export type NoticeReason = (typeof NOTICE_REASONS)[number]

export type Wish = {
  readonly wanted: boolean
  readonly wayId: string | undefined
  readonly reasons: readonly NoticeReason[]
  readonly quiet: Hours
  readonly language: string
}

export type Way = {
  readonly id: string
  readonly channel: Channel
  readonly address: string
  readonly voices: readonly Said[]
}

export type Decision =
  | { readonly kind: 'send'; readonly channel: 'text' | 'email'; readonly to: string }
  | { readonly kind: 'not-now' }
  | {
      readonly kind: 'never'
      readonly why: 'contact_stopped' | 'not_wanted' | 'not_safe' | 'not_confirmed'
    }

type Leaving = {
  readonly stopped: boolean
  readonly wish: Wish | undefined
  readonly reason: NoticeReason
  readonly way: Way | undefined
  readonly days: number
  readonly now: Date
  readonly at: Moment
}

/** Whether a notice may leave at this moment: asked when it is sent, never when it is queued. */
export function mayLeave(given: Leaving): Decision {
  const { wish, way } = given
  if (given.stopped) return { kind: 'never', why: 'contact_stopped' }
  const wanted = wish?.wanted && wish.reasons.includes(given.reason)
  if (!wanted || !way) return { kind: 'never', why: 'not_wanted' }
  if (way.channel !== 'text' && way.channel !== 'email') return { kind: 'never', why: 'not_wanted' }
  return leavesBy(given, wish, { ...way, channel: way.channel })
}

function leavesBy(
  given: Leaving,
  wish: Wish,
  way: Way & { readonly channel: 'text' | 'email' },
): Decision {
  const safety = safetyOf(way.voices, given.days, given.now)
  // A text or an e-mail is a message left behind: where none may be left, none is sent.
  if (safety.state !== 'safe') {
    return { kind: 'never', why: safety.because === 'said' ? 'not_safe' : 'not_confirmed' }
  }
  const quiet = within(wish.quiet, given.at.clock)
  if (quiet || !isTimeFor(safety, given.at)) return { kind: 'not-now' }
  return { kind: 'send', channel: way.channel, to: way.address }
}

const MINUTE = 60 * 1000
const WAITS = [1, 5, 30, 120, 720]

/** When to try again after so many tries that a service turned away; undefined when it is given up. */
export function nextTry(tries: number, now: Date): Date | undefined {
  const wait = WAITS[tries - 1]
  return wait === undefined ? undefined : new Date(now.getTime() + wait * MINUTE)
}

/** When to look again at a notice whose time has not come. */
export const lookAgain = (now: Date): Date => new Date(now.getTime() + 10 * MINUTE)

// ---- showing an address

/** Enough to tell two numbers apart, and too little to use one. */
export function masked(channel: Channel, address: string): string {
  if (channel === 'call' || channel === 'text')
    return `ends in ${address.replaceAll(/\D/g, '').slice(-2)}`
  if (channel === 'email') return `begins with ${address.slice(0, 1)}`
  return ''
}

/** A telephone number as services take it: digits, and a plus where it was given. Undefined when it is not one. */
export function telephone(text: string): string | undefined {
  const digits = text.replaceAll(/[\s().-]/g, '')
  return /^\+?\d{7,15}$/.test(digits) ? digits : undefined
}

export const looksLikeEmail = (text: string): boolean =>
  text.length <= 254 && /^[^\s@<>"',;:]+@[^\s@<>"',;:]+\.[^\s@<>"',;:]+$/.test(text)
