import type { YouthWords } from '#domains/words/index.ts'

/** What a young person can ask for: which text is whose, where it is written, and how sure it is. Dated data. */

export const NATIONS = ['england', 'wales', 'scotland', 'northern_ireland'] as const
export type Nation = (typeof NATIONS)[number]

export type TextCode = keyof YouthWords['rights']['texts']
export type Situation = keyof YouthWords['rights']['situations']

export type RightText = {
  readonly code: TextCode
  readonly nations: readonly Nation[]
  /** `from_16`: also for those who are grown up. */
  readonly ages: 'any' | 'under_18' | 'from_16'
  /** Shown once one of these is chosen; for everybody when there is none. */
  readonly situations: readonly Situation[]
  readonly ifNo: keyof YouthWords['rights']['no']
  readonly source: string
  /** Where it was read in the law itself. Elsewhere the page says that somebody should check. */
  readonly sureIn: readonly Nation[]
  readonly reviewedOn: string
}

const READ = '2026-11-25'
const all = { nations: NATIONS, reviewedOn: READ, sureIn: [] } as const
const everybody = { ...all, ages: 'any', situations: [] } as const
const only = (nation: Nation) => ({ nations: [nation], reviewedOn: READ, sureIn: [] }) as const
const inCare = { ...all, ages: 'under_18', situations: ['care'] } as const
const later = (nation: Nation) =>
  ({ ...only(nation), ages: 'from_16', situations: [], ifNo: 'independent' }) as const

const CARE_PLANNING = 'Care Planning, Placement and Case Review (England) Regulations 2010'
const UNCRC = 'UN Convention on the Rights of the Child'

