/** How often somebody asks how things are, as the young person chose, once nobody stands beside them. Pure. */

export const OFTEN = ['never', 'month', 'quarter', 'half_year'] as const
export type Often = (typeof OFTEN)[number]

/** In months; nought is never. */
export const MONTHS: Readonly<Record<Often, number>> = {
  never: 0,
  month: 1,
  quarter: 3,
  half_year: 6,
}

export const OFTEN_WORDS: Readonly<Record<Often, string>> = {
  never: 'never',
  month: 'every month',
  quarter: 'every three months',
  half_year: 'twice a year',
}

/** As long as anything else that they write. */
export const MOST_WORDS = 5000

/** The one thing to do about it. */
export const SAY_WHO = 'Say who stands beside them again'
