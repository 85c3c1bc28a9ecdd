import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import { textOf, versionOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { childIdOf } from '#domains/children/index.ts'
import { changePlan } from '../plan-writing.queries.ts'
import { PLAN_GAPS, planGaps, type PlanState, refuseApproval } from '../plan.rules.ts'
import { reviewsOf } from '../review.queries.ts'
import { followApproval } from './plan-clocks.ts'
import { addressOf, type Found, planOf, rowOf, URL } from './plan-of-page.ts'
import { planView } from './see-plan.view.ts'

/** A plan: strengths and their words first. */
export const seePlan: Page = {
  method: 'GET',
  url: URL,
  may: 'children.read',
  audit: { action: 'plans.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const found = await planOf(visit)
    return found ? shown(visit, found, { status: 200 }) : { kind: 'not-found' }
  },
}

/** Which help stands beside a plan of a kind. */
const HELP: Readonly<Record<string, string>> = {
  care: 'care-plan',
  placement: 'placement-plan',
  pathway: 'pathway-plan',
}

type Step = {
  readonly from: readonly PlanState[]
  readonly to: PlanState
  readonly whole: boolean
}

/** From being written to approved, and back when something has to change. */
const STEPS: Readonly<Record<string, Step>> = {
  ask: { from: ['draft'], to: 'asked', whole: true },
  approve: { from: ['asked'], to: 'approved', whole: true },
  again: { from: ['approved', 'asked'], to: 'draft', whole: false },
}

export const stepPlan: Page = {
  method: 'POST',
  url: `${URL}/step`,
  may: 'children.write',
  audit: { action: 'plans.step', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const found = await planOf(visit)
    if (!found) return { kind: 'not-found' }
    const name = textOf(visit.form, 'step')
    const step = Object.hasOwn(STEPS, name) ? STEPS[name] : undefined
    if (!step) return shown(visit, found, { status: 422, says: 'Choose what to do with the plan.' })
    const refused = refusal(visit, found, step)
    if (refused) return shown(visit, found, { status: 422, says: refused })
    const set = { state: step.to, ...(step.to === 'asked' ? { sent_back_words: null } : {}) }
    const row = { ...rowOf(found), version: versionOf(visit.form) }
    if (await changePlan(visit.tx, row, step.from, set)) {
      await followStep(visit, found, step)
      return { kind: 'redirect', to: addressOf(found) }
    }
    const now = await planOf(visit)
    return now
      ? shown(visit, now, { status: 409, says: 'Somebody changed this meanwhile. Read it again.' })
      : { kind: 'not-found' }
  },
}

/** The clock by which the plan has to be there follows what became of it. */
async function followStep({ tx, now }: Visit, { plan, child }: Found, step: Step): Promise<void> {
  const timed = { child: child.id, id: plan.id, kind: plan.kind }
  if (step.to === 'approved') await followApproval(tx, timed, 'approved', now)
  if (step.to === 'draft' && plan.state === 'approved') {
    await followApproval(tx, timed, 'opened-again', now)
  }
}

function refusal(visit: Visit, found: Found, step: Step): string | undefined {
  const { plan } = found
  if (step.whole && planGaps(plan, londonCalendarDay(visit.now)).length > 0) {
    return 'This cannot go on yet. What is missing is listed below.'
  }
  if (step.to !== 'approved') return undefined
  const writers = plan.heads.flatMap((h) => h.writer ?? [])
  const why = refuseApproval(visit.actor, { authorId: plan.authorId, writers })
  return why && `${why}.`
}

async function shown(
  visit: Visit,
  found: Found,
  { status, says }: { readonly status: number; readonly says?: string },
): Promise<Answer> {
  const { plan, child } = found
  const today = londonCalendarDay(visit.now)
  const { role } = visit.actor
  const gaps = plan.state === 'ended' ? [] : planGaps(plan, today).map((gap) => PLAN_GAPS[gap])
  const writers = plan.heads.flatMap((h) => h.writer ?? [])
  const page = {
    title: plan.title,
    help: HELP[plan.kind] ?? 'best-interests',
    child: { id: child.id, knownAs: child.knownAs },
    here: addressOf(found),
    ...planView(plan, today),
    reviews: (await reviewsOf(visit.tx, plan.id)).map((r) => ({
      href: `${addressOf(found)}/reviews/${r.id}`,
      text: r.heldOn ? `Held on ${inWords(r.heldOn)}` : `Planned for ${inWords(r.plannedOn)}`,
    })),
    gaps,
    says,
    mayWrite: mayDo(role, 'children.write') && plan.state !== 'ended',
    mayApprove: refuseApproval(visit.actor, { authorId: plan.authorId, writers }) === undefined,
  }
  return { kind: 'view', status, template: 'domains/plans/plan/see-plan.njk', model: { page } }
}
