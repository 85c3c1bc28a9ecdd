import type { CalendarDay } from '#kernel/calendar-day.ts'
import { londonInstant } from '#kernel/london-time.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { reopenClock, startClock, stopClock } from '#domains/clocks/index.ts'
import type { Decision } from './decisions.rules.ts'
import type { Referral } from './referral.queries.ts'

/** Which clocks a referral and its decisions start and stop. Each shows who owes the child a decision, or help. */

const RULES = {
  usual: { rg: 'nrm.reasonable-grounds', cg: 'nrm.conclusive-grounds' },
  panel: { rg: 'nrm.pilot.reasonable-grounds', cg: 'nrm.pilot.conclusive-grounds' },
} as const
const RECOVERY = 'nrm.recovery-period'
const AGAIN = 'nrm.reconsideration'
const PACK = 'nrm.information-pack'

type Of = Pick<Referral, 'id' | 'childId' | 'byPanel'>
const aboutReferral = (id: string) => ({ kind: 'nrm_referral', id })
const aboutDecision = (id: string) => ({ kind: 'nrm_decision', id })
const rulesOf = (of: Of) => (of.byPanel ? RULES.panel : RULES.usual)

/** The day is what is known; its middle stands for it, by the clock in London. */
function middleOf(day: CalendarDay): Date {
  const instant = londonInstant(`${day}T12:00`)
  if (!instant) throw new Error('Noon is at no time that day')
  return instant
}

/** Sent: a decision is owed. A local panel owes both from the same day. */
export async function clocksOnSending(tx: Tx, of: Of, sentOn: CalendarDay): Promise<void> {
  const { rg, cg } = rulesOf(of)
  const begin = (rule: string) =>
    startClock(tx, {
      childId: of.childId,
      rule,
      startedAt: middleOf(sentOn),
      about: aboutReferral(of.id),
    })
  await begin(rg)
  if (of.byPanel) await begin(cg)
}

/** The pack for their age is owed once the referral is made; a day taken back makes it owed again. */
export async function packGiven(
  tx: Tx,
  of: Pick<Referral, 'id' | 'childId' | 'sentOn'>,
  givenOn: CalendarDay | undefined,
): Promise<void> {
  if (of.sentOn === undefined) return
  const which = { rule: PACK, about: aboutReferral(of.id) }
  const sent = middleOf(of.sentOn)
  await startClock(tx, { ...which, childId: of.childId, startedAt: sent })
  await reopenClock(tx, which)
  if (givenOn === undefined) return
  const given = middleOf(givenOn)
  await stopClock(tx, { ...which, at: given < sent ? sent : given, how: 'done' })
}

type Made = Pick<Decision, 'id' | 'kind' | 'outcome' | 'decidedOn'> & {
  readonly heardOn: CalendarDay
}

/** A decision ends what was owed and begins what is owed next. */
export async function clocksOnDecision(tx: Tx, of: Of, d: Made): Promise<void> {
  if (d.kind === 'other') return
  const { rg, cg } = rulesOf(of)
  const about = aboutReferral(of.id)
  const at = middleOf(d.decidedOn)
  const conclusive = d.kind !== 'reasonable_grounds'
  if (d.kind !== 'conclusive_grounds') await stopClock(tx, { rule: rg, about, at, how: 'done' })
  if (conclusive) await stopClock(tx, { rule: cg, about, at, how: 'done' })
  const childId = of.childId
  if (d.outcome === 'negative') {
    const heard = middleOf(d.heardOn)
    await startClock(tx, { childId, rule: AGAIN, startedAt: heard, about: aboutDecision(d.id) })
    if (!conclusive) {
      await stopClock(tx, {
        rule: cg,
        about,
        at,
        how: 'no-longer-owed',
        reason: 'Negative reasonable grounds',
      })
    }
    return
  }
  if (d.kind !== 'reasonable_grounds') return
  await startClock(tx, { childId, rule: RECOVERY, startedAt: at, about: aboutDecision(d.id) })
  await startClock(tx, { childId, rule: cg, startedAt: at, about })
}

/** A decision that was written by mistake stopped and began nothing. */
export async function clocksOnSettingAside(tx: Tx, of: Of, d: Made, now: Date): Promise<void> {
  if (d.kind === 'other') return
  const { rg, cg } = rulesOf(of)
  const about = aboutReferral(of.id)
  const stop = {
    at: now,
    how: 'no-longer-owed',
    reason: 'The decision was written by mistake',
  } as const
  if (d.kind !== 'conclusive_grounds') await reopenClock(tx, { rule: rg, about })
  if (d.kind !== 'reasonable_grounds') await reopenClock(tx, { rule: cg, about })
  else if (!of.byPanel) await stopClock(tx, { rule: cg, about, ...stop })
  for (const rule of [RECOVERY, AGAIN]) {
    await stopClock(tx, { rule, about: aboutDecision(d.id), ...stop })
  }
}
