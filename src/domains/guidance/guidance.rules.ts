export const NATIONS = ['england', 'wales', 'scotland', 'northern_ireland'] as const
export type Nation = (typeof NATIONS)[number]

export const NATION_NAMES: Readonly<Record<Nation, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  northern_ireland: 'Northern Ireland',
}

export const CONFIDENCES = ['certain', 'likely', 'check'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** How sure a text is, as it is shown. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  certain: 'Read in the source',
  likely: 'From a good second source',
  check: 'Needs checking before you rely on it',
}

/** One thing that is said on a topic: short, with where it is from, how sure it is, and for which nations. */
export type Line = {
  readonly text: string
  readonly source: string
  readonly confidence: Confidence
  /** Where it holds; everywhere when left out. */
  readonly nations?: readonly Nation[]
}

/** Help with one decision. The code is what a page asks for. */
export type Topic = {
  readonly code: string
  readonly title: string
  readonly lines: readonly Line[]
  /** The day the texts were made from their sources, and the day by which they are to be looked at again. */
  readonly readOn: string
  readonly reviewOn: string
}

/** What a service says in the place of the product’s text. */
export type OwnText = {
  readonly topic: string
  readonly version: number
  readonly text: string
  readonly source: string
  readonly confidence: Confidence
  readonly ownerId: string
  readonly ownerName: string | undefined
  readonly readOn: string
  readonly reviewOn: string
  readonly inUse: boolean
}

export type Shown = {
  readonly code: string
  readonly title: string
  readonly lines: readonly {
    readonly text: string
    readonly source: string
    readonly confidence: Confidence
    readonly sure: string
    readonly where: string
  }[]
  readonly readOn: string
  readonly reviewOn: string
  readonly stale: boolean
  /** Who looks after it. */
  readonly owner: string
  readonly ours: boolean
}

export const PRODUCT = 'Waymark'

/** The help for a service in its nation, on a day. Its own text stands alone: two texts would be no help. */
export function shownFor(
  of: Topic,
  own: OwnText | undefined,
  nation: Nation,
  today: string,
): Shown {
  if (own?.inUse) return ownShown(of, own, today)
  const here = of.lines.filter((line) => !line.nations || line.nations.includes(nation))
  return {
    code: of.code,
    title: of.title,
    lines: here.map((line) => ({
      ...line,
      sure: CONFIDENCE_WORDS[line.confidence],
      where: whereOf(line.nations),
    })),
    readOn: of.readOn,
    reviewOn: of.reviewOn,
    stale: of.reviewOn < today,
    owner: PRODUCT,
    ours: false,
  }
}

function ownShown({ code, title }: Topic, own: OwnText, today: string): Shown {
  const { text, source, confidence, readOn, reviewOn } = own
  return {
    code,
    title,
    lines: [{ text, source, confidence, sure: CONFIDENCE_WORDS[confidence], where: '' }],
    readOn,
    reviewOn,
    stale: reviewOn < today,
    owner: own.ownerName ?? 'Somebody who has left',
    ours: true,
  }
}

const whereOf = (nations: readonly Nation[] | undefined): string =>
  nations ? nations.map((nation) => NATION_NAMES[nation]).join(', ') : ''

export const isNation = (text: string): text is Nation => NATIONS.some((nation) => nation === text)

/** The day on which the texts that come with the product were made from their sources. */
const READ_ON = '2026-11-25'
const REVIEW_ON = '2027-05-25'
/** What is known to move is looked at again sooner. */
const REVIEW_SOON = '2027-02-25'

export function topic(code: string, title: string, lines: readonly Line[]): Topic {
  const moves = lines.some((line) => line.confidence === 'check')
  return { code, title, lines, readOn: READ_ON, reviewOn: moves ? REVIEW_SOON : REVIEW_ON }
}

export const say = (
  text: string,
  source: string,
  confidence: Confidence = 'certain',
  nations?: readonly Nation[],
): Line => ({ text, source, confidence, ...(nations ? { nations } : {}) })
