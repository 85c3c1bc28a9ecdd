/** What is true of a missing episode. Pure: no clock, no database. Nothing here adds anything up. */

export const KINDS = {
  missing: 'Missing: nobody knows where they are',
  away: 'Away without agreement: it is known where they are, and they should be elsewhere',
} as const
export type Kind = keyof typeof KINDS

export const TOLD = {
  police: 'Police',
  social_worker: 'Social worker',
  key_worker: 'Key worker',
  manager: 'Manager',
  carer: 'Carer or home',
  family: 'Family',
  guardian: 'Independent guardian',
  lawyer: 'Lawyer',
  school: 'School or college',
  health: 'Health',
  other_council: 'Another council',
  other: 'Somebody else',
} as const
export type Told = keyof typeof TOLD

export const BODIES = {
  us: 'Us',
  police: 'Police',
  council: 'Council',
  carer: 'Carer or home',
  other: 'Somebody else',
} as const
export type Body = keyof typeof BODIES

export const TREATED = {
  as_a_child_at_risk: 'As a child who may be in danger',
  as_less: 'As less than that: as somebody who comes back by themselves, or as a nuisance',
  as_an_offender: 'As somebody who did something wrong',
  not_known: 'I do not know',
} as const
export type Treated = keyof typeof TREATED

export const POLICE_THERE = { yes: 'Yes', no: 'No' } as const

export const CLOSING = {
  turned_eighteen: 'They turned 18, and somebody goes on looking for them as an adult',
  with_another_authority: 'Another authority knows where they are and stands beside them',
  died: 'They died',
  in_error: 'It was written down in error',
} as const
export type Closing = keyof typeof CLOSING

export const ANSWERS = { agreed: 'I agree: close it', not_agreed: 'I do not agree: go on' } as const
export type ClosingAnswer = keyof typeof ANSWERS

export const SEARCH_REVIEW = 'missing.search-review'
export const RETURN_OFFER = 'missing.return-interview'

/** From when to when: an open one has no end. */
export type Span = { readonly since: Date; readonly until: Date | undefined }

export type SpanRefusal = 'still-open' | 'overlaps'

/** A new time cannot begin while one is open, nor lie within another. */
export function refuseSpan(span: Span, others: readonly Span[]): SpanRefusal | undefined {
  if (span.until === undefined && others.some((o) => o.until === undefined)) return 'still-open'
  const overlapping = others.some(
    (o) =>
      (o.until === undefined || span.since < o.until) &&
      (span.until === undefined || o.since < span.until),
  )
  return overlapping ? 'overlaps' : undefined
}

export const SPAN_REFUSED: Readonly<Record<SpanRefusal, string>> = {
  'still-open':
    'They are missing already: say on that page that they were found before you write a new time',
  overlaps: 'This overlaps another time they were missing: check when it began',
}

/** Whether every claim of when they were born makes them 18 or over; while one does not, they are a child. */
export function isGrown(latestBirths: readonly string[], today: string): boolean {
  const eighteenYearsAgo = `${Number(today.slice(0, 4)) - 18}${today.slice(4)}`
  return latestBirths.length > 0 && latestBirths.every((latest) => latest <= eighteenYearsAgo)
}

export type ClosingRefusal = 'not-grown' | 'nobody-goes-on'

/** Turning 18 closes nothing by itself: it must be so, and somebody goes on looking. */
export function refuseClosing(
  closing: { readonly because: Closing; readonly goesOn: string | undefined },
  grown: boolean,
): ClosingRefusal | undefined {
  if (closing.because !== 'turned_eighteen') return undefined
  if (!grown) return 'not-grown'
  return closing.goesOn === undefined ? 'nobody-goes-on' : undefined
}
