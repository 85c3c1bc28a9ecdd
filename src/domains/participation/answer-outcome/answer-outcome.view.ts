import { errorsOf, type Errors } from '#platform/http/form-problem.ts'
import {
  type AnswerProblem,
  type CheckIn,
  DIRECTIONS,
  IMPORTANCE,
  type KeptAnswer,
  LEVELS_OF_INFLUENCE,
  outcomeLabels,
  type OutcomeLabel,
  SINCE_LAST,
  STATES,
  type UsedFramework,
  WAYS_NOT_TO_ANSWER,
  WHO_SHOULD_KNOW,
} from '#domains/outcomes/index.ts'
import { SYMBOL_OF_WAY, symbolOfOutcome } from '../outcome-symbols.ts'
import { askable, saidIn } from '../choose-outcomes/choose-outcomes.view.ts'
import { type Frame, frameIn, say, type YouthWords, sayIn } from '#domains/words/index.ts'

type Choice = { readonly value: string; readonly text: string; readonly chosen: boolean }

/** What is in the boxes: kept, or as it was typed. */
export type Typed = {
  readonly state: string
  readonly importance: string
  readonly sinceLast: string
  readonly words: string
  readonly who: string
  readonly whoWords: string
  readonly ticked: (direction: string) => readonly string[]
  readonly influence: (direction: string, level: string) => string
}

export type AnswerView = Frame & {
  readonly errors: Errors
  readonly where: string
  readonly label: OutcomeLabel
  readonly symbol: string | undefined
  readonly version: number
  readonly state: string
  readonly states: readonly { value: string; text: string; symbol: string }[]
  readonly ways: readonly { value: string; text: string; symbol: string }[]
  readonly now: string | undefined
  readonly importance: readonly Choice[]
  readonly sinceLast: readonly Choice[]
  readonly who: readonly Choice[]
  readonly words: string
  readonly whoWords: string
  readonly influences: readonly InfluenceFields[]
  readonly open: boolean
  readonly end: string
  /** Where it goes on once this is answered: what a phone without signal goes on to. */
  readonly next: string
  /** The pages that come after, for a phone to have before the signal goes. */
  readonly ahead: readonly string[]
  /** When it was saved elsewhere meanwhile: what stands there now, line by line. */
  readonly both: readonly { readonly label: string; readonly text: string; readonly mine: string }[]
}

type InfluenceFields = {
  readonly direction: string
  readonly title: string
  readonly levels: readonly {
    readonly value: string
    readonly text: string
    readonly wordsLabel: string
    readonly ticked: boolean
    readonly words: string
    readonly error: { readonly text: string } | undefined
  }[]
}

const SYMBOLS = {
  not_at_all: 'none',
  a_little: 'some',
  mostly: 'most',
  fully: 'all',
  changes_a_lot: 'varies',
} as const

type Given = {
  readonly checkIn: CheckIn
  readonly framework: UsedFramework
  readonly code: string
  readonly answers: ReadonlyMap<string, KeptAnswer>
  readonly handed: boolean
  readonly typed: Typed | undefined
  readonly problems: readonly AnswerProblem[]
  readonly conflict: boolean
}

/** One outcome: how it is, and the ways not to answer beside it; the rest only for those who want to. */
export function answerView(given: Given): AnswerView {
  const { checkIn, framework, code } = given
  const frame = frameIn(checkIn.language, given.handed, (w) => w.before.title)
  const { w } = frame
  const outcome = framework.outcomes.find((o) => o.code === code)
  const label = outcomeLabels(framework, checkIn.language).get(code)
  if (!outcome || !label) throw new Error('There is no such outcome')
  const kept = given.answers.get(outcome.id)
  const typed = given.typed ?? typedOf(kept)
  const place = checkIn.chosen.indexOf(outcome.id)
  const errors = errorsOf(given.problems.map((p) => ({ field: p.field, text: sentence(frame, p) })))
  return {
    ...frame,
    errors,
    where:
      place < 0
        ? ''
        : sayIn(frame, w.answer.where, {
            n: place + 1,
            all: checkIn.chosen.length,
          }),
    label,
    symbol: symbolOfOutcome(code),
    version: kept?.version ?? 0,
    state: typed.state,
    states: STATES.map((s) => ({ value: s, text: w.states[s], symbol: SYMBOLS[s] })),
    ways: WAYS_NOT_TO_ANSWER.map((way) => ({
      value: way,
      text: w.ways[way],
      symbol: SYMBOL_OF_WAY[way],
    })),
    now: kept && say(w.answer.now, { answer: saidIn(w, kept.said) }),
    importance: choices(IMPORTANCE, w.importance, typed.importance),
    sinceLast: choices(SINCE_LAST, w.sinceLast, typed.sinceLast),
    who: choices(WHO_SHOULD_KNOW, w.who, typed.who),
    words: typed.words,
    whoWords: typed.whoWords,
    influences: influenceFields(w, typed, errors),
    open: hasMore(typed),
    end: `/me/check-in/${checkIn.id}/end`,
    ...comesAfter(given),
    both: given.conflict ? bothOf(w, kept, typed) : [],
  }
}

