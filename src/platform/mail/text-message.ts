import { setTimeout as after } from 'node:timers/promises'
import { NotifyClient } from 'notifications-node-client'
import type { Handed, Send } from './sending.ts'

const PATIENCE = 20_000

/** Text messages through GOV.UK Notify, with a template of the service's own that holds only ((text)). */
export function textsThrough(key: string, template: string, url: string | undefined): Send {
  const notify = url === undefined ? new NotifyClient(key) : new NotifyClient(url, key)
  return async ({ to, text }) => {
    const patience = new AbortController()
    const sent = notify
      .sendSms(template, to, { personalisation: { text } })
      .then((): Handed => 'sent', whatBecame)
      .finally(() => patience.abort())
    // The client waits for ever; whether a silent service took it is not known.
    const silent = after(PATIENCE, 'not-known' as const, { signal: patience.signal })
    return Promise.race([sent, silent.catch(() => sent)])
  }
}

/** 4xx is Notify saying no, 429 and 503 "not now". Anything else may have been taken. */
function whatBecame(error: unknown): Handed {
  const status = statusOf(error)
  if (status === 429 || status === 503) return 'try-again'
  if (status !== undefined && status >= 400 && status < 500) return 'refused'
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' ? 'try-again' : 'not-known'
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('response' in error)) return undefined
  const { response } = error
  if (typeof response !== 'object' || response === null || !('status' in response)) return undefined
  return typeof response.status === 'number' ? response.status : undefined
}
