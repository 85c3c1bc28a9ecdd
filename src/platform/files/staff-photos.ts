import type { Tx } from '#platform/db/unit-of-work.ts'
import { cleanPortrait } from './portrait.ts'
import { scanned, type ScannerAddress, SCANS } from './scan.ts'
import { sealedFile } from './sealed-file.ts'
import { type FileKeys, openFileKey, openPiece } from './sealing.ts'
import type { FileId, FileRefusal, KeptFile, OpenFile } from './store.ts'

/** Photos that staff place of themselves. They belong to no child, so they have a table of their own. */
export type StaffPhotos = {
  /** Makes the photo anew and keeps it as that of whoever acts, instead of the one there was. */
  readonly place: (
    tx: Tx,
    wanted: { readonly id: FileId; readonly bytes: Buffer },
    now: Date,
  ) => Promise<KeptFile | FileRefusal>
  /** Undefined when it was taken away, and for everybody who may not see it. */
  readonly open: (tx: Tx, id: FileId, now: Date) => Promise<OpenFile | undefined>
}

export function staffPhotos(keys: FileKeys, scanner: ScannerAddress | undefined): StaffPhotos {
  return {
    async place(tx, { id, bytes }, now) {
      if (bytes.length === 0) return 'empty'
      const scan = await scanned(scanner, bytes)
      if (scan === 'found') return 'harmful'
      const clean = await cleanPortrait(bytes)
      if (typeof clean === 'string') return clean
      await takeAwayStaffPhoto(tx, now)
      await tx
        .insertInto('waymark.staff_photo')
        .values({
          ...sealedPhoto(keys, id, clean),
          scan,
          scanned_at: scan === 'clean' ? now : null,
          placed_at: now,
        })
        .execute()
      return { id, scan }
    },
    async open(tx, id, now) {
      const row = await tx
        .selectFrom('waymark.staff_photo')
        .select(['media_type', 'bytes', 'scan', 'key_id', 'sealed_key', 'sealed'])
        .where('id', '=', id)
        .where('taken_away_at', 'is', null)
        .executeTakeFirst()
      if (!row) return undefined
      const key = openFileKey(keys, row.key_id, row.sealed_key, id)
      const whole = openPiece(key, { file: id, n: 0, of: 1 }, row.sealed)
      const kept = SCANS.find((s) => s === row.scan) ?? 'waiting'
      return {
        mediaType: row.media_type,
        bytes: row.bytes,
        // Only whoever placed it is given one that waits: they look at it, and it is scanned then.
        scan: kept === 'waiting' ? await scanLate(tx, scanner, id, whole, now) : kept,
        read: (start, end) => Promise.resolve(whole.subarray(start, end + 1)),
      }
    },
  }
}

/** Takes the photo of whoever acts away: from then on it is served to nobody. */
export async function takeAwayStaffPhoto(tx: Tx, now: Date): Promise<void> {
  await tx
    .updateTable('waymark.staff_photo')
    .set({ taken_away_at: now })
    .where('taken_away_at', 'is', null)
    .where('person_id', '=', (eb) => eb.fn<string>('waymark.actor_id'))
    .execute()
}

/** A photo as its row holds it: small enough to be one piece. The same for a page and for invented ones. */
export function sealedPhoto(keys: FileKeys, id: string, clean: Parameters<typeof sealedFile>[2]) {
  const { row, pieces } = sealedFile(keys, id, clean)
  const [first, ...more] = [...pieces]
  if (!first || more.length > 0) throw new Error('A photo of somebody is one piece')
  const { media_type, bytes, key_id, sealed_key } = row
  return { id, media_type, bytes, key_id, sealed_key, sealed: first[1] }
}

async function scanLate(
  tx: Tx,
  scanner: ScannerAddress | undefined,
  id: FileId,
  whole: Buffer,
  now: Date,
) {
  const scan = scanner ? await scanned(scanner, whole) : 'waiting'
  if (scan === 'waiting') return scan
  await tx
    .updateTable('waymark.staff_photo')
    .set({ scan, scanned_at: now })
    .where('id', '=', id)
    .where('scan', '=', 'waiting')
    .execute()
  return scan
}
