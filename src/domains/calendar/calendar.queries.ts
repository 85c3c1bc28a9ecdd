import { sql } from 'kysely'
import { type Kept, known } from '#kernel/known.ts'
import { trustedId, type ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Actor } from '#platform/http/page.ts'
import type { AnswerToIt, Appointment, ChangeOfIt } from './calendar.rules.ts'

type Row = Kept<Omit<Appointment, 'changes' | 'answer'>>

const COLUMNS = sql`a.id, a.starts_at as "startsAt", a.ends_at as "endsAt", a.kind, a.with_whom as "withWhom",
  a.with_id as "withId", a.place, a.how_to_get_there as "howToGetThere", a.comes_along as "comesAlong", a.why,
  a.interpreter, a.interpreter_note as "interpreterNote", a.language, a.state, a.said_sorry as "saidSorry",
  a.next_step as "nextStep", a.next_step_by as "nextStepBy", a.next_step_on as "nextStepOn", a.version`

/** The appointments of a child between two instants, in order, with what changed and what was answered. */
export async function appointmentsOf(
  tx: Tx,
  child: ChildId,
  between: { readonly from: Date; readonly until: Date },
): Promise<readonly Appointment[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from waymark.appointment a
    where a.child_id = ${child} and a.starts_at >= ${between.from} and a.starts_at < ${between.until}
    order by a.starts_at, a.id limit 400`.execute(tx)
  return whole(tx, rows)
}

/** One appointment of a child. */
export async function findAppointment(
  tx: Tx,
  child: ChildId,
  id: string,
): Promise<Appointment | undefined> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from waymark.appointment a where a.child_id = ${child} and a.id = ${id}`.execute(
    tx,
  )
  return (await whole(tx, rows))[0]
}

async function whole(tx: Tx, rows: readonly Row[]): Promise<readonly Appointment[]> {
  const ids = rows.map((row) => row.id)
  const changes = await changesOf(tx, ids)
  const answers = await answersOf(tx, ids)
  return rows.map((row) => ({
    ...known<Omit<Appointment, 'changes' | 'answer'>>(row),
    changes: changes.filter((c) => c.id === row.id),
    answer: answers.get(row.id),
  }))
}

async function changesOf(
  tx: Tx,
  ids: readonly string[],
): Promise<readonly (ChangeOfIt & { readonly id: string })[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Kept<ChangeOfIt & { readonly id: string }>>`
    select c.appointment_id as id, c.was_starts_at as "wasStartsAt", c.starts_at as "startsAt",
           c.was_place as "wasPlace", c.place, c.cancelled, c.why, c.language, p.name as by, c.changed_at as at
    from waymark.appointment_change c left join waymark.person p on p.id = c.changed_by
    where c.appointment_id = any (${ids}::uuid[]) order by c.changed_at`.execute(tx)
  return rows.map((row) => known<ChangeOfIt & { readonly id: string }>(row))
}

export type ToldChange = Pick<ChangeOfIt, 'cancelled' | 'why' | 'language'> &
  Pick<Appointment, 'id' | 'kind' | 'startsAt'>

/** What changed of appointments still to come since an instant: of each the newest change, with its reason. */
export async function changesSince(
  tx: Tx,
  child: ChildId,
  { since, now }: { readonly since: Date; readonly now: Date },
): Promise<readonly ToldChange[]> {
  const { rows } = await sql<ToldChange>`
    select * from (
      select distinct on (a.id) a.id, a.kind, a.starts_at as "startsAt", c.cancelled, c.why, c.language, c.changed_at
      from waymark.appointment_change c join waymark.appointment a on a.id = c.appointment_id
      where c.child_id = ${child} and c.changed_at >= ${since} and a.starts_at >= ${now}
      order by a.id, c.changed_at desc) newest
    order by changed_at desc limit 3`.execute(tx)
  return rows
}

