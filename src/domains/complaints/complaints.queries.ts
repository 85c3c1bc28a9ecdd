import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import {
  trustedId,
  type ChildId,
  type Id,
  type OrganisationId,
  type PersonId,
} from '#kernel/ids.ts'
import type { FileId, GivenFile } from '#platform/files/store.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type {
  About,
  Because,
  ComplaintState,
  ForThemAs,
  MadeAs,
  TheyKnow,
} from './complaints.rules.ts'

export type ComplaintId = Id<'complaint'>

export type Made = { readonly medium: MadeAs; readonly file: FileId }

export type Complaint = {
  readonly id: ComplaintId
  readonly childId: ChildId
  readonly madeAt: Date
  readonly forThemName: string | undefined
  readonly forThemAs: ForThemAs | undefined
  readonly theyKnow: TheyKnow | undefined
  readonly about: About
  readonly because: readonly Because[]
  readonly aboutNames: readonly string[]
  readonly keptFromNames: readonly string[]
  readonly aboutWho: string | undefined
  readonly words: string | undefined
  /** What was spoken, drawn or photographed, if it was. */
  readonly made: Made | undefined
  readonly wordsLanguage: string
  readonly putRight: string | undefined
  readonly nation: string
  readonly handlerId: PersonId | undefined
  readonly handlerName: string | undefined
  readonly stage: number
  readonly stageCalled: string
  readonly stageSource: string
  readonly stageConfidence: string
  readonly stageBy: string
  readonly furtherStage: boolean
  readonly state: ComplaintState
  readonly version: number
}

type Row = {
  id: string
  child_id: string
  made_at: Date
  for_them_name: string | null
  for_them_as: ForThemAs | null
  they_know: TheyKnow | null
  about: About
  because: Because[]
  about_names: string[]
  kept_from_names: string[]
  about_who: string | null
  words: string | null
  medium: MadeAs | null
  file_id: string | null
  words_language: string
  put_right: string | null
  nation: string
  handler_id: string | null
  handler_name: string | null
  stage: number
  stage_called: string
  stage_source: string
  stage_confidence: string
  stage_by: string
  further_stage: boolean
  state: ComplaintState
  version: number
}

const madeOf = ({ medium, file_id }: Row): Complaint['made'] =>
  medium && file_id ? { medium, file: trustedId(file_id) } : undefined

const complaintOf = (row: Row): Complaint => ({
  id: trustedId(row.id),
  childId: trustedId(row.child_id),
  madeAt: row.made_at,
  forThemName: row.for_them_name ?? undefined,
  forThemAs: row.for_them_as ?? undefined,
  theyKnow: row.they_know ?? undefined,
  about: row.about,
  because: row.because,
  aboutNames: row.about_names,
  keptFromNames: row.kept_from_names,
  aboutWho: row.about_who ?? undefined,
  words: row.words ?? undefined,
  made: madeOf(row),
  wordsLanguage: row.words_language,
  putRight: row.put_right ?? undefined,
  nation: row.nation,
  handlerId: row.handler_id === null ? undefined : trustedId(row.handler_id),
  handlerName: row.handler_name ?? undefined,
  stage: row.stage,
  stageCalled: row.stage_called,
  stageSource: row.stage_source,
  stageConfidence: row.stage_confidence,
  stageBy: row.stage_by,
  furtherStage: row.further_stage,
  state: row.state,
  version: row.version,
})

const names = (column: string) => sql`array(select p.name from waymark.person p
  where p.id = any (${sql.ref(`c.${column}`)}) order by p.name)`

const found = sql`
  select c.id, c.child_id, c.made_at, c.for_them_name, c.for_them_as, c.they_know, c.about, c.because,
      ${names('about_persons')} as about_names, ${names('kept_from')} as kept_from_names, c.about_who, c.words, c.medium, c.file_id, c.words_language,
      c.put_right, c.nation, c.handler_id, h.name as handler_name, c.stage, coalesce(k.called, '') as stage_called, coalesce(k.source, '') as stage_source,
      coalesce(k.confidence, '') as stage_confidence, c.stage_by::text as stage_by,
      exists (select from waymark.complaint_clock n where n.nation = c.nation and n.stage = c.stage + 1) as further_stage,
      c.state, c.version
    from waymark.complaint c
    left join waymark.person h on h.id = c.handler_id
    left join lateral (select x.called, x.source, x.confidence from waymark.complaint_clock x
      where x.nation = c.nation and x.stage = c.stage and x.from_day <= c.stage_by order by x.from_day desc limit 1) k on true`

