/** The conversation after coming back: what is written down of it, and what must not contradict. */

export const OFFERED = {
  yes: 'Yes',
  no: 'No, not yet',
  not_applicable: 'It does not apply',
} as const
export type Offered = keyof typeof OFFERED

export const CHOSEN = {
  they_chose: 'They chose them now',
  their_plan: 'They had written it in their own plan',
  did_not_want_to_choose: 'They did not want to choose',
  not_asked: 'They were not asked whom they want',
} as const
export type Chosen = keyof typeof CHOSEN

export const ACCEPTED = { yes: 'Yes', no: 'No', not_yet: 'They have not said yet' } as const
export type Accepted = keyof typeof ACCEPTED

export const YES_NO = { yes: 'Yes', no: 'No' } as const
export type YesNo = keyof typeof YES_NO

export const KNOWN = {
  yes: 'Yes',
  no: 'No',
  not_known: 'Not known',
  not_asked: 'They were not asked, and did not say',
} as const
export type Known = keyof typeof KNOWN

export const PRIVATE = { yes: 'Yes', no: 'No', not_known: 'Not known' } as const
export type Private = keyof typeof PRIVATE

export const NO_WORDS = {
  did_not_want_to_say: 'They did not want to say',
  no_interpreter: 'There was no interpreter',
  not_safe_to_talk: 'It was not safe to talk',
  not_asked: 'They were not asked',
} as const
export type NoWords = keyof typeof NO_WORDS

/** What was said in it and how good it was. */
export type Held = {
  readonly at: Date
  readonly independent: YesNo
  readonly privatePlace: Private
  readonly pushed: string | undefined
  readonly pulled: string | undefined
  readonly want: string | undefined
  readonly language: string
  readonly noWordsBecause: NoWords | undefined
  readonly exploited: Known
  readonly again: Known
  readonly situationId: string | undefined
}

export type Conversation =
  | {
      readonly offered: 'yes'
      readonly offeredAt: Date
      readonly talkedWith: string
      readonly chosen: Chosen
      readonly accepted: Accepted
      readonly held: Held | undefined
      readonly cameOfIt: string | undefined
    }
  | { readonly offered: 'no' | 'not_applicable'; readonly because: string }

const HOUR = 60 * 60 * 1000
const WITHIN = 72 * HOUR

/** Offered within 72 hours of being back, as the guidance asks. */
export const offeredInTime = (foundAt: Date, offeredAt: Date): boolean =>
  offeredAt.getTime() - foundAt.getTime() <= WITHIN
