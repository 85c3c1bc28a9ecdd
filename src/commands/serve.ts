import { buildApp } from '../app.ts'
import { navigation } from '../navigation.ts'
import { sealNew } from '#platform/audit/seal.ts'
import { openDatabase } from '#platform/db/postgres.ts'
import { ORDINARY } from '#platform/http/own-side.ts'
import { sendingFrom } from '#platform/mail/sending.ts'
import { readSymbols } from '#platform/views/symbols.ts'
import { makeViews } from '#platform/views/environment.ts'
import type { Settings } from '#platform/config/settings.ts'
import { keepExchanging } from './between.ts'
import { argumentsOf, type Command, type Terminal } from './command.ts'
import { openExisting, openOrMake, type Opened } from './database.ts'
import { keepComparing } from './comparing.ts'
import { makeDemonstration, printSignIns } from './demonstration.ts'
import { everyNight } from './nightly.ts'
import { reasonsNotToOpen } from './opening.ts'
import { roundTheClock } from './round-the-clock.ts'
import { keepSending } from './send-notices.ts'

const SEAL_EVERY = 1000
const CONNECTIONS_BEHIND = 3

export const serveCommand: Command = {
  name: 'serve',
  summary: 'Start Waymark',
  help: `Usage: ./waymark serve [--demo] [--log]

Starts the server and prints its address. Stop it with Ctrl+C: requests under way are
finished first.

  --demo   Make (the first time) and open a demonstration with invented children, and
           print its sign-ins. Without it, only a real deployment made by
           ./waymark init is opened.
  --log    Write one line for each request to standard error, without names or
           addresses of records.

Environment: PORT (default 3000), HOST (127.0.0.1), WAYMARK_DATA (.data), DATABASE_URL
(the embedded PostgreSQL when unset), WAYMARK_ORIGIN (the https address people type,
when a proxy stands in front), WAYMARK_PROXIES (how many proxies to believe),
WAYMARK_OWN_NAME (what young people's pages are called; My pages), WAYMARK_LEAVE_TO
(where leaving them quickly leads; https://www.bbc.co.uk/weather), WAYMARK_CLAMD (a
ClamAV daemon that scans files, as tcp://host:port or unix:/path), WAYMARK_SYMBOLS
(a folder of your own symbols; docs/how-to/replace-symbols.md).
Notices to young people leave only by what is set up: WAYMARK_SMTP_URL with
WAYMARK_MAIL_FROM for mail, WAYMARK_NOTIFY_KEY with WAYMARK_NOTIFY_TEMPLATE for texts
through GOV.UK Notify (docs/how-to/send-notices.md).

Exit codes: 0 stopped when asked; 1 refused to open, with the reason.`,
  async run(args, terminal) {
    const { values } = argumentsOf(args, {
      options: { demo: { type: 'boolean' }, log: { type: 'boolean' } },
    })
    const opened = values.demo
      ? await openOrMake(terminal.settings)
      : await openExisting(terminal.settings, 10, true)
    try {
      if (values.demo) await makeDemonstration(opened, terminal)
      const reasons = await reasonsNotToOpen(opened, values.demo ? 'demonstration' : 'real')
      if (reasons.length > 0) {
        for (const reason of reasons) terminal.err(reason)
        return 1
      }
      await open(opened, terminal, values.demo === true, values.log === true)
      return 0
    } finally {
      await opened.close()
    }
  },
}

async function open(
  opened: Opened,
  terminal: Terminal,
  demo: boolean,
  log: boolean,
): Promise<void> {
  const { settings } = terminal
  const sending = sendingFrom(settings.sending)
  const app = await buildApp({
    db: opened.db,
    views: makeViews(),
    keys: opened.keys,
    now: () => new Date(),
    origin: settings.origin ?? `http://${nameOf(settings)}:${settings.port}`,
    proxies: settings.proxies,
    demonstration: demo,
    own: { name: settings.ownName ?? ORDINARY.name, leaveTo: settings.leaveTo ?? ORDINARY.leaveTo },
    scanner: settings.scanner,
    symbols: settings.symbols === undefined ? undefined : readSymbols(settings.symbols),
    sends: { email: sending.email !== undefined, text: sending.text !== undefined },
    log: (line) => {
      if (log || 'failed' in line) terminal.err(JSON.stringify(line))
    },
    navigation,
  })
  // What goes on behind the requests has connections of its own: it would take the one on which everything that is
  // asked for often is prepared.
  const behind: Opened = {
    ...opened,
    db: openDatabase(opened.installation.webUrl, CONNECTIONS_BEHIND),
  }
  const sealing = keepSealing(behind, terminal)
  const nights = everyNight(behind, (error) =>
    failed(terminal, 'making the pictures of an area', error),
  )
  const minutes = roundTheClock(behind, (error) => failed(terminal, 'acting on time', error))
  const notices = keepSending(behind, sending, (error) =>
    failed(terminal, 'sending notices', error),
  )
  const exchanging = keepExchanging(behind, (error) =>
    failed(terminal, 'exchanging with other councils', error),
  )
  const endComparing = keepComparing(behind, (error) =>
    failed(terminal, 'comparing records', error),
  )
  try {
    const address = await app.listen({ port: settings.port, host: settings.host }).catch(inWords)
    if (demo) await printSignIns(opened, terminal)
    terminal.out(`Waymark is open at ${address.replace('127.0.0.1', 'localhost')}`)
    await untilStopped(terminal.stopped)
  } finally {
    clearInterval(sealing)
    clearInterval(nights)
    clearInterval(minutes)
    clearInterval(notices)
    clearInterval(exchanging)
    await endComparing()
    await app.close()
    await sealNew(behind.db, behind.keys.audit)
    await behind.db.destroy()
  }
}

function inWords(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
    throw new Error(
      `Port ${String(error.port)} is taken by another program. Set PORT to another, for example PORT=3001.`,
      { cause: error },
    )
  }
  throw error
}

const nameOf = (settings: Settings): string =>
  settings.host === '127.0.0.1' || settings.host === '0.0.0.0' ? 'localhost' : settings.host

/** Seals the audit trail behind the requests, one batch at a time. */
function keepSealing(opened: Opened, terminal: Terminal): NodeJS.Timeout {
  let busy = false
  return setInterval(() => {
    if (busy) return
    busy = true
    sealNew(opened.db, opened.keys.audit)
      .catch((error: unknown) => failed(terminal, 'sealing the audit trail', error))
      .finally(() => {
        busy = false
      })
  }, SEAL_EVERY)
}

/** Only the kind of the error: a database's message can quote what somebody typed. */
function failed(terminal: Terminal, work: string, error: unknown): void {
  const name = error instanceof Error ? error.name : 'error'
  terminal.err(JSON.stringify({ failed: name, work }))
}

function untilStopped(stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopped.aborted) resolve()
    stopped.addEventListener('abort', () => resolve(), { once: true })
  })
}