/** In the order they are shown. */
export const RIGHT_TEXTS: readonly RightText[] = [
  {
    ...all,
    code: 'age',
    ages: 'under_18',
    situations: ['age'],
    ifNo: 'lawyer',
    source:
      'Modern Slavery Act 2015 s51 (certain for support in England and Wales); the like in Scotland and Northern Ireland not read',
  },
  {
    ...inCare,
    code: 'plan',
    ifNo: 'independent',
    source: `${CARE_PLANNING} regs 4, 9; other nations not read`,
    sureIn: ['england'],
  },
  {
    ...inCare,
    code: 'visits',
    ifNo: 'independent',
    source: `${CARE_PLANNING} regs 28, 29; other nations not read`,
    sureIn: ['england'],
  },
  {
    ...everybody,
    code: 'heard',
    ifNo: 'independent',
    source: `${UNCRC} art 12; Children Act 1989 s22(4), s26(2)`,
  },
  {
    ...all,
    code: 'independent_england_wales',
    nations: ['england', 'wales'],
    ages: 'any',
    situations: [],
    ifNo: 'outside',
    source:
      'Children Act 1989 s26A; Social Services and Well-being (Wales) Act 2014 s178; Modern Slavery Act 2015 s48. Not in every part of England yet',
  },
  {
    ...only('scotland'),
    code: 'independent_scotland',
    ages: 'any',
    situations: [],
    ifNo: 'outside',
    source:
      'Human Trafficking and Exploitation (Scotland) Act 2015 s11; SSI 2023/18. Advocacy: not read',
  },
  {
    ...only('northern_ireland'),
    code: 'independent_northern_ireland',
    ages: 'any',
    situations: [],
    ifNo: 'outside',
    source:
      'Human Trafficking and Exploitation Act (Northern Ireland) 2015 s21. Advocacy: not read',
  },
  {
    ...everybody,
    code: 'interpreter',
    ifNo: 'ask_why',
    source: 'Equality Act 2010 s29; practice of councils and the NHS. Statutory words not read',
  },
  {
    ...everybody,
    code: 'school',
    ifNo: 'independent',
    source: `${UNCRC} art 28; Education Act 1996 s14 (England and Wales). Ages and timing differ by nation`,
  },
  {
    ...everybody,
    code: 'doctor',
    ifNo: 'ask_why',
    source: `${UNCRC} art 24; NHS: anybody may register with a doctor free of charge`,
  },
  { ...everybody, code: 'mind', ifNo: 'independent', source: `${UNCRC} arts 24, 39` },
  {
    ...inCare,
    code: 'home',
    situations: ['care', 'moving'],
    ifNo: 'independent',
    source: `${UNCRC} arts 16, 27; Children Act 1989 s22(3)`,
  },
  {
    ...all,
    code: 'money',
    ages: 'any',
    situations: ['care', 'moving', 'grown_up'],
    ifNo: 'ask_why',
    source: 'Practice of councils; amounts and rules differ. Not read in law',
  },
  {
    ...all,
    code: 'lawyer',
    ages: 'any',
    situations: ['decision', 'age', 'on_my_own'],
    ifNo: 'independent',
    source: `${UNCRC} arts 12, 37, 40; legal aid differs by nation and by matter. Not read in law`,
  },
  {
    ...inCare,
    code: 'family',
    situations: ['care', 'moving'],
    ifNo: 'independent',
    source: `${UNCRC} art 9; Children Act 1989 s34 and Sch 2 para 15`,
  },
  {
    ...all,
    code: 'finding_family',
    ages: 'any',
    situations: ['on_my_own'],
    ifNo: 'outside',
    source: `${UNCRC} arts 10, 22; family tracing of the British Red Cross`,
  },
  {
    ...everybody,
    code: 'faith_food',
    ifNo: 'ask_why',
    source: `${UNCRC} arts 14, 30; Human Rights Act 1998 (ECHR art 9)`,
  },
  {
    ...everybody,
    code: 'see_written',
    ifNo: 'outside',
    source:
      'UK GDPR arts 12, 15; Data Protection Act 2018. Can be made longer by two months. Scotland presumes it from 12 years',
    sureIn: NATIONS,
  },
  {
    ...everybody,
    code: 'correction',
    ifNo: 'outside',
    source:
      'UK GDPR arts 5(1)(d), 16; facts of the domain §4.4: both versions and the note are kept',
  },
  {
    ...everybody,
    code: 'complain',
    ifNo: 'outside',
    source: 'Children Act 1989 s26(3), s26A (England); the other nations have their own ways',
    sureIn: ['england'],
  },
  {
    ...all,
    code: 'moving',
    ages: 'under_18',
    situations: ['moving'],
    ifNo: 'independent',
    source: `${CARE_PLANNING} reg 14; Children Act 1989 s22(4). Urgent moves differ; other nations not read`,
  },
  {
    ...later('england'),
    code: 'after_18_england',
    source: 'Children and Social Work Act 2017 s3; Care Leavers (England) Regulations 2010',
    sureIn: ['england'],
  },
  {
    ...later('wales'),
    code: 'after_18_wales',
    source: 'Social Services and Well-being (Wales) Act 2014 ss104–116. Ages not read',
  },
  {
    ...later('scotland'),
    code: 'after_18_scotland',
    source: 'Children and Young People (Scotland) Act 2014 ss66, 67. Ages not read',
  },
  {
    ...later('northern_ireland'),
    code: 'after_18_northern_ireland',
    source: 'Children (Leaving Care) Act (Northern Ireland) 2002. Ages not read',
  },
  { ...everybody, code: 'rest', ifNo: 'ask_why', source: `${UNCRC} art 31` },
  {
    ...everybody,
    code: 'fair',
    ifNo: 'outside',
    source:
      'Equality Act 2010 (England, Wales, Scotland); Northern Ireland has laws of its own. UNCRC art 2',
  },
  {
    ...all,
    code: 'another_way',
    ages: 'any',
    situations: ['another_way'],
    ifNo: 'outside',
    source:
      'Equality Act 2010 s20 (England, Wales, Scotland); Disability Discrimination Act 1995 in Northern Ireland',
  },
]
