/** What a child was told of a referral, and what they say of it. Words of staff pages. */

export const TOLD = {
  yes: 'Told',
  partly: 'Told in part',
  not_yet: 'Not told yet',
} as const
export const WANTS = {
  wants_it: 'They want it',
  does_not_want_it: 'They do not want it',
  not_sure: 'They are not sure',
} as const
export const WANTS_REASONS = {
  not_asked_yet: 'Nobody has asked them yet',
  rather_not_say: 'They would rather not say',
  could_not_be_asked: 'They could not be asked',
} as const
export const SAID = { ...WANTS, ...WANTS_REASONS }
