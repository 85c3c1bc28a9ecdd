import { trustedId, type ChildId, type Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { type DocumentRefusal, type KeptDocument, keptDocument } from './document.ts'
import { type CleanPicture, cleanPicture, type PictureRefusal } from './picture.ts'
import { cleanPortrait } from './portrait.ts'
import { type Scan, scanned, type ScannerAddress, SCANS } from './scan.ts'
import { sealedFile } from './sealed-file.ts'
import { type FileKeys, openFileKey, openPiece, PIECE, sealFileKey } from './sealing.ts'
import { type CleanSound, cleanSound, type SoundRefusal } from './sound.ts'
import { type StaffPhotos, staffPhotos } from './staff-photos.ts'

export type { Scan } from './scan.ts'

export type FileId = Id<'file'>

/** Larger is refused before anything looks at it. */
export const MOST_BYTES = 12 * 1024 * 1024

export type FileRefusal = PictureRefusal | SoundRefusal | DocumentRefusal | 'empty' | 'harmful'

export type KeptFile = { readonly id: FileId; readonly scan: Scan }

/** A file somebody may open, read a part at a time. */
export type OpenFile = {
  readonly mediaType: string
  readonly bytes: number
  readonly scan: Scan
  /** The bytes from start to end, both included. */
  readonly read: (start: number, end: number) => Promise<Buffer>
}

/** What is asked for: a portrait is a picture made small, to stand beside a name; a document is kept as it came. */
export type FileKind = 'picture' | 'portrait' | 'sound' | 'document'

const CLEANED = {
  picture: cleanPicture,
  portrait: cleanPortrait,
  sound: cleanSound,
  document: keptDocument,
} as const

/** Where files are kept. The database decides who may put one in or take one out. */
export type FileStore = {
  /** Makes the file anew without anything hidden in it (a document stays as it is), and keeps it under that id. Nothing is kept when refused. */
  readonly keep: (
    tx: Tx,
    wanted: {
      readonly id: FileId
      readonly child: ChildId
      readonly as: FileKind
      readonly bytes: Buffer
    },
    now: Date,
  ) => Promise<KeptFile | FileRefusal>
  /** Undefined when there is no such file for whoever asks. A file that waits for a scan is scanned now, if that can be. */
  readonly open: (tx: Tx, id: FileId, now: Date) => Promise<OpenFile | undefined>
  /** A file whose sealed row and pieces a domain was given by a function of the database, which asked who may. */
  readonly openGiven: (given: GivenFile) => OpenFile
  readonly staffPhotos: StaffPhotos
}

/** A file as the database gives it, still sealed, and how to get more of its pieces. */
export type GivenFile = {
  readonly id: FileId
  readonly mediaType: string
  readonly bytes: number
  readonly pieces: number
  readonly keyId: string
  readonly sealedKey: Buffer
  readonly piecesFrom: (first: number, last: number) => Promise<readonly SealedPiece[]>
}

export type SealedPiece = { readonly n: number; readonly sealed: Buffer }

export function fileStore(keys: FileKeys, scanner: ScannerAddress | undefined): FileStore {
  return {
    staffPhotos: staffPhotos(keys, scanner),
    async keep(tx, { id, child, as, bytes }, now) {
      if (bytes.length === 0) return 'empty'
      // As it came: before any library of ours has opened it.
      const scan = await scanned(scanner, bytes)
      if (scan === 'found') return 'harmful'
      const clean = await CLEANED[as](bytes)
      if (typeof clean === 'string') return clean
      await insertFile(tx, keys, { id, child, clean, scan, now })
      return { id, scan }
    },
    async open(tx, id, now) {
      const row = await findRow(tx, id)
      if (!row) return undefined
      const fileKey = openFileKey(keys, row.key_id, row.sealed_key, id)
      const read = (start: number, end: number) =>
        readPieces(tx, { id, fileKey, pieces: row.pieces }, start, end)
      const scan =
        row.scan === 'waiting'
          ? await scanLate(tx, scanner, id, await read(0, row.bytes - 1), now)
          : (SCANS.find((s) => s === row.scan) ?? 'waiting')
      return { mediaType: row.media_type, bytes: row.bytes, scan, read }
    },
    openGiven({ id, mediaType, bytes, pieces, keyId, sealedKey, piecesFrom }) {
      const fileKey = openFileKey(keys, keyId, sealedKey, id)
      const read = async (start: number, end: number) => {
        const [first, last] = [Math.floor(start / PIECE), Math.floor(end / PIECE)]
        const rows = await piecesFrom(first, last)
        return joined({ id, fileKey, pieces }, rows, start, end)
      }
      return { mediaType, bytes, scan: 'clean', read }
    },
  }
}

/** A file kept while the scanner did not answer: asked again when somebody wants to open it. */
async function scanLate(
  tx: Tx,
  scanner: ScannerAddress | undefined,
  id: FileId,
  bytes: Buffer,
  now: Date,
): Promise<Scan> {
  const scan = scanner ? await scanned(scanner, bytes) : 'waiting'
  if (scan === 'waiting') return scan
  await tx
    .updateTable('waymark.stored_file')
    .set({ scan, scanned_at: now })
    .where('id', '=', id)
    .where('scan', '=', 'waiting')
    .execute()
  return scan
}

type NewFile = {
  readonly id: FileId
  readonly child: ChildId
  readonly clean: CleanPicture | CleanSound | KeptDocument
  readonly scan: Scan
  readonly now: Date
}

async function insertFile(
  tx: Tx,
  keys: FileKeys,
  { id, child, clean, scan, now }: NewFile,
): Promise<void> {
  const { row, pieces } = sealedFile(keys, id, clean)
  const inserted = await tx
    .insertInto('waymark.stored_file')
    .values({ ...row, child_id: child, scan, scanned_at: scan === 'clean' ? now : null })
    .onConflict((c) => c.column('id').doNothing())
    .executeTakeFirst()
  // The same file sent twice at once: the other one is keeping it.
  if (inserted.numInsertedOrUpdatedRows === 0n) return
  // One at a time: the memory holds one sealed piece beside the file, however large the file.
  for (const [n, sealed] of pieces) {
    await tx
      .insertInto('waymark.stored_file_piece')
      .values({ file_id: id, child_id: child, n, sealed })
      .execute()
  }
}

const findRow = (tx: Tx, id: FileId) =>
  tx
    .selectFrom('waymark.stored_file')
    .select(['media_type', 'bytes', 'pieces', 'scan', 'key_id', 'sealed_key'])
    .where('id', '=', id)
    .executeTakeFirst()

type Sealed = { readonly id: FileId; readonly fileKey: Buffer; readonly pieces: number }

async function readPieces(
  tx: Tx,
  { id, fileKey, pieces }: Sealed,
  start: number,
  end: number,
): Promise<Buffer> {
  const [first, last] = [Math.floor(start / PIECE), Math.floor(end / PIECE)]
  const rows = await tx
    .selectFrom('waymark.stored_file_piece')
    .select(['n', 'sealed'])
    .where('file_id', '=', id)
    .where('n', '>=', first)
    .where('n', '<=', last)
    .orderBy('n')
    .execute()
  return joined({ id, fileKey, pieces }, rows, start, end)
}

/** The bytes from start to end out of the pieces they lie in. */
function joined(
  { id, fileKey, pieces }: Sealed,
  rows: readonly SealedPiece[],
  start: number,
  end: number,
): Buffer {
  const [first, last] = [Math.floor(start / PIECE), Math.floor(end / PIECE)]
  if (rows.length !== last - first + 1) throw new Error('A piece of a file is missing')
  const opened = rows.map(({ n, sealed }) =>
    openPiece(fileKey, { file: id, n, of: pieces }, sealed),
  )
  return Buffer.concat(opened).subarray(start - first * PIECE, end + 1 - first * PIECE)
}

/**
 * Seals the keys of an organisation's files anew under the current key, in the name of its system
 * account. The files themselves stay as they are. Gives how many were sealed anew.
 */
export async function sealKeysAnew(tx: Tx, keys: FileKeys): Promise<number> {
  let sealedAnew = 0
  for (const table of ['waymark.stored_file', 'waymark.staff_photo'] as const) {
    const rows = await tx
      .selectFrom(table)
      .select(['id', 'key_id', 'sealed_key'])
      .where('key_id', '<>', keys.current)
      .execute()
    for (const row of rows) {
      const key = openFileKey(keys, row.key_id, row.sealed_key, row.id)
      const { keyId, sealed } = sealFileKey(keys, key, row.id)
      await tx
        .updateTable(table)
        .set({ key_id: keyId, sealed_key: sealed })
        .where('id', '=', row.id)
        .execute()
    }
    sealedAnew += rows.length
  }
  return sealedAnew
}

export const newFileId = (): FileId => trustedId(crypto.randomUUID())
