import { z } from 'zod'
import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { textOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { dayFrom } from '#platform/http/reading.ts'
import { type Ask, choice, daysOf, maybe, needed } from '#domains/children/index.ts'
import { type Process, PROCESS_STATES } from '../happening.rules.ts'
import { systemIsUnsaid, SYSTEMS, type Wait } from '../systems.rules.ts'
import type { ProcessKind, ProcessToKeep } from '../happening.queries.ts'

type Form = Readonly<Record<string, unknown>>

/** The questions of a process; whoever changes somebody else's may take it over. */
export function asksFor(kinds: readonly ProcessKind[], takeOver: boolean): readonly Ask[] {
  const choices = Object.fromEntries(kinds.map((k) => [k.code, k.called]))
  const kind: Ask = { kind: 'choice', name: 'kind', label: 'What is it about?', choices }
  const own = [kind, ...ASKS, ...AROUND]
  return takeOver ? [...own, TAKE_OVER] : own
}

const ASKS: readonly Ask[] = [
  {
    kind: 'text',
    name: 'whatItIs',
    label: 'What is it?',
    hint: 'One plain sentence to the young person. They may read it on a phone, beside somebody else: leave out what would tell that person too much',
  },
  { kind: 'choice', name: 'state', label: 'Where has it come to?', choices: PROCESS_STATES },
  { kind: 'words', name: 'whereItIs', label: 'Where is it now, in plain words?' },
  { kind: 'words', name: 'comesNext', label: 'What comes next? (optional)' },
  { kind: 'day', name: 'nextOn', label: 'The next day that is known of (optional)' },
  { kind: 'text', name: 'decides', label: 'Who decides?', hint: 'A person or a body' },
  {
    kind: 'text',
    name: 'ask',
    label: 'Who can the young person ask? (optional)',
    hint: 'Leave empty if it is whoever keeps this up to date',
  },
  { kind: 'words', name: 'canDo', label: 'What can the young person do? (optional)' },
  { kind: 'day', name: 'lastChangeOn', label: 'When did it last change?' },
  { kind: 'day', name: 'waitingSince', label: 'If they are waiting: since when?' },
  { kind: 'day', name: 'toldOn', label: 'When were they told? (leave empty if they were not)' },
  { kind: 'text', name: 'toldHow', label: 'How were they told? (optional)' },
]

/** For the map of the systems. None of it stands on the young person's page. */
const AROUND: readonly Ask[] = [
  {
    kind: 'day',
    name: 'decidedOn',
    label: 'If it is decided: on which day?',
    hint: 'Waiting goes on until a decision, whatever else happens',
  },
  { kind: 'text', name: 'decision', label: 'What was decided? (optional)' },
  {
    kind: 'choice',
    name: 'system',
    label: 'Which system is it? (optional)',
    hint: 'This and what follows is for staff',
    choices: SYSTEMS,
  },
  { kind: 'text', name: 'namedPerson', label: 'Whom can we speak to there? (optional)' },
  { kind: 'text', name: 'ring', label: 'How are they reached? (optional)' },
]

const TAKE_OVER: Ask = {
  kind: 'tick',
  name: 'takeOver',
  label: 'Who keeps this up to date?',
  choices: { yes: 'I do, from now on' },
}

const form = (kinds: readonly ProcessKind[]) =>
  z.object({
    kind: choice(
      Object.fromEntries(kinds.map((k) => [k.code, k.called])),
      'Choose what it is about',
    ),
    whatItIs: needed('Enter what it is, in a plain sentence', 'What it is', 500),
    state: choice(PROCESS_STATES, 'Choose where it has come to'),
    whereItIs: needed('Enter where it is now', 'Where it is now', 2000),
    comesNext: maybe('What comes next', 2000),
    decides: needed('Enter who decides', 'Who decides', 200),
    ask: maybe('Who they can ask', 200),
    canDo: maybe('What they can do', 2000),
    toldHow: maybe('How they were told', 500),
    decision: maybe('What was decided', 500),
    system: z
      .string()
      .optional()
      .transform((code) => code || undefined)
      .refine((code) => code === undefined || Object.hasOwn(SYSTEMS, code), 'Choose which system'),
    namedPerson: maybe('Whom we can speak to', 200),
    ring: maybe('How they are reached', 200),
  })

export type ReadProcess = ProcessToKeep & {
  readonly takeOver: boolean
  readonly decidedOn: CalendarDay | undefined
  readonly decision: string | undefined
}

export function readProcess(
  typed: Form,
  kinds: readonly ProcessKind[],
  today: CalendarDay,
): { readonly value: ReadProcess } | { readonly problems: readonly Problem[] } {
  const read = form(kinds).safeParse(typed)
  const days = readDays(typed, today)
  const problems = [...(read.success ? [] : problemsOf(read.error)), ...days.problems]
  if (!read.success || problems.length > 0) return { problems }
  const { nextOn, lastChangeOn, waitingSince, toldOn, decidedOn } = days.days
  const missing = missingFor(read.data, days.days)
  if (missing) return { problems: [missing] }
  const takeOver = textOf(typed, 'takeOver') === 'yes'
  return {
    value: {
      ...read.data,
      nextOn,
      lastChangeOn: lastChangeOn ?? today,
      waitingSince,
      toldOn,
      takeOver,
      decidedOn,
    },
  }
}

/** What the state or the kind asks for and nobody said. */
function missingFor(
  said: { readonly state: string; readonly kind: string; readonly system: string | undefined },
  days: { readonly [name in DayName]: CalendarDay | undefined },
): Problem | undefined {
  if (said.state === 'waiting' && !days.waitingSince) {
    return { field: 'waitingSince', text: 'Enter since when they have been waiting' }
  }
  if (said.state === 'decided' && !days.decidedOn) {
    return { field: 'decidedOn', text: 'Enter the day it was decided' }
  }
  if (days.decidedOn && said.state !== 'decided' && said.state !== 'ended') {
    const text = 'Choose that it is decided or over, or leave the day of the decision empty'
    return { field: 'state', text }
  }
  if (said.system === undefined && systemIsUnsaid(said.kind)) {
    return { field: 'system', text: 'Choose which system it is: a court can be either' }
  }
  return undefined
}

const DAYS = {
  nextOn: 'the next day',
  lastChangeOn: 'the day it last changed',
  waitingSince: 'the day they began to wait',
  toldOn: 'the day they were told',
  decidedOn: 'the day it was decided',
} as const
type DayName = keyof typeof DAYS

/** The days; all but the next one lie behind us. */
function readDays(typed: Form, today: CalendarDay) {
  const problems: Problem[] = []
  const read = (name: DayName): CalendarDay | undefined => {
    const day = dayFrom(typed, name)
    if (day === 'wrong') {
      problems.push({ field: name, text: `Enter ${DAYS[name]}, like 27 3 2026` })
      return undefined
    }
    if (name !== 'nextOn' && day !== undefined && day > today) {
      const text = `${DAYS[name].replace('the', 'The')} must be today or earlier`
      problems.push({ field: name, text })
    }
    return day
  }
  const days = {
    nextOn: read('nextOn'),
    lastChangeOn: read('lastChangeOn'),
    waitingSince: read('waitingSince'),
    toldOn: read('toldOn'),
    decidedOn: read('decidedOn'),
  }
  return { days, problems }
}

/** A process as it stands in the boxes of its form. */
export const typedOf = (p: Process): Readonly<Record<string, string>> => ({
  kind: p.kind,
  whatItIs: p.whatItIs,
  state: p.state,
  whereItIs: p.whereItIs,
  comesNext: p.comesNext ?? '',
  decides: p.decides,
  ask: p.ask ?? '',
  canDo: p.canDo ?? '',
  toldHow: p.toldHow ?? '',
  system: p.system ?? '',
  namedPerson: p.namedPerson ?? '',
  ring: p.ring ?? '',
  ...daysOf('nextOn', p.nextOn),
  ...daysOf('lastChangeOn', calendarDay(p.lastChangeOn)),
  ...daysOf('waitingSince', p.waitingSince),
  ...daysOf('toldOn', p.toldOn),
})

/** What was decided and when, as it stands in the boxes. */
export const decisionOf = (wait: Wait | undefined): Readonly<Record<string, string>> => ({
  ...daysOf('decidedOn', wait?.endedOn),
  decision: wait?.decision ?? '',
})
