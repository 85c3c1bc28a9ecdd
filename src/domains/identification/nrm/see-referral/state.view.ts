import type { ReferralState } from '../referral.queries.ts'

const STATES: Readonly<Record<ReferralState, string>> = {
  preparing: 'Being prepared',
  in_review: 'With a colleague, to be read',
  ready: 'Ready to be sent',
  sent: 'Sent',
  not_sent: 'Ended without being sent',
}

export const stateInWords = (state: ReferralState): string => STATES[state]
