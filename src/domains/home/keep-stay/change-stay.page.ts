import { type CalendarDay, inWords } from '#kernel/calendar-day.ts'
import type { Visit } from '#platform/http/page.ts'
import type { Reading } from '#platform/http/reading.ts'
import {
  type AskedForm,
  askedPages,
  daysOf,
  type KeptAs,
  type Meanwhile,
} from '#domains/children/index.ts'
import { auditOf, hrefOf, type OfStay, stayOf } from '../child-of-page.ts'
import { ENDED_WHY } from '../home.rules.ts'
import { movedInOn, movedOut } from '../owed.ts'
import { changeStay, findStay, type Stay, type StayChange, wouldOverlap } from '../stay.queries.ts'

/** A home is corrected or ends: its days, why it ended, or that it was written in error. */
const CHANGE: AskedForm<OfStay, StayChange> = {
  url: '/children/:childId/home/:stay/change',
  may: 'children.write',
  audit: auditOf('home.ask', 'home.change'),
  find: stayOf,
  title: ({ stay }) => `Correct it, or end it: ${stay.called}`,
  child: (at) => at.child,
  back: (at) => hrefOf(at.child),
  intro: () => [
    'To write that they live somewhere else from now, use “Where they live from now” instead. What is saved here keeps what stood before.',
  ],
  asks: () => [
    { kind: 'day', name: 'beganOn', label: 'Since which day?' },
    {
      kind: 'tick',
      name: 'sameCarers',
      label: 'Who cares for them?',
      choices: { yes: 'The same carers as in the home before' },
    },
    {
      kind: 'day',
      name: 'endedOn',
      label: 'Until which day? (leave it empty while they live there)',
    },
    {
      kind: 'choice',
      name: 'endedWhy',
      label: 'Why did it end? (if it did)',
      choices: ENDED_WHY,
    },
    {
      kind: 'text',
      name: 'notSoBecause',
      label: 'Written in error: why? (leave it empty otherwise)',
      hint: 'It stays, marked as not so, and counts as no move',
    },
  ],
  typed: ({ stay }) => ({
    ...daysOf('beganOn', stay.beganOn),
    ...daysOf('endedOn', stay.endedOn),
    sameCarers: stay.sameCarers ? 'yes' : '',
    endedWhy: stay.endedWhy ?? '',
    notSoBecause: stay.notSoBecause ?? '',
  }),
  version: ({ stay }) => stay.version,
  read: readChange,
  keep,
}

function readChange(read: Reading): StayChange | undefined {
  const beganOn = read.day('beganOn', 'Enter since which day', { until: read.today })
  const endedOn = read.dayOrNone('endedOn', { from: beganOn, until: read.today })
  const endedWhy = read.choiceOrNone('endedWhy', ENDED_WHY)
  if (endedOn && !endedWhy) read.wrong('endedWhy', 'Choose why it ended')
  if (endedWhy && !endedOn) read.wrong('endedOn', 'Enter until which day, like 27 3 2026')
  const sameCarers = read.choiceOrNone('sameCarers', { yes: '' }) === 'yes'
  const notSoBecause = read.maybe('notSoBecause', 1000)
  return beganOn && { beganOn, endedOn, endedWhy, sameCarers, notSoBecause }
}

async function keep(
  visit: Visit,
  { child, stay }: OfStay,
  change: StayChange,
  version: number,
): Promise<KeptAs> {
  const { tx } = visit
  const overlaps =
    !change.notSoBecause && (await wouldOverlap(tx, child.id, { ...change, except: stay.id }))
  if (overlaps) {
    const text = 'They lived in another home then. Correct that home first, or choose other days'
    return { problems: [{ field: 'beganOn', text }] }
  }
  if (!(await changeStay(tx, { id: stay.id, version }, change))) {
    const there = (await findStay(tx, child.id, stay.id)) ?? stay
    return { meanwhile: saidNow(there), version: there.version }
  }
  await followedBy(visit, { child, stay }, change)
  return { to: hrefOf(child) }
}

/** What is owed in that home follows: it ends with it, or is counted from the day that was corrected. */
async function followedBy(
  { tx, now }: Visit,
  { child, stay }: OfStay,
  change: StayChange,
): Promise<void> {
  if (stay.endedOn !== undefined || stay.notSoBecause !== undefined) return
  if (change.endedOn !== undefined || change.notSoBecause !== undefined) {
    await movedOut(tx, child.id, now, 'They do not live in that home')
  } else if (change.beganOn !== stay.beganOn) {
    const corrected = { ...stay, beganOn: change.beganOn }
    await movedInOn(tx, corrected, 'The day they moved in was corrected')
  }
}

const day = (on: CalendarDay | undefined): string => (on ? inWords(on) : '')

const saidNow = (stay: Stay): Meanwhile => ({
  by: stay.by,
  lines: [
    { label: 'Since', text: day(stay.beganOn) },
    { label: 'Until', text: day(stay.endedOn) },
    { label: 'Why it ended', text: stay.endedWhy ? ENDED_WHY[stay.endedWhy] : '' },
    { label: 'Written in error', text: stay.notSoBecause ?? '' },
  ],
})

export const changeStayPages = askedPages(CHANGE)
