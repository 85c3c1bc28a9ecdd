import { listOf, textOf } from '#platform/http/fields.ts'
import {
  CHANNELS,
  type Channel,
  DAYS,
  type Hours,
  looksLikeEmail,
  NOTICE_REASONS,
  type Said,
  STATES,
  telephone,
  type Voice,
  type Wish,
} from './contact.rules.ts'

type Form = Readonly<Record<string, unknown>>

/** What is wrong, as a code: each kind of page has its own sentence for it. */
export type ContactProblem = {
  readonly field: string
  readonly code:
    | 'choose-channel'
    | 'enter-address'
    | 'not-a-number'
    | 'not-an-email'
    | 'choose-state'
    | 'both-times'
    | 'not-a-time'
    | 'too-long'
    | 'choose-who-said'
    | 'enter-who-said'
    | 'choose-way'
    | 'choose-reason'
}

export type ReadForm<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly ContactProblem[] }

const MOST: Readonly<Record<string, number>> = {
  address: 300,
  code_word: 100,
  who_may_answer: 300,
  note: 1000,
  said_by_name: 200,
}

const trimmed = (form: Form, name: string): string => textOf(form, name).trim()

const tooLong = (form: Form, names: readonly string[]): readonly ContactProblem[] =>
  names
    .filter((name) => trimmed(form, name).length > (MOST[name] ?? 0))
    .map((field) => ({ field, code: 'too-long' }))

/** One way to reach somebody: a channel and where it leads. */
export function readWay(
  form: Form,
): ReadForm<{ readonly channel: Channel; readonly address: string }> {
  const channel = CHANNELS.find((c) => c === textOf(form, 'channel'))
  const typed = trimmed(form, 'address')
  const address = channel && addressFor(channel, typed)
  const problems: readonly ContactProblem[] = [
    ...(channel ? [] : [{ field: 'channel', code: 'choose-channel' } as const]),
    ...(typed === '' ? [{ field: 'address', code: 'enter-address' } as const] : []),
    ...tooLong(form, ['address']),
  ]
  if (problems.length > 0 || !channel) return { ok: false, problems }
  if (address === undefined) {
    const code = channel === 'email' ? 'not-an-email' : 'not-a-number'
    return { ok: false, problems: [{ field: 'address', code }] }
  }
  return { ok: true, value: { channel, address } }
}

function addressFor(channel: Channel, typed: string): string | undefined {
  if (channel === 'call' || channel === 'text') return telephone(typed)
  if (channel === 'email') return looksLikeEmail(typed) ? typed : undefined
  return typed
}

/** 9, 9:30, 09.30 and 0930 are times as people write them. */
export function timeOfDay(text: string): string | undefined {
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text)
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? 0)]
  if (!found || hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

type Times = { readonly hours: Hours | undefined; readonly problems: readonly ContactProblem[] }

function readTimes(form: Form, names: readonly [string, string]): Times {
  const [typedFrom, typedUntil] = [trimmed(form, names[0]), trimmed(form, names[1])]
  if (typedFrom === '' && typedUntil === '') return { hours: undefined, problems: [] }
  const [from, until] = [timeOfDay(typedFrom), timeOfDay(typedUntil)]
  if (from !== undefined && until !== undefined) return { hours: { from, until }, problems: [] }
  const field = from === undefined ? names[0] : names[1]
  const empty = typedFrom === '' || typedUntil === ''
  return { hours: undefined, problems: [{ field, code: empty ? 'both-times' : 'not-a-time' }] }
}

/** What a voice says of a way, said now. */
export function readSaid(form: Form, voice: Voice, now: Date): ReadForm<Said> {
  const state = STATES.find((s) => s === textOf(form, 'state'))
  const times = readTimes(form, ['from', 'until'])
  const who = voice === 'young_person' ? THEMSELVES : readWhoSaid(form)
  const problems: readonly ContactProblem[] = [
    ...(state ? [] : [{ field: 'state', code: 'choose-state' } as const]),
    ...times.problems,
    ...tooLong(form, ['code_word', 'who_may_answer', 'note', 'said_by_name']),
    ...who.problems,
  ]
  if (problems.length > 0 || !state) return { ok: false, problems }
  const text = (name: string) => trimmed(form, name) || undefined
  return {
    ok: true,
    value: {
      voice,
      state,
      days: daysIn(form),
      hours: times.hours,
      codeWord: text('code_word'),
      whoMayAnswer: text('who_may_answer'),
      note: text('note'),
      saidBy: who.saidBy,
      saidByName: who.name,
      confirmedAt: now,
    },
  }
}

/** All seven days are any day. */
function daysIn(form: Form): Said['days'] {
  const days = DAYS.filter((d) => listOf(form, 'days').includes(d))
  return days.length === DAYS.length ? [] : days
}

type Who = {
  readonly saidBy: Said['saidBy']
  readonly name: string | undefined
  readonly problems: readonly ContactProblem[]
}

const THEMSELVES: Who = { saidBy: 'young_person', name: undefined, problems: [] }

function readWhoSaid(form: Form): Who {
  const said = textOf(form, 'said_by')
  if (said === 'young_person') return THEMSELVES
  const name = trimmed(form, 'said_by_name') || undefined
  if (said !== 'somebody_else') {
    return { ...THEMSELVES, problems: [{ field: 'said_by', code: 'choose-who-said' }] }
  }
  return {
    saidBy: 'somebody_else',
    name,
    problems: name ? [] : [{ field: 'said_by_name', code: 'enter-who-said' }],
  }
}

/** Whether the young person wants to be told that something is new, and how. */
export function readWish(
  form: Form,
  ways: readonly { readonly id: string }[],
  language: string,
): ReadForm<Wish> {
  const wanted = textOf(form, 'wanted') === 'yes'
  const way = ways.find((w) => w.id === textOf(form, 'way'))
  const reasons = NOTICE_REASONS.filter((r) => listOf(form, 'reasons').includes(r))
  const times = readTimes(form, ['quiet_from', 'quiet_until'])
  const problems: readonly ContactProblem[] = [
    ...(wanted && !way ? [{ field: 'way', code: 'choose-way' } as const] : []),
    ...(wanted && reasons.length === 0
      ? [{ field: 'reasons', code: 'choose-reason' } as const]
      : []),
    ...times.problems,
  ]
  if (problems.length > 0) return { ok: false, problems }
  const quiet = times.hours ?? QUIET
  return { ok: true, value: { wanted, wayId: way?.id, reasons, quiet, language } }
}

/** When nothing is said: the night is quiet. */
export const QUIET: Hours = { from: '21:00', until: '08:00' }
