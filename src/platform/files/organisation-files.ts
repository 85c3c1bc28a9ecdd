import type { Tx } from '#platform/db/unit-of-work.ts'
import type { ScannerAddress } from './scan.ts'
import { type FileKeys, openFileKey, openPiece, PIECE, sealFileKey } from './sealing.ts'
import { cleanSound, type SoundRefusal } from './sound.ts'
import {
  type FileId,
  type KeptFile,
  type OpenFile,
  type Scan,
  scanned,
  sealedFile,
  SCANS,
} from './store.ts'

/** Recordings that are about no child and belong to an organisation, kept as a child's are: made anew, scanned, sealed. */
export type OrganisationFiles = {
  /** Nothing is kept when refused. */
  readonly keepSound: (
    tx: Tx,
    wanted: { readonly id: FileId; readonly bytes: Buffer },
    now: Date,
  ) => Promise<KeptFile | SoundRefusal | 'empty' | 'harmful'>
  /** Undefined when there is no such file for whoever asks. */
  readonly openSound: (tx: Tx, id: FileId, now: Date) => Promise<OpenFile | undefined>
}

export function organisationFiles(
  keys: FileKeys,
  scanner: ScannerAddress | undefined,
): OrganisationFiles {
  return {
    async keepSound(tx, { id, bytes }, now) {
      if (bytes.length === 0) return 'empty'
      const scan = await scanned(scanner, bytes)
      if (scan === 'found') return 'harmful'
      const clean = await cleanSound(bytes)
      if (typeof clean === 'string') return clean
      const { row, pieces } = sealedFile(keys, id, clean)
      const { kind: _kind, width: _width, height: _height, ...kept } = row
      await tx
        .insertInto('waymark.organisation_file')
        .values({
          ...kept,
          seconds: clean.seconds,
          scan,
          scanned_at: scan === 'clean' ? now : null,
        })
        .execute()
      for (const [n, sealed] of pieces) {
        await tx
          .insertInto('waymark.organisation_file_piece')
          .values({ file_id: id, n, sealed })
          .execute()
      }
      return { id, scan }
    },
    async openSound(tx, id, now) {
      const row = await tx
        .selectFrom('waymark.organisation_file')
        .select(['media_type', 'bytes', 'pieces', 'scan', 'key_id', 'sealed_key'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (!row) return undefined
      const fileKey = openFileKey(keys, row.key_id, row.sealed_key, id)
      const read = (start: number, end: number) =>
        readPieces(tx, { id, fileKey, pieces: row.pieces }, start, end)
      const known = SCANS.find((s) => s === row.scan) ?? 'waiting'
      const scan =
        known === 'waiting' && scanner
          ? await scanLate(tx, scanner, id, await read(0, row.bytes - 1), now)
          : known
      return { mediaType: row.media_type, bytes: row.bytes, scan, read }
    },
  }
}

/** Kept while the scanner did not answer: asked again when somebody wants to hear it. */
async function scanLate(
  tx: Tx,
  scanner: ScannerAddress,
  id: FileId,
  bytes: Buffer,
  now: Date,
): Promise<Scan> {
  const scan = await scanned(scanner, bytes)
  if (scan === 'waiting') return scan
  await tx
    .updateTable('waymark.organisation_file')
    .set({ scan, scanned_at: now })
    .where('id', '=', id)
    .where('scan', '=', 'waiting')
    .execute()
  return scan
}

type Sealed = { readonly id: FileId; readonly fileKey: Buffer; readonly pieces: number }

async function readPieces(
  tx: Tx,
  { id, fileKey, pieces }: Sealed,
  start: number,
  end: number,
): Promise<Buffer> {
  const [first, last] = [Math.floor(start / PIECE), Math.floor(end / PIECE)]
  const rows = await tx
    .selectFrom('waymark.organisation_file_piece')
    .select(['n', 'sealed'])
    .where('file_id', '=', id)
    .where('n', '>=', first)
    .where('n', '<=', last)
    .orderBy('n')
    .execute()
  if (rows.length !== last - first + 1) throw new Error('A piece of a recording is missing')
  const opened = rows.map(({ n, sealed }) =>
    openPiece(fileKey, { file: id, n, of: pieces }, sealed),
  )
  return Buffer.concat(opened).subarray(start - first * PIECE, end + 1 - first * PIECE)
}

/** Seals the keys of the organisation's own files anew under the current key. Gives how many. */
export async function sealOrganisationKeysAnew(tx: Tx, keys: FileKeys): Promise<number> {
  const rows = await tx
    .selectFrom('waymark.organisation_file')
    .select(['id', 'key_id', 'sealed_key'])
    .where('key_id', '<>', keys.current)
    .execute()
  for (const row of rows) {
    const fileKey = openFileKey(keys, row.key_id, row.sealed_key, row.id)
    const { keyId, sealed } = sealFileKey(keys, fileKey, row.id)
    await tx
      .updateTable('waymark.organisation_file')
      .set({ key_id: keyId, sealed_key: sealed })
      .where('id', '=', row.id)
      .execute()
  }
  return rows.length
}
