import { dayNumber, dayOf } from './days.ts'
import type { Day } from './invented.ts'
import { between, chance, longTailed, pick, random, type Random } from './random.ts'

/** Where a child learned, from when to when. */
export type InventedLearning = {
  readonly kind: 'school' | 'college' | 'alternative' | 'training' | 'language' | 'home'
  readonly name: string
  readonly from: Day
  readonly until: Day | undefined
  readonly endedWhy:
    | 'next_step'
    | 'finished'
    | 'moved_home'
    | 'own_choice'
    | 'told_to_leave'
    | 'place_ended'
    | 'not_said'
    | undefined
}

/** A stream of chance of its own, so that where children learn changes nothing else about them. */
const LEARNING = 0x5ec0

const SCHOOLS = [
  'Hillside School',
  'Brook Lane Academy',
  'St Aidan’s School',
  'Northgate High',
] as const
const COLLEGES = ['Harbour College', 'City Sixth Form', 'Weaver’s Hill College'] as const
const OTHERS = [
  ['alternative', 'The Old Library Centre'],
  ['training', 'Green Wheel Bike Workshop'],
  ['language', 'Evening English, Market Street'],
  ['home', 'At home, with a tutor'],
] as const
const WHY = [
  'next_step',
  'finished',
  'moved_home',
  'moved_home',
  'told_to_leave',
  'place_ended',
  'own_choice',
  'not_said',
] as const

type Life = { readonly opened: number; readonly today: number; readonly born: number }

/** Where an invented child learned since they are known, with the gaps between. Nothing for one in eight. */
export function learningOf(seed: number, number: number, life: Life): readonly InventedLearning[] {
  const r = random(seed ^ LEARNING, number)
  if (chance(r, 0.125)) return []
  const made: InventedLearning[] = []
  let from = life.opened + between(r, 0, 45)
  while (from < life.today && made.length < 5) {
    const until = from + Math.max(14, Math.round(longTailed(r, 260, 0.8)))
    const ended = until < life.today
    made.push({
      ...placeFor(r, (from - life.born) / 365.25),
      from: dayOf(from),
      until: ended ? dayOf(until) : undefined,
      endedWhy: ended ? pick(r, WHY) : undefined,
    })
    if (!ended) break
    // Some go on the next day, some wait for months.
    from = until + (chance(r, 0.4) ? 1 : Math.max(3, Math.round(longTailed(r, 40, 0.8))))
  }
  return made
}

function placeFor(r: Random, age: number): Pick<InventedLearning, 'kind' | 'name'> {
  if (chance(r, 0.18)) {
    const [kind, name] = pick(r, OTHERS)
    return { kind, name }
  }
  return age < 16
    ? { kind: 'school', name: pick(r, SCHOOLS) }
    : { kind: 'college', name: pick(r, COLLEGES) }
}

/** The story told in full: an English class, a school that ended with a move, weeks of waiting, a college. */
export function learningOfStory(today: string): readonly InventedLearning[] {
  const on = (ago: number) => dayOf(dayNumber(today) - ago)
  return [
    {
      kind: 'language',
      name: 'Evening English, Market Street',
      from: on(735),
      until: on(560),
      endedWhy: 'finished',
    },
    {
      kind: 'school',
      name: 'Hillside School',
      from: on(700),
      until: on(449),
      endedWhy: 'moved_home',
    },
    {
      kind: 'college',
      name: 'Harbour College',
      from: on(402),
      until: on(229),
      endedWhy: 'moved_home',
    },
    {
      kind: 'college',
      name: 'City Sixth Form',
      from: on(196),
      until: undefined,
      endedWhy: undefined,
    },
  ]
}
