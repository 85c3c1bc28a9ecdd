/** Asking again for what another body owes a child. Pure. */
import type { CalendarDay } from '#kernel/calendar-day.ts'

/** The rule by which somebody here asks again. Its clock begins anew each time they have. */
export const ASK_AGAIN = 'decision.ask-again'

const DECISIONS =
  /^(?:nrm\.(?:pilot\.)?(?:reasonable|conclusive)-grounds|nrm\.reconsideration|asylum\.decision|age\.decision|process\.decision)$/

/** Whether a rule is about a decision that another body owes: asking again is then due by itself. */
export const isAskedFor = (rule: string | undefined): boolean => DECISIONS.test(rule ?? '')

export const HOWS = {
  letter: 'By letter',
  email: 'By email',
  phone: 'By telephone',
  meeting: 'In a meeting',
  portal: 'On their website',
} as const
export type How = keyof typeof HOWS
export const HOW_CODES = ['letter', 'email', 'phone', 'meeting', 'portal'] as const

/** From asking once more to asking by law: each begins when the one before brought no answer. */
export const STEPS = {
  again: 'Asked once more',
  senior: 'Asked somebody senior there',
  our_manager: 'Our manager asked their manager',
  complaint: 'By their complaints procedure',
  outside: 'Asked somebody outside: a member of parliament, an ombudsman',
  lawyer: 'The young person’s lawyer wrote',
} as const
export type Step = keyof typeof STEPS
export const STEP_ORDER = [
  'again',
  'senior',
  'our_manager',
  'complaint',
  'outside',
  'lawyer',
] as const

export const isStep = (code: string): code is Step => Object.hasOwn(STEPS, code)

/** One time that somebody asked. */
export type Asking = {
  readonly id: string
  readonly clockId: string
  /** What the clock is about: a stretch of waiting in a process, a referral. */
  readonly aboutKind: string | undefined
  readonly aboutId: string | undefined
  readonly askedOn: CalendarDay
  readonly ofWhom: string
  readonly how: How
  readonly step: Step
  readonly reference: string | undefined
  readonly said: string | undefined
  readonly answeredOn: CalendarDay | undefined
  readonly answer: string | undefined
  readonly by: string | undefined
  readonly version: number
}

/** Twice at a step without an answer: the next step is offered. Nobody has to take it. */
const ASKED_IN_VAIN = 2

/** The step that is offered for the next asking: the last one, or the one after it. */
export function stepToTake(askings: readonly Pick<Asking, 'step' | 'answer' | 'askedOn'>[]): Step {
  const inOrder = askings.toSorted((a, b) => (a.askedOn < b.askedOn ? -1 : 1))
  const last = inOrder.at(-1)
  if (!last) return 'again'
  const lately = inOrder.slice(inOrder.findLastIndex((a) => a.answer !== undefined) + 1)
  const inVain = lately.filter((a) => a.step === last.step).length
  if (inVain < ASKED_IN_VAIN) return last.step
  return STEP_ORDER[STEP_ORDER.indexOf(last.step) + 1] ?? last.step
}

/** How a sentence of the letter asks, at each step. */
const ASKS: Readonly<Record<Step, string>> = {
  again: 'Please tell us on which day the decision will be made, and what you still need for it.',
  senior:
    'We have asked before and have no decision. Please look at this yourself, and tell us on which day the decision will be made.',
  our_manager:
    'Our staff have asked before and have no decision. I write as their manager: please tell me on which day the decision will be made, and who answers for it.',
  complaint:
    'We have asked before and have no decision. Please take this letter as a complaint about the delay, and tell us by when you answer it.',
  outside:
    'The body that owes this decision has been asked several times and has not made it. Please help to bring it about.',
  lawyer:
    'The young person’s lawyer has been asked to write about the delay. Please tell us on which day the decision will be made.',
}

/**
 * A letter that asks again. It says no name, no birthday and nothing of the child’s story: it travels by ordinary
 * post and mail. Their own reference says whom it is about.
 */
export function letterOf(about: {
  readonly owed: string
  readonly since: string
  readonly dueBy: string | undefined
  readonly reference: string | undefined
  readonly askedOn: readonly string[]
  readonly step: Step
  readonly writer: string
  readonly organisation: string
}): { readonly subject: string; readonly text: string } {
  const lines = [
    `We write about a decision that you owe a young person we work with. Your reference: ${about.reference ?? '____________'}.`,
    `What is owed: ${lowered(about.owed)}.`,
    `It has been waited for since ${about.since}.${about.dueBy === undefined ? '' : ` It was to be made by ${about.dueBy}.`}`,
    ...(about.askedOn.length > 0 ? [`We have asked before, on ${listed(about.askedOn)}.`] : []),
    'Each week without a decision has an effect on a young person’s health, learning and trust. They cannot shorten it: only you can.',
    ASKS[about.step],
    'If you do not know when it will be made, please tell us that, and who is working on it.',
  ]
  return {
    subject: `A decision that is waited for${about.reference === undefined ? '' : `: ${about.reference}`}`,
    text: `${lines.join('\n\n')}\n\n${about.writer}\n${about.organisation}`,
  }
}

const lowered = (text: string): string =>
  `${text.charAt(0).toLowerCase()}${text.slice(1)}`.replace(/\.$/, '')

function listed(days: readonly string[]): string {
  const last = days.at(-1) ?? ''
  return days.length < 2 ? last : `${days.slice(0, -1).join(', ')} and ${last}`
}
