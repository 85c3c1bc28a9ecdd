/** What an outcome is called for one reader. Pure. */
import type { Framework, Outcome, WordingState } from './framework.rules.ts'
import { languageDirection, languageName } from '#kernel/languages.ts'

export type OutcomeLabel = {
  readonly code: string
  readonly title: string
  readonly explanation: string | undefined
  /** The language the words are in, for lang and dir. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly state: WordingState
  /** Set when the words are not in the language asked for: a sentence that says so. */
  readonly fallback: string | undefined
}

/** The title and explanation of every outcome by its code, in a language or, saying so, in the framework's own. */
export function outcomeLabels(
  framework: Pick<Framework, 'language' | 'outcomes'>,
  language: string,
): ReadonlyMap<string, OutcomeLabel> {
  return new Map(framework.outcomes.map((o) => [o.code, labelOf(o, language, framework.language)]))
}

/** Both strings in one language: a question in another than its title would be read twice. */
function labelOf(o: Outcome, asked: string, own: string): OutcomeLabel {
  const language = o.wording[asked]?.title ? asked : own
  const { title, explanation } = o.wording[language] ?? {}
  return {
    code: o.code,
    title: title?.text ?? o.code,
    explanation: explanation?.text,
    language,
    direction: languageDirection(language),
    state: title?.state ?? 'draft',
    fallback: language === asked ? undefined : fallbackSentence(asked, own),
  }
}

/** “Not yet in Tigrinya. These words are in English.” */
export function fallbackSentence(asked: string, given: string): string {
  return `Not yet in ${languageName(asked)}. These words are in ${languageName(given)}.`
}
