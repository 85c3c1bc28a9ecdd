import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { readCall, readMessage } from '../protocol/bodies.form.ts'
import type { Card, Identity } from '../protocol/identity.rules.ts'
import { isCallFrom, isFrom, type Message, NotTaken } from '../protocol/message.rules.ts'
import { Refused } from './check-encodings.rules.ts'
import type { ComparedRuns } from './compared-runs.ts'
import { belongTogether, type Given, matched, taken } from './matcher.ts'
import type { PostFolder } from './post-folder.ts'

/** A matcher as a process of its own: no key, no database, the cards of the councils it serves, one folder. */
export type PostOffice = {
  readonly identity: Identity
  readonly cards: readonly Card[]
  readonly folder: PostFolder
  readonly compared: ComparedRuns
  readonly clock: () => Date
  readonly workers?: number | undefined
  readonly say: (line: string) => void
}

const MOST_BYTES = 120 * 1024 * 1024
/** Of one council in an hour, and runs of one council in a day. */
const [MOST_MESSAGES, MOST_RUNS] = [300, 20]
const [HOUR, DAY] = [60 * 60 * 1000, 24 * 60 * 60 * 1000]

const TOO_OFTEN = 'Too much came from here in a short time. Try again later.'

export function openPostOffice(office: PostOffice): Server {
  const often = counter()
  const turn = oneAtATime()
  return createServer((request, response) => {
    const answer = async () => {
      try {
        const text = await bodyOf(request)
        if (request.method === 'POST' && request.url === '/messages')
          return say(response, 202, await takeMessage(office, text, often, turn))
        if (request.method === 'POST' && request.url === '/collect')
          return say(response, 200, { messages: await handOver(office, text, often) })
        throw new NotTaken()
      } catch (error) {
        return sayWhy(office, response, error)
      }
    }
    void answer()
  })
}

function sayWhy(office: PostOffice, response: ServerResponse, error: unknown): void {
  if (error instanceof Refused) return say(response, 422, { refused: error.message })
  // One answer to whoever is unknown, to what is broken and to an address that is none.
  if (error instanceof NotTaken) return say(response, 404, { refused: error.message })
  office.say(`failed: ${error instanceof Error ? error.message : String(error)}`)
  return say(response, 500, { refused: 'Something went wrong here. Nothing was done; try again.' })
}

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request) {
    const bytes = Buffer.from(part)
    length += bytes.length
    if (length > MOST_BYTES) throw new NotTaken()
    parts.push(bytes)
  }
  return Buffer.concat(parts).toString('utf8')
}

type Often = (key: string, most: number, within: number, now: Date) => boolean

function counter(): Often {
  const times = new Map<string, number[]>()
  return (key, most, within, now) => {
    const recent = (times.get(key) ?? []).filter((t) => now.getTime() - t < within)
    recent.push(now.getTime())
    times.set(key, recent.slice(-most - 1))
    return recent.length <= most
  }
}

type Turn = <T>(work: () => Promise<T>) => Promise<T>

function oneAtATime(): Turn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
}

const cardNamed = (office: PostOffice, fingerprint: string): Card | undefined =>
  office.cards.find((card) => card.fingerprint === fingerprint)

async function takeMessage(
  office: PostOffice,
  text: string,
  often: Often,
  turn: Turn,
): Promise<{ readonly taken: true }> {
  const message = readMessage(text)
  const from = cardNamed(office, message.from)
  const right = isFrom(message, from ?? office.identity.card)
  if (!from || !right) throw new NotTaken()
  if (!often(`m ${from.fingerprint}`, MOST_MESSAGES, HOUR, office.clock()))
    throw new Refused(TOO_OFTEN)
  if (message.to === office.identity.card.fingerprint) {
    await turn(() => takeEncodings(office, from, message, often))
  } else {
    if (message.kind === 'encodings' || message.kind === 'bands' || !cardNamed(office, message.to))
      throw new NotTaken()
    await office.folder.put(message)
  }
  return { taken: true }
}

async function takeEncodings(
  office: PostOffice,
  from: Card,
  message: Message,
  often: Often,
): Promise<void> {
  const mine = taken(office.identity, from, message)
  const kept = await office.folder.keepEncodings(message)
  if (kept === 'used') throw new Refused(USED)
  if (kept === 'kept' && !often(`r ${from.fingerprint}`, MOST_RUNS, DAY, office.clock())) {
    await office.folder.forgetEncodings(message.run)
    throw new Refused(TOO_OFTEN)
  }
  const there = (await office.folder.encodingsOf(message.run)).filter((m) => m.id !== message.id)
  for (const other of there) {
    const card = cardNamed(office, other.from)
    const theirs = card && taken(office.identity, card, other)
    if (!theirs || !belongTogether(mine, theirs)) continue
    await compareOnce(office, mine, theirs)
  }
}

const USED = 'Encodings of this run came before. A run is compared once.'

/** Remembered beside the key too, so that a run compared by file is not compared here, nor the other way round. */
async function compareOnce(office: PostOffice, mine: Given, theirs: Given): Promise<void> {
  const { identity, folder, compared, workers } = office
  const { run } = mine.message
  if (await wasCompared(compared, mine, theirs)) {
    await folder.forgetEncodings(run)
    throw new Refused(USED)
  }
  const both = await matched(identity, mine, theirs, { now: office.clock(), workers })
  for (const bands of both) await folder.put(bands)
  await folder.forgetEncodings(run)
  await compared.give(both)
  office.say(`compared a run: ${mine.encodings.rows} rows with ${theirs.encodings.rows}`)
}

async function wasCompared(compared: ComparedRuns, mine: Given, theirs: Given): Promise<boolean> {
  try {
    return (await compared.begin([mine.message, theirs.message])) !== undefined
  } catch (error) {
    if (error instanceof Refused) return true
    throw error
  }
}

async function handOver(
  office: PostOffice,
  text: string,
  often: Often,
): Promise<readonly Message[]> {
  const call = readCall(text)
  const from = cardNamed(office, call.from)
  const right = isCallFrom(call, from ?? office.identity.card, office.identity.card, office.clock())
  if (!from || !right) throw new NotTaken()
  if (!often(`c ${from.fingerprint}`, MOST_MESSAGES, HOUR, office.clock()))
    throw new Refused(TOO_OFTEN)
  return office.folder.waitingFor(from, office.clock())
}
