/** Part one, kept ready beforehand: what it asks, and with whom it was written. */
export const READY_PARTS = {
  looks: { label: 'What they look like', most: 2000 },
  photo: { label: 'Where a photo of now is kept, and who gives it to the police', most: 500 },
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
