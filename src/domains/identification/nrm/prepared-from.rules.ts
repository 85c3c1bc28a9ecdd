/** For `nrm describe`: what each of these is prepared from, in words. Held to preparedFrom by a test. */
export const PREPARED_FROM: Readonly<Record<string, string>> = {
  reference: 'nrm_referral: made from its id',
  'user-organisation': 'organisation: its name, when it is in the form’s list',
  'fr-details-first-name': 'person: whoever prepares it',
  'fr-details-last-name': 'person: whoever prepares it',
  'fr-details-role': 'person: role',
  'fr-details-phone': 'way_to_reach: whoever prepares it',
  'pv-under-age': 'date_of_birth_claim: every date of birth on the record',
  'local-authority-contacted-about-child-local-authority-name':
    'organisation: whoever holds the record, when it is in the form’s list',
  'local-authority-contacted-about-child-local-authority-phone':
    'allocation and way_to_reach: their social worker',
  'local-authority-contacted-about-child-local-authority-first-name':
    'allocation: their social worker',
  'local-authority-contacted-about-child-local-authority-last-name':
    'allocation: their social worker',
  family: 'person_who_matters: how family is related, without names',
  education: 'place_of_learning',
  'are-others-involved': 'allocation: who stands beside them',
  'are-others-involved-details': 'allocation: who stands beside them',
  'pv-name-first-name': 'child_name',
  'pv-name-last-name': 'child_name',
  'pv-name-nickname': 'child.known_as and child_name: the other names',
  'pv-dob': 'date_of_birth_claim: what the young person says, or the only one',
  'pv-interpreter-requirements': 'child_language',
  'pv-interpreter-requirements-language': 'child_language, those never to be used named',
  'current-pv-location-uk-city': 'contact_way: a town in an address',
  'pv-phone-number': 'contact_way: whether there is a safe number',
  'pv-phone-number-yes': 'contact_way: a number that is safe',
  'what-evidence-you-will-submit': 'nrm_evidence: each document with its day',
}
