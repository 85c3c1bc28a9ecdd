import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import {
  type Card,
  type ComparedRuns,
  digestOfMessage,
  type Given,
  type Identity,
  matched,
  mustBelongTogether,
  NotTaken,
  openComparedRuns,
  openFolder,
  openPostOffice,
  type PostOffice,
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
    const key = wanted(values, 'key', 'where the key of the matcher is')
    const matcher = await readKey(key, 'matcher')
    const cards = await readCards(wanted(values, 'cards', 'where the cards of the councils are'))
    const compared = await openComparedRuns(`${key}.compared`)
    if (values['serve'] !== undefined)
      return serveMatcher({ identity: matcher, cards, compared }, values, terminal)
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
    for (const name of await matchedOnce({ matcher, compared, out }, one, two, terminal))
      terminal.out(name)
    return 0
  })

type Matching = {
  readonly matcher: Identity
  readonly compared: ComparedRuns
  readonly out: string
}

/** The answer's two files, of a run that has none yet, wherever it was to be written. */
async function matchedOnce(
  { matcher, compared, out }: Matching,
  one: Given,
  two: Given,
  terminal: Terminal,
): Promise<readonly string[]> {
  mustBelongTogether(one, two)
  const { run } = one.message
  const nameFor = (to: string) => path.join(out, `bands-for-${to.slice(0, 8)}-${run}.json`)
  const names = [one, two].map(({ from }) => nameFor(from.fingerprint))
  const before = await compared.begin([one.message, two.message])
  if (before) {
    if (await named(names, before)) return names
    throw new Refused('This run was compared before, and answered: a run is compared once.')
  }
  const there = names.find((name) => existsSync(name))
  if (there) throw new Refused(`${there} is there already: a run is compared once`)
  const both = await matched(matcher, one, two, {
    now: new Date(),
    progress: (done, of) => terminal.err(`${Math.floor((100 * done) / of)} % compared`),
  })
  await mkdir(out, { recursive: true })
  const digests = both.map(digestOfMessage)
  for (const [n, bands] of both.entries())
    await writeWhole(unnamed(nameFor(bands.to), digests[n] ?? ''), JSON.stringify(bands))
  await compared.give(both)
  await named(names, digests)
  return names
}

/** An answer until the matcher remembers that it gave it. */
const unnamed = (name: string, digest: string): string => `${name}.${digest.slice(0, 16)}.new`

async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Gives an answer that was made its name, also one left without by whoever was cut off. False when none is here. */
async function named(names: readonly string[], digests: readonly string[]): Promise<boolean> {
  let done = false
  for (const name of names)
    for (const digest of digests) {
      const file = unnamed(name, digest)
      if (!existsSync(file)) continue
      await rename(file, name)
      done = true
    }
  if (done) await forgetUnnamed(names)
  return done
}

/** What was made by whoever was cut off before the matcher remembered it: it is nobody's answer. */
async function forgetUnnamed(names: readonly string[]): Promise<void> {
  for (const name of names) {
    const left = (await readdir(path.dirname(name))).filter(
      (file) => file.startsWith(`${path.basename(name)}.`) && file.endsWith('.new'),
    )
    for (const file of left) await rm(path.join(path.dirname(name), file), { force: true })
  }
}

async function serveMatcher(
  matcher: Pick<PostOffice, 'identity' | 'cards' | 'compared'>,
  values: Values,
  terminal: Terminal,
): Promise<ExitCode> {
  const port = wholeNumber('serve', String(values['serve']), 0, 65_535) ?? 0
  const folder = await openFolder(wanted(values, 'folder', 'where messages are kept meanwhile'))
  const office = openPostOffice({
    ...matcher,
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
