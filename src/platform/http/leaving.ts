import type { FastifyReply } from 'fastify'
import { csrfHolds, csrfToken } from './csrf.ts'
import { keepCookie } from './cookies.ts'
import type { Serving } from './serving.ts'

/*
 * How somebody is out again: signing out, giving a device back, leaving quickly. The one place that
 * says what a browser must forget. Whatever is ever stored on a device (a service worker, what was
 * written without signal) is wiped from here too: `storage` below takes all of it.
 */

/**
 * Forgets the session's cookie; on a device that is not the young person's, everything of ours. Not on
 * their own, where the way in by PIN is kept on purpose. Browsers do this only under TLS or on localhost.
 */
export function forget(reply: FastifyReply, serving: Serving, everything: boolean): void {
  keepCookie(reply, serving, { name: 'session', value: null })
  if (!everything) return
  keepCookie(reply, serving, { name: 'device', value: null })
  void reply.header('clear-site-data', '"cache", "cookies", "storage"')
}

const bound = (session: string): string => `leave ${session}`

/**
 * The address that leaves quickly. It must be a link, which works without JavaScript, and so a GET that
 * changes something: it carries a token of this session, which no other site knows and which opens
 * nothing else, so that a picture or a link elsewhere cannot sign anybody out.
 */
export function leaveAddress(key: Buffer, session: string | undefined): string {
  return session ? `/leave?t=${encodeURIComponent(csrfToken(key, bound(session)))}` : '/leave'
}

export const leavesThis = (key: Buffer, session: string, token: unknown): boolean =>
  csrfHolds(key, bound(session), { _csrf: token })
