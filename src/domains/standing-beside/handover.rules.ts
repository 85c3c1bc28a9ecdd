/** Goodbye and hello: a meeting before somebody leaves, or why there is none and when it is tried again. Pure. */
import type { CalendarDay } from '#kernel/calendar-day.ts'

export const MEETINGS = {
  planned: 'It is planned for that day',
  met: 'They met',
  not_wanted: 'The young person does not want to',
  not_possible: 'It is not possible now',
} as const
export type Meeting = keyof typeof MEETINGS

export const NEXT = {
  somebody: 'Somebody comes after them',
  nobody_yet: 'Nobody is found yet',
  nobody_needed: 'Nobody is needed after them, and the young person knows it',
} as const
export type Next = keyof typeof NEXT

/** Parts that end without a goodbye of their own: nobody the young person leans on. */
const WITHOUT_GOODBYE: ReadonlySet<string> = new Set(['other', 'reviewing_officer'])
export const asksForGoodbye = (part: string): boolean => !WITHOUT_GOODBYE.has(part)

export type Handover = {
  readonly id: string
  readonly allocationId: string
  readonly goodbye: Meeting
  readonly goodbyeOn: CalendarDay
  readonly goodbyeWhere: string | undefined
  readonly goodbyeBecause: string | undefined
  readonly goodbyeAgainOn: CalendarDay | undefined
  readonly next: Next
  readonly nextId: string | undefined
  readonly nextName: string | undefined
  readonly nextBy: CalendarDay | undefined
  readonly hello: Meeting | undefined
  readonly helloOn: CalendarDay | undefined
  readonly helloWhere: string | undefined
  readonly helloBecause: string | undefined
  readonly helloAgainOn: CalendarDay | undefined
  readonly toldOn: CalendarDay | undefined
  readonly words: string | undefined
  readonly wordsLanguage: string
  readonly version: number
}

export type Refusal = 'no-goodbye' | 'goodbye-still-planned' | 'not-told'

/** Why somebody may not be ended yet. The database says the same of the first two. */
export function refuseEnd(part: string, handover: Handover | undefined): Refusal | undefined {
  if (!asksForGoodbye(part)) return undefined
  if (!handover) return 'no-goodbye'
  if (handover.goodbye === 'planned') return 'goodbye-still-planned'
  return handover.toldOn ? undefined : 'not-told'
}

export const REFUSALS: Readonly<Record<Refusal, string>> = {
  'no-goodbye':
    'Write down the goodbye and the hello first: when they meet, or why they do not and when it is tried again',
  'goodbye-still-planned': 'The goodbye is still planned. Say what became of it first, then end it',
  'not-told': 'Tell the young person first, and write down the day you told them',
}

export type OpenPoint = { readonly what: string; readonly on: CalendarDay }

/** What is still to be done of a goodbye and a hello, each with its day. */
export function openPoints(h: Handover): readonly OpenPoint[] {
  const goodbye = pointOf(h.goodbye, h.goodbyeOn, h.goodbyeAgainOn)
  const hello = h.hello && h.helloOn && pointOf(h.hello, h.helloOn, h.helloAgainOn)
  return [
    ...(goodbye ? [{ what: WHAT[`goodbye-${goodbye.kind}`], on: goodbye.on }] : []),
    ...(hello
      ? [{ what: `${WHAT[`hello-${hello.kind}`]} ${h.nextName ?? ''}`.trim(), on: hello.on }]
      : []),
    ...(h.nextBy ? [{ what: 'Nobody is found yet who comes after', on: h.nextBy }] : []),
  ]
}

const WHAT = {
  'goodbye-planned': 'They meet to say goodbye',
  'goodbye-again': 'Try again for a goodbye',
  'hello-planned': 'They meet for the first time:',
  'hello-again': 'Try again for a first meeting with',
} as const

function pointOf(
  meeting: Meeting,
  on: CalendarDay,
  again: CalendarDay | undefined,
): { readonly kind: 'planned' | 'again'; readonly on: CalendarDay } | undefined {
  if (meeting === 'planned') return { kind: 'planned', on }
  return meeting === 'not_possible' && again ? { kind: 'again', on: again } : undefined
}
