import { sql } from 'kysely'
import { trustedId, type ChildId, type Id, type PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { PartId, StatementId } from './said-row.ts'

export type BesideId = Id<'statement-beside'>

/** What somebody wrote beside a part: what they heard in it, or how it is in another language. */
export type Beside = {
  readonly id: BesideId
  readonly partId: PartId
  readonly kind: 'written_down' | 'translation'
  readonly words: string
  readonly language: string
  readonly machine: boolean
  readonly madeByWho: string
  readonly writtenBy: string | undefined
  readonly writtenAt: Date
  /** The young person says that this is not what they said; in their words, if they gave any. */
  readonly notSaid: readonly {
    readonly words: string | undefined
    readonly language: string
    readonly at: Date
  }[]
}

type Row = {
  readonly id: string
  readonly part_id: string
  readonly kind: string
  readonly words: string
  readonly language: string
  readonly made_by: string
  readonly made_by_who: string
  readonly written_by: string | null
  readonly written_at: Date
  readonly not_said: readonly { words: string | null; language: string; at: string }[]
}

/** Everything beside the parts of a thing said, in the order in which it was written. */
export async function besideOf(tx: Tx, statement: StatementId): Promise<readonly Beside[]> {
  const { rows } = await sql<Row>`
    select b.id, b.part_id, b.kind, b.words, b.language, b.made_by, b.made_by_who, w.name as written_by, b.written_at,
        coalesce((select jsonb_agg(jsonb_build_object('words', n.words, 'language', n.words_language, 'at', n.said_at) order by n.said_at)
          from waymark.statement_not_said n where n.beside_id = b.id), '[]') as not_said
      from waymark.statement_beside b
      join waymark.statement_part p on p.id = b.part_id
      left join waymark.person w on w.id = b.written_by
     where p.statement_id = ${statement} order by b.written_at`.execute(tx)
  return rows.map((row) => ({
    id: trustedId(row.id),
    partId: trustedId(row.part_id),
    kind: row.kind === 'translation' ? 'translation' : 'written_down',
    words: row.words,
    language: row.language,
    machine: row.made_by === 'machine',
    madeByWho: row.made_by_who,
    writtenBy: row.written_by ?? undefined,
    writtenAt: row.written_at,
    notSaid: row.not_said.map((n) => ({
      words: n.words ?? undefined,
      language: n.language,
      at: new Date(n.at),
    })),
  }))
}

export type NewBeside = Pick<Beside, 'kind' | 'words' | 'language' | 'machine' | 'madeByWho'>

/** Writes it beside what was said. The database asks whether the actor may see that. */
export async function writeBeside(
  tx: Tx,
  child: ChildId,
  part: PartId,
  beside: NewBeside,
): Promise<void> {
  await tx
    .insertInto('waymark.statement_beside')
    .values({
      part_id: part,
      child_id: child,
      kind: beside.kind,
      words: beside.words,
      language: beside.language,
      made_by: beside.machine ? 'machine' : 'person',
      made_by_who: beside.madeByWho,
    })
    .execute()
}

/** The young person: that is not what I said. */
export async function sayNotSaid(
  tx: Tx,
  child: ChildId,
  beside: BesideId,
  words: string | undefined,
  language: string,
): Promise<void> {
  await tx
    .insertInto('waymark.statement_not_said')
    .values({ beside_id: beside, child_id: child, words: words ?? null, words_language: language })
    .execute()
}

export type PassedOn = {
  readonly to: string | undefined
  readonly by: string | undefined
  readonly reason: 'somebody_may_be_hurt' | 'nobody_left_to_read'
  readonly why: string
  readonly at: Date
}

/** To whom it was opened beyond those it was sent to, by whom and why. */
export async function passedOn(tx: Tx, statement: StatementId): Promise<readonly PassedOn[]> {
  const { rows } = await sql<{
    to_name: string | null
    by_name: string | null
    reason: string
    why: string
    passed_on_at: Date
  }>`
    select t.name as to_name, b.name as by_name, o.reason, o.why, o.passed_on_at
      from waymark.statement_passed_on o
      left join waymark.person t on t.id = o.to_person
      left join waymark.person b on b.id = o.by_person
     where o.statement_id = ${statement} order by o.passed_on_at`.execute(tx)
  return rows.map((row) => ({
    to: row.to_name ?? undefined,
    by: row.by_name ?? undefined,
    reason: row.reason === 'nobody_left_to_read' ? 'nobody_left_to_read' : 'somebody_may_be_hurt',
    why: row.why,
    at: row.passed_on_at,
  }))
}

export type PassingOn = {
  readonly to: PersonId
  readonly reason: PassedOn['reason']
  readonly why: string
}

/** Opens it to somebody it was not sent to. Twice to the same person is once. */
export async function passOn(
  tx: Tx,
  child: ChildId,
  statement: StatementId,
  { to, reason, why }: PassingOn,
): Promise<void> {
  await tx
    .insertInto('waymark.statement_passed_on')
    .values({ statement_id: statement, child_id: child, to_person: to, reason, why })
    .onConflict((c) => c.columns(['statement_id', 'to_person']).doNothing())
    .execute()
}

/** Workers and managers of one's organisation to whom something could be passed on. */
export async function workersToTell(
  tx: Tx,
  child: ChildId,
): Promise<readonly { readonly id: PersonId; readonly name: string; readonly role: string }[]> {
  const { rows } = await sql<{ id: string; name: string; role: string }>`
    select p.id, p.name, p.role from waymark.person p
     where p.ended_at is null and p.id <> waymark.actor_id() and p.id = any (array(
       select m.id from waymark.person m where m.role = 'manager' and m.organisation_id =
         (select c.organisation_id from waymark.child c where c.id = ${child})
       union
       select a.person_id from waymark.allocation a where a.child_id = ${child} and a.ended_on is null))
     order by p.name limit 60`.execute(tx)
  return rows.map((row) => ({ ...row, id: trustedId(row.id) }))
}
