/** Where a child lives, who lives there, and what makes a place right for them. Pure. */
import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'

export const PLACE_KINDS = {
  foster: 'Foster home',
  family_or_friends: 'With family or friends',
  supported_lodgings: 'Supported lodgings',
  supported_accommodation: 'Supported accommodation',
  childrens_home: 'Children’s home',
  secure: 'Secure children’s home',
  shared_house: 'Shared house',
  hotel: 'Hotel or bed and breakfast',
  own_tenancy: 'A place of their own',
  other: 'Another kind of home',
} as const
export type PlaceKind = keyof typeof PLACE_KINDS

/** Where a child may live: the kinds of places, and with their parents. */
export const HOME_KINDS = { ...PLACE_KINDS, parents: 'With parents' } as const
export type HomeKind = keyof typeof HOME_KINDS

export const FOOTINGS = {
  looked_after: 'The council looks after them',
  care_leaver: 'They have left care, and the council provides it',
  family: 'It is their family’s home',
  other: 'Another footing',
} as const
export type Footing = keyof typeof FOOTINGS

export const ENDED_WHY = {
  planned: 'A move that was planned with them',
  their_wish: 'They wished to move',
  place_ended_it: 'The home ended it',
  not_safe: 'It was not safe for them',
  place_closed: 'The home closed',
  next_step: 'A next step, as living alone',
  went_missing: 'They went missing, and the home was not kept',
  other: 'Another reason',
} as const
export type EndedWhy = keyof typeof ENDED_WHY

export const NIGHT = {
  awake: 'Somebody is awake',
  sleeping_in: 'Somebody sleeps in the house',
  on_call: 'Somebody can be called, from elsewhere',
  none: 'Nobody',
  not_known: 'Not known',
} as const
export type Night = keyof typeof NIGHT

export const SPECIALIST = {
  after_exploitation: 'After exploitation',
  alone_in_the_country: 'Alone in the country',
  with_a_baby: 'With a baby',
  brothers_and_sisters: 'Brothers and sisters together',
  mental_health: 'Mental health',
  disability: 'Disability',
} as const
export type Specialist = keyof typeof SPECIALIST

export const ACCESS = {
  step_free: 'No steps',
  wide_doors: 'Wide doors',
  adapted_bathroom: 'An adapted bathroom',
  alarm_seen: 'An alarm that is seen as well as heard',
  quiet_room: 'A quiet room',
} as const
export type Access = keyof typeof ACCESS

export const RUN_BY = {
  council: 'The council or trust',
  agency: 'An agency',
  charity: 'A charity',
  other: 'Somebody else',
} as const
export type RunBy = keyof typeof RUN_BY

export const CARER_PARTS = {
  foster_carer: 'Foster carer',
  lodgings_host: 'Host of supported lodgings',
  key_worker: 'Key worker in the home',
  night_worker: 'There at night',
  other: 'Another part',
} as const
export type CarerPart = keyof typeof CARER_PARTS

export const RELATIONS = {
  carer: 'Cares for them',
  carers_family: 'Family of whoever cares for them',
  own_family: 'Their own family',
  staff: 'Works there',
  unrelated: 'Not related to them, and does not care for them',
  not_known: 'Not known',
} as const
export type Relation = keyof typeof RELATIONS

export const SHARES = {
  bedroom: 'The bedroom',
  bathroom: 'The bathroom',
  kitchen: 'The kitchen or living room',
  building: 'The building only',
} as const
export type Share = keyof typeof SHARES

export const CHECKED = { yes: 'Yes', no: 'No', not_known: 'Not known' } as const
export type Checked = keyof typeof CHECKED

export const ADULT_ANSWERS = {
  child_moves: 'The child moves',
  adult_leaves: 'The adult leaves',
  apart_in_the_building: 'They live apart in the building, with doors that lock',
  stays_for_now: 'It stays as it is for now',
} as const
export type AdultAnswer = keyof typeof ADULT_ANSWERS

/** An answer, or why there is none. */
export const FOUND_OUT = {
  yes: 'Yes',
  in_part: 'In part',
  no: 'No',
  not_seen: 'Not seen',
  not_asked: 'Not asked',
  not_told: 'They would rather not say',
  not_for_them: 'Does not matter for them',
} as const
export type FoundOut = keyof typeof FOUND_OUT

/** What a check asks, in its order. */
export const CHECK_ASKS = {
  own_room: 'Do they have a room of their own?',
  lock: 'Can they lock it, and keep things safe?',
  phone: 'Can they speak on the phone with nobody listening?',
  wash: 'Can they wash and use the toilet behind a door that locks?',
  visitors: 'Can they meet somebody alone, as a lawyer or advocate?',
  access: 'Does it fit what they need to get about, see, hear and be calm?',
  adults: 'Is every adult who lives or stays there written down?',
} as const
export type CheckAsk = keyof typeof CHECK_ASKS
export const CHECK_ORDER: readonly CheckAsk[] = [
  'own_room',
  'lock',
  'phone',
  'wash',
  'visitors',
  'access',
  'adults',
]

export const SEEN_ALONE = {
  yes: 'Yes',
  no: 'No',
  they_said_no: 'They did not want to be',
} as const
export type SeenAlone = keyof typeof SEEN_ALONE

export const NO_VIEW = {
  not_asked: 'Nobody asked them yet',
  said_no: 'They were asked and chose not to say',
  not_there: 'They were not there',
  no_interpreter: 'There was no interpreter',
} as const
export type NoView = keyof typeof NO_VIEW

export const FOUND = {
  right: 'Right for them',
  right_if: 'Right for them, once something is put right',
  not_right: 'Not right for them',
  not_decided: 'Not decided yet',
} as const
export type Found = keyof typeof FOUND

/** An adult with whom a child must not share a home unseen: not related and not a carer, or nobody knows. */
export const isUnrelated = (relation: Relation): boolean =>
  relation === 'unrelated' || relation === 'not_known'

export type LivesThere = {
  readonly relation: Relation
  readonly untilOn: CalendarDay | undefined
  readonly again: CalendarDay | undefined
}

/** Whether a manager has to look: never looked at, or the day to look again has come. */
export const waitsForManager = (adult: LivesThere, today: CalendarDay): boolean =>
  adult.untilOn === undefined &&
  isUnrelated(adult.relation) &&
  (adult.again === undefined || adult.again <= today)

export type Gap = {
  /** Undefined: nobody who cares in this place is written down. */
  readonly carer: string | undefined
  readonly called: string
  /** The last day on which it held; undefined when it was never learnt. */
  readonly lapsedOn: CalendarDay | undefined
}

/** A gap in words: who does not know what, since when. */
export function gapInWords(gap: Gap, day: (on: CalendarDay) => string): string {
  if (gap.carer === undefined) return gap.called
  const what = `${gap.carer}: ${gap.called}`
  return gap.lapsedOn
    ? `${what}, which held until ${day(gap.lapsedOn)}`
    : `${what}, which they have not learnt`
}

/** The same day some months on; the last of the month where there is no such day. */
export function monthsOn(day: CalendarDay, months: number): CalendarDay {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(y, m - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(d, last))
  const found = calendarDay(first.toISOString().slice(0, 10))
  if (!found) throw new Error(`There is no day ${months} months after ${day}`)
  return found
}
