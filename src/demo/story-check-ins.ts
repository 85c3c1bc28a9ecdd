import type { KnownOutcome } from './answers.ts'
import { instantOf } from './days.ts'
import type {
  Influence,
  InventedAnswer,
  InventedCheckIn,
  InventedChild,
  Level,
  Reason,
  State,
  Voice,
} from './invented.ts'
import { type Random, uuid } from './random.ts'
import { themeOf } from './words/answers.ts'
import { STORY_CHECK_INS } from './words/story.ts'

/** The check-ins of the story, read from its lines, in order of time. */
export function checkInsOfStory(
  r: Random,
  child: InventedChild,
  outcomes: readonly KnownOutcome[],
  today: number,
): readonly InventedCheckIn[] {
  const made: InventedCheckIn[] = []
  let answers: InventedAnswer[] = []
  for (const line of STORY_CHECK_INS) {
    const fields = line.split('|').map((field) => field.trim())
    if (line.startsWith('@')) {
      answers = []
      made.push(headOf(r, child, fields, today, answers))
    } else {
      answers.push(...answerOf(fields, outcomes))
    }
  }
  return made.toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

function headOf(
  r: Random,
  child: InventedChild,
  [ago = '', voice = '', company = '', place = '']: readonly string[],
  today: number,
  answers: readonly InventedAnswer[],
): InventedCheckIn {
  return {
    id: uuid(r),
    voice: oneOf(VOICES, voice),
    authorId: voice === 'young_person' ? undefined : authorOf(child, voice === 'guardian'),
    at: instantOf(today - Number(ago.slice(1)), 1015),
    company: oneOf(COMPANY, company),
    saidBy: undefined,
    withdrawn: undefined,
    promptedBy: voice === 'young_person' ? 'childs_wish' : 'review_due',
    interpreter: company === 'interpreter' ? 'phone' : 'none_needed',
    language: 'en',
    place,
    answers,
  }
}

/** The worker or the guardian who stands beside the child now. */
export function authorOf(child: InventedChild, guardian: boolean): string | undefined {
  return child.allocations.find((a) => a.to === undefined && (a.part === 'guardian') === guardian)
    ?.personId
}

function answerOf(
  [theme = '', said = '', words = '', ...more]: readonly string[],
  outcomes: readonly KnownOutcome[],
): InventedAnswer[] {
  const outcome = outcomes.find((o) => isAbout(o, theme))?.code
  if (outcome === undefined) return []
  const state = STATES.find((s) => s === said)
  return [
    {
      outcome,
      said: state === undefined ? { reason: oneOf(REASONS, said) } : { state },
      importance: more.includes('!') ? 'a_lot' : 'not_said',
      whoShouldKnow: 'not_said',
      sinceLast: SINCE.find((s) => more.includes(s)),
      words: words === '' ? undefined : { text: words, language: languageOf(words) },
      influences: more.filter((m) => /^[+-]/.test(m)).map(influenceOf),
    },
  ]
}

/** A theme, or with = before it the code of one outcome. */
const isAbout = (o: KnownOutcome, theme: string): boolean =>
  theme.startsWith('=') ? o.code === theme.slice(1) : themeOf(o.code, o.title) === theme

function languageOf(words: string): string {
  return /\p{Script=Ethiopic}/u.test(words) ? 'ti' : 'en'
}

function influenceOf(text: string): Influence {
  const [level = '', words = ''] = text.slice(1).split(': ')
  const direction = text.startsWith('+') ? 'helps' : 'gets_in_the_way'
  return { direction, level: oneOf(LEVELS, level), words }
}

const VOICES: readonly Voice[] = ['young_person', 'practitioner', 'guardian']
const COMPANY: readonly InventedCheckIn['company'][] = [
  'alone',
  'worker',
  'guardian',
  'friend',
  'interpreter',
]
const STATES: readonly State[] = ['not_at_all', 'a_little', 'mostly', 'fully', 'changes_a_lot']
const REASONS: readonly Reason[] = ['dont_know', 'not_now', 'skipped']
const SINCE = ['better', 'same', 'worse', 'different'] as const
const LEVELS: readonly Level[] = ['person', 'service', 'system', 'law']

function oneOf<T extends string>(allowed: readonly T[], text: string): T {
  const found = allowed.find((a) => a === text)
  if (found === undefined)
    throw new Error(`The story says ${text}, which is none of ${allowed.join(', ')}`)
  return found
}
