import { languageDirection } from '#kernel/languages.ts'
import {
  byPrinciple,
  type CheckIn,
  type KeptAnswer,
  outcomeLabels,
  type UsedFramework,
  wordsIn,
} from '#domains/outcomes/index.ts'
import { symbolOfOutcome } from '../outcome-symbols.ts'
import { ofOutcome } from '#domains/own-settings/index.ts'
import { type Frame, frameIn, type YouthWords } from '#domains/words/index.ts'

export type Card = {
  readonly value: string
  readonly title: string
  readonly language: string
  readonly dir: 'ltr' | 'rtl'
  readonly symbol: string | undefined
  readonly chosen: boolean
  /** What was said of it already, in a few words. */
  readonly said: string | undefined
}

export type ChooseView = Frame & {
  readonly groups: readonly {
    readonly title: string
    readonly language: string
    readonly dir: 'ltr' | 'rtl'
    readonly cards: readonly Card[]
  }[]
  readonly fallback: string | undefined
  readonly somePutAway: boolean
}

type Given = {
  readonly checkIn: CheckIn
  readonly framework: UsedFramework
  readonly answers: ReadonlyMap<string, KeptAnswer>
  readonly handed: boolean
  /** What the young person does not want to be asked. */
  readonly putAway: readonly string[]
}

/** Outcomes a young person may be asked about: how life is and how they are treated, not what a service did. */
export const askable = (framework: UsedFramework): UsedFramework['outcomes'] =>
  framework.outcomes.filter((o) => o.level !== 'output')

/** Cards to pick from, each once, under the first principle it stands under. */
export function chooseView(given: Given): ChooseView {
  const { checkIn, framework } = given
  const frame = frameIn(checkIn.language, given.handed, (w) => w.choose.title)
  const labels = outcomeLabels(framework, checkIn.language)
  // One that was chosen before it was put away is still here: nothing said is lost.
  const asked = askable(framework).filter(
    (o) => checkIn.chosen.includes(o.id) || !given.putAway.includes(ofOutcome(o.code)),
  )
  const groups = byPrinciple({ ...framework, outcomes: askable(framework) }).map(
    ({ principle }) => {
      const title = wordsIn(principle.wording, 'title', checkIn.language, framework.language)
      const language = title?.language ?? framework.language
      return {
        title: title?.text ?? principle.code,
        language,
        dir: languageDirection(language),
        cards: asked
          .filter((o) => o.principles[0] === principle.code)
          .map((o): Card => {
            const label = labels.get(o.code)
            const answer = given.answers.get(o.id)
            return {
              value: o.code,
              title: label?.title ?? o.code,
              language: label?.language ?? framework.language,
              dir: label?.direction ?? 'ltr',
              symbol: symbolOfOutcome(o.code),
              chosen: checkIn.chosen.includes(o.id),
              said: answer && saidIn(frame.w, answer.said),
            }
          }),
      }
    },
  )
  return {
    ...frame,
    groups: groups.filter((g) => g.cards.length > 0),
    somePutAway: asked.length < askable(framework).length,
    fallback: [...labels.values()].find((l) => l.fallback)?.fallback,
  }
}

/** What was said, in the words of the page. */
export function saidIn(w: YouthWords, said: KeptAnswer['said']): string {
  if ('state' in said) return w.states[said.state]
  const words: Readonly<Record<string, string>> = { ...w.otherReasons, ...w.ways }
  return words[said.reason] ?? w.ways.skipped
}
