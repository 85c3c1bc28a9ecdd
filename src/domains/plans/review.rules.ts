/** What we hold to be true of needs and of reviews. Pure. */

export const DOMAINS = {
  home: 'Home',
  health: 'Health',
  mental_health: 'Mental health',
  education: 'Education',
  work: 'Work',
  money: 'Money',
  faith: 'Faith',
  friends: 'Friends',
  activities: 'Activities',
} as const

/** What a young person values, each in their own words. */
export const VALUED_KINDS = {
  do: 'To do',
  people: 'People to be with',
  place: 'Places to be',
  learn: 'To learn',
} as const
export const OWN_VALUED = ['do', 'people', 'place', 'learn'] as const

export const VERDICTS = {
  chose_it: 'They chose it',
  thinking: 'They are thinking about it',
  does_not_want: 'They do not want it',
  had_no_choice: 'They go, and had no choice',
} as const

/** How a child took part in a review: the codes of the return, in our words. */
export const TOOK_PART = {
  PN1: 'PN1: they were there and spoke for themselves',
  PN2: 'PN2: they were there and somebody spoke for them',
  PN3: 'PN3: they were there and showed what they think without words',
  PN4: 'PN4: they were there and did not say anything',
  PN5: 'PN5: they were not there and had told somebody who spoke for them',
  PN6: 'PN6: they were not there and sent what they think another way',
  PN7: 'PN7: they were not there and nothing of theirs was heard',
  PN0: 'PN0: they were under four',
} as const

export const NEEDS_MET = {
  yes: 'Yes',
  partly: 'In part',
  no: 'No',
  none: 'Nothing of that kind is known',
} as const

export const TALKED_ABOUT = {
  yes: 'Yes',
  partly: 'Some of it',
  no: 'No',
} as const

/** The clock of the next review: the second comes sooner than those after it. */
export function nextClock(kind: string, heldBefore: number): string | undefined {
  if (kind === 'pathway') return 'leaving.pathway-review'
  if (kind !== 'care') return undefined
  return heldBefore === 0 ? 'care.review-second' : 'care.review-next'
}

type Said = { readonly needId: string; readonly choice: string }
type Offered = { readonly id: string; readonly offer: string | undefined }

/** How offers were taken up: by their last word on each. Going because one has to is apart, and never counted as chosen. */
export type Uptake = {
  readonly offered: number
  readonly chosen: number
  readonly thinking: number
  readonly notWanted: number
  readonly noChoice: number
  readonly notAsked: number
}

export function uptakeOf(needs: readonly Offered[], verdicts: readonly Said[]): Uptake {
  const last = needs
    .filter((n) => n.offer !== undefined)
    .map((n) => verdicts.findLast((v) => v.needId === n.id)?.choice)
  const count = (choice: string | undefined) => last.filter((c) => c === choice).length
  return {
    offered: last.length,
    chosen: count('chose_it'),
    thinking: count('thinking'),
    notWanted: count('does_not_want'),
    noChoice: count('had_no_choice'),
    notAsked: count(undefined),
  }
}
