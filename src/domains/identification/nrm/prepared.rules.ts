import { type CalendarDay, inWords, yearsBetween } from '#kernel/calendar-day.ts'
import { languageName } from '#kernel/languages.ts'
import { inList, LISTS } from './form.rules.ts'
import { claimed } from './prepared-claims.rules.ts'
import { exploited, namedIn } from './prepared-situations.rules.ts'

/** What the record already holds, as answers to the form. Nobody is asked again for what is known. Pure. */

export type AsKnown = {
  readonly referralId: string
  readonly today: CalendarDay
  /** Whose record it is: the organisation that holds it. */
  readonly heldBy: string | undefined
  /** Under whose law the user's organisation works. */
  readonly nation: 'england' | 'wales' | 'scotland' | 'northern_ireland'
  /** How the user's organisation stands in the form's list, as its administrator said. */
  readonly listedAs: string | undefined
  readonly knownAs: string | undefined
  readonly names: readonly { readonly name: string; readonly kind: string }[]
  readonly births: readonly {
    readonly earliest: CalendarDay
    readonly latest: CalendarDay
    readonly source: string
    readonly contested: boolean
  }[]
  readonly languages: readonly {
    readonly language: string
    readonly dialect: string | undefined
    readonly forFeelings: boolean
    readonly speaks: boolean
    readonly neverUse: boolean
  }[]
  readonly people: readonly { readonly whoTheyAre: string }[]
  readonly workers: readonly {
    readonly name: string | undefined
    readonly part: string
    readonly partName: string
    readonly organisation: string | undefined
    readonly phone: string | undefined
  }[]
  readonly learning: readonly {
    readonly kindName: string
    readonly name: string
    readonly beganOn: CalendarDay
    readonly endedOn: CalendarDay | undefined
  }[]
  /** What is said for forms, what the child says themselves first within a kind. */
  readonly claims: readonly {
    readonly kind: 'birthplace' | 'gender' | 'nationality' | 'home_office_reference'
    readonly value: string
  }[]
  readonly situations: readonly SituationKnown[]
  readonly signs: readonly string[]
  readonly accounts: readonly string[]
  readonly addresses: readonly string[]
  readonly phones: readonly string[]
  readonly documents: readonly {
    readonly description: string
    readonly kind: string
    readonly datedOn: CalendarDay | undefined
    readonly noDateWhy: string | undefined
  }[]
  readonly me: {
    readonly name: string
    readonly organisation: string
    readonly role: string
    readonly phone: string | undefined
  }
}

export type SituationKnown = {
  /** How each form of it is called, and which boxes of the form it ticks. */
  readonly forms: readonly { readonly called: string; readonly ticks: readonly string[] }[]
  readonly began: string | undefined
  readonly ended: string | undefined
  /** Whether they were under 18 at any time of it, by every date of birth and what is known of its days. */
  readonly underAge: 'yes' | 'maybe' | 'no'
  readonly goesOn: 'yes' | 'no' | 'not_known'
  readonly place: 'uk' | 'overseas' | 'both' | 'not_known'
  readonly where: string | undefined
}

export type PreparedAnswer = { readonly value: string; readonly from: string }
export type Prepared = ReadonlyMap<string, PreparedAnswer>

export type One = readonly [field: string, value: string | undefined, from: string]

export function preparedFrom(known: AsKnown): Prepared {
  const all: readonly One[] = [
    ...whoWrites(known),
    ...age(known),
    ...authority(known),
    ...background(known),
    ...exploited(known),
    ...others(known),
    ...about(known),
    ...reaching(known),
    ...claimed(known),
    ['what-evidence-you-will-submit', evidenceList(known), 'the documents of this referral'],
  ]
  return new Map(
    all.flatMap(([field, value, from]) => (value ? [[field, { value, from }] as const] : [])),
  )
}

/** Our own reference: it goes into emails, so that it says nothing of anybody. */
export const ownReference = (referralId: string): string =>
  `WM-${referralId.slice(0, 8).toUpperCase()}`

function whoWrites({ referralId, me, nation, listedAs }: AsKnown): readonly One[] {
  const { first, last } = nameParts(me.name)
  const account = 'your account'
  return [
    ['reference', ownReference(referralId), 'made by Waymark; there is no name in it'],
    [
      'user-organisation',
      inList(LISTS.firstResponderOrganisations, listedAs ?? me.organisation),
      'your organisation, which is in the form’s list',
    ],
    ['fr-location', nation.replace('_', '-'), 'the nation your organisation works in'],
    ['fr-details-first-name', first, account],
    ['fr-details-last-name', last, account],
    ['fr-details-role', me.role, account],
    ['fr-details-phone', me.phone, 'how you can be reached, as you keep it'],
  ]
}

/** The last word as the last name: names of one word, and of other traditions, are for whoever writes to put right. */
export function nameParts(name: string): {
  readonly first: string | undefined
  readonly last: string | undefined
} {
  const words = name.trim().split(/\s+/)
  if (words.length < 2) return { first: words[0] || undefined, last: undefined }
  return { first: words.slice(0, -1).join(' '), last: words.at(-1) }
}

const FROM_BIRTHS = 'the dates of birth on the record'

