/** What is happening around a young person, and legal help by area of law. Pure. */

export const PROCESS_STATES = {
  not_begun: 'Not begun',
  waiting: 'Waiting',
  going_on: 'Going on',
  decided: 'Decided',
  ended: 'Over',
} as const
export type ProcessState = keyof typeof PROCESS_STATES

export type ProcessWords = {
  readonly whereItIs: string
  readonly comesNext: string | undefined
  readonly canDo: string | undefined
}

/** The words of a process in another language, put by somebody from one version of it. */
export type OtherWords = ProcessWords & {
  readonly language: string
  readonly putBy: string
  readonly ofVersion: number
  readonly at: Date
  readonly version: number
}

export type Process = ProcessWords & {
  readonly id: string
  readonly kind: string
  readonly state: ProcessState
  readonly language: string
  readonly whatItIs: string
  readonly decides: string
  /** Which system it belongs to, where somebody said. */
  readonly system: string | undefined
  /** Whom one can speak to in the body that decides, and how they are reached. For staff. */
  readonly namedPerson: string | undefined
  readonly ring: string | undefined
  readonly ownerId: string | undefined
  readonly owner: string | undefined
  readonly ask: string | undefined
  readonly lastChangeOn: string
  readonly waitingSince: string | undefined
  readonly nextOn: string | undefined
  readonly toldOn: string | undefined
  readonly toldHow: string | undefined
  readonly confirmedAt: Date
  readonly changedBy: string | undefined
  readonly version: number
  readonly other: readonly OtherWords[]
}

const DAY = 24 * 60 * 60 * 1000

/** Whether nobody changed or confirmed it for that many whole days. What is over does not go stale. */
export function isStale(
  process: Pick<Process, 'state' | 'confirmedAt'>,
  days: number,
  now: Date,
): boolean {
  return process.state !== 'ended' && now.getTime() - process.confirmedAt.getTime() >= days * DAY
}

/** The words in that language, when somebody put them; whether they were put from the process as it is now. */
export function wordsOf(
  process: Process,
  language: string,
): { readonly words: OtherWords; readonly current: boolean } | undefined {
  const words = process.other.find((o) => o.language === language)
  return words && { words, current: words.ofVersion === process.version }
}

export const LEGAL_AREAS = {
  asylum: 'Asylum',
  papers: 'Immigration: permission to stay, papers, nationality',
  public: 'Decisions of a council: housing, support, age',
  crime: 'Criminal law',
  family: 'Family law',
  reunion: 'Being together again with family who are elsewhere',
  other: 'Another area of law',
} as const
export type LegalArea = keyof typeof LEGAL_AREAS
export const AREA_CODES = [
  'asylum',
  'papers',
  'public',
  'crime',
  'family',
  'reunion',
  'other',
] as const

export const HAS = { yes: 'Yes', no: 'No', not_known: 'Not known' } as const
export const WANTS = {
  yes: 'They want one',
  no: 'They do not want one',
  not_said: 'They did not say',
} as const
export const HOW_GOOD = {
  good: 'Good',
  in_part: 'Good in part',
  not_good: 'Not good',
  not_said: 'They did not say',
} as const

export type LegalHelp = {
  readonly id: string
  readonly area: LegalArea
  readonly has: keyof typeof HAS
  readonly wants: keyof typeof WANTS
  readonly helper: string | undefined
  readonly howGood: keyof typeof HOW_GOOD
  readonly words: string | undefined
  readonly language: string
  readonly saidBy: 'child' | 'child_with_someone' | 'someone_else'
  readonly saidAt: Date
  readonly version: number
}

/** They want legal help and have none: something we owe them. */
export const isLegalGap = (help: Pick<LegalHelp, 'has' | 'wants'>): boolean =>
  help.wants === 'yes' && help.has !== 'yes'
