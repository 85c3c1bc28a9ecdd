import type { KeptDocument } from './document.ts'
import type { CleanPicture } from './picture.ts'
import { type FileKeys, newFileKey, PIECE, sealFileKey, sealPiece } from './sealing.ts'
import type { CleanSound } from './sound.ts'

/** A file as its rows hold it: the same for a page and for invented ones. */
export function sealedFile(
  keys: FileKeys,
  id: string,
  clean: CleanPicture | CleanSound | KeptDocument,
) {
  const fileKey = newFileKey()
  const { keyId, sealed } = sealFileKey(keys, fileKey, id)
  const of = Math.ceil(clean.bytes.length / PIECE)
  return {
    row: {
      id,
      kind: clean.kind,
      media_type: clean.mediaType,
      bytes: clean.bytes.length,
      pieces: of,
      width: clean.kind === 'picture' ? clean.width : null,
      height: clean.kind === 'picture' ? clean.height : null,
      seconds: clean.kind === 'sound' ? clean.seconds : null,
      key_id: keyId,
      sealed_key: sealed,
    },
    pieces: piecesOf(fileKey, id, clean.bytes, of),
  }
}

function* piecesOf(
  fileKey: Buffer,
  file: string,
  bytes: Buffer,
  of: number,
): Generator<readonly [number, Buffer]> {
  for (let n = 0; n < of; n += 1) {
    const piece = bytes.subarray(n * PIECE, (n + 1) * PIECE)
    yield [n, sealPiece(fileKey, { file, n, of }, piece)]
  }
}
