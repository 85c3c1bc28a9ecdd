/**
 * What the codes of the SSDA903 return mean, in our own words, for people who read a child's record.
 * Source of the meanings: the Department for Education's SSDA903 guide (Open Government Licence v3.0).
 * Pure. A code that is not here is shown as the council wrote it.
 */

/** LS: on what footing the council looks after a child. */
const LEGAL_STATUS: Readonly<Record<string, string>> = {
  C1: 'a court’s interim care order',
  C2: 'a court’s care order',
  D1: 'a court’s freeing order',
  E1: 'a court’s placement order',
  V2: 'agreement (section 20)',
  V3: 'agreement, for short breaks',
  V4: 'agreement, for short breaks',
  L1: 'police protection',
  L2: 'a court’s emergency protection order',
  L3: 'a court’s child assessment order',
  J1: 'a court’s remand',
  J2: 'the police asking for a safe place to stay',
  J3: 'a court’s supervision order that says where to live',
}

/** PLACE: the kind of home. */
const PLACEMENT: Readonly<Record<string, string>> = {
  A3: 'with adopters',
  A4: 'with adopters',
  A5: 'with adopters',
  A6: 'with adopters',
  H5: 'supported accommodation',
  K1: 'a secure children’s home',
  K2: 'a children’s home',
  K3: 'supported accommodation',
  P1: 'with parents',
  P2: 'living independently',
  P3: 'living at work',
  R1: 'a residential care home',
  R2: 'a hospital or clinic',
  R3: 'a family centre',
  R5: 'a young offender institution',
  S1: 'a boarding school',
  U1: 'foster care with family or friends',
  U2: 'foster care with family or friends',
  U3: 'foster care with family or friends',
  U4: 'foster care',
  U5: 'foster care',
  U6: 'foster care',
  Z1: 'another kind of home',
}

/** REVIEW_CODE: how the child took part. */
const PARTICIPATION: Readonly<Record<string, string>> = {
  PN0: 'They were under 4.',
  PN1: 'They came and spoke for themselves.',
  PN2: 'They came and someone spoke for them.',
  PN3: 'They came and said what they think without words.',
  PN4: 'They came and did not say what they think.',
  PN5: 'They did not come; someone spoke for them.',
  PN6: 'They did not come; they sent what they think.',
  PN7: 'They did not come and did not send what they think.',
}

/** SEX and ETHNIC, as the council documented them. */
const DOCUMENTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  SEX: { M: 'Male', F: 'Female', U: 'Not known' },
  ETHNIC: {
    WBRI: 'White British',
    WIRI: 'White Irish',
    WOTH: 'Any other White background',
    WIRT: 'Traveller of Irish heritage',
    WROM: 'Gypsy or Roma',
    MWBC: 'White and Black Caribbean',
    MWBA: 'White and Black African',
    MWAS: 'White and Asian',
    MOTH: 'Any other mixed background',
    AIND: 'Indian',
    APKN: 'Pakistani',
    ABAN: 'Bangladeshi',
    AOTH: 'Any other Asian background',
    BCRB: 'Caribbean',
    BAFR: 'African',
    BOTH: 'Any other Black background',
    CHNE: 'Chinese',
    OOTH: 'Any other ethnic group',
    REFU: 'Chose not to say',
    NOBT: 'Not asked yet',
  },
}

type Meant = string | undefined

export const legalStatusMeant = (code: string | null): Meant => meant(LEGAL_STATUS, code)
export const placementMeant = (code: string | null): Meant => meant(PLACEMENT, code)
export const participationMeant = (code: string | null): Meant => meant(PARTICIPATION, code)
export const documentedMeant = (column: string, code: string): string =>
  DOCUMENTED[column]?.[code] ?? code

const meant = (codes: Readonly<Record<string, string>>, code: string | null): Meant =>
  code === null ? undefined : codes[code]
