import { londonDay } from '#kernel/london-time.ts'
import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import { type Child, notSharedInWords, type SharedKind, TOPICS } from '#domains/children/index.ts'
import { outcomeLabels, type UsedFramework } from '#domains/outcomes/index.ts'
import type { Suggestion } from '../settings.queries.ts'
import { ofOutcome, ofWords, type SuggestedAbout } from '../settings.rules.ts'

export const KIND_WORDS: Readonly<Record<SharedKind, string>> = {
  check_ins: 'what they say in check-ins',
  goals: 'their goals',
  people: 'the people who matter to them',
  words: 'their own words',
}

const ABOUT_WORDS: Readonly<Record<SuggestedAbout, string>> = {
  ...KIND_WORDS,
  contact: 'how people reach them',
  topics: 'what they do not want to be asked',
  look: 'how their pages look',
}

/** What a young person does not want to be asked about, named as staff know it. */
export function putAwayInWords(
  topics: readonly string[],
  framework: UsedFramework | undefined,
): readonly string[] {
  const labels = framework && outcomeLabels(framework, 'en')
  const words = Object.entries(TOPICS).map(([topic, text]) => [ofWords(topic), text] as const)
  const outcomes = (framework?.outcomes ?? []).map(
    (o) => [ofOutcome(o.code), labels?.get(o.code)?.title ?? o.code] as const,
  )
  const named = new Map<string, string>([...words, ...outcomes])
  // One of a framework no longer in use has no name here; it comes back with its name.
  return topics.flatMap((topic) => named.get(topic) ?? [])
}

export type SuggestView = {
  readonly title: string
  readonly child: Child
  readonly errors: Errors
  readonly mayWrite: boolean
  readonly notShared: readonly string[]
  readonly putAway: readonly string[]
  readonly suggestions: readonly {
    readonly what: string
    readonly why: string
    readonly who: string
    readonly answer: string
  }[]
  readonly choices: readonly {
    readonly value: string
    readonly text: string
    readonly checked: boolean
  }[]
  readonly why: string
}

export function suggestView(given: {
  readonly child: Child
  readonly notShared: ReadonlySet<SharedKind>
  readonly putAway: readonly string[]
  readonly suggestions: readonly Suggestion[]
  readonly mayWrite: boolean
  readonly typed: { readonly about: string; readonly why: string }
  readonly problems: readonly Problem[]
}): SuggestView {
  const { child } = given
  return {
    title: 'Their own settings',
    child,
    errors: errorsOf(given.problems),
    mayWrite: given.mayWrite,
    notShared: [...given.notShared].map(
      (kind) => `${notSharedInWords(child.knownAs)} with you: ${KIND_WORDS[kind]}`,
    ),
    putAway: given.putAway,
    suggestions: given.suggestions.map((s) => ({
      what: suggestedInWords(s),
      why: s.why,
      who: `${s.byName ?? 'Somebody in another organisation'}, ${londonDay(s.at)}`,
      answer: answerInWords(s, child.knownAs),
    })),
    choices: CHOICES.map((c) => ({ ...c, checked: c.value === given.typed.about })),
    why: given.typed.why,
  }
}

function suggestedInWords({ about, share, byName }: Suggestion): string {
  const what = ABOUT_WORDS[about]
  if (share === undefined) return `Look again at ${what}`
  return share === 'nobody'
    ? `Keep ${what} to themselves`
    : `Share ${what} with ${byName ?? 'somebody'}`
}

function answerInWords({ answer }: Suggestion, knownAs: string): string {
  if (answer === undefined) return `${knownAs} has not answered, and does not have to`
  return answer === 'yes' ? `${knownAs} said yes` : `${knownAs} said: no, thanks`
}

const SHARING: readonly (readonly [SharedKind, string])[] = [
  ['check_ins', KIND_WORDS.check_ins],
  ['goals', KIND_WORDS.goals],
  ['people', KIND_WORDS.people],
  ['words', KIND_WORDS.words],
]

const CHOICES: readonly { readonly value: string; readonly text: string }[] = [
  ...SHARING.map(([kind, text]) => ({ value: `${kind}/with_me`, text: `Share ${text} with me` })),
  ...SHARING.map(([kind, text]) => ({
    value: `${kind}/nobody`,
    text: `Keep ${text} to themselves`,
  })),
  { value: 'contact', text: `Look again at ${ABOUT_WORDS.contact}` },
  { value: 'topics', text: `Look again at ${ABOUT_WORDS.topics}` },
  { value: 'look', text: `Look again at ${ABOUT_WORDS.look}` },
]
