import { lines } from './fill.ts'

/** Goals as young people set them, and what is said when one pauses, returns or is let go. */
export const GOALS: readonly string[] = lines(`
  Pass {course}
  Get into the {sport} team
  Cook {food} for the whole house
  Learn to swim
  See {relative}
  Get my own phone contract
  Save for {small}
  Read a book in English to the end
  Find a church or mosque near me
  Sleep at the right times
  Get my driving theory
  Speak at the youth council once
  Visit a university, just to see
  Learn to cut hair properly`)

export const PAUSED = lines(`
  Exams first.
  I moved, so I can’t right now.
  Not now. I’ll say when.
  My knee.`)

export const RETURNED = lines(`
  Starting again, with {friend} this time.
  Back to it.
  New town, same goal.`)

export const REWORDED = lines(`
  Smaller first: one month, then see.
  I want it for me, not for the form.
  Same thing, but with {friend}.`)

export const REACHED = lines(`
  Did it.
  Done. I told {relative} first.
  Yes.`)

export const LET_GO = lines(`
  I don’t want this any more and that’s fine.
  It was somebody else’s idea.`)

export type Mattering = {
  readonly who: string
  readonly sex: 'boy' | 'girl'
  /** From the child's own people, so with a name of their tradition. */
  readonly kin: boolean
  /** An adult a child might choose as one they trust. */
  readonly trusted: boolean
  readonly why: readonly string[]
}

const person = (who: string, sex: 'boy' | 'girl', kin: boolean, trusted: boolean, why: string) =>
  ({ who, sex, kin, trusted, why: why.split('/') }) satisfies Mattering

/** People who matter: who they are, and why, in the child's words. */
export const PEOPLE: readonly Mattering[] = [
  person(
    'foster carer',
    'girl',
    false,
    true,
    'Waits up. Doesn’t say she waited up./Makes {food} on my birthday.',
  ),
  person(
    'college tutor',
    'girl',
    false,
    true,
    'Believed I could do {subject}./Lets me stay and finish.',
  ),
  person(
    'football coach',
    'boy',
    false,
    true,
    'He picks me up for training./He is the same every week.',
  ),
  person('aunt', 'girl', true, true, 'She sounds like my mum./She sends me recipes for {food}.'),
  person('grandmother', 'girl', true, true, 'She brought me up./She says tomorrow is also a day.'),
  person('older sister', 'girl', true, true, 'She tells me the truth./We speak every Sunday.'),
  person('brother', 'boy', true, false, 'He’s my brother./We play on the phone {time}.'),
  person(
    'best friend',
    'boy',
    false,
    false,
    'We don’t need to talk./He waits for me at the bus stop.',
  ),
  person('friend from home', 'boy', true, false, 'We came through the same school./Same jokes.'),
  person('youth worker', 'girl', false, true, 'She got me into {sport}./Tells me straight.'),
  person('mum', 'girl', true, false, 'She’s my mum./We’re getting there.'),
  person('neighbour', 'girl', false, true, 'She lets me walk {animal}./She leaves soup.'),
  person('uncle', 'boy', true, true, 'He asks about my studies./He taught me to cook {food}.'),
]
