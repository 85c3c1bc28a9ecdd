import { errorsOf, type Errors } from '#platform/http/form-problem.ts'
import type { FileRefusal } from '#platform/files/store.ts'
import { type Frame, frameIn, type YouthWords } from '#domains/words/index.ts'
import {
  type Asks,
  type Card,
  CARD_GROUPS,
  type CardGroup,
  type Medium,
  SYMBOL_OF,
} from '../said.rules.ts'
import type { Part, Statement } from '../said-row.ts'

/** The sentence for a file that was not kept. */
export function fileRefused(w: YouthWords, why: FileRefusal): string {
  const sentences: Readonly<Record<FileRefusal, string>> = {
    empty: w.fileRefused.empty,
    harmful: w.fileRefused.harmful,
    'not-a-picture': w.fileRefused.notAPicture,
    'too-many-pixels': w.fileRefused.tooManyPixels,
    'not-a-document': w.fileRefused.notAPicture,
    'not-a-sound': w.fileRefused.notASound,
    'a-film': w.fileRefused.aFilm,
    'sound-not-kept': w.fileRefused.soundNotKept,
    'too-long': w.fileRefused.tooLong,
    damaged: w.fileRefused.damaged,
  }
  return sentences[why]
}

const COLOURS = {
  black: '#1b1b1b',
  red: '#c22f2f',
  orange: '#c25a00',
  green: '#1e7d44',
  blue: '#2456b8',
  purple: '#6d3fb0',
} as const
/** Each in a square of a hundred: what is drawn on the button is what is put on the sheet. */
const SHAPES = {
  person: 'M50 12a14 14 0 1 0 .1 0zM50 40v30M26 52h48M50 70l-18 24M50 70l18 24',
  house: 'M15 50 50 18l35 32M24 44v42h52V44M42 86V62h16v24',
  heart: 'M50 84C14 58 14 22 36 22c10 0 14 10 14 14 0-4 4-14 14-14 22 0 22 36-14 62z',
  circle: 'M50 14a36 36 0 1 0 .1 0z',
  star: 'M50 12l11 26 28 2-21 19 6 28-24-15-24 15 6-28-21-19 28-2z',
} as const

type CardChoice = {
  readonly value: Card
  readonly text: string
  readonly symbol: string
  readonly chosen: boolean
}

export type MakePartView = Frame & {
  readonly errors: Errors
  readonly medium: Medium
  readonly heading: string
  /** The question it answers, where it is made for one. */
  readonly asks: { readonly value: Asks; readonly text: string } | undefined
  readonly back: string
  /** Made for this page: the part is kept under it, however often the form is sent. */
  readonly part: string
  /** A part not made before: a phone that shows this page again without signal makes a new id. */
  readonly fresh: boolean
  readonly version: number
  readonly words: string
  readonly both: { readonly words: string; readonly language: string } | undefined
  readonly groups: readonly { readonly title: string; readonly cards: readonly CardChoice[] }[]
  readonly colours: readonly {
    readonly value: string
    readonly code: string
    readonly text: string
  }[]
  readonly shapes: readonly {
    readonly value: string
    readonly text: string
    readonly path: string
  }[]
}

/** What a sheet to draw on has beside it. */
export const drawingTools = (w: YouthWords): Pick<MakePartView, 'colours' | 'shapes'> => ({
  colours: namesOf(COLOURS).map((value) => ({
    value,
    code: COLOURS[value],
    text: w.make.colour[value],
  })),
  shapes: namesOf(SHAPES).map((value) => ({
    value,
    text: w.make.shape[value],
    path: SHAPES[value],
  })),
})

/** Making one part: speaking, drawing, a photo, writing or cards. */
export function makePartView(given: {
  readonly language: string
  readonly handed: boolean
  readonly statement: Statement
  readonly medium: Medium
  readonly asks?: Asks | undefined
  readonly part: string
  /** The part as it is kept, when it was made before. */
  readonly kept: Part | undefined
  /** What was sent and not kept, with the version it was filled in from. */
  readonly typed:
    | { readonly words: string; readonly cards: readonly string[]; readonly version: number }
    | undefined
  readonly problem: string | undefined
  readonly conflict: boolean
}): MakePartView {
  const { medium, problem } = given
  const frame = frameIn(given.language, given.handed, (w) => w.say.title)
  return {
    ...frame,
    errors: errorsOf(problem === undefined ? [] : [{ field: FIELD_OF[medium], text: problem }]),
    medium,
    heading: frame.w.say.ways[medium],
    asks: given.asks && { value: given.asks, text: frame.w.peopleILove.asks[given.asks] },
    back: `/me/say/${given.statement.id}`,
    part: given.part,
    fresh: given.kept === undefined && given.typed === undefined,
    ...filledIn(frame.w, given),
    ...drawingTools(frame.w),
  }
}

/** Where the keyboard goes to put something right. */
const FIELD_OF: Readonly<Record<Medium, string>> = {
  voice: 'file',
  drawing: 'file',
  photo: 'file',
  words: 'words',
  cards: 'card-happy',
}

type Filled = Pick<Parameters<typeof makePartView>[0], 'medium' | 'kept' | 'typed' | 'conflict'>

/** What stands in the form: what was sent and not kept, or else what is kept. */
function filledIn(w: YouthWords, { medium, kept, typed, conflict }: Filled) {
  const now = asKept(kept)
  const from = typed ?? now
  return {
    words: from.words,
    groups: medium === 'cards' ? groupsIn(w, from.cards) : [],
    // After a conflict the form stands on what is kept now, which is shown beside it.
    version: conflict ? now.version : from.version,
    both: conflict && kept ? bothOf(w, kept) : undefined,
  }
}

const asKept = (kept: Part | undefined) =>
  kept
    ? { words: kept.words ?? '', cards: kept.cards, version: kept.version }
    : { words: '', cards: [], version: 0 }

const bothOf = (w: YouthWords, kept: Part) => ({
  words: kept.words ?? kept.cards.map((c) => w.cards[c]).join(', '),
  language: kept.wordsLanguage,
})

const groupsIn = (w: YouthWords, chosen: readonly string[]): MakePartView['groups'] =>
  namesOf(CARD_GROUPS).map((group: CardGroup) => ({
    title: w.make.groups[group],
    cards: CARD_GROUPS[group].map((value) => ({
      value,
      text: w.cards[value],
      symbol: SYMBOL_OF[value],
      chosen: chosen.includes(value),
    })),
  }))

function namesOf<T extends object>(of: T): readonly (keyof T)[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an object written out above has no other keys
  return Object.keys(of) as (keyof T)[]
}
