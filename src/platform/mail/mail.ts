import { createTransport } from 'nodemailer'
import type { Handed, Send } from './sending.ts'

const PATIENCE = 10_000

/** Mail through an SMTP server. The letter carries what it must and nothing about the program or the machine. */
export function mailThrough(smtpUrl: string, from: string): Send {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    // Otherwise this machine's own name would stand in the letter's Received lines.
    name: from.split('@').at(-1)?.replace(/>$/, '') ?? 'localhost',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async ({ to, subject, text, language }) => {
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        xMailer: false,
        headers: { 'Content-Language': language },
      })
      return 'sent'
    } catch (error) {
      return whatBecame(error)
    }
  }
}

/** A server that answered "no" has not taken it; neither has one that was never reached. The rest is not known. */
function whatBecame(error: unknown): Handed {
  const of = (name: string): unknown =>
    error instanceof Error && name in error ? Reflect.get(error, name) : undefined
  const code = of('responseCode')
  if (typeof code === 'number') return code >= 500 ? 'refused' : 'try-again'
  if (of('code') === 'EENVELOPE' || of('code') === 'EAUTH') return 'refused'
  const neverReached =
    of('syscall') === 'connect' ||
    of('code') === 'EDNS' ||
    /^(CONNECTION|GREETING)_TIMEOUT$/.test(String(of('timeoutType')))
  return neverReached ? 'try-again' : 'not-known'
}
