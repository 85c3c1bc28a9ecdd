const numbered = (field: string, from: string) =>
  Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`${field}-${n + 1}`, from]))

const SITUATIONS: Readonly<Record<string, string>> = {
  'fr-location': 'organisation: the nation it works in (nation_of)',
  'potential-victim-exploitative-situation-multiple': 'exploitation_situation',
  'pv-under-age-at-time-of-exploitation': 'exploitation_situation and date_of_birth_claim',
  'when-did-the-exploitation-take-place': 'exploitation_situation',
  'when-did-the-exploitation-take-place-multiple': 'exploitation_situation',
  'still-in-exploitative-situation': 'exploitation_situation',
  'where-exploitation-happened': 'exploitation_situation',
  'where-exploitation-happened-other-uk-other-location': 'exploitation_situation',
  'where-exploitation-happened-other-overseas-other-location': 'exploitation_situation',
  'other-exploitation-details': 'situation_form: forms that the form has no box for',
  'modern-slavery-indicators': 'concern_indicator: signs chosen in concerns',
  'modern-slavery-indicators-details': 'concern_indicator and concern: which signs, noticed when',
  'what-happened': 'concern: the child’s own words',
  ...numbered(
    'where-exploitation-happened-uk-city',
    'exploitation_situation: towns named in where it was',
  ),
  ...numbered(
    'where-exploitation-happened-overseas-country',
    'exploitation_situation: countries named in where it was',
  ),
  ...Object.fromEntries(
    [
      'forced-to-work',
      'wages-taken',
      'forced-to-commit-fraud',
      'prostitution',
      'child-exploitation',
      'taken-somewhere',
      'forced-to-commit-crime',
      'organs-removed',
      'unpaid-household-work',
      'other',
    ].map((type) => [
      `types-of-exploitation-${type}`,
      'situation_form, as crosswalk.rules.ts reads it in the form',
    ]),
  ),
}

/** For `nrm describe`: what each of these is prepared from, in words. Held to preparedFrom by a test. */
export const PREPARED_FROM: Readonly<Record<string, string>> = {
  ...SITUATIONS,
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
  birthplace: 'child_claim: where they were born',
  'pv-gender': 'child_claim: gender, where it is female or male in plain words',
  'pv-nationality': 'child_claim: nationality, when it is in the form’s list',
  'pv-nationality-second': 'child_claim: another nationality, when it is in the form’s list',
  'pv-ho-reference': 'child_claim: whether there is a reference of the Home Office',
  'pv-ho-reference-type': 'child_claim: references of the Home Office',
  'pv-interpreter-requirements': 'child_language',
  'pv-interpreter-requirements-language': 'child_language, those never to be used named',
  'current-pv-location-uk-city': 'contact_way: a town in an address',
  'pv-phone-number': 'contact_way: whether there is a safe number',
  'pv-phone-number-yes': 'contact_way: a number that is safe',
  'what-evidence-you-will-submit': 'nrm_evidence: each document with its day',
}
