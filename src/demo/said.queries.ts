import type { Client } from 'pg'
import { sealedFile } from '#platform/files/sealed-file.ts'
import type { FileKeys } from '#platform/files/sealing.ts'
import type { CleanPicture } from '#platform/files/picture.ts'
import type { CleanSound } from '#platform/files/sound.ts'

export type InventedStatement = {
  readonly id: string
  readonly childId: string
  readonly author: string
  readonly at: string
  /** Undefined while it is a draft; a list of people, or everyone beside the young person. */
  readonly to: 'everyone_beside_me' | readonly string[] | undefined
  readonly openedBy: readonly string[]
  readonly parts: readonly InventedPart[]
}

export type InventedPart = {
  readonly id: string
  readonly medium: 'voice' | 'drawing' | 'words' | 'cards'
  readonly words?: string
  readonly language?: string
  readonly cards?: readonly string[]
  readonly file?: CleanPicture | CleanSound
  readonly beside?: { readonly words: string; readonly who: string; readonly by: string }
  readonly use?: 'my_review' | 'report' | 'gallery'
}

/** Puts in what the young person of the story says. */
export async function keepSaid(
  client: Client,
  keys: FileKeys,
  said: InventedStatement,
): Promise<void> {
  const { id, childId, author, at, to } = said
  const audience = to === undefined ? null : typeof to === 'string' ? to : 'chosen'
  await client.query(
    `insert into waymark.statement (id, child_id, author_id, status, audience, started_at, sent_at, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $3, $6)`,
    [id, childId, author, audience ? 'sent' : 'draft', audience, at, audience ? at : null],
  )
  for (const part of said.parts) await keepPart(client, keys, said, part)
  for (const person of typeof to === 'object' ? to : []) {
    await client.query(
      `insert into waymark.statement_recipient (statement_id, child_id, person_id, private_to, changed_by) values ($1, $2, $3, $4, $4)`,
      [id, childId, person, author],
    )
  }
  for (const person of said.openedBy) {
    await client.query(
      `insert into waymark.statement_opening (statement_id, child_id, person_id, opened_at, changed_by)
       values ($1, $2, $3, $4::timestamptz + interval '1 day', $3)`,
      [id, childId, person, at],
    )
  }
}

async function keepPart(
  client: Client,
  keys: FileKeys,
  { id, childId, author, at }: InventedStatement,
  part: InventedPart,
): Promise<void> {
  if (part.file) await keepFile(client, keys, { childId, author, at, id: part.id, file: part.file })
  await client.query(
    `insert into waymark.statement_part (id, statement_id, child_id, medium, words, words_language, cards, file_id, made_at, private_to, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
    [
      part.id,
      id,
      childId,
      part.medium,
      part.words ?? null,
      part.language ?? 'en',
      part.cards ?? null,
      part.file ? part.id : null,
      at,
      author,
    ],
  )
  if (part.beside) {
    await client.query(
      `insert into waymark.statement_beside (part_id, child_id, kind, words, language, made_by, made_by_who, written_by, written_at, changed_by)
       values ($1, $2, 'translation', $3, 'en', 'person', $4, $5, $6::timestamptz + interval '2 days', $5)`,
      [part.id, childId, part.beside.words, part.beside.who, part.beside.by, at],
    )
  }
  if (part.use) {
    await client.query(
      `insert into waymark.consent_use (child_id, subject, subject_id, use, given_by, given_at, changed_by)
       values ($1, 'statement_part', $2, $3, $4, $5, $4)`,
      [childId, part.id, part.use, author, at],
    )
  }
}

type Kept = {
  readonly id: string
  readonly childId: string
  readonly author: string
  readonly at: string
  readonly file: CleanPicture | CleanSound
}

/** A file of a young person, as a page would have kept it. */
export async function keepFile(
  client: Client,
  keys: FileKeys,
  { id, childId, author, at, file }: Kept,
): Promise<void> {
  const { row, pieces } = sealedFile(keys, id, file)
  await client.query(
    `insert into waymark.stored_file (id, child_id, kind, media_type, bytes, pieces, width, height, seconds, key_id, sealed_key, scan, made_by, made_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'not_scanned', $12, $13, $12)`,
    [
      id,
      childId,
      row.kind,
      row.media_type,
      row.bytes,
      row.pieces,
      row.width,
      row.height,
      row.seconds,
      row.key_id,
      row.sealed_key,
      author,
      at,
    ],
  )
  for (const [n, sealed] of pieces) {
    await client.query(
      'insert into waymark.stored_file_piece (file_id, child_id, n, sealed) values ($1, $2, $3, $4)',
      [id, childId, n, sealed],
    )
  }
}
