/** What we hold of the people around a young person, and of the adult they trust. Pure. */

export const OWN_VIEWS = ['helps', 'worries', 'both', 'not_said'] as const
export type OwnViewCode = (typeof OWN_VIEWS)[number]

/** What staff read of how the young person sees somebody. */
export const OWN_VIEW_WORDS: Readonly<Record<OwnViewCode, string>> = {
  helps: 'Helps me',
  worries: 'Worries me',
  both: 'Both helps and worries me',
  not_said: 'I would rather not say',
}

export const AGENCY_VIEWS = {
  protective: 'Protects them',
  risk: 'A risk to them',
  unknown: 'Not known yet',
} as const
export type AgencyViewCode = keyof typeof AGENCY_VIEWS

export const CHILD_AGREES = {
  yes: 'They agree',
  in_part: 'They agree in part',
  no: 'They do not agree',
  not_asked: 'Nobody has asked them yet',
} as const

const DAY = 24 * 60 * 60 * 1000

/** Whether the young person has chosen an adult they trust, and since when not. */
export type Trust = {
  readonly chosen: boolean
  /** Since when nobody is chosen: the end of the last choice, or the day the record was opened. */
  readonly emptySince: Date
  /** What they said last about being asked. */
  readonly answer: 'not_now' | 'ask_me' | undefined
}

export type TrustState = 'chosen' | 'not-wanted-now' | 'asked-for' | 'overdue' | 'not-yet'

/**
 * "I do not want one now" closes the alert until they say otherwise; "ask me" opens it at once.
 * Otherwise it opens when nobody has been chosen for that many whole days.
 */
export function trustState(trust: Trust, days: number, now: Date): TrustState {
  if (trust.chosen) return 'chosen'
  if (trust.answer === 'not_now') return 'not-wanted-now'
  if (trust.answer === 'ask_me') return 'asked-for'
  return now.getTime() - trust.emptySince.getTime() >= days * DAY ? 'overdue' : 'not-yet'
}

export const isAlert = (state: TrustState): boolean => state === 'overdue' || state === 'asked-for'

/** Up to two letters to stand where there is no photograph, in the script of the name. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word))
  const first = words.at(0)
  const last = words.length > 1 ? words.at(-1) : undefined
  return [first, last]
    .map((word) => (word ? String.fromCodePoint(word.codePointAt(0) ?? 0) : ''))
    .join('')
}

/** Where a young person's own pages have the photo of somebody around them. */
export const photoAddress = (around: string): string => `/me/people/${around}/photo/file`

export type Reach = {
  readonly phone: string | undefined
  readonly hours: string | undefined
  readonly whenAway: string | undefined
  readonly coverName: string | undefined
  readonly coverPhone: string | undefined
  readonly awayFrom: string | undefined
  readonly awayUntil: string | undefined
  readonly language: string
  readonly version: number
}

/** Whether they are away on that day, as they said themselves. */
export function isAway(reach: Pick<Reach, 'awayFrom' | 'awayUntil'>, today: string): boolean {
  if (!reach.awayFrom || reach.awayFrom > today) return false
  return !reach.awayUntil || reach.awayUntil >= today
}

/** Somebody around a young person: a worker allocated to them, or a person who matters, or both in one. */
export type PersonAround = {
  /** The account of a worker, or the entry among the people who matter. */
  readonly id: string
  readonly staffId: string | undefined
  readonly mattersId: string | undefined
  readonly name: string
  /** Codes of the parts they have as workers. */
  readonly parts: readonly string[]
  readonly organisation: string | undefined
  readonly since: string | undefined
  /** Who they are, in the young person's words. */
  readonly whoTheyAre: string | undefined
  readonly why: string | undefined
  readonly language: string
  readonly trusted: boolean
  readonly carer: boolean
  readonly version: number
}

type Worker = {
  readonly personId: string
  readonly personName: string | undefined
  readonly organisationName: string | undefined
  readonly part: string
  readonly startedOn: string
  readonly endedOn: string | undefined
}

type Mattering = {
  readonly id: string
  readonly name: string
  readonly whoTheyAre: string
  readonly why: string | undefined
  readonly trustedAdult: boolean
  readonly staffId: string | undefined
  readonly carer: boolean
  readonly language: string
  readonly version: number
}

/** Everybody once: those they trust first, then workers, then the other people who matter. */
export function peopleAround(
  workers: readonly Worker[],
  people: readonly Mattering[],
  unnamed: string,
): readonly PersonAround[] {
  const now = Map.groupBy(
    workers.filter((w) => w.endedOn === undefined),
    (w) => w.personId,
  )
  const entries = new Map(people.flatMap((p) => (p.staffId ? [[p.staffId, p] as const] : [])))
  const working = [...now].map(([id, parts]) => ofWorker(id, parts, entries.get(id), unnamed))
  const others = people.filter((p) => !p.staffId || !now.has(p.staffId)).map(ofPerson)
  return [...working, ...others].toSorted((a, b) => Number(b.trusted) - Number(a.trusted))
}

function ofWorker(
  id: string,
  parts: readonly Worker[],
  entry: Mattering | undefined,
  unnamed: string,
): PersonAround {
  const [first] = parts.toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1))
  return {
    id,
    staffId: id,
    name: first?.personName ?? unnamed,
    parts: parts.map((p) => p.part),
    organisation: first?.organisationName,
    since: first?.startedOn,
    whoTheyAre: undefined,
    ...(entry ? entryOf(entry) : NO_ENTRY),
  }
}

const NO_ENTRY = {
  mattersId: undefined,
  why: undefined,
  language: 'en',
  trusted: false,
  carer: false,
  version: 0,
} as const

/** What is written of them among the people who matter. */
const entryOf = (p: Mattering) => ({
  mattersId: p.id,
  why: p.why,
  language: p.language,
  trusted: p.trustedAdult,
  carer: p.carer,
  version: p.version,
})

const ofPerson = (p: Mattering): PersonAround => ({
  ...entryOf(p),
  id: p.staffId ?? p.id,
  staffId: p.staffId,
  name: p.name,
  parts: [],
  organisation: undefined,
  since: undefined,
  whoTheyAre: p.whoTheyAre,
})
