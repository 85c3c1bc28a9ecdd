import type { ChildId } from '#kernel/ids.ts'
import { closestBirth, type Birth, type BirthCloseness } from './birth.rules.ts'
import { identifierKey, type Search } from './child-keys.rules.ts'
import { likeness, type Likeness } from './name-likeness.rules.ts'
import { readName, type WrittenName } from './name-keys.rules.ts'

/** A child who may be the one, with what the record says of them. */
export type Candidate = {
  readonly id: ChildId
  readonly knownAs: string
  readonly sayIt: string | undefined
  readonly names: readonly string[]
  readonly births: readonly Birth[]
  readonly identifiers: readonly string[]
}

export type Found = Candidate & {
  /** The name that answered the search, when it is not the one they go by. */
  readonly metAs: string | undefined
  readonly how: Likeness['how'] | 'number' | 'birth'
  readonly birth: BirthCloseness | undefined
  readonly score: number
}

/** How many are shown; more than this is a search that says too little. */
export const SHOWN = 50

/**
 * Orders candidates by how well they answer and drops those whose names do not. A number that is
 * theirs comes first. A day of birth moves a child up or down and never out, since it may be disputed,
 * unless it is all that was asked.
 */
export function rank(search: Search, candidates: readonly Candidate[]): readonly Found[] {
  const name = search.name ? readName(search.name) : undefined
  return candidates
    .flatMap((candidate) => judge(search, name, candidate) ?? [])
    .toSorted((a, b) => b.score - a.score || byName(a, b))
}

const alphabetical = new Intl.Collator('en-GB')
const byName = (a: Found, b: Found) =>
  alphabetical.compare(a.knownAs, b.knownAs) || (a.id < b.id ? -1 : 1)

function judge(
  search: Search,
  name: WrittenName | undefined,
  candidate: Candidate,
): Found | undefined {
  const birth = search.born && closestBirth(search.born, candidate.births)
  const best = name && bestName(name, candidate)
  const lift = LIFT[birth ?? 'other']
  const said = { ...candidate, metAs: best?.metAs, birth }
  if (hasNumber(candidate, search.identifier)) return { ...said, how: 'number', score: 10 + lift }
  if (best) return { ...said, how: best.how, score: best.score + lift }
  if (name || !birth || birth === 'other') return undefined
  return { ...said, how: 'birth', score: lift }
}

const LIFT = { same: 1, near: 0.5, other: 0 } as const

function hasNumber(candidate: Candidate, sought: string | undefined): boolean {
  if (!sought) return false
  const key = identifierKey(sought)
  return candidate.identifiers.some((value) => identifierKey(value) === key)
}

function bestName(sought: WrittenName, candidate: Candidate) {
  const all = [...new Set([candidate.knownAs, ...candidate.names])]
  const met = all
    .flatMap((name) => {
      const like = likeness(sought, readName(name))
      return like ? { ...like, metAs: name === candidate.knownAs ? undefined : name } : []
    })
    .toSorted((a, b) => b.score - a.score)
  return met[0]
}
