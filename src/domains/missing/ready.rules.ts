import { type CalendarDay, inWords } from '#kernel/calendar-day.ts'

/** Part one, kept ready beforehand: what it asks, and with whom it was written. */
export const READY_PARTS = {
  looks: { label: 'What they look like', most: 2000 },
  photo: { label: 'Where another photo of now is kept, and who gives it to the police', most: 500 },
  friends: { label: 'Friends, and people they go to', most: 2000 },
  places: { label: 'Places they like or know', most: 2000 },
  phone: { label: 'Their phone', most: 500 },
  online: { label: 'Where they are online, and under what name', most: 1000 },
  money: { label: 'Money and cards they can use', most: 1000 },
  travels: { label: 'How they get about', most: 1000 },
  medical: { label: 'Medicine, allergies and health', most: 2000 },
  helps: { label: 'What helps when somebody meets them', most: 2000 },
} as const
export type ReadyPart = keyof typeof READY_PARTS

export const PARTS_IN_ORDER: readonly ReadyPart[] = [
  'looks',
  'photo',
  'friends',
  'places',
  'phone',
  'online',
  'money',
  'travels',
  'medical',
  'helps',
]

export const WITH_CHILD = {
  together: 'Together with them',
  read_to_them: 'I wrote it and read it to them',
  did_not_want: 'They did not want to take part',
  not_yet: 'Not yet with them',
} as const
export type WithChild = keyof typeof WITH_CHILD

export const WITH_CARER = {
  yes: 'Yes',
  not_yet: 'Not yet',
  no_carer: 'There is no carer',
} as const
export type WithCarer = keyof typeof WITH_CARER

export const PHOTO_AGREED = {
  yes: 'They know of it and agree',
  not_asked: 'They have not been asked yet',
} as const
export type PhotoAgreed = keyof typeof PHOTO_AGREED

/** What changed around a child, which part one may not know of yet. */
export type Around = {
  /** Since when they live where they live, as far as a return has said. */
  readonly homeSince: CalendarDay | undefined
  /** Since when the newest of those beside them stands there. */
  readonly besideSince: CalendarDay | undefined
}

/** After so many months a description and a face are no longer those of now. */
const MONTHS = 6

/** Why part one is to be looked at again with the child: it moves with them, and must still be true where they are. */
export function whyLookAgain(
  lookedAt: CalendarDay,
  { homeSince, besideSince }: Around,
  today: CalendarDay,
): string | undefined {
  if (homeSince && homeSince > lookedAt) {
    return `They moved on ${inWords(homeSince)}, after this was looked at last. Look at it again with them: places, friends and ways about may be others now.`
  }
  if (besideSince && besideSince > lookedAt) {
    return `Somebody new stands beside them since ${inWords(besideSince)}. Read it, and look at it again with them.`
  }
  return isOld(lookedAt, today)
    ? 'It was looked at last more than six months ago. Look at it again with them.'
    : undefined
}

/** Whether a day lies more than six months back: of a text or a face, no longer now. */
export function isOld(day: CalendarDay, today: CalendarDay): boolean {
  const months = (of: CalendarDay) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7))
  const apart = months(today) - months(day)
  return apart > MONTHS || (apart === MONTHS && today.slice(8) > day.slice(8))
}
