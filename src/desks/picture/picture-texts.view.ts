import { londonMonthIn } from '#kernel/london-time.ts'
import { londonDay } from '#kernel/london-time.ts'
import {
  IMPORTANCE_WORDS,
  INTERPRETER_WORDS,
  type Influence,
  LEVEL_WORDS,
  REASON_WORDS,
  type Said,
  RELATIONSHIP_WORDS,
  SINCE_LAST_WORDS,
  type Spoken,
  type State,
  STATE_WORDS,
  VOICE_WORDS,
  WHO_WORDS,
} from '#domains/outcomes/index.ts'
import { saidIn } from '#domains/participation/index.ts'
import { dayIn, type Frame, say } from '#domains/words/index.ts'

/** How one face of the house says what is on the picture. */
export type PictureTexts = {
  readonly language: string
  readonly rtl: boolean
  readonly state: (state: State) => string
  readonly said: (said: Said) => string
  readonly day: (at: Date) => string
  readonly month: (at: Date) => string
  readonly importance: (code: Spoken['importance']) => string
  readonly sinceLast: (code: Spoken['sinceLast']) => string
  readonly influence: (influence: Influence) => string
  readonly seenBy: (spoken: Spoken) => string
  readonly noAnswer: string
  readonly gaps: string
  readonly asTable: string
  /** Who the young person wants to know, in their words where they gave any. */
  readonly who: (spoken: Spoken) => string
  /** Who was there and who interpreted: it can change what is said. Undefined where it is not shown. */
  readonly how: ((spoken: Spoken) => string) | undefined
  readonly head: readonly string[]
}

const month = (language: string) => (at: Date) => londonMonthIn(language, at)

const unlessNotSaid = (texts: Readonly<Record<string, string>>, code: string) =>
  code === 'not_said' ? '' : (texts[code] ?? '')

const withWords = (level: string, influence: Influence) =>
  influence.words === undefined ? level : `${level}: ${influence.words}`

/** For the young person, in the language of their pages. */
export function youngTexts({ w, language, dir }: Frame): PictureTexts {
  const p = w.picture
  return {
    language,
    rtl: dir === 'rtl',
    state: (state) => w.states[state],
    said: (said) => saidIn(w, said),
    day: (at) => dayIn(language, at),
    month: month(language),
    importance: (code) => unlessNotSaid(w.importance, code),
    sinceLast: (code) => unlessNotSaid(w.sinceLast, code),
    influence: (i) => withWords(w.levels[i.level], i),
    seenBy: (s) =>
      s.voice === 'young_person' ? '' : say(p.seenBy, { who: s.by ?? p.voices[s.voice] }),
    who: (s) => whoIn(unlessNotSaid(w.who, s.whoShouldKnow), s),
    how: undefined,
    noAnswer: p.noAnswer,
    gaps: p.gaps,
    asTable: p.asTable,
    head: [p.day, p.answer, p.matters, w.answer.sinceLast, p.words, p.helps, p.gets_in_the_way],
  }
}

const whoIn = (who: string, s: Spoken) => [who, s.whoShouldKnowWords].filter(Boolean).join(': ')

function howSaid(s: Spoken): string {
  const relationships: Readonly<Record<string, string>> = RELATIONSHIP_WORDS
  const modes: Readonly<Record<string, string>> = INTERPRETER_WORDS
  return [
    s.with === undefined ? 'On their own' : `With: ${relationships[s.with] ?? s.with}`,
    s.onWorkersDevice ? 'On a worker’s device' : '',
    s.interpreterMode === 'none_needed' ? '' : (modes[s.interpreterMode] ?? s.interpreterMode),
  ]
    .filter(Boolean)
    .join('. ')
}

/** For those beside them, naming whose words they are. */
export function workerTexts(name: string): PictureTexts {
  return {
    language: 'en',
    rtl: false,
    state: (state) => STATE_WORDS[state],
    said: (said) => ('state' in said ? STATE_WORDS[said.state] : REASON_WORDS[said.reason]),
    day: londonDay,
    month: month('en'),
    importance: (code) => unlessNotSaid(IMPORTANCE_WORDS, code),
    sinceLast: (code) => unlessNotSaid(SINCE_LAST_WORDS, code),
    influence: (i) => withWords(LEVEL_WORDS[i.level], i),
    seenBy: (s) => (s.by === undefined ? VOICE_WORDS[s.voice] : `${VOICE_WORDS[s.voice]}: ${s.by}`),
    who: (s) => whoIn(unlessNotSaid(WHO_WORDS, s.whoShouldKnow), s),
    how: howSaid,
    noAnswer: 'No answer',
    gaps: 'Without an answer',
    asTable: 'The same as a table',
    head: [
      'Day',
      `What ${name} said`,
      'How much it matters',
      'Since last time',
      `In ${name}’s words`,
      'What helps',
      'What gets in the way',
      'Who should know',
      'How it was said',
    ],
  }
}
