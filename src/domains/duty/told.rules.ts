/** Telling whoever is asked outside the screen. Pure. */
export type Channel = 'text' | 'email'
export type ToldStatus = 'waiting' | 'sent' | 'not_needed' | 'given_up'

/** All that a notice to whoever is asked says: that they are needed, and nothing of whom or why. */
export const DUTY_NOTICE = {
  subject: 'You are on the rota',
  text: 'You are on the rota. Somebody is needed now. Sign in and open Somebody now.',
} as const

const MOST_TRIES = 5

type Handed = 'sent' | 'try-again' | 'refused' | 'not-known'

/**
 * What a service's answer means; undefined: it is tried again. Told twice is better than not told, so that what
 * may not have left is sent again too.
 */
export function endOfTelling(
  handed: Handed | undefined,
  tries: number,
): { readonly status: 'sent' | 'given_up'; readonly why: string | undefined } | undefined {
  if (handed === 'sent') return { status: 'sent', why: undefined }
  if (handed === undefined) return { status: 'given_up', why: 'nothing_set_up' }
  if (handed === 'refused') return { status: 'given_up', why: 'refused' }
  return tries >= MOST_TRIES ? { status: 'given_up', why: 'service_away' } : undefined
}

/** By which ways a notice would leave at this moment: the turn gives an address, and a way out is set up. */
export function wouldLeaveBy(
  turn: Readonly<Record<Channel, boolean>>,
  sends: Readonly<Record<Channel, boolean>>,
): 'both' | Channel | 'screen' {
  const [text, email] = [turn.text && sends.text, turn.email && sends.email]
  if (text && email) return 'both'
  if (text) return 'text'
  return email ? 'email' : 'screen'
}
