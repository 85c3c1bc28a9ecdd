/** Who may refer to the National Referral Mechanism, and where everybody else goes. */

/** The kinds of organisation that the Home Office form lets refer (its list of 21 April 2026). */
export const RESPONDER_KINDS = [
  'Police forces, British Transport Police and regional organised crime units',
  'Councils in England, Wales, Scotland and Northern Ireland',
  'Health and Social Care Trusts in Northern Ireland',
  'Border Force, Immigration Enforcement and asylum teams of the Home Office',
  'National Crime Agency; Fair Work Agency and the Gangmasters and Labour Abuse Authority',
  'The Salvation Army, Migrant Help, Medaille Trust, Kalayaan, Barnardo’s, Unseen, NSPCC (CTAC), BAWSO, New Pathways, Refugee Council, TARA, Belfast and Lisburn Women’s Aid, Youth Work Alliance',
] as const

export const RESPONDER_SOURCE =
  'Home Office, list of organisations in the NRM form, 21 April 2026. Which of the charities refer children in which nation needs checking with the Home Office. A school, a GP or an NHS trust in England is not a first responder'

/** The duty to notify is for adults; a child is referred, whatever they or anybody else agree to. */
export const DUTY_TO_NOTIFY =
  'The duty to notify is for adults who do not want a referral. A child, or somebody who may be under 18, is referred to the National Referral Mechanism: nobody’s agreement is needed, and they are told in words that fit their age.'

export type Responder = {
  readonly isOne: boolean
  readonly listedAs: string | undefined
  readonly goesTo: string | undefined
  readonly how: string | undefined
}

export type Route =
  | { readonly kind: 'own'; readonly text: string }
  | { readonly kind: 'elsewhere'; readonly text: string; readonly to: string }
  | { readonly kind: 'not-said'; readonly text: string; readonly to: string }

/** Who makes the referral, for a user of this organisation. Until somebody says so, it does not count as one. */
export function routeOf(organisation: string, responder: Responder | undefined): Route {
  if (!responder) {
    return {
      kind: 'not-said',
      to: 'the council’s children’s services',
      text: `Nobody has said yet whether ${organisation} is a first responder. Until then, ask the council’s children’s services to refer; they are one.`,
    }
  }
  if (responder.isOne) {
    return {
      kind: 'own',
      text: `${organisation} is a first responder (listed as ${responder.listedAs}): its own staff refer.`,
    }
  }
  const to = responder.goesTo ?? 'the council’s children’s services'
  const how = responder.how ? ` (${responder.how})` : ''
  return {
    kind: 'elsewhere',
    to,
    text: `${organisation} is not a first responder and cannot refer itself. Ask ${to} to refer${how}. Everything else goes on meanwhile.`,
  }
}
