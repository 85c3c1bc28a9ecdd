import { sql } from 'kysely'
import type { ChildId, PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type {
  CorrectionAbout,
  CorrectionOutcome,
  CorrectionWish,
  NoteAbout,
} from './corrections.rules.ts'

/** What a young person says of their record, and what was decided about it. */
export type Correction = {
  readonly id: string
  readonly wish: CorrectionWish
  readonly about: CorrectionAbout
  readonly lineId: string | undefined
  readonly lineVersion: number | undefined
  /** Which line it is, where no row of the record holds it: what a council sent, how others see it. */
  readonly lineKey: string | undefined
  /** The line as they read it. */
  readonly itSaid: string | undefined
  readonly wrong: string | undefined
  readonly right: string | undefined
  readonly language: string
  readonly writtenAt: Date
  readonly decision:
    | {
        readonly outcome: CorrectionOutcome
        readonly why: string
        readonly language: string
        readonly by: string | undefined
        readonly at: Date
      }
    | undefined
}

type Row = {
  readonly id: string
  readonly wish: CorrectionWish
  readonly about: CorrectionAbout
  readonly line_id: string | null
  readonly line_version: number | null
  readonly line_key: string | null
  readonly it_said: string | null
  readonly wrong: string | null
  readonly right_words: string | null
  readonly language: string
  readonly written_at: Date
  readonly outcome: CorrectionOutcome | null
  readonly why: string | null
  readonly why_language: string | null
  readonly decided_at: Date | null
  readonly decider: string | null
}

const correctionOf = (row: Row): Correction => ({
  id: row.id,
  wish: row.wish,
  about: row.about,
  lineId: row.line_id ?? undefined,
  lineVersion: row.line_version ?? undefined,
  lineKey: row.line_key ?? undefined,
  itSaid: row.it_said ?? undefined,
  wrong: row.wrong ?? undefined,
  right: row.right_words ?? undefined,
  language: row.language,
  writtenAt: row.written_at,
  decision: decisionOf(row),
})

function decisionOf(row: Row): Correction['decision'] {
  if (row.outcome === null || row.decided_at === null) return undefined
  return {
    outcome: row.outcome,
    why: row.why ?? '',
    language: row.why_language ?? 'en',
    by: row.decider ?? undefined,
    at: row.decided_at,
  }
}

/** Every note of the young person's, the newest first, each with what was decided last. */
export async function correctionsOf(tx: Tx, child: ChildId): Promise<readonly Correction[]> {
  const { rows } = await sql<Row>`
    select c.id, c.wish, c.about, c.line_id, c.line_version, c.line_key, c.it_said, c.wrong, c.right_words, c.language, c.written_at,
        d.outcome, d.why, d.language as why_language, d.decided_at, p.name as decider
      from waymark.correction c
      left join lateral (select x.* from waymark.correction_decision x where x.correction_id = c.id
        order by x.decided_at desc, x.changed_at desc limit 1) d on true
      left join waymark.person p on p.id = d.decided_by
     where c.child_id = ${child} order by c.written_at desc, c.id`.execute(tx)
  return rows.map(correctionOf)
}

/** The notes that say something is wrong, by the line they stand beside. */
export async function notesBeside(
  tx: Tx,
  child: ChildId,
): Promise<ReadonlyMap<string, readonly Correction[]>> {
  return notesByLine(await correctionsOf(tx, child))
}

/** The same, of notes that were read already. */
export const notesByLine = (
  all: readonly Correction[],
): ReadonlyMap<string, readonly Correction[]> =>
  Map.groupBy(
    all.filter((c) => c.wish === 'wrong'),
    (c) => c.lineId ?? c.lineKey ?? c.about,
  )

export type NewCorrection = Pick<
  Correction,
  | 'wish'
  | 'about'
  | 'lineId'
  | 'lineVersion'
  | 'lineKey'
  | 'itSaid'
  | 'wrong'
  | 'right'
  | 'language'
>

/** Keeps a note. Undefined when the line changed since it was read. */
export async function addCorrection(
  tx: Tx,
  child: ChildId,
  c: NewCorrection,
  now: Date,
): Promise<string | undefined> {
  if (c.lineId !== undefined) {
    const version = await lineVersion(tx, child, c.about, c.lineId)
    if (version === undefined || version !== c.lineVersion) return undefined
  }
  const row = await tx
    .insertInto('waymark.correction')
    .values({
      child_id: child,
      wish: c.wish,
      about: c.about,
      line_id: c.lineId ?? null,
      line_version: c.lineVersion ?? null,
      line_key: c.lineKey ?? null,
      it_said: c.itSaid ?? null,
      wrong: c.wrong ?? null,
      right_words: c.right ?? null,
      language: c.language,
      written_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The version of a line now; undefined when there is no such line of this child's. */
export async function lineVersion(
  tx: Tx,
  child: ChildId,
  about: string,
  line: string,
): Promise<number | undefined> {
  const { rows } = await sql<{ version: number | null }>`
    select waymark.line_version(${about}, ${line}, ${child}) as version`.execute(tx)
  return rows[0]?.version ?? undefined
}

/** Writes down what was decided. The database refuses it to everybody but whoever answers. */
export async function decideCorrection(
  tx: Tx,
  child: ChildId,
  decision: {
    readonly correction: string
    readonly outcome: CorrectionOutcome
    readonly why: string
  },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('waymark.correction_decision')
    .values({
      child_id: child,
      correction_id: decision.correction,
      outcome: decision.outcome,
      why: decision.why,
      decided_at: now,
    })
    .execute()
}

/** Lets the young person read a worker's note as it stands now. Done again, nothing happens. */
export async function showNote(
  tx: Tx,
  child: ChildId,
  at: { readonly about: NoteAbout; readonly line: string; readonly version: number },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('waymark.shown_line')
    .values({
      child_id: child,
      about: at.about,
      line_id: at.line,
      line_version: at.version,
      shown_at: now,
    })
    .onConflict((c) => c.columns(['line_id', 'line_version']).doNothing())
    .execute()
}

/** Who wrote a line last, and what a worker noted beside it. */
export type WrittenLine = {
  readonly about: CorrectionAbout
  readonly id: string
  readonly version: number
  readonly by: PersonId | undefined
  readonly byName: string | undefined
  readonly at: Date
  readonly note: string | undefined
  /** A worker has looked at the note as it stands now, and lets the young person read it. */
  readonly noteShown: boolean
}

/** Of every line of the record: who wrote it last and when, and the note beside it. */
export async function writtenLines(
  tx: Tx,
  child: ChildId,
): Promise<ReadonlyMap<string, WrittenLine>> {
  const { rows } = await sql<{
    about: CorrectionAbout
    id: string
    version: number
    by: PersonId | null
    name: string | null
    at: Date
    note: string | null
    shown: boolean
  }>`
    select l.about, l.id, l.version, l.changed_by as by, p.name, l.changed_at as at, l.note,
        exists (select from waymark.shown_line s where s.child_id = ${child} and s.line_id = l.id and s.line_version = l.version) as shown
      from (
        select 'child' as about, id, version, changed_by, changed_at, null as note from waymark.child where id = ${child}
        union all select 'child_name', id, version, changed_by, changed_at, note from waymark.child_name where child_id = ${child}
        union all select 'date_of_birth_claim', id, version, changed_by, changed_at, note from waymark.date_of_birth_claim where child_id = ${child}
        union all select 'child_language', id, version, changed_by, changed_at, note from waymark.child_language where child_id = ${child}
        union all select 'about_me', id, version, changed_by, changed_at, null from waymark.about_me where child_id = ${child}
        union all select 'person_who_matters', id, version, changed_by, changed_at, case chosen_by when 'someone_else' then why end
          from waymark.person_who_matters where child_id = ${child}
        union all select 'allocation', id, version, changed_by, changed_at, null from waymark.allocation where child_id = ${child}
        union all select 'place_of_learning', id, version, changed_by, changed_at, null from waymark.place_of_learning where child_id = ${child}
        union all select 'child_identifier', id, version, changed_by, changed_at, null from waymark.child_identifier where child_id = ${child}
        union all select 'child_claim', id, version, changed_by, changed_at, null from waymark.child_claim where child_id = ${child}
      ) l left join waymark.person p on p.id = l.changed_by`.execute(tx)
  return new Map(
    rows.map((r) => [
      r.id,
      {
        about: r.about,
        id: r.id,
        version: r.version,
        by: r.by ?? undefined,
        byName: r.name ?? undefined,
        at: r.at,
        note: r.note ?? undefined,
        noteShown: r.shown,
      },
    ]),
  )
}
