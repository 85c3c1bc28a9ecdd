import { sql } from 'kysely'
import { readId, trustedId, type Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { FileId, GivenFile } from '#platform/files/store.ts'

export type RecordingId = Id<'text-recording'>

export type NewRecording = {
  readonly language: string
  readonly place: string
  readonly spoken: string
  readonly file: FileId
  readonly speaker: string
}

/** Adds a recording beside those there are. */
export async function addRecording(tx: Tx, recording: NewRecording): Promise<void> {
  const { file, ...rest } = recording
  await tx
    .insertInto('waymark.text_recording')
    .values({ ...rest, file_id: file, speaker_agreed: true })
    .execute()
}

export type Act = 'checked' | 'put_aside'

export type Recording = {
  readonly id: RecordingId
  readonly spoken: string
  readonly speaker: string
  readonly seconds: number
  readonly addedById: string
  readonly addedBy: string
  readonly addedAt: Date
  readonly acts: readonly {
    readonly act: Act
    readonly by: string
    readonly at: Date
    readonly note: string | undefined
  }[]
}

type Row = {
  readonly id: string
  readonly spoken: string
  readonly speaker: string
  readonly seconds: string
  readonly added_by: string
  readonly added_name: string | null
  readonly added_at: Date
  readonly acts: readonly { act: Act; by: string | null; at: string; note: string | null }[]
}

/** The recordings of one text that the organisation made, the newest first. */
export async function recordingsOf(
  tx: Tx,
  language: string,
  place: string,
): Promise<readonly Recording[]> {
  const { rows } = await sql<Row>`
    select r.id, r.spoken, r.speaker, f.seconds, r.added_by, p.name as added_name, r.added_at,
        coalesce((select jsonb_agg(jsonb_build_object('act', a.act, 'by', b.name, 'at', a.done_at, 'note', a.note) order by a.done_at)
          from waymark.text_recording_act a left join waymark.person b on b.id = a.done_by
         where a.recording_id = r.id), '[]') as acts
      from waymark.text_recording r
      join waymark.organisation_file f on f.id = r.file_id
      left join waymark.person p on p.id = r.added_by
     where r.language = ${language} and r.place = ${place}
     order by r.number desc limit 50`.execute(tx)
  return rows.map((row) => ({
    id: trustedId(row.id),
    spoken: row.spoken,
    speaker: row.speaker,
    seconds: Number(row.seconds),
    addedById: row.added_by,
    addedBy: row.added_name ?? 'Somebody',
    addedAt: row.added_at,
    acts: row.acts.map((a) => ({
      act: a.act,
      by: a.by ?? 'Somebody',
      at: new Date(a.at),
      note: a.note ?? undefined,
    })),
  }))
}

/** Checks it or puts it aside. Done twice, it is done once. */
export async function actOn(
  tx: Tx,
  recording: RecordingId,
  act: Act,
  note: string | undefined,
): Promise<void> {
  await tx
    .insertInto('waymark.text_recording_act')
    .values({ recording_id: recording, act, note: note ?? null })
    .onConflict((c) => c.columns(['recording_id', 'act']).doNothing())
    .execute()
}

/** Where the sound of a recording is; only of those young people hear, when that is asked. */
export async function fileOfRecording(
  tx: Tx,
  recording: RecordingId,
  heardOnly: boolean,
): Promise<FileId | undefined> {
  const row = await tx
    .selectFrom('waymark.text_recording as r')
    .select('r.file_id')
    .where('r.id', '=', recording)
    .$if(heardOnly, (q) => q.where(isHeard))
    .executeTakeFirst()
  return row && trustedId(row.file_id)
}

const isHeard = sql<boolean>`exists (select from waymark.text_recording_act a where a.recording_id = r.id and a.act = 'checked')
  and not exists (select from waymark.text_recording_act a where a.recording_id = r.id and a.act = 'put_aside')`

/** The newest recording that may be heard of each of these texts, made of exactly these words. By place. */
export async function heardOf(
  tx: Tx,
  language: string,
  texts: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, RecordingId>> {
  const { rows } = await sql<{ place: string; id: string }>`
    select distinct on (r.place) r.place, r.id
      from unnest(${[...texts.keys()]}::text[], ${[...texts.values()]}::text[]) as shown(place, words)
      join waymark.text_recording r on r.language = ${language} and r.place = shown.place and r.spoken = shown.words
      join waymark.organisation_file f on f.id = r.file_id and f.scan in ('clean', 'not_scanned')
     where r.organisation_id = waymark.actor_organisation() and ${isHeard}
     order by r.place, r.number desc`.execute(tx)
  return new Map(rows.map((row) => [row.place, trustedId(row.id)]))
}

/** The same at the door, where nobody is known: only texts of the door. */
export async function heardAtDoor(
  tx: Tx,
  language: string,
  texts: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, RecordingId>> {
  const { rows } = await sql<{ place: string; id: string }>`
    select place, id from waymark.heard_at_the_door(${language}, ${[...texts.keys()]}::text[], ${[...texts.values()]}::text[])`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.place, trustedId(row.id)]))
}

/** The file of a recording that anybody may hear at the door, sealed. */
export async function fileAtDoor(tx: Tx, recording: RecordingId): Promise<GivenFile | undefined> {
  const { rows } = await sql<{
    file_id: string
    media_type: string
    bytes: number
    pieces: number
    key_id: string
    sealed_key: Buffer
  }>`select * from waymark.door_recording(${recording})`.execute(tx)
  const [row] = rows
  const id = readId<'file'>(row?.file_id)
  if (!row || !id) return undefined
  return {
    id,
    mediaType: row.media_type,
    bytes: row.bytes,
    pieces: row.pieces,
    keyId: row.key_id,
    sealedKey: row.sealed_key,
    async piecesFrom(first, last) {
      const found = await sql<{ n: number; sealed: Buffer }>`
        select n, sealed from waymark.door_recording_pieces(${recording}, ${first}, ${last})`.execute(
        tx,
      )
      return found.rows
    },
  }
}
