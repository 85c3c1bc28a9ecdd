import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { AccessEvent, AccessService, ASKED_BY } from './access.rules.ts'
import type { AgeOutcome, DOUBTED_BY, INTERPRETER, SUPPORT } from './age.rules.ts'
import type { Level, UseLevel } from './barriers.rules.ts'
import type { LegalArea } from './happening.rules.ts'

export type LegalDeadline = {
  readonly id: string
  readonly area: LegalArea
  readonly what: string
  readonly dueOn: CalendarDay
  readonly setBy: string
  readonly owedBy: string
  readonly metOn: CalendarDay | undefined
  readonly notMetWhy: string | undefined
}

/** The days in law of a child: those to come first. */
export async function deadlinesOf(tx: Tx, child: ChildId): Promise<readonly LegalDeadline[]> {
  const { rows } = await sql<Kept<LegalDeadline>>`
    select id, area, what, due_on as "dueOn", set_by as "setBy", owed_by as "owedBy", met_on as "metOn", not_met_why as "notMetWhy"
    from waymark.legal_deadline where child_id = ${child} order by met_on is not null, due_on, id`.execute(
    tx,
  )
  return rows.map((row) => known<LegalDeadline>(row))
}

/** Whether a child has an asylum claim that is not over and nobody in law for it. */
export async function asylumWithoutLawyer(tx: Tx, child: ChildId): Promise<boolean> {
  const { rows } = await sql<{ alone: boolean }>`
    select exists (select from waymark.process p where p.child_id = ${child} and p.system = 'asylum' and p.state <> 'ended')
       and not exists (select from waymark.legal_help l where l.child_id = ${child} and l.area = 'asylum' and l.has = 'yes') as alone`.execute(
    tx,
  )
  return rows[0]?.alone ?? false
}

export type AgeDoubt = {
  readonly id: string
  readonly doubtedBy: keyof typeof DOUBTED_BY
  readonly who: string
  readonly doubtedOn: CalendarDay
  readonly why: string
  readonly decides: string | undefined
  readonly adult: keyof typeof SUPPORT
  readonly interpreter: keyof typeof INTERPRETER
  readonly guardian: keyof typeof SUPPORT
  readonly legalHelp: keyof typeof SUPPORT
  readonly heard: keyof typeof SUPPORT
  readonly outcome: AgeOutcome
  readonly outcomeOn: CalendarDay | undefined
  readonly outcomeWords: string | undefined
  readonly effect: string | undefined
  readonly effectLanguage: string
}

/** Every time somebody doubted how old a child is, the newest first. */
export async function ageDoubtsOf(tx: Tx, child: ChildId): Promise<readonly AgeDoubt[]> {
  const { rows } = await sql<Kept<AgeDoubt>>`
    select id, doubted_by as "doubtedBy", who, doubted_on as "doubtedOn", why, decides,
           adult_of_their_choice as adult, interpreter, guardian, legal_help as "legalHelp",
           heard_before_decision as heard, outcome, outcome_on as "outcomeOn", outcome_words as "outcomeWords",
           effect, effect_language as "effectLanguage"
    from waymark.age_doubt where child_id = ${child} order by doubted_on desc, id`.execute(tx)
  return rows.map((row) => known<AgeDoubt>(row))
}

export type AccessRequest = {
  readonly id: string
  readonly service: AccessService
  readonly what: string
  readonly askedOn: CalendarDay
  readonly askedBy: keyof typeof ASKED_BY
  readonly childWords: string | undefined
  readonly language: string
  readonly barrierId: string | undefined
  readonly events: readonly AccessEvent[]
}

/** What was asked for in health, mental health and learning, with all that happened to it. */
export async function accessRequestsOf(tx: Tx, child: ChildId): Promise<readonly AccessRequest[]> {
  const { rows } = await sql<Kept<Omit<AccessRequest, 'events'>>>`
    select id, service, what, asked_on as "askedOn", asked_by as "askedBy", child_words as "childWords", language,
           barrier_id as "barrierId"
    from waymark.access_request where child_id = ${child} order by asked_on, id`.execute(tx)
  if (rows.length === 0) return []
  const events = await sql<Kept<AccessEvent & { readonly requestId: string }>>`
    select id, request_id as "requestId", kind, on_day as "onDay", body, why, support
    from waymark.access_event where child_id = ${child} order by on_day, id`.execute(tx)
  const told = events.rows.map((row) => known<AccessEvent & { readonly requestId: string }>(row))
  return rows.map((row) => ({
    ...known<Omit<AccessRequest, 'events'>>(row),
    events: told.filter((e) => e.requestId === row.id),
  }))
}

export type Barrier = {
  readonly id: string
  readonly level: Level
  readonly theme: string
  readonly body: string
  readonly what: string
  readonly childWords: string | undefined
  readonly language: string
  readonly seenOn: CalendarDay
  readonly action: string | undefined
  readonly actionBy: string | undefined
  readonly actionOn: CalendarDay | undefined
  readonly endedOn: CalendarDay | undefined
  readonly endedHow: string | undefined
  readonly useLevel: UseLevel
}

/** What stands in a child's way: what is there now first. */
export async function barriersOf(tx: Tx, child: ChildId): Promise<readonly Barrier[]> {
  const { rows } = await sql<Kept<Barrier>>`
    select b.id, b.level, t.called as theme, b.body, b.what, b.child_words as "childWords", b.language, b.seen_on as "seenOn",
           b.action, b.action_by as "actionBy", b.action_on as "actionOn", b.ended_on as "endedOn",
           b.ended_how as "endedHow", b.use_level as "useLevel"
    from waymark.barrier b join waymark.barrier_theme t on t.code = b.theme
    where b.child_id = ${child} order by b.ended_on is not null, b.seen_on desc, b.id`.execute(tx)
  return rows.map((row) => known<Barrier>(row))
}

/** What barriers may be about on that day. */
export async function themesOn(
  tx: Tx,
  day: CalendarDay,
): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ code: string; called: string }>`
    select code, called from waymark.barrier_theme
    where from_day <= ${day}::date and (until_day is null or until_day >= ${day}::date) order by position`.execute(
    tx,
  )
  return Object.fromEntries(rows.map((t) => [t.code, t.called]))
}
