import { inWords, calendarDay } from '#kernel/calendar-day.ts'

/** What an import does or would do, counted and said. Pure. */
export type Counts = {
  /** Children the header names, each once. */
  readonly children: number
  /** Records opened because the organisation held none. */
  readonly opened: number
  /** Records the organisation already held: changed and unchanged together. */
  readonly matched: number
  readonly changed: number
  readonly unchanged: number
  /** Rows, of any file, that were not used. */
  readonly refused: number
  /** Children named in the header whose own row was refused. */
  readonly childrenRefused: number
  /** Rows read, the refused among them. */
  readonly rows: number
}

/** Lines on one page of a preview. */
export const PAGE = 100

export type Warning = {
  readonly file: string
  readonly column: string
  readonly kind: string
  readonly count: number
  /** The first one, as a sentence. Names a row and quotes the value in question. */
  readonly first: string
}

/** What is kept of a return besides its rows. */
export type About = {
  readonly form: 'csv' | 'xml'
  readonly files: readonly { readonly kind: string; readonly name: string }[]
  readonly leftOut: readonly { readonly name: string; readonly why: string }[]
  readonly notes: readonly string[]
  readonly warnings: readonly Warning[]
  readonly rows: number
  readonly refused: number
  readonly children: number
  readonly childrenRefused: number
}

type Added = { readonly added?: number; readonly changed?: number }
type Born = { readonly born?: string; readonly before?: readonly string[] }

/** What would be written for one child, by what it is: `episodes`, `reviews`, `born`, `upn` … */
export type Changes = Readonly<Record<string, Added & Born>>

const THINGS: Readonly<Record<string, readonly [string, string]>> = {
  episodes: ['care episode', 'care episodes'],
  reviews: ['review', 'reviews'],
  missing: ['missing period', 'missing periods'],
  social_worker: ['social worker', 'social workers'],
  header: ['set of documented facts', 'sets of documented facts'],
  oc2: ['OC2 row', 'OC2 rows'],
  oc3: ['OC3 row', 'OC3 rows'],
  ad1: ['AD1 row', 'AD1 rows'],
  placed_adoption: ['adoption placement', 'adoption placements'],
  prev_perm: ['previous permanence row', 'previous permanence rows'],
  dolo: ['deprivation of liberty order', 'deprivation of liberty orders'],
}
/**
 * For one line of a preview: `date of birth 17 March 2010 beside 17 May 2010; 3 care episodes new, 1 changed`.
 * Rows kept apart are not even counted: beside the rest, a count would tell which children they concern.
 */
export function changesInWords(changes: Changes): string {
  const said = Object.entries(THINGS).flatMap(([what, names]) => counted(changes[what], names))
  const parts = [
    ...birth(changes['born']),
    ...(changes['number'] ? ['the council’s number'] : []),
    ...(changes['upn'] ? ['unique pupil number'] : []),
    ...said,
  ]
  return parts.join('; ')
}

function counted(change: Added | undefined, [one, many]: readonly [string, string]): string[] {
  const { added = 0, changed = 0 } = change ?? {}
  const name = (n: number) => `${n} ${n === 1 ? one : many}`
  if (added > 0 && changed > 0) return [`${name(added)} new, ${changed} changed`]
  if (added > 0) return [`${name(added)} new`]
  return changed > 0 ? [`${name(changed)} changed`] : []
}

function birth(change: Born | undefined): string[] {
  if (!change?.born) return []
  const others = (change.before ?? []).filter((day) => day !== change.born)
  const beside = others.length > 0 ? ` beside ${others.map(dayInWords).join(' and ')}` : ''
  return [`date of birth ${dayInWords(change.born)}${beside}`]
}

const dayInWords = (text: string): string => {
  const day = calendarDay(text)
  return day ? inWords(day) : text
}
