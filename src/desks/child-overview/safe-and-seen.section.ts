import { may } from '#platform/access/capability.ts'
import {
  concernsOf,
  REFERRAL_KINDS,
  REFERRAL_STATES,
  referralsOf,
  stateOf,
  STEP_KINDS,
  STEP_ORDER,
  stepsOfChild,
} from '#domains/identification/index.ts'
import type { Section } from './section.ts'

/** What keeps them safe and is not in place yet, and worries that wait for somebody: what we owe them. */
export const safeAndSeen: Section = {
  place: 'owed',
  template: 'desks/child-overview/safe-and-seen.njk',
  async gather({ tx, actor }, child) {
    if (!may(actor.role, 'concerns.read')) return undefined
    const concerns = await concernsOf(tx, child.id)
    if (concerns.length === 0) return undefined
    const steps = await stepsOfChild(tx, child.id)
    const placed = (kind: string) => steps.some((s) => s.kind === kind && s.state === 'in_place')
    const missing = STEP_ORDER.filter((kind) => !placed(kind)).length
    return {
      gist: missing > 0 ? 'what keeps them safe is not all in place' : undefined,
      here: `/children/${child.id}/concerns`,
      notYet: STEP_ORDER.filter((kind) => !placed(kind)).map((kind) => ({
        text: STEP_KINDS[kind].called,
        asked: steps.some((s) => s.kind === kind && s.state !== 'over' && s.state !== 'refused'),
      })),
      waiting: concerns.filter((c) => stateOf(c.decided) === 'pending').length,
    }
  },
}

/** The three letters, each where it has come to by itself. At the foot, closed. */
export const lettersSent: Section = {
  place: 'foot',
  template: 'desks/child-overview/letters-sent.njk',
  async gather({ tx, actor }, child) {
    if (!may(actor.role, 'concerns.read')) return undefined
    const referrals = await referralsOf(tx, child.id)
    if (referrals.length === 0) return undefined
    return {
      here: `/children/${child.id}/concerns`,
      lines: referrals.map((r) => ({
        called: REFERRAL_KINDS[r.kind],
        state: REFERRAL_STATES[r.state].toLowerCase(),
      })),
    }
  },
}
