import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import type { Child, ChildLanguage } from '#domains/children/index.ts'
import { INTERPRETER_MODES, PROMPTS, RELATIONSHIPS } from '../check-in.rules.ts'
import { INTERPRETER_WORDS, PROMPT_WORDS, RELATIONSHIP_WORDS } from '../check-in-words.rules.ts'
import type { UsedFramework } from '../framework-kept.rules.ts'
import { languageName } from '#kernel/languages.ts'

type Item = { readonly value: string; readonly text: string; readonly checked: boolean }

export type HandOverView = {
  readonly title: string
  readonly child: Child
  readonly errors: Errors
  readonly values: Readonly<Record<string, string>>
  readonly company: readonly Item[]
  readonly interpreter: readonly Item[]
  readonly prompts: readonly Item[]
  readonly languages: readonly (Item & { readonly selected: boolean })[]
  /** Languages the child does not want used with them. */
  readonly never: readonly string[]
}

/** Languages the words on the screen may be in: those of the framework, English first. */
export function screenLanguages(framework: UsedFramework): readonly string[] {
  const tags = framework.outcomes.flatMap((o) => Object.keys(o.wording))
  return [...new Set([framework.language, ...tags])]
}

/** Before a device is handed over: who is there, who interprets, where, why now. */
export function handOverView(given: {
  readonly child: Child
  readonly framework: UsedFramework | undefined
  readonly childLanguages: readonly ChildLanguage[]
  readonly values: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}): HandOverView {
  const { values } = given
  const item = (field: string) => (texts: Readonly<Record<string, string>>) => (value: string) => ({
    value,
    text: texts[value] ?? value,
    checked: values[field] === value,
  })
  const languages = given.framework ? screenLanguages(given.framework) : ['en']
  return {
    title: 'Hand over the device',
    child: given.child,
    errors: errorsOf(given.problems),
    values,
    company: [
      {
        value: 'nobody',
        text: 'Nobody: they answer on their own',
        checked: values['company'] === 'nobody',
      },
      ...RELATIONSHIPS.map(item('company')(RELATIONSHIP_WORDS)),
    ],
    interpreter: INTERPRETER_MODES.map(item('interpreterMode')(INTERPRETER_WORDS)),
    prompts: PROMPTS.map(item('promptedBy')(PROMPT_WORDS)),
    languages: languages.map((tag) => ({
      value: tag,
      text: languageName(tag),
      checked: values['language'] === tag,
      selected: values['language'] === tag,
    })),
    never: given.childLanguages.filter((l) => l.neverUse).map((l) => l.language),
  }
}

const same = (a: string, b: string) =>
  a.localeCompare(b, 'en', { sensitivity: 'base', usage: 'search' }) === 0

/** A language the child does not want used, when that is the one that was entered. */
export function neverUsed(
  childLanguages: readonly ChildLanguage[],
  entered: string | undefined,
): string | undefined {
  return childLanguages.find(
    (l) => l.neverUse && entered !== undefined && same(l.language, entered),
  )?.language
}
