import { calendarDay, inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { londonDay } from '#kernel/london-time.ts'
import { trustedId } from '#kernel/ids.ts'
import { may } from '#platform/access/capability.ts'
import {
  appointmentsWith,
  myAppointmentLine,
  type NextStep,
  nextStepsOwed,
} from '#domains/calendar/index.ts'
import { clockLine, clocksOwedToChildren, type OwedToChild } from '#domains/clocks/index.ts'
import {
  referralsToReview,
  type ToReview,
  waitingConcerns,
  waitingLine,
} from '#domains/identification/index.ts'
import {
  answerAction,
  calledForStaff,
  type InboxLine,
  waitingOn,
} from '#domains/participation/index.ts'
import { type DeadlineOwed, deadlinesOwed } from '#domains/processes/index.ts'
import { handedPairs, pairHref } from '#domains/same-child/index.ts'
import type { DayLine, Source } from './line.ts'
import { momentsOf } from './moments.ts'

const MOST_CLOCKS = 200

/** What young people sent, that the reader answers. */
const answers: Source = async ({ tx, actor, now }) => {
  if (!may(actor.role, 'answers.give')) return []
  const { today } = momentsOf(now)
  return (await waitingOn(tx, actor.id)).map((line) => answerLine(line, today))
}

export function answerLine(line: InboxLine, today: string): DayLine {
  const day = calendarDay(line.answerBy)
  const by = day ? inWords(day) : line.answerBy
  const promised = line.answerBy < today ? `promised by ${by}, and still owed` : `promised by ${by}`
  return {
    kind: 'waiting',
    childId: line.childId,
    name: line.knownAs,
    detail: `${calledForStaff(line.subject)}, sent on ${londonDay(line.at)}. An answer was ${promised}`,
    on: day,
    action: answerAction(line),
  }
}

/** Worries whose next step is the reader's: a look asked of them, or a child beside whom they stand. */
const worries: Source = async ({ tx, actor }) => {
  if (!may(actor.role, 'concerns.write')) return []
  const manages = actor.role === 'manager'
  const waiting = await waitingConcerns(tx, actor, manages ? 'asked-of-me' : 'all')
  return waiting
    .filter((w) => !w.secondThere && (!w.askedOfId || w.askedOfId === actor.id))
    .map((w) => {
      const { name, detail, action } = waitingLine(w, actor.id)
      return { kind: 'waiting', childId: w.childId, name, detail, on: undefined, action }
    })
}

/** Referrals for help that a colleague was asked to read before they go. */
const reviews: Source = async ({ tx, actor }) =>
  may(actor.role, 'concerns.write')
    ? (await referralsToReview(tx, 'beside-me')).map(toReviewLine)
    : []

export const toReviewLine = (r: ToReview): DayLine => ({
  kind: 'waiting',
  childId: r.childId,
  name: r.knownAs,
  detail: `A referral for help waits for a colleague to read it${r.askedBy ? `, asked by ${r.askedBy}` : ''}${
    r.askedAt ? ` on ${londonDay(r.askedAt)}` : ''
  }`,
  on: undefined,
  action: { text: 'Read it', href: `/children/${r.childId}/referral-for-help/${r.id}` },
})

/** The reader's own appointments: those past of which nobody has said what became, today and the week to come. */
const appointments: Source = async ({ tx, actor, now }) => {
  const { back, comingUntil, startOfToday } = momentsOf(now)
  const found = await appointmentsWith(tx, actor, { from: back, until: comingUntil })
  return found
    .filter((a) => a.state === 'planned')
    .map((a) => {
      const past = a.startsAt < startOfToday
      const line = past
        ? myAppointmentLine(a, 'Say what became of it', 'after')
        : myAppointmentLine(a, 'See it, or change it', undefined)
      return {
        kind: past ? 'waiting' : 'coming',
        childId: a.childId,
        name: line.name,
        detail: past ? `${line.detail}. Nobody has said what became of it` : line.detail,
        on: londonCalendarDay(a.startsAt),
        action: line.action ?? { text: 'See it', href: line.href },
      }
    })
}

/** What services owe the children beside whom the reader stands: by law, by a body, or promised by hand. */
const clocks: Source = async ({ tx, now }) => {
  const { owedUntil } = momentsOf(now)
  const { clocks: owed } = await clocksOwedToChildren(tx, { of: 'beside-me', most: MOST_CLOCKS })
  return owed
    .filter(({ clock }) => clock.state === 'running' && (!clock.dueOn || clock.dueOn <= owedUntil))
    .map((one) => owedLine(one, now))
}

/** Decisions that somebody else takes in their own time: known, and nobody's act today. */
const DECIDED_ELSEWHERE = /^(?:nrm|asylum|age)\./

export function owedLine({ clock, knownAs }: OwedToChild, now: Date): DayLine {
  const line = clockLine(clock, now)
  const after = clock.dueAt !== undefined && clock.dueAt <= now
  return {
    kind: !clock.dueOn && DECIDED_ELSEWHERE.test(clock.rule ?? '') ? 'elsewhere' : 'owed',
    childId: trustedId(clock.childId),
    name: knownAs,
    detail: `${line.owed}. Who owes it: ${line.owedBy}. ${line.stands}`,
    on: clock.dueOn,
    action: {
      text: after ? 'Say what became of it' : 'See what is owed',
      href: `/children/${clock.childId}/clocks/${clock.id}`,
    },
  }
}

/** Days in law that nobody has met yet. */
const deadlines: Source = async ({ tx, now }) =>
  (await deadlinesOwed(tx, 'beside-me', momentsOf(now).owedUntil)).map(deadlineLine)

export const deadlineLine = (d: DeadlineOwed): DayLine => ({
  kind: 'owed',
  childId: d.childId,
  name: d.knownAs,
  detail: `${d.what}. Who owes it: ${d.owedBy}. By ${inWords(d.dueOn)}`,
  on: d.dueOn,
  action: { text: 'See their legal help', href: `/children/${d.childId}/legal-help` },
})

/** What we said would happen, after we did not come. */
const missedByUs: Source = async ({ tx, now }) =>
  (await nextStepsOwed(tx, 'beside-me', momentsOf(now).back)).map(nextStepLine)

export const nextStepLine = (step: NextStep): DayLine => ({
  kind: 'owed',
  childId: step.childId,
  name: step.knownAs,
  detail: `We did not come on ${londonDay(step.missedAt)}. What happens now: ${step.nextStep.replace(/[.\s]+$/, '')}. Who owes it: ${step.by}${
    step.on ? `, by ${inWords(step.on)}` : ''
  }`,
  on: step.on,
  action: { text: 'See their calendar', href: `/children/${step.childId}/calendar` },
})

/** Two records of which somebody asked the reader whether they are one child. */
const sameChild: Source = async ({ tx, actor }) => {
  if (!may(actor.role, 'same-child.decide')) return []
  return (await handedPairs(tx, actor.id)).map((pair) => ({
    kind: 'waiting',
    childId: pair.oneId,
    name: pair.oneName,
    detail: `You were asked whether the record of ${pair.twoName} is about the same child`,
    on: undefined,
    action: { text: 'Look at both', href: pairHref(pair) },
  }))
}

/** Everything a worker's day is gathered from. A domain adds one line here. */
const SOURCES: readonly Source[] = [
  answers,
  worries,
  reviews,
  sameChild,
  appointments,
  missedByUs,
  deadlines,
  clocks,
]

/** A worker's day: every line, what has a day first in its order. */
export async function dayOf(visit: Parameters<Source>[0]): Promise<readonly DayLine[]> {
  const lines: DayLine[] = []
  for (const source of SOURCES) lines.push(...(await source(visit)))
  return inOrder(lines)
}

/** By the day it is for; what has no day last, each in the order it came. */
export const inOrder = (lines: readonly DayLine[]): readonly DayLine[] =>
  lines.toSorted((a, b) => (a.on ?? NO_DAY).localeCompare(b.on ?? NO_DAY))

const NO_DAY = '9999'