/** Where the phone goes on without signal, in the order chosen, and what it brings along while it has some. */
function comesAfter({ checkIn, framework, code }: Given): Pick<AnswerView, 'next' | 'ahead'> {
  const at = `/me/check-in/${checkIn.id}`
  const chosen = askable(framework).filter((o) => checkIn.chosen.includes(o.id))
  const next = chosen[chosen.findIndex((o) => o.code === code) + 1]
  const others = chosen.filter((o) => o.code !== code).map((o) => `${at}/about/${o.code}`)
  return { next: next ? `${at}/about/${next.code}` : `${at}/end`, ahead: [...others, `${at}/end`] }
}

const choices = (
  codes: readonly string[],
  texts: Readonly<Record<string, string>>,
  now: string,
): readonly Choice[] =>
  codes.map((value) => ({ value, text: texts[value] ?? value, chosen: value === now }))

const sentence = (frame: Frame, problem: AnswerProblem): string =>
  problem.code === 'choose-one'
    ? frame.w.answer.chooseOne
    : sayIn(frame, frame.w.answer.tooLong, { most: problem.most })

function influenceFields(w: YouthWords, typed: Typed, errors: Errors): readonly InfluenceFields[] {
  return DIRECTIONS.map((direction) => ({
    direction,
    title: w.answer[direction],
    levels: LEVELS_OF_INFLUENCE.map((level) => ({
      value: level,
      text: w.levels[level],
      wordsLabel: say(w.answer.inMyWords, { level: w.levels[level] }),
      ticked: typed.ticked(direction).includes(level),
      words: typed.influence(direction, level),
      error: errors.at[`${direction}-${level}`],
    })),
  }))
}

const EMPTY: Typed = {
  state: '',
  importance: '',
  sinceLast: '',
  words: '',
  who: '',
  whoWords: '',
  ticked: () => [],
  influence: () => '',
}

/** The kept answer as it stands in the boxes. */
export function typedOf(kept: KeptAnswer | undefined): Typed {
  if (!kept) return EMPTY
  const { influences } = kept
  return {
    state: 'state' in kept.said ? kept.said.state : '',
    importance: kept.importance,
    sinceLast: kept.sinceLast,
    words: kept.words ?? '',
    who: kept.whoShouldKnow,
    whoWords: kept.whoShouldKnowWords ?? '',
    ticked: (direction) => influences.filter((i) => i.direction === direction).map((i) => i.level),
    influence: (direction, level) =>
      influences.find((i) => i.direction === direction && i.level === level)?.words ?? '',
  }
}

/** Whether anything was said beyond how it is, so that it is not folded away. */
function hasMore(typed: Typed): boolean {
  const chosen = [typed.importance, typed.sinceLast, typed.who].some(
    (code) => code !== '' && code !== 'not_said',
  )
  const named = DIRECTIONS.some((d) => typed.ticked(d).length > 0)
  return chosen || named || typed.words !== '' || typed.whoWords !== ''
}

const words = (texts: Readonly<Record<string, string>>, code: string) => texts[code] ?? ''

/** Both texts, line by line, where they differ. */
function bothOf(w: YouthWords, kept: KeptAnswer | undefined, typed: Typed): AnswerView['both'] {
  const saved = typedOf(kept)
  const named = (t: Typed, direction: 'helps' | 'gets_in_the_way') =>
    LEVELS_OF_INFLUENCE.filter((l) => t.ticked(direction).includes(l) || t.influence(direction, l))
      .map((l) => [w.levels[l], t.influence(direction, l)].filter(Boolean).join(': '))
      .join('\n')
  const states: Readonly<Record<string, string>> = w.states
  const lines = [
    [w.answer.how, kept ? saidIn(w, kept.said) : '', words(states, typed.state)],
    [
      w.answer.importance,
      words(w.importance, saved.importance),
      words(w.importance, typed.importance),
    ],
    [w.answer.sinceLast, words(w.sinceLast, saved.sinceLast), words(w.sinceLast, typed.sinceLast)],
    ...DIRECTIONS.map((d) => [w.answer[d], named(saved, d), named(typed, d)]),
    [w.answer.words, saved.words, typed.words],
    [w.answer.who, words(w.who, saved.who), words(w.who, typed.who)],
    [w.answer.whoWords, saved.whoWords, typed.whoWords],
  ]
  return lines
    .map(([label = '', text = '', mine = '']) => ({ label, text, mine }))
    .filter((line) => line.text !== line.mine)
}
