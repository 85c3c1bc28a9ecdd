import {
  type CheckIn,
  DIRECTIONS,
  type KeptAnswer,
  type OutcomeLabel,
  outcomeLabels,
  type UsedFramework,
} from '#domains/outcomes/index.ts'
import { askable, saidIn } from './choose-outcomes/choose-outcomes.view.ts'
import { symbolOfOutcome } from './outcome-symbols.ts'
import type { YouthWords } from '#domains/words/index.ts'

/** One thing that was said, for reading back: in the words of the page, and in their own. */
export type SaidLine = {
  readonly code: string
  readonly title: string
  readonly language: string
  readonly dir: 'ltr' | 'rtl'
  readonly symbol: string | undefined
  /** Undefined while it was chosen and has no answer. */
  readonly said: string | undefined
  readonly words: string | undefined
  readonly wordsLanguage: string
  readonly more: readonly { readonly label: string; readonly texts: readonly string[] }[]
  readonly change: string
}

/** Everything chosen or answered, in the order of the framework. */
export function saidLines(given: {
  readonly w: YouthWords
  readonly checkIn: CheckIn
  readonly framework: UsedFramework
  readonly answers: ReadonlyMap<string, KeptAnswer>
  readonly language: string
}): readonly SaidLine[] {
  const { w, checkIn, framework, answers } = given
  const labels = outcomeLabels(framework, given.language)
  return askable(framework)
    .filter((o) => answers.has(o.id) || checkIn.chosen.includes(o.id))
    .map((o) => ({
      ...titleOf(labels.get(o.code), o.code, framework.language),
      ...answered(w, answers.get(o.id)),
      change: `/me/check-in/${checkIn.id}/about/${o.code}?from=end`,
    }))
}

const titleOf = (label: OutcomeLabel | undefined, code: string, own: string) => ({
  code,
  title: label?.title ?? code,
  language: label?.language ?? own,
  dir: label?.direction ?? ('ltr' as const),
  symbol: symbolOfOutcome(code),
})

const answered = (w: YouthWords, answer: KeptAnswer | undefined) => ({
  said: answer && saidIn(w, answer.said),
  words: answer?.words,
  wordsLanguage: answer?.wordsLanguage ?? 'en',
  more: answer ? moreOf(w, answer) : [],
})

function moreOf(w: YouthWords, answer: KeptAnswer): SaidLine['more'] {
  const lines: { label: string; texts: readonly string[] }[] = []
  const add = (label: string, text: string | undefined) =>
    text !== undefined && lines.push({ label, texts: [text] })
  add(w.answer.importance, unlessNotSaid(w.importance, answer.importance))
  add(w.answer.sinceLast, unlessNotSaid(w.sinceLast, answer.sinceLast))
  for (const direction of DIRECTIONS) {
    const texts = answer.influences
      .filter((i) => i.direction === direction)
      .map((i) => [w.levels[i.level], i.words].filter((t) => t !== undefined).join(': '))
    if (texts.length > 0) lines.push({ label: w.shared[direction], texts })
  }
  add(w.answer.who, unlessNotSaid(w.who, answer.whoShouldKnow))
  add(w.answer.whoWords, answer.whoShouldKnowWords)
  return lines
}

const unlessNotSaid = (texts: Readonly<Record<string, string>>, code: string) =>
  code === 'not_said' ? undefined : texts[code]
