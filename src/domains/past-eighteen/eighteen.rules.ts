/** The way past eighteen: from which age what is owed, and where help could end with nobody to go on. Pure. */
import { type CalendarDay, inWords } from '#kernel/calendar-day.ts'

/** From sixteen on an assessment is owed. */
export const BEGINS_MONTHS = 16 * 12
/** From seventeen and a half, a plan without somebody to own it afterwards is shown to whoever is beside them. */
export const ALERT_MONTHS = 17 * 12 + 6
export const EIGHTEEN_MONTHS = 18 * 12
/** Support after care is offered until this age in every nation we know of, and later in one. */
export const UNTIL_MONTHS = 25 * 12

export const ADULT_PARTS = {
  personal_adviser: 'Personal adviser',
  social_care: 'Social care for adults',
  mental_health: 'Mental health for adults',
  health: 'Health',
  housing: 'Housing',
  support: 'A support service',
  legal: 'Legal help',
  other: 'Something else',
} as const

export const HELP = {
  somebody_beside: 'Somebody beside them',
  home: 'Home',
  money: 'Money',
  health: 'Health',
  mental_health: 'Mental health',
  learning: 'Learning',
  work: 'Work',
  legal: 'Legal help',
  support: 'Support',
} as const

/** Why there are no words of theirs. */
export const NOT_SAID = {
  not_asked_yet: 'Nobody asked them yet',
  did_not_want_to: 'They were asked, and chose not to say',
  could_not_reach: 'We could not reach them',
  no_interpreter: 'There was no interpreter in their language',
} as const

export const WISHES = {
  meet: 'They want to meet',
  rather_not: 'They would rather not meet',
  somebody_else: 'They want somebody else',
} as const
export type Wish = keyof typeof WISHES

type Span = { readonly earliest: CalendarDay; readonly latest: CalendarDay }
type Ending = { readonly called: string; readonly owedBy: string; readonly ends: Span }

/** What the law lets end, in a sentence with its day. The birthday ends it, and nothing of theirs. */
export const endsInWords = ({ called, owedBy, ends }: Ending): string =>
  `${called}: by law until ${spanInWords(ends)}. Owed until then by: ${owedBy}.`

export const spanInWords = ({ earliest, latest }: Span): string =>
  earliest === latest ? inWords(earliest) : `between ${inWords(earliest)} and ${inWords(latest)}`

export type Adult = {
  readonly handedOverOn: CalendarDay | undefined
  readonly endedOn: CalendarDay | undefined
  readonly meetings: readonly { readonly metOn: CalendarDay }[]
  readonly wishes: readonly { readonly wish: Wish }[]
}

/** Whether something may be handed over to somebody on that day. The database asks the same (adult_was_met). */
export function mayTakeOver(adult: Pick<Adult, 'meetings' | 'wishes'>, on: CalendarDay): boolean {
  return adult.meetings.some((m) => m.metOn <= on) || adult.wishes[0]?.wish === 'rather_not'
}

export const NOT_MET =
  'They have not met yet. Write down the meeting, or that they would rather not meet, in their words'

/** Where the handover stands, in a sentence. */
export function standsInWords(adult: Adult): string {
  if (adult.endedOn) return `Ended on ${inWords(adult.endedOn)}.`
  if (adult.handedOverOn) return `Handed over on ${inWords(adult.handedOverOn)}.`
  const [last] = adult.wishes
  if (adult.meetings.length > 0) return 'They met. Nothing is handed over yet.'
  if (last?.wish === 'rather_not') return 'They would rather not meet, and that is kept.'
  if (last?.wish === 'somebody_else') return 'They want somebody else. Find out whom.'
  return 'They have not met yet. Nothing is handed over before.'
}
