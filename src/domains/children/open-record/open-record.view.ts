import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import { BIRTH_SOURCES } from '../child.rules.ts'
import { resultsOf, type FoundLine } from '../find-child/find-child.view.ts'
import type { Found } from '../find.rules.ts'

export type OpenRecordView = {
  readonly title: string
  readonly values: Readonly<Record<string, string>>
  readonly errors: Errors
  readonly sources: readonly {
    readonly value: string
    readonly text: string
    readonly selected: boolean
  }[]
  /** Undefined until the search was made; empty when it found nobody. */
  readonly possible: readonly FoundLine[] | undefined
}

/** The form of a new record, with those it may be the same as. */
export function openRecordView(
  values: Readonly<Record<string, string>> = {},
  problems: readonly Problem[] = [],
  possible?: readonly Found[],
): OpenRecordView {
  const nothing = { name: undefined, born: undefined, identifier: undefined }
  return {
    title: 'Open a record',
    values,
    errors: errorsOf(problems),
    sources: Object.entries(BIRTH_SOURCES).map(([value, text]) => ({
      value,
      text,
      selected: (values['source'] ?? 'child_says') === value,
    })),
    possible: possible && resultsOf(nothing, { found: possible, more: false }).lines,
  }
}
