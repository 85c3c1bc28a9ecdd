import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import type { Meaning } from '#domains/children/index.ts'
import { type Frame, frameIn } from '#domains/words/index.ts'

export type MeaningsView = Frame & { readonly meanings: readonly Meaning[] }

export const meaningsView = (language: string, meanings: readonly Meaning[]): MeaningsView => ({
  ...frameIn(language, false, (w) => w.meanings.title),
  meanings,
})

export type WriteMeaningView = Frame & {
  readonly errors: Errors
  /** Undefined for a word not explained before. */
  readonly meaning: Meaning | undefined
  readonly version: number
  readonly values: { readonly word: string; readonly meaning: string }
  /** Set when it changed meanwhile: what is kept now. */
  readonly kept: Meaning | undefined
}

export function writeMeaningView(given: {
  readonly language: string
  readonly meaning: Meaning | undefined
  readonly values: WriteMeaningView['values']
  readonly problems: readonly Problem[]
  readonly kept: Meaning | undefined
}): WriteMeaningView {
  const now = given.kept ?? given.meaning
  return {
    ...frameIn(given.language, false, (w) => w.meanings.title),
    errors: errorsOf(given.problems),
    meaning: now,
    version: now?.version ?? 0,
    values: given.values,
    kept: given.kept,
  }
}
