import { sql } from 'kysely'
import {
  trustedId,
  type ChildId,
  type Id,
  type OrganisationId,
  type PersonId,
} from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { SignalState, SignalStepKind } from './duty.rules.ts'

export type SignalId = Id<'somebody-now'>
export type OnDuty = {
  readonly personId: PersonId
  readonly name: string
  readonly phone: string
  readonly until: Date
}

/** Who is there at that moment, in the order in which they are asked. */
export async function onDuty(
  tx: Tx,
  organisation: OrganisationId,
  now: Date,
): Promise<readonly OnDuty[]> {
  const { rows } = await sql<OnDuty>`
    select person_id as "personId", name, phone, until_at as "until" from waymark.on_duty(${organisation}, ${now})`.execute(
    tx,
  )
  return rows
}

export type AlwaysAnswered = {
  readonly name: string
  readonly phone: string
  readonly minutes: number
}

export async function alwaysAnswered(
  tx: Tx,
  organisation: OrganisationId,
  now: Date,
): Promise<AlwaysAnswered | undefined> {
  const { rows } = await sql<AlwaysAnswered>`
    select name, phone, minutes from waymark.number_always_answered(${organisation}, ${now})`.execute(
    tx,
  )
  return rows[0]
}

export type Signal = {
  readonly id: SignalId
  readonly childId: ChildId
  readonly sentAt: Date
  readonly askedId: PersonId | undefined
  readonly state: SignalState
  readonly stateAt: Date
}

type Row = {
  id: string
  child_id: string
  sent_at: Date
  asked_id: string | null
  state: SignalState
  state_at: Date
}

const signalOf = (row: Row): Signal => ({
  id: trustedId(row.id),
  childId: trustedId(row.child_id),
  sentAt: row.sent_at,
  askedId: row.asked_id === null ? undefined : trustedId(row.asked_id),
  state: row.state,
  stateAt: row.state_at,
})

/** Pressed. Pressed again while it is open, the first stands. */
export async function press(tx: Tx, child: ChildId, now: Date): Promise<SignalId> {
  await sql`
    insert into waymark.somebody_now (child_id, organisation_id, sent_at, asked_at, state_at)
    values (${child}, waymark.actor_organisation(), ${now}, ${now}, ${now})
    on conflict (child_id) where state <> 'ended' do nothing`.execute(tx)
  const row = await tx
    .selectFrom('waymark.somebody_now')
    .select('id')
    .where('child_id', '=', child)
    .where('state', '<>', 'ended')
    .executeTakeFirstOrThrow()
  return trustedId(row.id)
}

const columns = sql`id, child_id, sent_at, asked_id, state, state_at`

export async function findSignal(tx: Tx, id: SignalId): Promise<Signal | undefined> {
  const { rows } =
    await sql<Row>`select ${columns} from waymark.somebody_now where id = ${id}`.execute(tx)
  return rows[0] && signalOf(rows[0])
}

/** The one that is open, or the newest. */
export async function latestSignal(tx: Tx, child: ChildId): Promise<Signal | undefined> {
  const { rows } = await sql<Row>`
    select ${columns} from waymark.somebody_now where child_id = ${child} order by state = 'ended', sent_at desc limit 1`.execute(
    tx,
  )
  return rows[0] && signalOf(rows[0])
}

export type SignalStep = {
  readonly kind: SignalStepKind
  readonly at: Date
  readonly byName: string | undefined
  readonly toName: string | undefined
  readonly toPhone: string | undefined
  readonly toSomebody: boolean
  readonly words: string | undefined
}

export async function stepsOfSignal(tx: Tx, id: SignalId): Promise<readonly SignalStep[]> {
  const { rows } = await sql<{
    kind: SignalStepKind
    at: Date
    by_name: string | null
    to_name: string | null
    to_phone: string | null
    to_somebody: boolean
    words: string | null
  }>`
    select s.kind, s.at, b.name as by_name, s.to_name, s.to_phone, s.to_id is not null as to_somebody, s.words
      from waymark.somebody_now_step s left join waymark.person b on b.id = s.by_id
     where s.signal_id = ${id} order by s.at, s.changed_at, s.id`.execute(tx)
  return rows.map((row) => ({
    kind: row.kind,
    at: row.at,
    byName: row.by_name ?? undefined,
    toName: row.to_name ?? undefined,
    toPhone: row.to_phone ?? undefined,
    toSomebody: row.to_somebody,
    words: row.words ?? undefined,
  }))
}

/** One after the other, so that two who see it at once do not both. */
export async function holdSignal(tx: Tx, id: SignalId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 47))`.execute(tx)
}

export async function addSignalStep(
  tx: Tx,
  signal: Signal,
  step: { readonly kind: Exclude<SignalStepKind, 'asked'>; readonly words?: string | undefined },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('waymark.somebody_now_step')
    .values({
      signal_id: signal.id,
      child_id: signal.childId,
      kind: step.kind,
      at: now,
      words: step.words ?? null,
    })
    .execute()
}

/** Who has not seen it in time is followed by the next. Done again, nothing happens. */
export async function askTheNext(tx: Tx, now: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`select waymark.ask_the_next(${now}) as n`.execute(tx)
  return rows[0]?.n ?? 0
}

export type Card = {
  readonly knownAs: string
  readonly sayIt: string | undefined
  readonly speaks: readonly string[]
  readonly neverUse: readonly string[]
  readonly beside: readonly string[]
}

/** What whoever was asked needs to be with them. Undefined for everybody else. */
export async function cardOf(tx: Tx, id: SignalId): Promise<Card | undefined> {
  const { rows } = await sql<{
    known_as: string
    say_it: string | null
    speaks: string[]
    never_use: string[]
    beside: string[]
  }>`select known_as, say_it, speaks, never_use, beside from waymark.card_of_signal(${id})`.execute(
    tx,
  )
  const [row] = rows
  return (
    row && {
      knownAs: row.known_as,
      sayIt: row.say_it ?? undefined,
      speaks: row.speaks,
      neverUse: row.never_use,
      beside: row.beside,
    }
  )
}

/** Open signals the actor was asked to see to, or whose child they reach, those nobody has seen first. */
export async function openSignals(tx: Tx): Promise<readonly Signal[]> {
  const { rows } = await sql<Row>`
    select id, child_id, sent_at, asked_id, state, state_at from waymark.somebody_now
     where organisation_id = (select waymark.actor_organisation()) and state <> 'ended'
     order by state, asked_at, id limit 100`.execute(tx)
  return rows.map(signalOf)
}
