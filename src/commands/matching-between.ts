import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import {
  encodeWaiting,
  type Exchanging,
  keepGone,
  outgoing,
  partyOf,
  readMessage,
  readOut,
  replyToYeses,
  takeOne,
  writtenCard,
} from '#domains/between-councils/index.ts'
import { exchangeAll, exchangingFor } from './between.ts'
import { type ExitCode, type Terminal, WrongArguments } from './command.ts'
import { openExisting } from './database.ts'
import { answer, ask, encodeFile, revealFile, sayYes } from './council-by-file.ts'
import { type ActOf, newKey, none, type Values, wanted } from './key-file.ts'
import { match } from './matcher.ts'

export const BETWEEN_OPTIONS = {
  organisation: { type: 'string' },
  key: { type: 'string' },
  cards: { type: 'string' },
  out: { type: 'string' },
  name: { type: 'string' },
  address: { type: 'string' },
  serve: { type: 'string' },
  folder: { type: 'string' },
  council: { type: 'boolean' },
  to: { type: 'string' },
  through: { type: 'string' },
  purpose: { type: 'string' },
  why: { type: 'string' },
  lead: { type: 'string' },
  no: { type: 'boolean' },
  run: { type: 'string' },
  'ring-name': { type: 'string' },
  'ring-phone': { type: 'string' },
} as const

export const BETWEEN_HELP = `       ./waymark matching card --organisation CODE
       ./waymark matching new-key --name NAME --key FILE [--address URL]
       ./waymark matching encode --organisation CODE --out FOLDER
       ./waymark matching match LEFT RIGHT --key FILE --cards FOLDER --out FOLDER
       ./waymark matching match --serve PORT --key FILE --cards FOLDER --folder FOLDER
       ./waymark matching reveal --organisation CODE FILE…
       ./waymark matching exchange

       ./waymark matching new-key --council --name NAME --key FILE
       ./waymark matching ask --purpose PURPOSE --why WHY --lead NAME COUNCIL
       ./waymark matching answer QUESTION [--lead NAME | --no] COUNCIL
       ./waymark matching encode PEOPLE.csv --key FILE --run FOLDER
       ./waymark matching reveal FILE… --key FILE --run FOLDER
       ./waymark matching yes ID… --ring-name NAME --ring-phone NUMBER --key FILE --run FOLDER
         where COUNCIL is --key FILE --to CARD --through CARD --run FOLDER

Between councils, revealing no one (docs/how-to/ask-another-council.md):

card      Prints this council's card and its fingerprint, to be given to the other.
new-key   Makes the key file of a matcher and prints its card. Whoever runs a matcher
          is neither of the councils.
encode    Encodes the children of every question that both leads accepted, and writes
          what waits to be sent as files, for who exchanges by hand.
match     Compares two files of encodings, or serves a matcher that councils reach over
          HTTP. It holds no key of a run, opens no database, and gives bands only.
          FOLDER of --cards holds the cards of the councils it serves. A run is compared
          once, whatever the --out: FILE.compared, beside the key, remembers which were,
          by number and digest. Cut off half way, run the same line again.
reveal    Takes in files from the other council or the matcher. Whom to ring stands on
          the page of the question, once both leads have said yes.
exchange  Sends and brings everything once, as the server does by itself.

A council that runs no Waymark has a key file, a folder for each question (--run) and a
CSV file: the first column is the id of the record, the others are read by their usual
names, as for evaluate. What is to be carried is written into the folder, and printed.

ask       Asks the other council. PURPOSE is missing, known_elsewhere or later_lives.
answer    Says what a question that came asks; with --lead says yes, with --no says no.
encode    Encodes the file once both leads said yes, and forgets the question's key.
reveal    Takes in the other's answer, bands, and who said yes: our own ids, by band.
          Without a file it writes what is due.
yes       A lead says yes to records by their ids. A no needs no word.`

async function withCouncil(
  values: Values,
  terminal: Terminal,
  work: (council: Exchanging) => Promise<ExitCode>,
): Promise<ExitCode> {
  const code = wanted(values, 'organisation', 'for which organisation, by its code')
  const opened = await openExisting(terminal.settings)
  try {
    const council = await exchangingFor(opened, code, () => new Date())
    if (council) return await work(council)
    terminal.err(`There is no organisation ${code} here`)
    return 1
  } finally {
    await opened.close()
  }
}

const partyIn = (council: Exchanging) =>
  council.within(async (tx) =>
    partyOf(
      tx,
      council.keyed,
      { organisationId: council.organisation.id, organisationName: council.organisation.name },
      council.clock(),
    ),
  )

const printCard: ActOf = (files, values, terminal) => {
  none(files)
  return withCouncil(values, terminal, async (council) => {
    const { card } = (await partyIn(council)).identity
    terminal.out(writtenCard(card))
    terminal.err(`Read out over the telephone: ${readOut(card.fingerprint)}`)
    return 0
  })
}

/** With a folder of a question, a council without an installation; otherwise one of this installation. */
const encode: ActOf = (files, values, terminal) => {
  if (values['run'] !== undefined) return encodeFile(files, values, terminal)
  none(files)
  const out = wanted(values, 'out', 'where the files are to be written')
  return withCouncil(values, terminal, async (council) => {
    const made = await encodeWaiting(council)
    await replyToYeses(council)
    await mkdir(out, { recursive: true, mode: 0o700 })
    const waiting = await council.within(outgoing)
    for (const { id, message } of waiting) {
      const { kind, run } = readMessage(message)
      const name = path.join(out, `${kind}-${run}-${id.slice(0, 8)}.json`)
      await writeFile(name, message, { mode: 0o600 })
      await council.within((tx) => keepGone(tx, id, council.clock()))
      terminal.out(name)
    }
    terminal.err(`${made} questions encoded, ${waiting.length} files written`)
    return 0
  })
}

const reveal: ActOf = (files, values, terminal) => {
  if (values['run'] !== undefined) return revealFile(files, values, terminal)
  if (files.length === 0) throw new WrongArguments('Say which files came')
  return withCouncil(values, terminal, async (council) => {
    let refused = 0
    for (const file of files) {
      const text = await readFile(file, 'utf8').catch(() => '')
      const received = await takeOne(council, text)
      if (!received) refused++
      else if (received.kind !== 'again')
        terminal.out(
          `${file}: ${received.kind}, question ${received.runId}, ${received.children.length} children of ours`,
        )
    }
    if (refused > 0)
      terminal.err(
        `${refused} of ${files.length} files were not taken, or came before. Nothing was changed by them.`,
      )
    return refused > 0 ? 1 : 0
  })
}

const exchangeOnce: ActOf = async (files, _values, terminal) => {
  none(files)
  const opened = await openExisting(terminal.settings)
  try {
    terminal.out(
      `${await exchangeAll(opened, () => new Date())} things were sent, brought or encoded`,
    )
    return 0
  } finally {
    await opened.close()
  }
}

export const BETWEEN_ACTS: Readonly<Record<string, ActOf | undefined>> = {
  card: printCard,
  'new-key': newKey,
  ask,
  answer,
  yes: sayYes,
  match,
  encode,
  reveal,
  exchange: exchangeOnce,
}
