import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Keys under which the keys of files are sealed: one is used for new files, earlier ones still open old files. */
export type FileKeys = {
  readonly current: string
  readonly all: ReadonlyMap<string, Buffer>
}

/** How much is sealed together: enough to be quick, little enough that a part can be read by itself. */
export const PIECE = 256 * 1024

const NONCE = 12
const TAG = 16

export const newFileKey = (): Buffer => randomBytes(32)

/** A file's own key, sealed for keeping beside it. It opens only for the file it was sealed for. */
export function sealFileKey(
  keys: FileKeys,
  fileKey: Buffer,
  file: string,
): { readonly keyId: string; readonly sealed: Buffer } {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyNamed(keys, keys.current), nonce)
  cipher.setAAD(Buffer.from(`file ${file} ${keys.current}`))
  const body = Buffer.concat([cipher.update(fileKey), cipher.final()])
  return { keyId: keys.current, sealed: Buffer.concat([nonce, cipher.getAuthTag(), body]) }
}

/** Opens a file's key. Throws when it was sealed for another file, or was tampered with. */
export function openFileKey(keys: FileKeys, keyId: string, sealed: Buffer, file: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyNamed(keys, keyId), sealed.subarray(0, NONCE))
  decipher.setAAD(Buffer.from(`file ${file} ${keyId}`))
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()])
}

/** Which piece of which file: bound into the seal, so that no piece can stand in for another. */
export type Place = { readonly file: string; readonly n: number; readonly of: number }

/** The key seals one file, once, so that the piece's number can be its nonce. */
export function sealPiece(fileKey: Buffer, place: Place, bytes: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(place))
  cipher.setAAD(placeInWords(place))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([cipher.getAuthTag(), body])
}

/** Throws for a piece from another place, or one that was tampered with. */
export function openPiece(fileKey: Buffer, place: Place, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', fileKey, nonceOf(place))
  decipher.setAAD(placeInWords(place))
  decipher.setAuthTag(sealed.subarray(0, TAG))
  return Buffer.concat([decipher.update(sealed.subarray(TAG)), decipher.final()])
}

const placeInWords = ({ file, n, of }: Place): Buffer => Buffer.from(`piece ${n} of ${of} ${file}`)

function nonceOf({ n }: Place): Buffer {
  const nonce = Buffer.alloc(NONCE)
  nonce.writeUInt32BE(n, NONCE - 4)
  return nonce
}

function keyNamed(keys: FileKeys, id: string): Buffer {
  const key = keys.all.get(id)
  if (!key) throw new Error('A file is sealed under a key that is not in keys.json. Restore it.')
  return key
}
