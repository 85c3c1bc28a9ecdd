/** People, places, phones and vehicles around exploitation, in a restricted space. Nothing here ranks or scores. Pure. */

export const ENTRY_KINDS = {
  person: 'Person',
  place: 'Place',
  phone: 'Phone or account',
  vehicle: 'Vehicle',
} as const
export type EntryKind = keyof typeof ENTRY_KINDS

export const SURE = {
  seen: 'Seen by a professional',
  told: 'Told by somebody',
  thought: 'Thought, and not known',
} as const
export type Sure = keyof typeof SURE

export const TOLD = {
  told: 'They were told that it is kept',
  not_yet: 'Not yet',
  not_safe: 'Not now: telling them could put somebody in danger',
} as const
export type Told = keyof typeof TOLD
