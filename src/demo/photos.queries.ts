import type { Client } from 'pg'
import type { CleanPicture } from '#platform/files/picture.ts'
import type { FileKeys } from '#platform/files/sealing.ts'
import { sealedPhoto } from '#platform/files/staff-photos.ts'
import { keepFile } from './said.queries.ts'

export type InventedPhoto = {
  readonly id: string
  readonly at: string
  readonly file: CleanPicture
  readonly of:
    | { readonly worker: string }
    | { readonly readyFor: string; readonly by: string; readonly takenOn: string }
    | { readonly mattersId: string; readonly childId: string; readonly author: string }
}

/** Puts in a photo that a worker placed of themself or kept ready with part one, or that the young person placed on somebody. */
export async function keepPhoto(
  client: Client,
  keys: FileKeys,
  { id, at, file, of }: InventedPhoto,
): Promise<void> {
  if ('worker' in of) {
    const row = sealedPhoto(keys, id, file)
    await client.query(
      `insert into waymark.staff_photo (id, person_id, media_type, bytes, key_id, sealed_key, sealed, scan, placed_at, changed_by, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'not_scanned', $8, $2, $8)`,
      [id, of.worker, row.media_type, row.bytes, row.key_id, row.sealed_key, row.sealed, at],
    )
    return
  }
  if ('readyFor' in of) {
    const [childId, author] = [of.readyFor, of.by]
    await keepFile(client, keys, { id, childId, author, at, file })
    await client.query(
      `insert into waymark.missing_photo (id, child_id, taken_on, agreed, placed_at, placed_by, changed_by, changed_at)
       values ($1, $2, $3, 'yes', $4, $5, $5, $4)`,
      [id, childId, of.takenOn, at, author],
    )
    return
  }
  const { childId, author, mattersId } = of
  await keepFile(client, keys, { id, childId, author, at, file })
  await client.query(
    `insert into waymark.photo_of_somebody (id, child_id, matters_id, private_to, placed_at, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $4, $5)`,
    [id, childId, mattersId, author, at],
  )
}
