import { LISTS } from './form.rules.ts'
import { inList } from './prepared.rules.ts'

/** Who may send the form. Its own list of organisations decides; nobody else gets in. */
export const listedAs = (organisation: string): string | undefined =>
  inList(LISTS.firstResponderOrganisations, organisation)

export const whoSends = (organisation: string): string => {
  const listed = listedAs(organisation)
  return listed
    ? `${organisation} is a first responder: it is in the list of the Home Office’s form.`
    : `${organisation} is not in the list of the Home Office’s form, so it cannot send this itself. Prepare it here all the same: a first responder sends it (the council’s children’s services, the police, or one of the charities in the list), with what you wrote.`
}

export const DUTY_TO_NOTIFY =
  'The duty to notify is for adults only. A child, or somebody who may be under 18, is referred: their consent is not needed, and they are told in a way that fits their age. Only for an adult who does not want a referral does the form become a notification, without their name.'
