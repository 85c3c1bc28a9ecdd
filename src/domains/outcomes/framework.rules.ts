/** What we hold to be true of an outcome framework. Pure: no clock, no database, no framework. */
import { type CalendarDay, yearsBetween } from '#kernel/calendar-day.ts'

/**
 * What kind of thing is named. An outcome is how life is for the young person; an experience is how
 * people and services treat them; an output is something a service did. Never mixed in one figure.
 */
export const LEVELS = ['outcome', 'experience', 'output'] as const
export type Level = (typeof LEVELS)[number]

/** Whether the words name something to reach (positive), something to escape (negative), or neither. */
export const POLARITIES = ['positive', 'neutral', 'negative'] as const
export type Polarity = (typeof POLARITIES)[number]

/** How far a string of words has come. Each string carries its own. */
export const WORDING_STATES = ['draft', 'translated', 'reviewed', 'young_person_reviewed'] as const
export type WordingState = (typeof WORDING_STATES)[number]

/** title: the thing itself. explanation: said or asked to the young person. practice: for workers. */
export const WORDING_PARTS = ['title', 'explanation', 'practice'] as const
export type WordingPart = (typeof WORDING_PARTS)[number]

export const NATIONS = ['uk', 'england', 'wales', 'scotland', 'northern_ireland'] as const
export type Nation = (typeof NATIONS)[number]

export type Words = { readonly text: string; readonly state: WordingState }
export type WordsInOneLanguage = Readonly<Partial<Record<WordingPart, Words>>>
/** By language tag, such as en or ckb. */
export type Wording = Readonly<Record<string, WordsInOneLanguage>>

/** Which source says so, and in our words where or how. */
export type SourceAnchor = { readonly source: string; readonly where: string }
export type Source = { readonly code: string; readonly text: string }

export type Principle = {
  readonly code: string
  /** Articles of the UN Convention on the Rights of the Child. */
  readonly articles: readonly number[]
  readonly wording: Wording
}

export type Indicator = {
  readonly code: string
  readonly level: Level
  readonly polarity: Polarity
  readonly definedBy: string
  readonly sources: readonly SourceAnchor[]
  readonly wording: Wording
}

export type Outcome = {
  readonly code: string
  /** Codes of the principles it stands under: one or more. */
  readonly principles: readonly string[]
  readonly level: Level
  readonly polarity: Polarity
  readonly definedBy: string
  readonly sources: readonly SourceAnchor[]
  /** Only the young person can say how this is; nobody else is asked. */
  readonly childOnly: boolean
  /** Codes of outcomes it is bound up with. */
  readonly links: readonly string[]
  readonly wording: Wording
  readonly indicators: readonly Indicator[]
}

export type Population = {
  readonly for: 'child' | 'adult'
  /** Whole years. */
  readonly ageFrom: number
  readonly ageTo: number | null
  /** Made for adults, and said by its owner to be fit for people under 18 too. */
  readonly labelledForUnder18: boolean
}

/** A framework as its owner defines it: one version, whole. */
export type Framework = {
  readonly key: string
  readonly version: string
  readonly name: string
  readonly owner: string
  readonly licence: string
  readonly attribution: string
  /** What must be said wherever it is shown; empty when nothing must. */
  readonly notice: string
  readonly definedBy: string
  readonly nation: Nation
  readonly provisional: boolean
  /** The language in which every title is complete. */
  readonly language: string
  readonly population: Population
  readonly sources: readonly Source[]
  readonly principles: readonly Principle[]
  readonly outcomes: readonly Outcome[]
}

/** Levels are counted apart: a figure of outcomes may not hold what a service did. */
export function refuseFigure(
  items: readonly { readonly level: Level }[],
): 'levels-mixed' | undefined {
  return new Set(items.map((item) => item.level)).size > 1 ? 'levels-mixed' : undefined
}

/**
 * The framework turned by principle. An outcome under two principles stands under both, so the
 * places add up to the memberships, and each outcome is found at least once.
 */
export function byPrinciple(
  framework: Pick<Framework, 'principles' | 'outcomes'>,
): readonly { readonly principle: Principle; readonly outcomes: readonly Outcome[] }[] {
  return framework.principles.map((principle) => ({
    principle,
    outcomes: framework.outcomes.filter((o) => o.principles.includes(principle.code)),
  }))
}

/** Languages with at least one string, the framework's own language first, then by tag. */
export function languagesOf(framework: Framework): readonly string[] {
  const tags = new Set<string>()
  for (const wording of allWordings(framework))
    for (const tag of Object.keys(wording)) tags.add(tag)
  const others = [...tags].filter((tag) => tag !== framework.language)
  return [framework.language, ...others.toSorted((a, b) => a.localeCompare(b))]
}

/** Every wording in the framework: principles, outcomes, indicators. */
export function allWordings(framework: Framework): readonly Wording[] {
  return [
    ...framework.principles.map((p) => p.wording),
    ...framework.outcomes.flatMap((o) => [o.wording, ...o.indicators.map((i) => i.wording)]),
  ]
}

/** Words found for a reader, in which language, and whether that is the language they asked for. */
export type FoundWords = {
  readonly text: string
  readonly language: string
  readonly state: WordingState
  readonly asked: boolean
}

/** Words in the language asked for, or else in the framework's own, saying plainly which. */
export function wordsIn(
  wording: Wording,
  part: WordingPart,
  language: string,
  own: string,
): FoundWords | undefined {
  for (const tag of [language, own]) {
    const words = wording[tag]?.[part]
    if (words) return { ...words, language: tag, asked: tag === language }
  }
  return undefined
}

/** One claim about when somebody was born: the earliest and latest day it allows. */
export type BirthClaim = {
  readonly earliest: CalendarDay | undefined
  readonly latest: CalendarDay | undefined
}

export type FrameworkRefusal = 'made-for-adults' | 'age-not-known' | 'not-live'

const ADULT_AT = 18

/**
 * Whether a framework may be used with this person today. A set made for adults is refused when any
 * claim about the date of birth leaves room for them to be under 18, or when there is no claim at
 * all: somebody who may be a child is treated as one (Modern Slavery Act 2015, section 51; REQ-09).
 * Nothing is refused for being over 18: records and check-ins go on to 25 and beyond.
 */
export function refuseFramework(
  framework: {
    readonly population: Pick<Population, 'for' | 'labelledForUnder18'>
    readonly status: 'draft' | 'live' | 'retired'
  },
  agesOfTheChild: readonly BirthClaim[],
  today: CalendarDay,
): FrameworkRefusal | undefined {
  if (framework.status !== 'live') return 'not-live'
  if (framework.population.for === 'child' || framework.population.labelledForUnder18)
    return undefined
  const claims = agesOfTheChild.filter((c) => c.latest !== undefined || c.earliest !== undefined)
  if (claims.length === 0) return 'age-not-known'
  return claims.some((claim) => mayBeUnder18(claim, today)) ? 'made-for-adults' : undefined
}

function mayBeUnder18(claim: BirthClaim, today: CalendarDay): boolean {
  return claim.latest === undefined || yearsBetween(claim.latest, today) < ADULT_AT
}

/** What to say, and what to do instead, for each refusal. */
export const FRAMEWORK_REFUSED: Readonly<Record<FrameworkRefusal, string>> = {
  'made-for-adults':
    'This set was made for adults and is not labelled for people under 18. Choose a set made for children and young people.',
  'age-not-known':
    'This set was made for adults, and no date of birth is recorded that shows this person is 18 or over. Choose a set made for children and young people.',
  'not-live':
    'This version is not in use. Choose a version that is live. Answers given under this one can still be read.',
}
