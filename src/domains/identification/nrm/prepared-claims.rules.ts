import { inList, LISTS } from './form.rules.ts'
import type { AsKnown, One } from './prepared.rules.ts'

const FROM = 'what forms ask for, as it is on the record'

const GENDERS: readonly (readonly [RegExp, string])[] = [
  [/^(female|girl|woman|young woman)$/i, 'female'],
  [/^(male|boy|man|young man)$/i, 'male'],
]

/** From what is said on the record. What differs between those who say it is left to whoever writes. */
export function claimed({ claims }: Pick<AsKnown, 'claims'>): readonly One[] {
  const of = (kind: AsKnown['claims'][number]['kind']) =>
    claims.filter((c) => c.kind === kind).map((c) => c.value.trim())
  const one = (values: readonly string[]) => (new Set(values).size === 1 ? values[0] : undefined)
  const listed = [
    ...new Set(of('nationality').flatMap((n) => inList(LISTS.nationalities, n) ?? [])),
  ]
  const references = of('home_office_reference')
  const gender = one(of('gender'))
  return [
    ['birthplace', one(of('birthplace')), FROM],
    ['pv-gender', GENDERS.find(([words]) => words.test(gender ?? ''))?.[1], FROM],
    ['pv-nationality', listed[0], FROM],
    ['pv-nationality-second', listed[1], FROM],
    ['pv-ho-reference', references.length > 0 ? 'yes' : undefined, FROM],
    ['pv-ho-reference-type', references.join(', ') || undefined, FROM],
  ]
}
