/** Why a wording is worth another look. Our own sentences; the letters are those of our facts. */
export const REASONS = {
  responsibility: 'It moves responsibility for harm to the young person.',
  coercion: 'It hides that somebody forced, groomed or controlled them.',
  choice: 'It sounds like a choice or consent. A child cannot consent to being exploited.',
  work: 'It makes crime against a child look like work or trade.',
  adult: 'It leaves out the adult who did it.',
  label: 'It is a label. It stays in the record and follows the young person.',
  adultifies:
    'It makes a child look older and less in need of protection. This happens to Black children most.',
  hides: 'It hides how serious the harm is.',
  service: 'It makes a failing of services look like a failing of the young person.',
  jargon:
    'It is the language of systems. The young person may read this, and it is about their life.',
} as const

export type Reason = keyof typeof REASONS

/** Whose guidance a piece of advice follows. Our wording; theirs is not copied. */
export const SOURCES = {
  TCS: 'The Children’s Society and NAPAC, Child exploitation and abuse: an appropriate language guide, November 2024',
  NWG: 'NWG, Making Words Matter, 2021',
  CSW: 'Complex Safeguarding Wales, Cardiff University',
  DUR: 'Durham Safeguarding Children Partnership, language guide',
  NSPCC: 'NSPCC, Why language matters, 24 June 2024',
  YJLC: 'Youth Justice Legal Centre, note on language and exploitation',
  IICSA: 'Independent Inquiry into Child Sexual Abuse, report E.3',
  LUX: 'Luxembourg Guidelines on terminology, 2016',
  NL: 'North Lanarkshire, the Promise: language guide',
  TACT: 'TACT, Language that Cares, 2019',
  TOOLKIT: 'Home Office, First Responder Toolkit for England and Wales, April 2026',
  CSF: 'Creating Stable Futures, report summary',
  OURS: 'Waymark’s own note',
  SERVICE: 'Your own service',
} as const

export type SourceCode = keyof typeof SOURCES
