import type { Cast } from './organisations.ts'
import { guardianAt, practitionerAt } from './organisations.ts'
import { dayOf } from './days.ts'
import { GROUPS, type Group } from './groups.ts'
import { ENGLISH, type HomeLanguage } from './languages.ts'
import type {
  AboutMe,
  InventedAllocation,
  InventedLanguage,
  OwnMeaning,
  PersonWhoMatters,
} from './invented.ts'
import { nameOf } from './person-names.ts'
import { at, between, chance, pick, type Random, some, weighted } from './random.ts'
import { ABOUT, MEANINGS, suited } from './words/about.ts'
import { say } from './words/fill.ts'
import { PEOPLE } from './words/goals.ts'
import { OWN_LANGUAGE } from './words/own-language.ts'

/** The home language of a child in this group, one dialect of it and what English they have. */
export function languagesOf(
  r: Random,
  group: Group,
  bornHere: boolean,
): readonly InventedLanguage[] {
  const home = weighted(r, group.languages)
  const first = spoken(r, home, home.tag !== 'en' && chance(r, 0.6))
  if (home.tag === 'en') return [first]
  const english: InventedLanguage = {
    ...spoken(r, ENGLISH, false),
    dialect: undefined,
    ...lettersIn(r, bornHere ? 0.97 : 0.55),
    note: bornHere ? undefined : 'Learning. Better at listening than it looks.',
  }
  const others = chance(r, 0.18) ? [neverUsed(r, group, home)] : []
  return [first, english, ...others.filter((l) => l !== undefined)]
}

function spoken(r: Random, language: HomeLanguage, forFeelings: boolean): InventedLanguage {
  const dialect =
    language.dialects.length > 0 && chance(r, 0.7) ? pick(r, language.dialects) : undefined
  return {
    tag: language.tag,
    name: language.name,
    dialect,
    speaks: true,
    ...lettersIn(r, language.tag === 'en' ? 0.95 : 0.72),
    forFeelings,
    neverUse: false,
    note: undefined,
  }
}

/** Whether they read it, and whether they also write it. */
function lettersIn(r: Random, share: number): { reads: boolean; writes: boolean } {
  const reads = chance(r, share)
  return { reads, writes: reads && chance(r, 0.85) }
}

/** A language somebody might reach for, because of where the child was born, and must not. */
function neverUsed(r: Random, group: Group, home: HomeLanguage): InventedLanguage | undefined {
  const OFFERED: Readonly<Record<string, readonly [string, string]>> = {
    Iran: ['fa', 'Persian'],
    Turkey: ['tr', 'Turkish'],
    Sudan: ['en', 'English by telephone'],
    Ukraine: ['ru', 'Russian'],
    Ethiopia: ['am', 'Amharic'],
    Iraq: ['ar', 'Arabic'],
  }
  const offered = OFFERED[weighted(r, group.bornIn)]
  if (!offered || offered[0] === home.tag || offered[0] === 'en') return undefined
  return {
    tag: offered[0],
    name: offered[1],
    dialect: undefined,
    speaks: true,
    reads: false,
    writes: false,
    forFeelings: false,
    neverUse: true,
    note: 'Do not book an interpreter in this.',
  }
}

const TOPICS: readonly (readonly [AboutMe['topic'], number])[] = [
  ['want_known', 0.9],
  ['strengths', 0.85],
  ['got_through', 0.35],
  ['wishes', 0.8],
  ['please_dont_ask', 0.25],
  ['culture', 0.3],
  ['faith', 0.4],
  ['identity', 0.3],
]

type Saying = {
  readonly languages: readonly InventedLanguage[]
  readonly opened: number
  readonly today: number
  readonly ways: readonly string[]
}

