import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import { birthInWords, type Birth } from '../birth.rules.ts'
import type { Search } from '../child-keys.rules.ts'
import type { FoundChildren } from '../find.queries.ts'
import type { Found } from '../find.rules.ts'

export type FoundLine = {
  readonly href: string
  readonly name: string
  readonly sayIt: string | undefined
  /** Why this child answers the search. */
  readonly because: string
  readonly births: string
}

export type FindView = {
  readonly title: string
  readonly values: Readonly<Record<string, string>>
  readonly errors: Errors
  readonly mayOpen: boolean
  readonly results: Results | undefined
}

export type Results = {
  readonly searchedFor: string
  readonly lines: readonly FoundLine[]
  /** Said when there may be more than are shown. */
  readonly more: string | undefined
}

/** The search, before and after. */
export function findView(
  values: Readonly<Record<string, string>>,
  mayOpen: boolean,
  problems: readonly Problem[] = [],
  results?: Results,
): FindView {
  const title = 'Find a child or young person'
  return { title, values, errors: errorsOf(problems), mayOpen, results }
}

/** What a search found, each with the reason. */
export function resultsOf(search: Search, { found, more }: FoundChildren): Results {
  return {
    searchedFor: inWords(search),
    lines: found.map(foundLine),
    more: more ? tooMany(search, found.length) : undefined,
  }
}

function tooMany(search: Search, shown: number): string {
  const hint = search.born ? 'another name' : 'another name or a date of birth'
  return `Showing the closest ${shown}. Add ${hint} to see fewer.`
}

function inWords(search: Search): string {
  const born = search.born
  const parts = [
    search.name && `the name “${search.name}”, in any spelling or script`,
    search.identifier && `the number “${search.identifier}”`,
    born && `born ${birthInWords({ ...born, precision: precisionOf(search) })}`,
  ]
  return parts.filter(Boolean).join('; ')
}

function precisionOf({ born }: Search): Birth['precision'] {
  if (!born || born.earliest === born.latest) return 'day'
  if (born.earliest.slice(0, 7) === born.latest.slice(0, 7)) return 'month'
  return born.earliest.slice(0, 4) === born.latest.slice(0, 4) ? 'year' : 'range'
}

const REASONS: Readonly<Record<Found['how'], string>> = {
  number: 'This number is theirs',
  birth: 'By date of birth',
  same: 'Same name',
  'other-script': 'Same name in another script',
  'known-form': 'Another form of the name',
  sound: 'Sounds like it',
  slip: 'Spelled nearly like it',
}

/** One of those found, with the reason. */
export function foundLine(child: Found): FoundLine {
  const birth = {
    same: 'date of birth fits',
    near: 'date of birth close',
    other: 'another date of birth',
  }
  const because = [
    REASONS[child.how] + (child.metAs ? ` (${child.metAs})` : ''),
    child.birth && child.how !== 'birth' ? birth[child.birth] : undefined,
    child.how === 'birth' && child.birth === 'near' ? 'close, not the same' : undefined,
  ]
  return {
    href: `/children/${child.id}`,
    name: child.knownAs,
    sayIt: child.sayIt,
    because: because.filter(Boolean).join(', '),
    births: child.births.map((b) => `born ${birthInWords(b)}`).join('; or '),
  }
}
