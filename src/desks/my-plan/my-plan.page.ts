import { appointmentsOf, isOver, missedByUs, whenIn } from '#domains/calendar/index.ts'
import { goalsOf, isWantedNow } from '#domains/outcomes/index.ts'
import {
  findPlan,
  kindOf,
  needsOf,
  plainIn,
  plainPlanFile,
  plansOf,
  type Plan,
  verdictsOf,
} from '#domains/plans/index.ts'
import { dayOf, processesOf, type Process, wordsOf } from '#domains/processes/index.ts'
import {
  type Frame,
  frameIn,
  getOwnChild,
  languageOf,
  ownChild,
  say,
} from '#domains/words/index.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'

const DAY = 24 * 60 * 60 * 1000
const MOST_APPOINTMENTS = 3

/**
 * My plans in plain words, my own goals, and what comes next: what somebody wrote of a process, or owes
 * for a visit they missed. Where there is no plan, none is made up.
 */
export const myPlan: Page = {
  method: 'GET',
  url: '/me/plan',
  may: 'me.open',
  audit: { action: 'me.plan', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const { tx, now } = visit
    const child = getOwnChild(visit)
    const frame = frameIn(await languageOf(visit), false, (w) => w.plan.title)
    const processes = await processesOf(tx, child)
    const appointments = await appointmentsOf(tx, child, {
      from: new Date(now.getTime() - DAY),
      until: new Date(now.getTime() + 100 * DAY),
    })
    const page = {
      ...frame,
      plans: await ownPlans(visit, frame),
      goals: (await goalsOf(tx, child))
        .filter((goal) => isWantedNow(goal.state))
        .map((goal) => ({
          words: goal.words,
          language: goal.language,
          state: frame.w.goals.states[goal.state],
        })),
      next: [
        ...(await owedOf(visit, frame)),
        ...processes.flatMap((process) => nextOf(frame, process)),
      ],
      coming: appointments
        .filter((a) => a.state === 'planned' && !isOver(a, now))
        .slice(0, MOST_APPOINTMENTS)
        .map((a) => ({
          href: `/me/calendar/${a.id}`,
          when: whenIn(frame, a.startsAt),
          kind: frame.w.calendar.kinds[a.kind],
        })),
    }
    return { kind: 'view', template: 'desks/my-plan/my-plan.njk', model: { page } }
  },
}

/** A plan of mine on paper: in plain words, in the language of my pages. */
export const takeMyPlan: Page = {
  method: 'GET',
  url: '/me/plan/:plan/plan.pdf',
  may: 'me.open',
  audit: { action: 'me.copy-plan', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const plan = await findPlan(visit.tx, getOwnChild(visit), visit.params['plan'])
    if (!plan || plan.state === 'ended') return { kind: 'not-found' }
    return plainPlanFile(plan, await languageOf(visit))
  },
}

type Next = {
  readonly about: string
  readonly text: string
  readonly language: string
  readonly more: readonly string[]
}

/** What is owed for visits we missed in the last month. */
async function owedOf({ tx, now, actor }: Visit, frame: Frame): Promise<readonly Next[]> {
  if (!actor.childId) return []
  const missed = await missedByUs(tx, actor.childId, new Date(now.getTime() - 30 * DAY))
  const { missedLead, owes, owesBy } = frame.w.calendar
  return missed.flatMap((a) => {
    if (!a.nextStep || !a.nextStepBy) return []
    const owed = a.nextStepOn
      ? say(owesBy, { name: a.nextStepBy, day: dayOf(frame, a.nextStepOn) })
      : say(owes, { name: a.nextStepBy })
    const about = say(missedLead, { when: whenIn(frame, a.startsAt) })
    return [{ about, text: a.nextStep, language: a.language, more: [owed] }]
  })
}

/** What somebody wrote that comes next, in the words for this page where somebody put them. */
function nextOf(frame: Frame, process: Process): readonly Next[] {
  const own = wordsOf(process, frame.language)
  const words = own?.current ? own.words : process
  if (process.state === 'ended' || !words.comesNext) return []
  const kinds: Readonly<Record<string, string>> = frame.w.happening.kinds
  const day = process.nextOn && say(frame.w.happening.nextOn, { day: dayOf(frame, process.nextOn) })
  return [
    {
      about: kinds[process.kind] ?? frame.w.happening.otherKind,
      text: words.comesNext,
      language: words.language,
      more: [day, say(frame.w.plan.decides, { who: process.decides })].filter(
        (line) => line !== undefined,
      ),
    },
  ]
}

/** Those that go on. */
async function ownPlans(visit: Visit, frame: Frame) {
  const child = getOwnChild(visit)
  const going = (await plansOf(visit.tx, child)).filter((p) => p.state !== 'ended').slice(0, 6)
  const plans: object[] = []
  for (const { id } of going) {
    const plan = await findPlan(visit.tx, child, id)
    if (plan) plans.push({ ...planIn(frame, plan), offers: await offersIn(visit, frame, id) })
  }
  return plans
}

/** A plan as its young person reads it: their words and plain ones, and nothing that is for meetings. */
function planIn(frame: Frame, plan: Plan) {
  const w = frame.w.plan
  const became: Readonly<Record<string, string>> = w.became
  return {
    kind: w.kinds[kindOf(plan)],
    state: w.states[plan.state],
    strengths: plan.strengths,
    plain: plainIn(plan, frame.language),
    href: `/me/plan/${plan.id}/say`,
    pdf: `/me/plan/${plan.id}/plan.pdf`,
    goals: plan.goals.map((g) => ({
      words: g.words,
      language: g.language,
      actions: plan.actions
        .filter((a) => a.goalId === g.id)
        .map((a) => ({ plain: a.plain, how: howFar(frame, a) })),
    })),
    said: plan.said.map((s) => ({
      words: s.words,
      language: s.language,
      became: s.answer ? became[s.answer] : w.noAnswer,
      answer: s.answerWords,
    })),
  }
}

function howFar(frame: Frame, action: Plan['actions'][number]): string {
  const w = frame.w.plan
  if (action.state === 'done') return w.did
  if (action.state === 'not_done') return say(w.wasNot, { why: action.cameOf ?? '' })
  const who = action.ownerLeft ? w.nobodyYet : (action.owner ?? w.nobodyYet)
  return say(w.does, { who, day: dayOf(frame, action.dueOn) })
}

/** What was offered, and what they last said of it. */
async function offersIn(visit: Visit, frame: Frame, plan: string) {
  const said = await verdictsOf(visit.tx, plan)
  const domains: Readonly<Record<string, string>> = frame.w.plan.domains
  const verdicts: Readonly<Record<string, string>> = frame.w.plan.verdicts
  return (await needsOf(visit.tx, plan)).flatMap((need) => {
    const last = said.findLast((v) => v.needId === need.id)
    if (!need.offer) return []
    return {
      about: domains[need.domain],
      offer: need.offer,
      href: `/me/plan/${plan}/offers/${need.id}`,
      last: last && { choice: verdicts[last.choice], words: last.words, language: last.language },
    }
  })
}