/** What a young person said is not right, and what was said for them, the newest first. */
export async function complaintsOf(tx: Tx, child: ChildId): Promise<readonly Complaint[]> {
  const { rows } = await sql<Row>`
    ${found} where c.child_id = ${child} order by c.made_at desc, c.id limit 50`.execute(tx)
  return rows.map(complaintOf)
}

/** Undefined for whoever may not know of it, as if it did not exist. */
export async function findComplaint(tx: Tx, id: ComplaintId): Promise<Complaint | undefined> {
  const { rows } = await sql<Row>`${found} where c.id = ${id}`.execute(tx)
  return rows[0] && complaintOf(rows[0])
}

export type NewComplaint = {
  readonly childId: ChildId
  readonly about: About
  readonly because: readonly Because[]
  readonly aboutPersons: readonly PersonId[]
  readonly aboutWho: string | undefined
  readonly keptFrom: readonly PersonId[]
  readonly words: string | undefined
  readonly made?: Made | undefined
  readonly language: string
  readonly putRight: string | undefined
  readonly forThem?: { readonly name: string; readonly as: ForThemAs; readonly theyKnow: TheyKnow }
  readonly now: Date
}

/**
 * Sends it. Who looks at it, and by when, follows from the rule in the database. The id is made here:
 * whoever writes it may be one who cannot read it back.
 */
export async function makeComplaint(tx: Tx, id: ComplaintId, made: NewComplaint): Promise<void> {
  const forThem = made.forThem ?? { name: null, as: null, theyKnow: null }
  const { medium, file } = made.made ?? { medium: null, file: null }
  await sql`
    insert into waymark.complaint (id, child_id, organisation_id, made_at, for_them_name, for_them_as, they_know, about, because,
      about_persons, about_who, kept_from, words, medium, file_id, words_language, put_right, nation, stage_by, state_at)
    values (${id}, ${made.childId}, waymark.actor_organisation(), ${made.now}, ${forThem.name},
      ${forThem.as}, ${forThem.theyKnow}, ${made.about}, ${[...made.because]}::text[],
      ${[...made.aboutPersons]}::uuid[], ${made.aboutWho ?? null}, ${[...made.keptFrom]}::uuid[], ${made.words ?? null},
      ${medium}, ${file}, ${made.language},
      ${made.putRight ?? null}, 'england', ${made.now}::date, ${made.now})`.execute(tx)
}

/** Whether a file is their own, of that kind, and belongs to nothing yet: a form kept it while something else in it was wrong. */
export async function isKeptUnsent(
  tx: Tx,
  file: FileId,
  child: ChildId,
  kind?: 'sound' | 'picture',
): Promise<boolean> {
  const { rows } = await sql`
    select from waymark.stored_file f
     where f.id = ${file} and f.child_id = ${child} and f.made_by = waymark.actor_id() and f.kind = coalesce(${kind ?? null}, f.kind)
       and not exists (select from waymark.complaint c where c.file_id = f.id)
       and not exists (select from waymark.statement_part p where p.file_id = f.id)`.execute(tx)
  return rows.length > 0
}

export type Outside = {
  readonly kind: 'advocate' | 'commissioner' | 'ombudsman' | 'equality'
  readonly name: string
  readonly phone: string
  readonly confidence: string
}

/** Whom a young person can turn to outside, where they are, on that day. */
export async function outsideFor(
  tx: Tx,
  organisation: OrganisationId,
  today: CalendarDay,
): Promise<readonly Outside[]> {
  const { rows } = await sql<Outside>`
    select kind, name, phone, confidence from waymark.complaint_outside
     where nation = waymark.nation_of(${organisation}, ${today}::date) and from_day <= ${today} and (until_day is null or until_day >= ${today})
     order by array_position(array['advocate', 'commissioner', 'ombudsman', 'equality'], kind), name`.execute(
    tx,
  )
  return rows
}

/** The file of a complaint for an independent person: sealed, and only under the condition under which they read it. */
export async function fileForReviewer(tx: Tx, id: ComplaintId): Promise<GivenFile | undefined> {
  const { rows } = await sql<{
    file_id: string
    media_type: string
    bytes: number
    pieces: number
    key_id: string
    sealed_key: Buffer
  }>`select file_id, media_type, bytes, pieces, key_id, sealed_key from waymark.complaint_file(${id})`.execute(
    tx,
  )
  const [row] = rows
  return (
    row && {
      id: trustedId(row.file_id),
      mediaType: row.media_type,
      bytes: row.bytes,
      pieces: row.pieces,
      keyId: row.key_id,
      sealedKey: row.sealed_key,
      async piecesFrom(first, last) {
        const pieces = await sql<{ n: number; sealed: Buffer }>`
          select n, sealed from waymark.complaint_pieces(${id}, ${first}, ${last})`.execute(tx)
        return pieces.rows
      },
    }
  )
}
