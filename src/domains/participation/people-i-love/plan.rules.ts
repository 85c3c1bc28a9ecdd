/** The plan for people a young person loves. Pure. */

export const STEP_KINDS = ['do', 'tell'] as const
export type LovedStepKind = (typeof STEP_KINDS)[number]

export const CONTACT_KINDS = ['family', 'consulate', 'somebody_else'] as const
export type ContactKind = (typeof CONTACT_KINDS)[number]

export const CONTACT_KIND_WORDS: Readonly<Record<ContactKind, string>> = {
  family: 'Family, or people they love',
  consulate: 'A consulate or an embassy',
  somebody_else: 'Somebody else',
}

export type ContactSaid = 'yes' | 'no'

export type ContactState = 'asked' | 'no' | 'to-sign' | 'agreed' | 'made'

/** Where a contact stands: nobody is contacted before it is agreed by both. */
export function contactState(contact: {
  readonly childSaid: ContactSaid | undefined
  readonly childSaidAt: Date | undefined
  readonly signedAt: Date | undefined
  readonly madeAt: Date | undefined
}): ContactState {
  if (contact.madeAt) return 'made'
  if (!contact.childSaid) return 'asked'
  if (contact.childSaid === 'no') return 'no'
  return isSigned(contact) ? 'agreed' : 'to-sign'
}

/** A second person agrees to the young person's yes of that moment, not to one they took back since. */
export const isSigned = (contact: {
  readonly childSaidAt: Date | undefined
  readonly signedAt: Date | undefined
}): boolean =>
  contact.signedAt !== undefined &&
  contact.childSaidAt !== undefined &&
  contact.signedAt >= contact.childSaidAt

/** What an answer to the young person needs first: something somebody does or tells, and when it is looked at again. */
export type AnswerRefusal = 'no-plan' | 'no-step'

export function refuseAnswer(plan: object | undefined, steps: number): AnswerRefusal | undefined {
  if (!plan) return 'no-plan'
  return steps === 0 ? 'no-step' : undefined
}