async function answersOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, AnswerToIt>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Kept<AnswerToIt> & { readonly id: string }>`
    select appointment_id as id, answer, about_starts_at as "aboutStartsAt", words, language, said_at as "saidAt", version
    from waymark.appointment_answer where appointment_id = any (${ids}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, known<AnswerToIt>(row)]))
}

export type ToArrange = Pick<
  Appointment,
  | 'startsAt'
  | 'endsAt'
  | 'withWhom'
  | 'place'
  | 'howToGetThere'
  | 'comesAlong'
  | 'why'
  | 'interpreterNote'
  | 'withId'
> & { readonly kind: string; readonly interpreter: string }

const columnsOf = (to: ToArrange) => ({
  starts_at: to.startsAt,
  ends_at: to.endsAt ?? null,
  kind: to.kind,
  with_whom: to.withWhom,
  with_id: to.withId ?? null,
  place: to.place,
  how_to_get_there: to.howToGetThere ?? null,
  comes_along: to.comesAlong ?? null,
  why: to.why,
  interpreter: to.interpreter,
  interpreter_note: to.interpreterNote ?? null,
})

export async function addAppointment(tx: Tx, child: ChildId, to: ToArrange): Promise<void> {
  await tx
    .insertInto('waymark.appointment')
    .values({ child_id: child, ...columnsOf(to) })
    .execute()
}

type At = { readonly child: ChildId; readonly id: string; readonly version: number }

/** Changes a planned appointment. The database refuses another time or place without a reason. False when it changed meanwhile. */
export async function changeAppointment(
  tx: Tx,
  at: At,
  to: ToArrange,
  explained: string | undefined,
): Promise<boolean> {
  const changed = await tx
    .updateTable('waymark.appointment')
    .set({ ...columnsOf(to), explained: explained ?? null })
    .where('child_id', '=', at.child)
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .where('state', '=', 'planned')
    .returning('id')
    .execute()
  return changed.length === 1
}

export type Afterwards =
  | { readonly state: 'cancelled'; readonly explained: string }
  | { readonly state: 'held' | 'missed_by_others' | 'they_could_not' | 'not_held' }
  | {
      readonly state: 'missed_by_us'
      readonly saidSorry: string
      readonly nextStep: string
      readonly nextStepBy: string
      readonly nextStepOn: string | undefined
    }

/** Says what became of an appointment. False when it changed meanwhile. */
export async function sayAfterwards(tx: Tx, at: At, after: Afterwards): Promise<boolean> {
  const nothing = { saidSorry: null, nextStep: null, nextStepBy: null, nextStepOn: undefined }
  const missed = after.state === 'missed_by_us' ? after : nothing
  const changed = await tx
    .updateTable('waymark.appointment')
    .set({
      state: after.state,
      explained: after.state === 'cancelled' ? after.explained : null,
      said_sorry: missed.saidSorry,
      next_step: missed.nextStep,
      next_step_by: missed.nextStepBy,
      next_step_on: missed.nextStepOn ?? null,
    })
    .where('child_id', '=', at.child)
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .returning('id')
    .execute()
  return changed.length === 1
}

/** Keeps what the young person says of an appointment, about the time it has now. The newest stands; the history keeps the rest. */
export async function answerAppointment(
  tx: Tx,
  child: ChildId,
  appointment: Pick<Appointment, 'id' | 'startsAt'>,
  said: Omit<AnswerToIt, 'aboutStartsAt' | 'version'>,
): Promise<void> {
  await sql`
    insert into waymark.appointment_answer (child_id, appointment_id, answer, about_starts_at, words, language, said_at)
    values (${child}, ${appointment.id}, ${said.answer}, ${appointment.startsAt}, ${said.words ?? null}, ${said.language}, ${said.saidAt})
    on conflict (appointment_id) do update set answer = excluded.answer, about_starts_at = excluded.about_starts_at,
      words = excluded.words, language = excluded.language, said_at = excluded.said_at`.execute(tx)
}

export type MyAppointment = {
  readonly id: string
  readonly childId: ChildId
  readonly knownAs: string
  readonly startsAt: Date
  readonly kind: Appointment['kind']
  readonly place: string
  readonly state: Appointment['state']
  readonly answer: AnswerToIt['answer'] | undefined
  readonly answerIsOld: boolean
  readonly interpreter: Appointment['interpreter']
}

/**
 * A worker's own appointments between two instants: those they are named in, among the children they
 * reach. Asked by the index on the worker, so that a large organisation costs nothing.
 */
export async function appointmentsWith(
  tx: Tx,
  actor: Actor,
  between: { readonly from: Date; readonly until: Date },
): Promise<readonly MyAppointment[]> {
  const { rows } = await sql<Kept<Omit<MyAppointment, 'childId'>> & { readonly childId: string }>`
    select a.id, a.child_id as "childId", c.known_as as "knownAs", a.starts_at as "startsAt", a.kind, a.place, a.state,
           w.answer, coalesce(w.about_starts_at <> a.starts_at, false) as "answerIsOld", a.interpreter
    from waymark.appointment a join waymark.child c on c.id = a.child_id
    left join waymark.appointment_answer w on w.appointment_id = a.id
    where a.with_id = ${actor.id} and a.starts_at >= ${between.from} and a.starts_at < ${between.until}
    order by a.starts_at, a.id limit 100`.execute(tx)
  return rows.map((row) => ({
    ...known<Omit<MyAppointment, 'childId'>>(row),
    childId: trustedId(row.childId),
  }))
}

/** Promises we missed, with the next step somebody owes, the newest first. */
export async function missedByUs(
  tx: Tx,
  child: ChildId,
  since: Date,
): Promise<readonly Appointment[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from waymark.appointment a
    where a.child_id = ${child} and a.state = 'missed_by_us' and a.starts_at >= ${since}
    order by a.starts_at desc limit 10`.execute(tx)
  return whole(tx, rows)
}
