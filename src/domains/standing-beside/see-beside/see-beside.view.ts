import { calendarDay, type CalendarDay, inWords } from '#kernel/calendar-day.ts'
import {
  ALLOCATED_AS,
  type Allocation,
  type Child,
  type Correction,
  notesShown,
} from '#domains/children/index.ts'
import { lookUp } from '#kernel/look-up.ts'
import { OWN_VIEW_WORDS, type OwnView } from '#domains/around/index.ts'
import { continuityOf, type Spell, type Stays } from '../continuity.rules.ts'
import { asksForGoodbye, type Handover, openPoints } from '../handover.rules.ts'
import {
  daysFrom,
  NOT_THERE,
  SAID_BY,
  SOUGHT,
  SOUGHT_PARTS,
  type Sought,
  spellsOf,
  type Standing,
  standingIn,
  type Step,
  STEP_KINDS,
  waitFor,
} from '../steps.rules.ts'

export type BesideLine = {
  readonly id: string
  readonly name: string
  readonly part: string
  readonly when: string
  readonly why: string | undefined
  readonly trained: string | undefined
}

type Given = {
  readonly child: Child
  readonly today: CalendarDay
  readonly allocations: readonly Allocation[]
  readonly steps: readonly Step[]
  readonly handovers: ReadonlyMap<string, Handover>
  readonly own: ReadonlyMap<string, OwnView>
  readonly notes: ReadonlyMap<string, readonly Correction[]>
  readonly mayAllocate: boolean
  readonly mayWrite: boolean
  readonly reader: string
}

/** Who stands beside a child now and before, how it came to it, what is still open, and how long they stay. */
export function besideView(given: Given) {
  const { child, today, allocations, steps, mayAllocate, mayWrite } = given
  const spells = [...allocationSpells(allocations), ...spellsOf(steps)]
  const stays = continuityOf(spells, today)
  return {
    title: 'Who stands beside them',
    child: { id: child.id, knownAs: child.knownAs },
    now: allocations.filter((a) => !a.endedOn).map((a) => nowLine(given, a, stays.now)),
    before: allocations.filter((a) => a.endedOn).map((a) => withNotes(given, a)),
    ways: SOUGHT_PARTS.map((part) => wayTo(part, steps, spells, today)),
    steps: steps.toReversed().map((s) => stepLine(s, child.knownAs)),
    ...staysInWords(stays, child.knownAs),
    mayAllocate,
    mayWrite,
  }
}

/** Spells of those who have an account here. */
export const allocationSpells = (allocations: readonly Allocation[]): readonly Spell[] =>
  allocations.flatMap((a) => {
    const from = calendarDay(a.startedOn)
    if (!from) return []
    const until = a.endedOn ? calendarDay(a.endedOn) : undefined
    return [{ who: a.personId, part: a.part, from, until }]
  })

const withNotes = (given: Given, a: Allocation) => ({
  ...besideLine(a),
  notes: notesShown(given.notes, a.id),
  open: pointsOf(given.handovers.get(a.id)),
})

function nowLine(given: Given, a: Allocation, stays: readonly Stays[]) {
  const stay = stays.find((s) => s.who === a.personId)
  const own = a.personId === given.reader ? undefined : given.own.get(a.personId)
  return {
    ...withNotes(given, a),
    goodbye: asksForGoodbye(a.part),
    stays: stay && `Here without a break for ${monthsInWords(stay.months)}`,
    theirs: own && {
      view: OWN_VIEW_WORDS[own.view],
      words: own.words,
      language: own.language,
    },
  }
}

const pointsOf = (h: Handover | undefined): readonly string[] =>
  h ? openPoints(h).map((p) => `${p.what}, ${inWords(p.on)}`) : []

/** One allocation in words. */
export function besideLine(a: Allocation): BesideLine {
  const since = `from ${dayOf(a.startedOn)}`
  return {
    id: a.id,
    name: a.personName ?? 'Somebody in another organisation',
    part: lookUp<string>(ALLOCATED_AS, a.part) ?? a.part,
    when: a.endedOn ? `${since} to ${dayOf(a.endedOn)}` : since,
    why: a.endedWhy,
    trained: trainedInWords(a),
  }
}

function trainedInWords(a: Allocation): string | undefined {
  if (a.endedOn) return undefined
  if (a.trained === 'yes') return 'Trained for this part'
  if (a.trained !== 'not_yet' || !a.trainedBy) return undefined
  return `Not trained for this part yet, and will be by ${dayOf(a.trainedBy)}. Why they began before: ${a.trainedWhy ?? ''}`
}

function dayOf(text: string): string {
  const day = calendarDay(text)
  return day ? inWords(day) : text
}

export const monthsInWords = (months: number): string =>
  months === 0 ? 'less than a month' : months === 1 ? '1 month' : `${months} months`

export const changesInWords = (changes: number): string =>
  changes === 0
    ? 'nobody new'
    : changes === 1
      ? 'somebody new once'
      : `somebody new ${changes} times`

function staysInWords(stays: ReturnType<typeof continuityOf>, name: string) {
  const { changesInAYear: changes, peopleInAYear: people } = stays
  return {
    continuity: `In the last twelve months ${people === 1 ? '1 person has' : `${people} people have`} stood beside ${name}, and ${changesInWords(changes)} took over a part that another had.`,
  }
}

/** How it stands with one part, and how long the waiting was or is. */
function wayTo(part: Sought, steps: readonly Step[], spells: readonly Spell[], today: CalendarDay) {
  const wait = waitFor(part, steps, spells)
  const days = wait && daysFrom(wait.from, wait.until ?? today)
  const waited =
    days === undefined
      ? undefined
      : wait?.until
        ? `Asked for on ${inWords(wait.from)}; somebody came after ${inDays(days)}`
        : `Asked for on ${inWords(wait?.from ?? today)}; waiting for ${inDays(days)}`
  return { part: SOUGHT[part], stands: stands(standingIn(part, steps, spells, today)), waited }
}

const inDays = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

const STANDS = {
  asked: 'Asked for',
  offered: 'Offered',
  wanted: 'Wanted, and not here yet',
  'not-now': 'Offered, and not wanted now',
  'not-wanted': 'Offered, and not wanted',
  'not-there': 'Asked for, and not there yet',
  ended: 'Ended',
} as const

function stands(standing: Standing): string {
  if (standing.state === 'not-asked') return 'Nobody has asked for one'
  if (standing.state === 'there') return `There since ${inWords(standing.since)}`
  const { step, state } = standing
  const because = step.because ? `: ${NOT_THERE[step.because].toLowerCase()}` : ''
  const again = step.againOn ? `. Looked at again on ${inWords(step.againOn)}` : ''
  return `${STANDS[state]}, ${inWords(step.onDay)}${because}${again}`
}

function stepLine(s: Step, name: string) {
  const more = [
    s.who && `Who: ${s.who}`,
    s.because && NOT_THERE[s.because],
    s.againOn && `Looked at again on ${inWords(s.againOn)}`,
    s.why,
  ].filter((text) => text !== undefined && text !== '')
  return {
    id: s.id,
    title: `${SOUGHT[s.part]}: ${lowerFirst(STEP_KINDS[s.kind])}`,
    day: inWords(s.onDay),
    more,
    words: s.words,
    language: s.wordsLanguage,
    whose: s.saidBy === 'someone_else' ? lookUp<string>(SAID_BY, s.saidBy) : `${name} says`,
    by: s.by,
  }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
