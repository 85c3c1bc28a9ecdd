import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const FIELD = '_csrf'

/**
 * A token that proves a form came from a page of ours in this session. Different on each page, so
 * that compression of the page gives nothing away.
 */
export function csrfToken(key: Buffer, session: string): string {
  const salt = randomBytes(12).toString('base64url')
  return `${salt}.${macOf(key, session, salt)}`
}

export function csrfHolds(
  key: Buffer,
  session: string,
  form: Readonly<Record<string, unknown>>,
): boolean {
  const token = form[FIELD]
  if (typeof token !== 'string') return false
  const [salt, mac] = token.split('.')
  if (!salt || !mac) return false
  const expected = Buffer.from(macOf(key, session, salt))
  const given = Buffer.from(mac)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** The hidden field of every form. The token has no character that HTML would mind. */
export const csrfField = (token: string): string =>
  `<input type="hidden" name="${FIELD}" value="${token}">`

function macOf(key: Buffer, session: string, salt: string): string {
  return createHmac('sha256', key).update(`${session}.${salt}`).digest('base64url')
}
