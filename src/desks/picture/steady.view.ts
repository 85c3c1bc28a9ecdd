/**
 * What moved around a young person, beside what they say themselves of peace and stability. The counts
 * come from what happened, the words from their own voice only; nothing adds the two up.
 */
import type { PlaceOfLearning } from '#domains/children/index.ts'
import { outcomeLabels, type Spoken, type UsedFramework } from '#domains/outcomes/index.ts'
import type { Move, Moved, MoveKind, Stability } from '#domains/processes/index.ts'
import { noonOf } from './gather.ts'
import type { PictureTexts } from './picture-texts.view.ts'

/** The outcomes that say how steady and peaceful life is, by their codes in the framework. */
export const PEACE_CODES = ['peace', 'stability'] as const

/** How one face of the house says it. */
export type SteadyTexts = {
  readonly heading: string
  readonly lead: (from: string, to: string) => string
  readonly counts: Readonly<Record<MoveKind, string>>
  readonly daysOut: string
  readonly notWritten: string
  readonly number: (n: number) => string
  readonly inOrder: string
  readonly whereTheyLearn: string
  readonly happened: Readonly<Record<MoveKind | 'sameCarers', string>>
  readonly feels: string
  readonly onlyThem: string
  readonly notSaid: string
  readonly notAsked: string
}

export type SteadyView = {
  readonly heading: string
  readonly lead: string
  readonly counts: readonly { readonly text: string; readonly said: string }[]
  readonly inOrder: string
  readonly timeline: readonly {
    readonly day: string
    readonly text: string
    readonly more: string
  }[]
  readonly whereTheyLearn: string
  readonly feels: string
  readonly onlyThem: string
  /** Each outcome of peace and stability, with what they last said in their own voice. */
  readonly own: readonly {
    readonly title: string
    readonly language: string
    readonly said: readonly {
      readonly day: string
      readonly state: string
      readonly words: string | undefined
      readonly wordsLanguage: string
    }[]
  }[]
  readonly notSaid: string
  /** Set when the framework in use asks nothing about peace or stability. */
  readonly notAsked: string | undefined
}

type Given = {
  readonly stability: Stability
  readonly places: readonly PlaceOfLearning[]
  readonly spoken: readonly Spoken[]
  readonly framework: UsedFramework | undefined
  readonly texts: SteadyTexts
  readonly how: PictureTexts
}

const KINDS: readonly MoveKind[] = ['home', 'learning', 'worker']
const LATEST = 2

export function steadyView({
  stability,
  places,
  spoken,
  framework,
  texts,
  how,
}: Given): SteadyView {
  const count = (moved: Moved) =>
    moved.inTheYear === undefined ? texts.notWritten : texts.number(moved.inTheYear)
  const own = ownWords(spoken, framework, how)
  const days = stability.daysOutOfLearning
  return {
    heading: texts.heading,
    lead: texts.lead(dayOf(stability.since, how), dayOf(stability.today, how)),
    counts: [
      ...KINDS.map((kind) => ({ text: texts.counts[kind], said: count(stability[kind]) })),
      { text: texts.daysOut, said: days === undefined ? texts.notWritten : texts.number(days) },
    ],
    inOrder: texts.inOrder,
    timeline: KINDS.flatMap((kind) => stability[kind].moves)
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      .map((move) => lineOf(move, places, texts, how)),
    whereTheyLearn: texts.whereTheyLearn,
    feels: texts.feels,
    onlyThem: texts.onlyThem,
    own,
    notSaid: texts.notSaid,
    notAsked: own.length === 0 ? texts.notAsked : undefined,
  }
}

function lineOf(
  move: Move,
  places: readonly PlaceOfLearning[],
  texts: SteadyTexts,
  how: PictureTexts,
): SteadyView['timeline'][number] {
  const place = move.kind === 'learning' ? places.find((p) => p.id === move.to) : undefined
  const text = move.kind === 'home' && move.sameCarers ? 'sameCarers' : move.kind
  return { day: dayOf(move.on, how), text: texts.happened[text], more: place?.name ?? '' }
}

function dayOf(day: string, how: PictureTexts): string {
  const noon = noonOf(day)
  return noon ? how.day(noon) : day
}

/** In the framework's order. A view of somebody else's is never here. */
function ownWords(
  spoken: readonly Spoken[],
  framework: UsedFramework | undefined,
  how: PictureTexts,
): SteadyView['own'] {
  if (!framework) return []
  const labels = outcomeLabels(framework, how.language)
  const asked = framework.outcomes.filter((o) => PEACE_CODES.some((code) => code === o.code))
  return asked.map(({ code }) => ({
    title: labels.get(code)?.title ?? code,
    language: labels.get(code)?.language ?? 'en',
    said: spoken
      .filter((s) => s.voice === 'young_person' && s.code === code)
      .slice(-LATEST)
      .map((s) => ({
        day: how.day(s.at),
        state: how.said(s.said),
        words: s.words,
        wordsLanguage: s.wordsLanguage,
      })),
  }))
}
