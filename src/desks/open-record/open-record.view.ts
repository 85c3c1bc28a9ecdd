import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import {
  birthInWords,
  BIRTH_SOURCES,
  type Found,
  type FoundLine,
  foundLine,
} from '#domains/children/index.ts'
import type { Alike } from '#domains/same-child/index.ts'

/** A record that may be theirs: weighed, and found by name or number too where it was. */
export type Possible = { readonly alike: Alike; readonly found: Found | undefined }

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
  possible?: readonly Possible[],
): OpenRecordView {
  return {
    title: 'Open a record',
    values,
    errors: errorsOf(problems),
    sources: Object.entries(BIRTH_SOURCES).map(([value, text]) => ({
      value,
      text,
      selected: (values['source'] ?? 'child_says') === value,
    })),
    possible: possible && possibleLines(possible),
  }
}

/** Each with why: what speaks for it step by step, or how it was found where nothing else does. */
export const possibleLines = (possible: readonly Possible[]): readonly FoundLine[] =>
  possible.map(({ alike, found }) => ({
    href: `/children/${alike.id}`,
    name: alike.knownAs,
    sayIt: alike.sayIt,
    because: becauseOf(alike, found),
    births: alike.births.map((birth) => `born ${birthInWords(birth)}`).join('; or '),
  }))

function becauseOf(alike: Alike, found: Found | undefined): string {
  const how = found && (found.how === 'number' || !alike.because) ? foundLine(found).because : ''
  return [alike.weight >= 0 ? alike.says : '', how, alike.because].filter(Boolean).join('. ')
}
