import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { PersonId } from '#kernel/ids.ts'

/** A form that arrived when its session had run out: kept, sealed, for the person who typed it. */
export type Held = {
  readonly person: PersonId
  readonly to: string
  readonly form: Readonly<Record<string, unknown>>
}

/** Seals a form so that it can wait in the page itself: nothing typed is kept on the server. */
export function seal(key: Buffer, held: Held): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const body = Buffer.concat([cipher.update(JSON.stringify(held), 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** Opens it again for that person. Undefined for anybody else, or when it was tampered with. */
export function open(key: Buffer, sealed: string, person: PersonId): Held | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < 29) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- sealed by us, under our key
    const held = JSON.parse(text.toString('utf8')) as Held
    return held.person === person ? held : undefined
  } catch {
    return undefined
  }
}
