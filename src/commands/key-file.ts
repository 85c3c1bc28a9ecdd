import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import {
  type Card,
  type Identity,
  identityOf,
  MemoryBroken,
  NotTaken,
  readCard,
  readOut,
  Refused,
  writtenCard,
} from '#domains/between-councils/index.ts'
import { Unreadable } from '#domains/matching/index.ts'
import { type ExitCode, type Terminal, WrongArguments } from './command.ts'

/** Who a matcher is, or a council that runs no Waymark: one file with a secret in it. */
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
export async function inSentences(
  terminal: Terminal,
  work: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await work()
  } catch (error) {
    const said = [Refused, NotTaken, Unreadable, MemoryBroken].some((kind) => error instanceof kind)
    if (!said || !(error instanceof Error)) throw error
    terminal.err(error.message)
    return 1
  }
}

type Kind = Card['kind']
type KeyFile = {
  readonly kind: Kind
  readonly name: string
  readonly secret: string
  readonly address?: string | undefined
}

export const newKey: ActOf = async (files, values, terminal) => {
  none(files)
  const file = wanted(values, 'key', 'where the key is to be')
  const address = values['address']
  const made: KeyFile = {
    kind: values['council'] === true ? 'council' : 'matcher',
    name: wanted(values, 'name', 'whose key it is'),
    secret: randomBytes(32).toString('hex'),
    ...(typeof address === 'string' ? { address } : {}),
  }
  const { card } = identityIn(made)
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

const identityIn = ({ kind, name, secret, address }: KeyFile): Identity =>
  identityOf(Buffer.from(secret, 'hex'), { kind, name, address })

/** The holder of a key file. One written before councils had any is a matcher's. */
export async function readKey(file: string, kind: Kind): Promise<Identity> {
  const read = keyIn(await readFile(file, 'utf8').catch(() => ''))
  if (read?.kind === kind) return identityIn(read)
  throw new Refused(`${file} is not the key file of a ${kind}`)
}

const keyFile = z.object({
  kind: z.enum(['council', 'matcher']).default('matcher'),
  name: z.string(),
  secret: z.string().regex(/^[0-9a-f]{64}$/),
  address: z.string().optional(),
})

function keyIn(text: string): KeyFile | undefined {
  try {
    const read = keyFile.safeParse(JSON.parse(text))
    return read.success ? read.data : undefined
  } catch {
    // Said by the caller, without what stands in the file.
    return undefined
  }
}

/** The card of another, from a file; of that kind. */
export async function readCardFile(file: string, kind: Kind): Promise<Card> {
  const card = readCard(await readFile(file, 'utf8').catch(() => ''))
  if (card?.kind === kind) return card
  throw new Refused(`${file} is not the card of a ${kind}`)
}
