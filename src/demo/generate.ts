import type { KnownOutcome } from './answers.ts'
import { CAME_BACK, inventChild, type Making, NOT_YET_ASKED, WITH_ACCOUNT } from './child.ts'
import { dayNumber } from './days.ts'
import type { Day, InventedChild, InventedPerson } from './invented.ts'
import { castFor, demonstrationPassword } from './organisations.ts'
import { at } from './random.ts'

export type Demonstration = {
  readonly children: number
  readonly seed: number
  /** The day everything leads up to. Dates move with it; who the children are does not. */
  readonly today: Day
  readonly outcomes: readonly KnownOutcome[]
}

/** Enough for an area's picture to have numbers in it: with fewer, nearly all would be hidden as too small. */
export const DEFAULT_CHILDREN = 600
export const DEFAULT_SEED = 7

/** What `making` a demonstration needs: made once, small, and the same for every batch. */
export function makingOf(demonstration: Demonstration): Making {
  return {
    seed: demonstration.seed,
    cast: castFor(demonstration.seed, demonstration.children),
    today: dayNumber(demonstration.today),
    outcomes: demonstration.outcomes,
  }
}

/** The invented children, a batch at a time, so that 100,000 of them need no more memory than one batch. */
export function* inventedChildren(
  making: Making,
  children: number,
  batch = 500,
): Generator<readonly InventedChild[]> {
  for (let from = 0; from < children; from += batch) {
    const size = Math.min(batch, children - from)
    yield Array.from({ length: size }, (_, n) => inventChild(making, from + n))
  }
}

/** What tells apart the sign-ins of young people of the same organisation. */
const SECOND_ACCOUNTS: ReadonlyMap<number, string> = new Map([
  [NOT_YET_ASKED, '2'],
  [CAME_BACK, '3'],
])

/** The accounts of the few invented young people who can sign in. */
export function youngPeople(making: Making, children: number): readonly InventedPerson[] {
  return WITH_ACCOUNT.filter((number) => number < children).map((number) => {
    const child = inventChild(making, number)
    const code = at(making.cast.organisations, child.organisation).code.toLowerCase()
    const userName = `young-person${SECOND_ACCOUNTS.get(number) ?? ''}.${code}`
    return {
      id: child.accountId ?? child.id,
      name: child.goesBy,
      role: 'young_person',
      organisation: child.organisation,
      team: undefined,
      childId: child.id,
      signIn: { userName, password: demonstrationPassword(userName) },
    }
  })
}
