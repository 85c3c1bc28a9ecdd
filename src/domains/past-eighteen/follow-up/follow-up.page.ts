import type { CalendarDay } from '#kernel/calendar-day.ts'
import { listOf } from '#platform/http/fields.ts'
import type { Visit } from '#platform/http/page.ts'
import { daysOf } from '#domains/children/index.ts'
import { childOf, sheet, versionIn } from '#domains/plans/index.ts'
import { dayAged } from '#domains/processes/index.ts'
import { addressOf, shared, URL } from '../child-of-eighteen.ts'
import {
  beginFollowUp,
  consentsOf,
  followUpOf,
  keepConsents,
  keepPoint,
  pointsOf,
  stopFollowUp,
  takenBack,
} from '../follow-up.queries.ts'
import { OUTCOMES, pointName, POINTS, STEP_CODES, type Step, STEPS } from '../follow-up.rules.ts'

/** The points in time from the day of entry on. */
export const pointsFrom = (entry: CalendarDay) =>
  POINTS.map((months) => ({ months, dueOn: dayAged(entry, months) }))

async function agreedOf(visit: Visit) {
  const child = await childOf(visit)
  return {
    child,
    followUp: await followUpOf(visit.tx, child.id),
    consents: await consentsOf(visit.tx, child.id),
    takenBack: await takenBack(visit.tx, child.id),
  }
}

/** Which steps they agree to, each by itself, asked together with them. */
export const agreePages = sheet({
  ...shared,
  url: `${URL}/follow-up`,
  act: 'past-eighteen.follow-up.agree',
  find: agreedOf,
  title: () => 'Being asked again later',
  help: ['past-eighteen'],
  intro: ({ takenBack: no }) => [
    'This stands apart from care. Whatever they say here changes no help, and they can stop at any time without a reason.',
    'Ask each by itself. A yes to one is a yes to no other.',
    ...(no.length > 0
      ? [
          `On their own page they said no to: ${no.map((s) => STEPS[s]).join('; ')}. Only they change that.`,
        ]
      : []),
  ],
  asks: ({ followUp }) => [
    ...(followUp
      ? []
      : ([
          {
            kind: 'day',
            name: 'entryOn',
            label: 'From which day on? The points in time are counted from it',
          },
        ] as const)),
    ...STEP_CODES.map((step) => ({
      kind: 'choice' as const,
      name: step,
      label: `${STEPS[step]}?`,
      choices: { yes: 'They say yes', no: 'They say no' },
    })),
  ],
  kept: ({ consents }) =>
    Object.fromEntries(STEP_CODES.map((step) => [step, consents[step] ? 'yes' : 'no'])),
  async save(visit, found, read) {
    const { child, followUp } = found
    const entryOn =
      followUp?.entryOn ??
      read.dayNeeded('entryOn', 'Enter from which day on', { until: read.today })
    const said = Object.fromEntries(
      STEP_CODES.map((step) => [
        step,
        read.choice(step, { yes: '', no: '' }, 'Choose yes or no') === 'yes',
      ]),
    )
    const wanted = wantedOf((step) => said[step] === true)
    for (const step of found.takenBack) {
      if (wanted[step])
        read.wrong(step, 'They said no to this on their own page. Only they change it')
    }
    if (followUp?.stoppedByThem) {
      read.wrong(
        'contacted',
        'They stopped this themselves. Only they begin it again, on their own page',
      )
    }
    if (read.problems.length > 0) return 'asked-again'
    if (!STEP_CODES.some((step) => wanted[step])) {
      const at = { now: visit.now, today: read.today }
      await stopFollowUp(visit.tx, child.id, 'child_with_someone', at)
      return { to: addressOf(found) }
    }
    await keepConsents(visit.tx, child.id, wanted, 'child_with_someone')
    const given = { entryOn, saidBy: 'child_with_someone' } as const
    await beginFollowUp(visit.tx, child.id, given, pointsFrom(entryOn))
    return { to: addressOf(found) }
  },
})

export const wantedOf = (given: (step: Step) => boolean): Readonly<Record<Step, boolean>> => ({
  contacted: given('contacted'),
  asked: given('asked'),
  counted: given('counted'),
  research: given('research'),
  linked: given('linked'),
})

/** The steps that are ticked in a form. */
export const tickedIn = (form: Readonly<Record<string, unknown>>) => {
  const ticked = new Set(listOf(form, 'steps'))
  return wantedOf((step) => ticked.has(step))
}

async function pointOf(visit: Visit) {
  const child = await childOf(visit)
  const point = (await pointsOf(visit.tx, child.id)).find((p) => p.id === visit.params['point'])
  return point && { child, point }
}

/** A point in time: its day as agreed with them, and what became of it, with a reason where there is no answer. */
export const pointPages = sheet({
  ...shared,
  url: `${URL}/follow-up/:point`,
  act: 'past-eighteen.follow-up.point',
  find: pointOf,
  title: ({ point }) => pointName(point.months),
  intro: () => [
    'They answer on their own page. Here stands the day you agreed on, and the reason where there is no answer.',
  ],
  asks: () => [
    { kind: 'day', name: 'dueOn', label: 'On which day are they asked, as agreed with them?' },
    {
      kind: 'choice',
      name: 'outcome',
      label: 'What became of it?',
      choices: { open: 'Nothing yet', ...OUTCOMES },
    },
    { kind: 'day', name: 'closedOn', label: 'Since which day? (only if something became of it)' },
  ],
  kept: ({ point }) => ({
    ...daysOf('dueOn', point.dueOn),
    outcome: point.outcome ?? 'open',
    ...daysOf('closedOn', point.closedOn),
  }),
  version: ({ point }) => point.version,
  async save(visit, found, read) {
    const dueOn = read.dayNeeded('dueOn', 'Enter on which day they are asked')
    const outcome = read.choice('outcome', { open: '', ...OUTCOMES }, 'Choose what became of it')
    const closedOn =
      outcome === 'open' || outcome === ''
        ? undefined
        : read.dayNeeded('closedOn', 'Enter since which day', { until: read.today })
    if (read.problems.length > 0) return 'asked-again'
    const { child, point } = found
    const kept = { dueOn, outcome: closedOn && outcome, closedOn }
    const saved = await keepPoint(
      visit.tx,
      child.id,
      { id: point.id, version: versionIn(read) },
      kept,
    )
    return saved ? { to: addressOf(found) } : 'changed-meanwhile'
  },
})

async function going(visit: Visit) {
  const found = await agreedOf(visit)
  return found.followUp && !found.followUp.stopped ? found : undefined
}

/** They told somebody that they do not want to be asked any more. */
export const stopPages = sheet({
  ...shared,
  url: `${URL}/follow-up/stop`,
  act: 'past-eighteen.follow-up.stop',
  find: going,
  title: () => 'They do not want to be asked any more',
  intro: () => [
    'It stops at once and no reason is asked. Nothing of theirs goes into the next count or the next extract.',
  ],
  asks: () => [],
  submit: 'Stop it',
  async save(visit, found, read) {
    const at = { now: visit.now, today: read.today }
    await stopFollowUp(visit.tx, found.child.id, 'child_with_someone', at)
    return { to: addressOf(found) }
  },
})
