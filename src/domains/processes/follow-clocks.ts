/**
 * What is owed follows from what is written here: a decision on a claim, a lawyer who is wanted, care that
 * was referred to, a place to learn, an end to a doubt about age. Called in plain sight by the pages that
 * write, in their own transaction.
 */
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import { londonInstant } from '#kernel/london-time.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { correctStart, startClock, stopClock } from '#domains/clocks/index.ts'
import { type Access, accessOf } from './access.rules.ts'
import { isOpen } from './age.rules.ts'
import { isLegalGap, type LegalArea } from './happening.rules.ts'
import { legalHelpOf } from './legal-help.queries.ts'
import { type AccessRequest, accessRequestsOf, ageDoubtsOf } from './parts.queries.ts'
import { waitsOf } from './systems.queries.ts'

const noonOf = (day: CalendarDay): Date => {
  const noon = londonInstant(`${day}T12:00`)
  if (!noon) throw new Error('A day has a noon')
  return noon
}

type Owed = {
  readonly rule: string
  readonly about: { readonly kind: string; readonly id: string }
  readonly from: CalendarDay
  readonly why?: string
  readonly end:
    | {
        readonly on: CalendarDay
        readonly how: 'done' | 'no-longer-owed'
        readonly reason?: string
      }
    | undefined
}

/** Starts what is owed, puts its beginning right, and ends it once it is done or owed no longer. */
async function follow(tx: Tx, childId: ChildId, owed: Owed): Promise<void> {
  const { rule, about } = owed
  const startedAt = noonOf(owed.from)
  const why = owed.why === undefined ? {} : { why: owed.why }
  await startClock(tx, { childId, rule, about, startedAt, ...why })
  await correctStart(tx, { rule, about, startedAt, reason: 'The day was put right' })
  if (!owed.end) return
  const { on, ...end } = owed.end
  await stopClock(tx, { rule, about, at: noonOf(on), ...end })
}

const ASYLUM = 'asylum.decision'
const ANOTHER = 'process.decision'

/** The waiting in a process: a decision is owed, by a rule of its own where there is one. */
export async function followWaits(
  tx: Tx,
  child: ChildId,
  process: { readonly id: string; readonly asylum: boolean; readonly why: string },
): Promise<void> {
  const [rule, other] = process.asylum ? [ASYLUM, ANOTHER] : [ANOTHER, ASYLUM]
  for (const wait of await waitsOf(tx, child)) {
    if (wait.processId !== process.id) continue
    const how = wait.endedHow === 'decision' ? 'done' : 'no-longer-owed'
    const end = wait.endedOn && ({ on: wait.endedOn, how, reason: 'It ended' } as const)
    const about = { kind: 'process_wait', id: wait.id }
    // Somebody said since that it belongs to another system: it is owed once.
    const reason = 'It is owed in another system'
    const at = noonOf(wait.beganOn)
    await stopClock(tx, { rule: other, about, at, how: 'no-longer-owed', reason })
    await follow(tx, child, { rule, about, from: wait.beganOn, end, why: process.why })
  }
}

/** A lawyer who is wanted and not there is owed. */
export async function followLegalHelp(
  tx: Tx,
  child: ChildId,
  area: LegalArea,
  today: CalendarDay,
): Promise<void> {
  const help = (await legalHelpOf(tx, child)).get(area)
  if (!help) return
  const about = { kind: 'legal_help', id: help.id }
  if (isLegalGap(help)) {
    await startClock(tx, { childId: child, rule: 'legal.help', about, startedAt: noonOf(today) })
    return
  }
  const how = help.has === 'yes' ? 'done' : 'no-longer-owed'
  const at = noonOf(today)
  await stopClock(tx, {
    rule: 'legal.help',
    about,
    at,
    how,
    reason: 'As it is written of legal help',
  })
}

const RULES = {
  health: 'health.care',
  mental_health: 'health.mental-health',
  education: 'education.place',
} as const

/** Care is owed from the referral on, a place to learn from when it was asked for. */
export async function followRequest(
  tx: Tx,
  child: ChildId,
  request: string,
  today: CalendarDay,
): Promise<void> {
  const found = (await accessRequestsOf(tx, child)).find((r) => r.id === request)
  const from = found && owedFrom(found)
  if (!from) return
  const end = endOf(accessOf(found.askedOn, found.events, today), found)
  const about = { kind: 'access_request', id: found.id }
  await follow(tx, child, { rule: RULES[found.service], about, from, end })
}

function owedFrom(request: AccessRequest): CalendarDay | undefined {
  if (request.service === 'education') return request.askedOn
  const days = request.events.filter((e) => e.kind === 'referred').map((e) => e.onDay)
  return days.toSorted()[0]
}

function endOf(access: Access, request: AccessRequest): Owed['end'] {
  if (access.startedOn) return { on: access.startedOn, how: 'done' }
  const left = request.events.findLast((e) => e.kind === 'not_wanted_now')
  if (access.stillWaiting || !left) return undefined
  return { on: left.onDay, how: 'no-longer-owed', reason: 'The young person does not want it now' }
}

/** An end to a doubt about age is owed until something is final. */
export async function followDoubts(tx: Tx, child: ChildId): Promise<void> {
  for (const doubt of await ageDoubtsOf(tx, child)) {
    const final = isOpen(doubt.outcome) ? undefined : doubt.outcomeOn
    const about = { kind: 'age_doubt', id: doubt.id }
    const end = final && ({ on: final, how: 'done' } as const)
    await follow(tx, child, { rule: 'age.decision', about, from: doubt.doubtedOn, end })
  }
}
