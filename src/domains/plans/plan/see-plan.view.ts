import { type CalendarDay, inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { languageName } from '#kernel/languages.ts'
import { lookUp } from '#kernel/look-up.ts'
import type { Plan, PlanAction } from '../plan.queries.ts'
import {
  ACTION_STATES,
  AGENCIES,
  ANSWERS,
  KINDS_SAID,
  PLAN_STATES,
  SAID_HOW,
} from '../plan.rules.ts'

/** Everything the page of a plan says. */
export function planView(plan: Plan, today: CalendarDay) {
  const titleOf = (code: string | undefined) =>
    plan.heads.find((h) => h.code === code)?.title ?? 'All of it'
  return {
    plan,
    state: PLAN_STATES[plan.state],
    from: inWords(plan.startsOn),
    approvedOn: plan.approvedAt && inWords(londonCalendarDay(plan.approvedAt)),
    notHeard: plan.hearNextOn && {
      next: inWords(plan.hearNextOn),
      on: plan.notHeardOn && inWords(plan.notHeardOn),
    },
    heads: plan.heads.map((h) => ({
      ...h,
      plain: plan.plain
        .filter((p) => p.headCode === h.code)
        .map((p) => ({ ...p, called: languageName(p.language) })),
    })),
    said: plan.said.map((s) => ({
      ...s,
      kind: lookUp<string>(KINDS_SAID, s.kind),
      how: lookUp<string>(SAID_HOW, s.saidBy),
      about: titleOf(s.headCode),
      day: inWords(londonCalendarDay(s.writtenAt)),
      became: s.answer && lookUp<string>(ANSWERS, s.answer),
    })),
    goals: plan.goals.map((g) => ({
      ...g,
      actions: plan.actions.filter((a) => a.goalId === g.id).map((a) => actionLine(a, today)),
    })),
    conflicts: plan.conflicts.map((c) => ({ ...c, agency: lookUp<string>(AGENCIES, c.agency) })),
  }
}

/** An action in a line. The owner may be late; nothing is said of the child. */
export const actionLine = (a: PlanAction, today: CalendarDay) => ({
  ...a,
  agency: lookUp<string>(AGENCIES, a.agency),
  due: inWords(a.dueOn),
  late: a.state === 'open' && a.dueOn < today,
  stands: lookUp<string>(ACTION_STATES, a.state),
})
