/** The way to somebody who stands beside a child: asked for, offered, wanted or not, there, changed, ended. Pure. */
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Spell } from './continuity.rules.ts'

export const SOUGHT = {
  guardian: 'Independent guardian',
  key_worker: 'Key worker',
  social_worker: 'Social worker',
  personal_adviser: 'Personal adviser',
  advocate: 'Advocate',
  carer: 'Carer, where they live',
} as const
export type Sought = keyof typeof SOUGHT

/** In the order they are told. */
export const SOUGHT_PARTS: readonly Sought[] = [
  'guardian',
  'key_worker',
  'social_worker',
  'personal_adviser',
  'advocate',
  'carer',
]

export const STEP_KINDS = {
  asked: 'Asked for, or referred',
  offered: 'Offered',
  wanted: 'The young person wants them',
  not_now: 'The young person does not want anybody now',
  not_wanted: 'The young person does not want anybody',
  not_there: 'Nobody is there yet',
  started: 'Somebody without an account here began',
  changed: 'Another person without an account here took over',
  ended: 'Somebody without an account here ended',
} as const
export type StepKind = keyof typeof STEP_KINDS

/** Why nobody is there yet. None of it is the child. */
export const NOT_THERE = {
  none_in_area: 'There is no such service in this area',
  service_full: 'The service has nobody free',
  no_answer: 'No answer has come',
  not_entitled: 'The service says that they have no right to one',
  other: 'Another reason',
} as const
export type NotThere = keyof typeof NOT_THERE

export const SAID_BY = {
  child: 'Themselves',
  child_with_someone: 'Themselves, with somebody who helped',
  someone_else: 'Somebody for them',
} as const

export type Step = {
  readonly id: string
  readonly part: Sought
  readonly kind: StepKind
  readonly onDay: CalendarDay
  readonly who: string | undefined
  readonly because: NotThere | undefined
  readonly againOn: CalendarDay | undefined
  readonly why: string | undefined
  readonly words: string | undefined
  readonly wordsLanguage: string
  readonly saidBy: string | undefined
  readonly by: string | undefined
  readonly version: number
}

const inOrder = (steps: readonly Step[]): readonly Step[] =>
  steps.toSorted((a, b) => a.onDay.localeCompare(b.onDay))

/** From when to when somebody without an account stood there. */
export function spellsOf(steps: readonly Step[]): readonly Spell[] {
  const spells: Spell[] = []
  for (const step of inOrder(steps)) {
    const open = spells.findIndex((s) => s.part === step.part && s.until === undefined)
    const before = spells[open]
    const begins = step.kind === 'started' || step.kind === 'changed'
    if (before && (begins || step.kind === 'ended')) {
      spells[open] = { ...before, until: later(step.onDay, before.from) }
    }
    if (begins && step.who) {
      spells.push({ who: step.who, part: step.part, from: step.onDay, until: undefined })
    }
  }
  return spells
}

const later = (a: CalendarDay, b: CalendarDay): CalendarDay => (a < b ? b : a)

export type Standing =
  | { readonly state: 'there'; readonly since: CalendarDay }
  | { readonly state: 'not-asked' }
  | {
      readonly state:
        | 'asked'
        | 'offered'
        | 'wanted'
        | 'not-now'
        | 'not-wanted'
        | 'not-there'
        | 'ended'
      readonly step: Step
    }

const STATES: Readonly<
  Record<
    StepKind,
    'asked' | 'offered' | 'wanted' | 'not-now' | 'not-wanted' | 'not-there' | 'ended'
  >
> = {
  asked: 'asked',
  offered: 'offered',
  wanted: 'wanted',
  not_now: 'not-now',
  not_wanted: 'not-wanted',
  not_there: 'not-there',
  started: 'ended',
  changed: 'ended',
  ended: 'ended',
}

/** How it stands with a part today: somebody is there, or the last step that was taken. */
export function standingIn(
  part: Sought,
  steps: readonly Step[],
  spells: readonly Spell[],
  today: CalendarDay,
): Standing {
  const there = spells
    .filter(
      (s) => s.part === part && s.from <= today && (s.until === undefined || s.until >= today),
    )
    .toSorted((a, b) => a.from.localeCompare(b.from))[0]
  if (there) return { state: 'there', since: there.from }
  const last = inOrder(steps.filter((s) => s.part === part && s.onDay <= today)).at(-1)
  return last ? { state: STATES[last.kind], step: last } : { state: 'not-asked' }
}

export type Wait = { readonly from: CalendarDay; readonly until: CalendarDay | undefined }

/** From the first time somebody was asked for to the first who came after it; still going on while nobody has. */
export function waitFor(
  part: Sought,
  steps: readonly Step[],
  spells: readonly Spell[],
): Wait | undefined {
  const asked = inOrder(steps).find((s) => s.part === part && s.kind === 'asked')
  if (!asked) return undefined
  const came = spells
    .filter((s) => s.part === part && s.from >= asked.onDay)
    .toSorted((a, b) => a.from.localeCompare(b.from))[0]
  return { from: asked.onDay, until: came?.from }
}

/** Whole days from one day to another. */
export const daysFrom = (from: CalendarDay, to: CalendarDay): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** What an act on the clock follows from a step: who is owed, or not owed any more. */
export function clockAfter(
  step: Pick<Step, 'part' | 'kind'>,
): 'starts' | 'not-owed' | 'done' | undefined {
  if (!(step.part in CLOCK_OF)) return undefined
  if (step.kind === 'asked') return 'starts'
  if (step.kind === 'not_wanted') return 'not-owed'
  return step.kind === 'started' || step.kind === 'changed' ? 'done' : undefined
}

/** Which clock counts the wait for a part. */
export const CLOCK_OF: Readonly<Partial<Record<Sought, string>>> = {
  guardian: 'guardian.allocation',
  key_worker: 'key-worker.allocation',
}
