import { LISTS } from './form.rules.ts'
import type { AsKnown, One, SituationKnown } from './prepared.rules.ts'

/** What the situations and worries on the record answer of the form. Pure. */

const FROM = 'the situations on the record'
const WORRIES = 'the worries on the record'
const MOST = 10

export function exploited({ situations, signs, accounts }: AsKnown): readonly One[] {
  return [
    ...when(situations),
    [
      'pv-under-age-at-time-of-exploitation',
      underAge(situations),
      `${FROM}, and the dates of birth`,
    ],
    ...goingOn(situations),
    ...where(situations),
    ...how(situations),
    ['modern-slavery-indicators', signs.length > 0 ? 'yes' : undefined, WORRIES],
    ['modern-slavery-indicators-details', asLines(signs), WORRIES],
    ['what-happened', asLines(accounts), 'their own words, in the worries on the record'],
  ]
}

const asLines = (all: readonly string[]): string | undefined =>
  all.length > 0 ? [...new Set(all)].join('\n') : undefined

const datesOf = (s: SituationKnown): string => {
  const until = s.ended ?? (s.goesOn === 'yes' ? 'now' : 'not known')
  return `${s.began ?? 'Not known'} to ${until}`
}

function when(situations: readonly SituationKnown[]): readonly One[] {
  const several = situations.length > 1
  const dated = situations.find((s) => s.began ?? s.ended)
  const lines = situations.map((s) => `${datesOf(s)}: ${s.forms.map((f) => f.called).join('; ')}`)
  return [
    [
      'potential-victim-exploitative-situation-multiple',
      situations.length === 0 ? undefined : several ? 'yes' : 'no',
      FROM,
    ],
    ['when-did-the-exploitation-take-place', several ? undefined : dated && datesOf(dated), FROM],
    ['when-did-the-exploitation-take-place-multiple', several ? asLines(lines) : undefined, FROM],
  ]
}

/** Of any of them: yes if of one; not sure if of one it is not known. */
function underAge(situations: readonly SituationKnown[]): string | undefined {
  if (situations.length === 0) return undefined
  if (situations.some((s) => s.underAge === 'yes')) return 'yes'
  return situations.some((s) => s.underAge === 'maybe') ? 'not-sure' : 'no'
}

function goingOn(situations: readonly SituationKnown[]): readonly One[] {
  const over = situations.length > 0 && situations.every((s) => s.goesOn === 'no')
  const still = situations.some((s) => s.goesOn === 'yes')
  return [['still-in-exploitative-situation', still ? 'yes' : over ? 'no' : undefined, FROM]]
}

function where(situations: readonly SituationKnown[]): readonly One[] {
  const uk = situations.filter((s) => s.place === 'uk' || s.place === 'both')
  const overseas = situations.filter((s) => s.place === 'overseas' || s.place === 'both')
  const answer = uk.length === 0 ? 'overseas' : overseas.length === 0 ? 'uk' : 'uk-and-overseas'
  const known = uk.length + overseas.length > 0
  const places = (of: readonly SituationKnown[]) => of.flatMap((s) => s.where ?? [])
  return [
    ['where-exploitation-happened', known ? answer : undefined, FROM],
    ...numbered(
      'where-exploitation-happened-uk-city',
      namedIn(LISTS.ukCitiesAndTowns, places(uk).join('\n')),
    ),
    ['where-exploitation-happened-other-uk-other-location', asLines(places(uk)), FROM],
    ...numbered(
      'where-exploitation-happened-overseas-country',
      namedIn(
        LISTS.countries.filter((c) => c !== 'United Kingdom'),
        places(overseas).join('\n'),
      ),
    ),
    ['where-exploitation-happened-other-overseas-other-location', asLines(places(overseas)), FROM],
  ]
}

const numbered = (field: string, all: readonly string[]): readonly One[] =>
  all.slice(0, MOST).map((value, n): One => [`${field}-${n + 1}`, value, FROM])

function how(situations: readonly SituationKnown[]): readonly One[] {
  const forms = situations.flatMap((s) => s.forms)
  const ticks = new Set(forms.flatMap((f) => f.ticks))
  const others = forms.filter((f) => f.ticks.includes('types-of-exploitation-other'))
  return [
    ...[...ticks].map((field): One => [field, 'yes', `${FROM}, as our list reads in the form’s`]),
    ['other-exploitation-details', asLines(others.map((f) => f.called)), FROM],
  ]
}

/** The lines of a list that stand in a text as whole words, the longest first: Stoke-on-Trent before Stoke. */
export function namedIn(list: readonly string[], text: string): readonly string[] {
  let left = text.toLowerCase()
  const found: string[] = []
  for (const name of list.toSorted((a, b) => b.length - a.length)) {
    const whole = new RegExp(
      `(^|[^\\p{L}])${name.toLowerCase().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}($|[^\\p{L}])`,
      'u',
    )
    // Seldom there: looked for plainly first, since there are many names.
    if (!left.includes(name.toLowerCase()) || !whole.test(left)) continue
    found.push(name)
    left = left.replaceAll(name.toLowerCase(), ' ')
  }
  return found
}