/** Under 18 when every date says so; not sure when they differ or somebody contests one. */
function age({ births, today }: AsKnown): readonly One[] {
  if (births.length === 0) return []
  const young = births.map((b) => [b.earliest, b.latest].map((d) => yearsBetween(d, today) < 18))
  const all = young.flat()
  const answer = all.every(Boolean) ? 'yes' : all.some(Boolean) ? 'not-sure' : 'no'
  const contested = births.some((b) => b.contested) && answer === 'no'
  return [['pv-under-age', contested ? 'not-sure' : answer, FROM_BIRTHS]]
}

function authority({ heldBy, workers }: AsKnown): readonly One[] {
  const prefix = 'local-authority-contacted-about-child-local-authority'
  const worker = workers.find((w) => w.part === 'social_worker')
  const parts = nameParts(worker?.name ?? '')
  const from = 'who stands beside them: their social worker'
  return [
    [
      `${prefix}-name`,
      inList(LISTS.localAuthorities, heldBy),
      'the council that holds this record',
    ],
    [`${prefix}-phone`, worker?.phone, from],
    [`${prefix}-first-name`, parts.first, from],
    [`${prefix}-last-name`, parts.last, from],
  ]
}

const FAMILY =
  /\b(mother|father|mum|dad|parent|brother|sister|sibling|uncle|aunt|auntie|cousin|grand\w+|step\w+|son|daughter|wife|husband|family|niece|nephew|guardian at home)\b/i

/** How people are related, without their names: the form asks for none. */
function background({ people, learning }: AsKnown): readonly One[] {
  const family = people.map((p) => p.whoTheyAre.trim()).filter((who) => FAMILY.test(who))
  const learned = learning.map(
    (l) =>
      `${l.kindName}: ${l.name}, from ${inWords(l.beganOn)}${l.endedOn ? ` to ${inWords(l.endedOn)}` : ', now'}`,
  )
  return [
    [
      'family',
      family.length > 0 ? `On the record: ${family.join('; ')}.` : undefined,
      'the people who matter to them, without their names',
    ],
    ['education', learned.length > 0 ? learned.join('\n') : undefined, 'where they learn'],
  ]
}

function others({ workers, me }: AsKnown): readonly One[] {
  const beside = workers.filter((w) => w.name !== undefined && w.name !== me.name)
  const lines = beside.map(
    (w) => `${w.partName}${w.organisation ? `, ${w.organisation}` : ''}: ${w.name}`,
  )
  const from = 'who stands beside them'
  return [
    ['are-others-involved', beside.length > 0 ? 'yes' : undefined, from],
    ['are-others-involved-details', beside.length > 0 ? lines.join('\n') : undefined, from],
  ]
}

function about({ names, knownAs, births, languages }: AsKnown): readonly One[] {
  const main =
    names.find((n) => n.kind === 'on_documents') ?? names.find((n) => n.kind === 'calls_themselves')
  const { first, last } = nameParts(main?.name ?? knownAs ?? '')
  const from = main ? 'the names on the record' : 'the name they go by'
  const other = [...new Set([knownAs, ...names.map((n) => n.name)])].filter(
    (n): n is string => n !== undefined && n !== main?.name && n !== first,
  )
  return [
    ['pv-name-first-name', first, from],
    ['pv-name-last-name', last, from],
    [
      'pv-name-nickname',
      other.length > 0 ? other.join(', ') : undefined,
      'the names on the record',
    ],
    ['pv-dob', ...bornOn(births)],
    ...speaking(languages),
  ]
}

/** The day they say themselves; else the one day there is, when nobody contests it. The form may go without. */
function bornOn(births: AsKnown['births']): readonly [string | undefined, string] {
  const days = births.filter((b) => b.earliest === b.latest)
  const own = days.find((b) => b.source === 'child_says')
  const more = births.length - 1
  if (own) {
    const beside = more > 0 ? `; ${more} more on the record` : ''
    return [own.earliest, `the date of birth that the young person says${beside}`]
  }
  const [one] = days
  const only = one && births.length === 1 && !one.contested
  return [only ? one.earliest : undefined, FROM_BIRTHS]
}

function speaking(languages: AsKnown['languages']): readonly One[] {
  const spoken = languages.filter((l) => l.speaks && !l.neverUse)
  const best = spoken.find((l) => l.forFeelings) ?? spoken[0]
  if (!best) return []
  const from = 'the languages on the record'
  const english = best.language === 'en'
  const never = languages.filter((l) => l.neverUse).map((l) => languageName(l.language))
  const words = `${languageName(best.language)}${best.dialect ? ` (${best.dialect})` : ''}${never.length > 0 ? `. Never in ${never.join(' or ')}` : ''}`
  return [
    ['pv-interpreter-requirements', english ? 'no' : 'yes', from],
    ['pv-interpreter-requirements-language', english ? undefined : words, from],
  ]
}

/** For adults the form asks how to reach them; for everybody, in which town they stay. */
function reaching({ addresses, phones }: AsKnown): readonly One[] {
  const [town] = namedIn(LISTS.ukCitiesAndTowns, addresses.join('\n'))
  const from = 'the ways to reach them'
  return [
    ['current-pv-location-uk-city', town, from],
    ['pv-phone-number', phones[0] && 'yes', from],
    ['pv-phone-number-yes', phones[0], from],
  ]
}

export function evidenceList({ documents }: Pick<AsKnown, 'documents'>): string | undefined {
  if (documents.length === 0) return undefined
  return documents
    .map(
      (d, n) =>
        `${n + 1}. ${d.description} (${d.kind}), ${d.datedOn ? inWords(d.datedOn) : `no date: ${d.noDateWhy}`}`,
    )
    .join('\n')
}
