import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import {
  type Card,
  type Identity,
  identityOf,
  matched,
  NotTaken,
  openFolder,
  openPostOffice,
  readCard,
  readMessage,
  readOut,
  Refused,
  taken,
  writtenCard,
} from '#domains/between-councils/index.ts'
import { type ExitCode, type Terminal, WrongArguments, wholeNumber } from './command.ts'

/** The acts of a matcher: a key file, the cards of the councils it serves, and never a database. */
export type Values = Readonly<Record<string, unknown>>
export type ActOf = (
  files: readonly string[],
  values: Values,
  terminal: Terminal,
) => Promise<ExitCode>

export const wanted = (values: Values, name: string, what: string): string => {
  const value = values[name]
  if (typeof value !== 'string' || value === '') throw new WrongArguments(`Say ${what}: --${name}`)
  return value
}

export const none = (files: readonly string[]): void => {
  if (files.length > 0) throw new WrongArguments(`Nothing is known of ${files.join(' ')}`)
}

/** Refusals as sentences; everything else is a fault and looks like one. */
async function inSentences(terminal: Terminal, work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof NotTaken)) throw error
    terminal.err(error.message)
    return 1
  }
}

type KeyFile = { readonly name: string; readonly secret: string; readonly address?: string }

export const newKey: ActOf = async (files, values, terminal) => {
  none(files)
  const file = wanted(values, 'key', 'where the key is to be')
  const address = values['address']
  const made: KeyFile = {
    name: wanted(values, 'name', 'whose key it is'),
    secret: randomBytes(32).toString('hex'),
    ...(typeof address === 'string' ? { address } : {}),
  }
  const { card } = matcherOf(made)
  if (!readCard(writtenCard(card)))
    throw new WrongArguments('A name is up to 200 letters, an address begins with https://')
  try {
    await writeFile(file, `${JSON.stringify(made)}\n`, { flag: 'wx', mode: 0o600 })
  } catch {
    terminal.err(`${file} is there already, or cannot be written`)
    return 1
  }
  terminal.out(writtenCard(card))
  terminal.err(`Read out over the telephone: ${readOut(card.fingerprint)}`)
  return 0
}

const matcherOf = ({ name, secret, address }: KeyFile): Identity =>
  identityOf(Buffer.from(secret, 'hex'), { kind: 'matcher', name, address })

async function readKey(file: string): Promise<Identity> {
  const text = await readFile(file, 'utf8').catch(() => '')
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read === 'object' && read !== null && 'secret' in read && 'name' in read) {
      const address =
        'address' in read && typeof read.address === 'string' ? read.address : undefined
      const [name, secret] = [String(read.name), String(read.secret)]
      if (/^[0-9a-f]{64}$/.test(secret))
        return matcherOf({ name, secret, ...(address === undefined ? {} : { address }) })
    }
  } catch {
    // Said below, without what stands in the file.
  }
  throw new Refused(`${file} is not the key file of a matcher`)
}

async function readCards(folder: string): Promise<readonly Card[]> {
  const names = await readdir(folder).catch(() => [])
  const cards = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map(async (name) => readCard(await readFile(path.join(folder, name), 'utf8'))),
  )
  const councils = cards
    .filter((card) => card?.kind === 'council')
    .filter((card) => card !== undefined)
  if (councils.length < 2) throw new Refused(`${folder} holds the cards of fewer than two councils`)
  return councils
}

export const match: ActOf = (files, values, terminal) =>
  inSentences(terminal, async () => {
    const matcher = await readKey(wanted(values, 'key', 'where the key of the matcher is'))
    const cards = await readCards(wanted(values, 'cards', 'where the cards of the councils are'))
    if (values['serve'] !== undefined) return serveMatcher(matcher, cards, values, terminal)
    const [left, right, ...more] = files
    if (left === undefined || right === undefined || more.length > 0)
      throw new WrongArguments('matching match takes two files: LEFT and RIGHT')
    const out = wanted(values, 'out', 'where the bands are to be written')
    const given = await Promise.all(
      [left, right].map(async (file) => {
        const message = readMessage(await readFile(file, 'utf8').catch(() => ''))
        const from = cards.find((card) => card.fingerprint === message.from)
        return taken(matcher, from ?? matcher.card, message)
      }),
    )
    const [one, two] = given
    if (!one || !two) throw new NotTaken()
    const nameFor = (to: string) =>
      path.join(out, `bands-for-${to.slice(0, 8)}-${one.message.run}.json`)
    const there = [one, two]
      .map((g) => nameFor(g.from.fingerprint))
      .find((name) => existsSync(name))
    if (there) throw new Refused(`${there} is there already: a run is compared once`)
    const both = await matched(matcher, one, two, {
      now: new Date(),
      progress: (done, of) => terminal.err(`${Math.floor((100 * done) / of)} % compared`),
    })
    await mkdir(out, { recursive: true })
    for (const bands of both) {
      const name = nameFor(bands.to)
      await writeFile(name, JSON.stringify(bands), { flag: 'wx' })
      terminal.out(name)
    }
    return 0
  })

async function serveMatcher(
  identity: Identity,
  cards: readonly Card[],
  values: Values,
  terminal: Terminal,
): Promise<ExitCode> {
  const port = wholeNumber('serve', String(values['serve']), 0, 65_535) ?? 0
  const folder = await openFolder(wanted(values, 'folder', 'where messages are kept meanwhile'))
  const office = openPostOffice({
    identity,
    cards,
    folder,
    clock: () => new Date(),
    say: (line) => terminal.err(line),
  })
  await new Promise<void>((resolve, reject) => {
    office.once('error', reject)
    office.listen(port, terminal.settings.host, () => resolve())
  })
  const at = office.address()
  terminal.out(`The matcher is open at port ${typeof at === 'object' && at ? at.port : port}`)
  await new Promise<void>((resolve) => {
    if (terminal.stopped.aborted) resolve()
    terminal.stopped.addEventListener('abort', () => resolve())
  })
  await new Promise((resolve) => office.close(resolve))
  return 0
}
