import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import {
  type Card,
  type Identity,
  matched,
  NotTaken,
  openFolder,
  openPostOffice,
  readCard,
  readMessage,
  Refused,
  taken,
} from '#domains/between-councils/index.ts'
import { type ExitCode, type Terminal, WrongArguments, wholeNumber } from './command.ts'
import { type ActOf, inSentences, readKey, type Values, wanted } from './key-file.ts'

/** The cards of the councils that a matcher serves. It opens no database. */
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
    const matcher = await readKey(
      wanted(values, 'key', 'where the key of the matcher is'),
      'matcher',
    )
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