/** What the child said about themselves, in their own words; some of it in their own language. */
export function aboutMe(r: Random, saying: Saying): readonly AboutMe[] {
  const own = saying.languages.find((l) => l.tag !== 'en' && !l.neverUse && OWN_LANGUAGE[l.tag])
  return TOPICS.filter(([, share]) => chance(r, share)).map(([topic]): AboutMe => {
    const inOwn = own !== undefined && topic === 'wishes' && chance(r, 0.3)
    return {
      topic,
      words: inOwn ? pick(r, OWN_LANGUAGE[own.tag] ?? []) : wordsOn(r, topic, saying.ways),
      language: inOwn ? own.tag : 'en',
      saidBy: chance(r, 0.7) ? 'child' : 'child_with_someone',
      saidOn: dayOf(between(r, saying.opened, saying.today)),
    }
  })
}

function wordsOn(r: Random, topic: AboutMe['topic'], ways: readonly string[]): string {
  const templates = suited(ABOUT[topic], ways)
  const words = say(r, templates)
  if (topic !== 'want_known' || !chance(r, 0.4)) return words
  const more = say(r, templates)
  return more === words ? words : `${words} ${more}`
}

/** What a word means to this child: home, family, safe. Most have said one or two, many none. */
export function meaningsOf(r: Random): readonly OwnMeaning[] {
  const words = some(
    r,
    Object.keys(MEANINGS),
    weighted(r, [
      [0, 4],
      [1, 4],
      [2, 2],
      [3, 1],
    ]),
  )
  return words.map((word) => ({ word, meaning: say(r, MEANINGS[word] ?? []), language: 'en' }))
}

const ANY_GROUP = GROUPS.map((group) => [group, group.share] as const)

/** Two to five people who matter to the child; about half name an adult they trust. */
export function peopleOf(r: Random, group: Group): readonly PersonWhoMatters[] {
  let trusts = chance(r, 0.55)
  return some(r, PEOPLE, between(r, 2, 5)).map(({ who, sex, kin, trusted, why }) => {
    const trustedAdult = trusts && trusted
    if (trustedAdult) trusts = false
    const name = nameOf(r, kin ? group : weighted(r, ANY_GROUP), sex)
    return { name, relation: who, why: say(r, why), trustedAdult }
  })
}

type Standing = {
  readonly cast: Cast
  readonly organisation: number
  readonly place: number
  readonly opened: number
  readonly today: number
  readonly adult: boolean
}

/** Who has stood beside the child: workers who change, sometimes with a gap between them, and a guardian. */
export function allocationsOf(r: Random, standing: Standing): readonly InventedAllocation[] {
  const { cast, organisation, place, opened, today } = standing
  const now = practitionerAt(cast, organisation, place)
  const part = standing.adult ? 'personal_adviser' : 'social_worker'
  const made: InventedAllocation[] = []
  let from = opened + between(r, 0, 20)
  for (
    let before = weighted(r, [
      [0, 5],
      [1, 3],
      [2, 2],
      [3, 1],
    ]);
    before > 0;
    before--
  ) {
    const to = from + between(r, 60, 300)
    if (to > today - 40) break
    const worker = pick(
      r,
      at(cast.practitioners, organisation).filter((p) => p.id !== now.id),
    )
    made.push({
      personId: worker.id,
      part: 'social_worker',
      from: dayOf(from),
      to: dayOf(to),
      endedWhy: pick(r, [
        'Moved to another job',
        'Case loads shared out again',
        'Maternity leave',
        'Agency contract ended',
      ]),
    })
    // Most handovers are the same week. Some leave the child with nobody for weeks or months.
    from = to + (chance(r, 0.3) ? between(r, 20, 120) : between(r, 0, 6))
  }
  // Some are still waiting for somebody. The first case load is kept whole for the demonstration.
  if (from < today && (place < 16 || chance(r, 0.93))) {
    made.push({ personId: now.id, part, from: dayOf(from), to: undefined, endedWhy: undefined })
  }
  if (place < 12 || chance(r, 0.4)) made.push(guardianOf(r, standing))
  return made
}

function guardianOf(
  r: Random,
  { cast, organisation, place, opened, today }: Standing,
): InventedAllocation {
  const guardian = guardianAt(cast, organisation, place)
  const from = dayOf(Math.min(today - 1, opened + between(r, 10, 200)))
  return { personId: guardian.id, part: 'guardian', from, to: undefined, endedWhy: undefined }
}
