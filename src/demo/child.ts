import { birthClaims, bornAbout } from './births.ts'
import type { KnownOutcome } from './answers.ts'
import { checkInsOf } from './check-ins.ts'
import { dayOf } from './days.ts'
import { goalsOf } from './goals.ts'
import { GROUPS, type Group } from './groups.ts'
import type { InventedChild, InventedName } from './invented.ts'
import { learningOf } from './learning.ts'
import { careOf, missingOf, type Span, waitsOf } from './life.ts'
import { type Cast, organisationOf, practitionerAt } from './organisations.ts'
import { namesOfChild } from './person-names.ts'
import { at, chance, longTailed, type Random, random, uuid, weighted } from './random.ts'
import { aboutMe, allocationsOf, languagesOf, meaningsOf, peopleOf } from './record.ts'
import { storyOpened, toldInFull } from './story.ts'

export type Making = {
  readonly seed: number
  readonly cast: Cast
  /** The day everything leads up to, in days since 1970. */
  readonly today: number
  readonly outcomes: readonly KnownOutcome[]
}

/** The young person told in full, and the one who has not been asked anything yet. */
export const STORY = 0
export const NOT_YET_ASKED = 1
/** One of the first organisation beside whom nobody stands any more, and who asks to come back. */
export const CAME_BACK = 10
/** Children whose young person has an account: three in the first organisation, one in each other. */
export const WITH_ACCOUNT: readonly number[] = [STORY, NOT_YET_ASKED, CAME_BACK, 11, 17]

/** Invents the child with that number. The same seed, number and day always give the same child. */
export function inventChild(making: Making, number: number): InventedChild {
  const r = random(making.seed, number)
  const { organisation, place } = organisationOf(number)
  const group = groupOf(r, number)
  const bornIn = weighted(r, group.bornIn)
  const bornHere = bornIn === 'United Kingdom'
  const born = number === STORY ? making.today - 6420 : bornAbout(r, making.today)
  const opened = openedOn(r, number, making.today, born)
  const span: Span = { opened, today: making.today, adultFrom: born + 6574, bornHere }
  const sex = sexOf(r, number)
  const { goesBy, sayIt, names } = namesOf(r, group, sex, number)
  const languages = languagesOf(r, group, bornHere)
  const standing = {
    cast: making.cast,
    organisation,
    place,
    opened,
    today: making.today,
    adult: span.adultFrom <= making.today,
  }
  const allocations = allocationsOf(r, standing)
  const episodes = careOf(r, span)
  const waits = waitsOf(r, span)
  const child: InventedChild = {
    invented: true,
    number,
    id: uuid(r),
    organisation,
    team: teamOf(making.cast, organisation, place),
    group: group.key,
    bornIn,
    sex,
    goesBy,
    sayIt,
    openedOn: dayOf(opened),
    accountId: WITH_ACCOUNT.includes(number) ? uuid(r) : undefined,
    names,
    births: birthClaims(r, born, bornHere),
    languages,
    identifiers: identifiersOf(r, number, organisation),
    about: aboutMe(r, { languages, opened, today: making.today, ways: group.ways }),
    meanings: meaningsOf(r),
    people: peopleOf(r, group),
    allocations,
    episodes,
    missing: missingOf(r, span),
    learning: learningOf(making.seed, number, { opened, today: making.today, born }),
    waits,
    ...(number === NOT_YET_ASKED
      ? { checkIns: [], notHeld: [], goals: [] }
      : {
          ...checkInsOf(r, { ...making, opened, languages, allocations, waits }),
          goals: goalsOf(r, opened, making.today),
        }),
  }
  return number === STORY ? toldInFull(r, child, making.outcomes, making.today) : child
}

const BY_SHARE = GROUPS.map((group) => [group, group.share] as const)

function groupOf(r: Random, number: number): Group {
  const drawn = weighted(r, BY_SHARE)
  if (number === STORY) return named('eritrean')
  return number === NOT_YET_ASKED ? named('english') : drawn
}

function named(key: string): Group {
  const group = GROUPS.find((g) => g.key === key)
  if (!group) throw new Error(`No group is called ${key}`)
  return group
}

/** 79 of 100 boys, 20 girls, as in the referrals of 2025. */
function sexOf(r: Random, number: number): InventedChild['sex'] {
  const drawn = weighted(r, [
    ['boy', 79],
    ['girl', 20],
    ['another', 1],
  ] as const)
  if (number === STORY) return 'boy'
  return number === NOT_YET_ASKED ? 'girl' : drawn
}

function openedOn(r: Random, number: number, today: number, born: number): number {
  if (number === STORY) return storyOpened(today)
  const ago = Math.min(1500, Math.max(15, Math.round(longTailed(r, 480, 0.7))))
  return Math.max(today - ago, born + 8 * 365)
}

function namesOf(r: Random, group: Group, sex: InventedChild['sex'], number: number) {
  const drawn = namesOfChild(r, group, sex)
  if (number !== STORY) return drawn
  return {
    goesBy: 'Yoni Tekle',
    sayIt: 'YO-nee TEK-leh',
    names: [
      storyName('calls_themselves', 'Yoni Tekle', 'Latn'),
      storyName('on_documents', 'Yonas Tecle Haile', 'Latn'),
      storyName('other', 'ዮናስ ተክለ', 'Ethi', 'As he writes it'),
      storyName('also_spelled', 'Jonas Tekle', 'Latn', 'As the college wrote it'),
    ],
  }
}

function storyName(
  kind: InventedName['kind'],
  text: string,
  script: string,
  note?: string,
): InventedName {
  return { kind, text, script, note }
}

function teamOf(cast: Cast, organisation: number, place: number): number {
  const team = practitionerAt(cast, organisation, place).team ?? 0
  return team % at(cast.organisations, organisation).teams.length
}

function identifiersOf(
  r: Random,
  number: number,
  organisation: number,
): InventedChild['identifiers'] {
  const own = {
    kind: 'la_child_id',
    value: `INV${organisation + 1}${String(number).padStart(7, '0')}`,
  }
  // A UPN has thirteen characters; one that begins with X and ends in an unused letter is nobody's.
  const upn = { kind: 'upn', value: `X${String(900_000_000_000 + number).slice(0, 12)}` }
  return chance(r, 0.6) ? [own, upn] : [own]
}
