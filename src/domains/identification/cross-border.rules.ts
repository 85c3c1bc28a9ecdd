/** Contact across a border: what may be chosen and what must be true. */

export const WITH_KINDS = {
  family: 'Family',
  child_protection: 'Child protection of the other country',
  police: 'Police of the other country',
  charity: 'A charity',
  tracing: 'A tracing service, such as the Red Cross',
  consulate: 'A consulate or embassy',
  other: 'Somebody else',
} as const
export type WithKind = keyof typeof WITH_KINDS

export const NO_VIEW = {
  not_asked_yet: 'Nobody has asked them yet',
  not_safe_to_ask: 'It was not safe to ask',
  did_not_want_to_say: 'They did not want to say',
  no_interpreter: 'There was no interpreter',
} as const

export const AGREES = {
  yes: 'They agree to it',
  no: 'They do not agree to it',
  not_asked: 'Nobody has asked them yet',
} as const
export type Agrees = keyof typeof AGREES

export const CONTACT_STATES = {
  asked: 'Asked for',
  agreed: 'May be made',
  refused: 'Not to be made',
  made: 'Made',
} as const
export type ContactState = keyof typeof CONTACT_STATES

export const CONSULATE_RULE =
  'A consulate may be close to those who threaten a child or their family, and may tell where they are. No contact with one unless they have said what they think and agree to it, and a manager other than whoever asks has signed how they stay protected.'

type Contact = {
  readonly withKind: WithKind
  readonly state: ContactState
  readonly askedById: string
  readonly signed: boolean
  readonly childView: string | undefined
  readonly childAgrees: Agrees | undefined
}

/** A contact that is made only once a manager has signed: with a consulate, or against the child's wish. */
export const needsSigning = (contact: Pick<Contact, 'withKind' | 'childAgrees'>): boolean =>
  contact.withKind === 'consulate' || contact.childAgrees === 'no'

/** With a consulate there is none without their words and their yes. */
const saidNothing = (contact: Contact): ContactRefusal | undefined => {
  if (contact.withKind !== 'consulate') return undefined
  if (!contact.childView) return 'no-view'
  return contact.childAgrees === 'yes' ? undefined : 'not-agreed'
}

export type ContactRefusal = 'not-signed' | 'no-view' | 'not-agreed' | 'own-request' | 'decided'

/** Whether somebody may sign that a contact is safe. */
export function refuseSigning(contact: Contact, byId: string): ContactRefusal | undefined {
  if (contact.state !== 'asked') return 'decided'
  if (contact.askedById === byId) return 'own-request'
  return saidNothing(contact)
}

/** Whether a contact may be made: with a consulate, or against their wish, only once it is signed. */
export function refuseContact(contact: Contact): ContactRefusal | undefined {
  if (contact.state === 'refused' || contact.state === 'made') return 'decided'
  if (!needsSigning(contact)) return undefined
  const nothing = saidNothing(contact)
  if (nothing) return nothing
  return contact.signed ? undefined : 'not-signed'
}

export const CONTACT_REFUSED: Readonly<Record<ContactRefusal, string>> = {
  'not-signed':
    'A manager has to sign first how they stay protected. Until then there is no contact',
  'no-view': 'First ask what they think of it, and write that down. Without it nobody may sign',
  'not-agreed':
    'They do not agree, or nobody has asked them. Then there is no contact with a consulate',
  'own-request': 'Somebody other than whoever asked has to sign',
  decided: 'This was decided before. Look at it again',
}
