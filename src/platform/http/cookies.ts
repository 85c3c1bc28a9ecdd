import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Cookie } from './page.ts'
import type { Serving } from './serving.ts'

/** The cookies there are. Their names say nothing: a device's owner may look through them. */
export type CookieName = Cookie['name']
const NAMES: Readonly<Record<CookieName, string>> = { session: 'sid', device: 'did' }

/** As a test's browser, at an address without TLS, knows the session's cookie. */
export const COOKIE = NAMES.session

const YEAR = 365 * 24 * 60 * 60

const secure = (serving: Pick<Serving, 'origin'>): boolean => serving.origin.startsWith('https:')

/**
 * Under https a cookie is `__Host-`: no neighbouring site of the same domain can put another in its
 * place, and one without the prefix is not looked at.
 */
const nameOf = (serving: Pick<Serving, 'origin'>, name: CookieName): string =>
  secure(serving) ? `__Host-${NAMES[name]}` : NAMES[name]

export const cookieOf = (
  request: FastifyRequest,
  serving: Pick<Serving, 'origin'>,
  name: CookieName,
): string | undefined => request.cookies[nameOf(serving, name)]

export const tokenOf = (
  request: FastifyRequest,
  serving: Pick<Serving, 'origin'>,
): string | undefined => cookieOf(request, serving, 'session')

/** A session's cookie has no lifetime and goes with the browser's window; a device's own stays a year. */
export function keepCookie(reply: FastifyReply, serving: Serving, cookie: Cookie): void {
  const name = nameOf(serving, cookie.name)
  const attributes = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: secure(serving),
  }
  if (cookie.value === null) void reply.clearCookie(name, attributes)
  else if (cookie.name === 'session') void reply.setCookie(name, cookie.value, attributes)
  else void reply.setCookie(name, cookie.value, { ...attributes, maxAge: YEAR, sameSite: 'strict' })
}
