import { Secret, TOTP } from 'otpauth'
import { qrOf } from '#platform/views/qr.ts'
import type { PersonId } from '#kernel/ids.ts'
import { open, seal } from '#platform/http/held.ts'

/** Codes from an authenticator app: TOTP (RFC 6238) as every such app makes them: SHA-1, six figures, 30 s. */
const totp = (secret: string, userName: string): TOTP =>
  new TOTP({ issuer: 'Waymark', label: userName, secret: Secret.fromBase32(secret) })

const STEP = 30 * 1000

/** A new secret of 160 bits, in base 32. */
export const newCodeSecret = (): string => new Secret({ size: 20 }).base32

/**
 * The 30-second step whose code this is; the one before and the one after now are taken too, since
 * clocks differ. Undefined when it is none of them.
 */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const delta = totp(secret, '').validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(now.getTime() / STEP) + delta
}

/** The code at an instant, for tests and for nobody else's eyes. */
export const codeAt = (secret: string, now: Date): string =>
  totp(secret, '').generate({ timestamp: now.getTime() })

/** Seals a secret for one person, under the key that is kept outside the database. */
export const sealSecret = (key: Buffer, person: PersonId, secret: string): string =>
  seal(key, { person, to: 'authenticator app', form: { secret } })

/** Opens it again. Undefined for another person's, a damaged one, or under another key. */
export function openSecret(key: Buffer, person: PersonId, sealed: string): string | undefined {
  const held = open(key, sealed, person)
  const secret = held?.to === 'authenticator app' ? held.form['secret'] : undefined
  return typeof secret === 'string' ? secret : undefined
}

/** What an authenticator app reads: the QR code as the path of an SVG, and the secret for typing in. */
export type Enrolment = {
  readonly size: number
  readonly path: string
  readonly address: string
  readonly typed: string
}

export function enrolmentOf(secret: string, userName: string): Enrolment {
  const address = totp(secret, userName).toString()
  return {
    ...qrOf(address),
    address,
    typed: secret.match(/.{1,4}/g)?.join(' ') ?? secret,
  }
}
