import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { exchangingFor } from '../../src/commands/between.ts'
import {
  type Card,
  encodeWaiting,
  type Exchanging,
  identityOf,
  keepGone,
  matched,
  outgoing,
  readCard,
  readMessage,
  readOut,
  replyToYeses,
  taken,
  takeOne,
  writtenCard,
} from '#domains/between-councils/index.ts'
import { meg } from './people.ts'
import { type Fields, world, type World } from './world.ts'

/** Two installations that know each other and a matcher, whose messages are carried by hand. */
export type TwoCouncils = {
  readonly north: World
  readonly south: World
  /** Of the two councils, as a matcher is given them. */
  readonly cards: readonly Card[]
  readonly idOf: (w: World, kind: 'council' | 'matcher') => Promise<string>
  readonly rows: (w: World, table: string, where?: string) => Promise<readonly Row[]>
  /** Everything that waits is made, compared and taken in, as on that day. Gives how many messages of each kind went. */
  readonly carry: (at: Date) => Promise<Readonly<Record<string, number>>>
}
type Row = Readonly<Record<string, unknown>>

export const OUR_SIDE: Fields = {
  tell: 'at_once',
  ringName: 'The duty social worker',
  ringPhone: '01632 960 001',
}

const cardIn = (html: string): string =>
  (/<code>([\s\S]*?)<\/code>/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"')

async function know(w: World, text: string): Promise<Card> {
  const card = readCard(text)
  if (!card) throw new Error('This is no card')
  const groups = readOut(card.fingerprint)
  const res = await w.post(meg, '/between/partners/add', { card: text, groups, how: 'Rang them' })
  if (res.statusCode !== 303) throw new Error(res.payload)
  return card
}

export const rowsOf = async (w: World, table: string, where = 'true'): Promise<readonly Row[]> =>
  (
    await sql<Row>`select * from ${sql.table(`waymark.${table}`)} where ${sql.raw(where)}`.execute(
      w.db,
    )
  ).rows

export const partnerId = async (w: World, kind: 'council' | 'matcher'): Promise<string> =>
  String((await rowsOf(w, 'between_partner', `kind = '${kind}'`))[0]?.['id'])

export async function twoCouncils(
  matcher = identityOf(randomBytes(32), { kind: 'matcher', name: 'A matcher' }),
): Promise<TwoCouncils> {
  const [north, south] = [await world(), await world()]
  const texts = [await north.get(meg, '/between'), await south.get(meg, '/between')]
  const [ofNorth = '', ofSouth = ''] = texts.map((page) => cardIn(page.payload))
  const cards = [await know(south, ofNorth), await know(north, ofSouth)]
  for (const w of [north, south]) await know(w, writtenCard(matcher.card))

  const councilOf = async (w: World, at: Date): Promise<Exchanging> => {
    const council = await exchangingFor({ db: w.web, keys: w.keys }, 'NORTHMERE', () => at)
    if (!council) throw new Error('There is no council')
    return council
  }

  const carry = async (at: Date) => {
    const counts: Record<string, number> = {}
    const waiting: string[] = []
    for (let again = 0; again < 4; again++) {
      for (const w of [north, south]) {
        const council = await councilOf(w, at)
        await encodeWaiting(council)
        await replyToYeses(council)
        for (const { id, message } of await council.within(outgoing)) {
          await council.within((tx) => keepGone(tx, id, at))
          const { kind } = readMessage(message)
          counts[kind] = (counts[kind] ?? 0) + 1
          if (kind === 'encodings') waiting.push(message)
          else await takeOne(await councilOf(w === north ? south : north, at), message)
        }
      }
      if (waiting.length < 2) continue
      const [one, two] = waiting.splice(0).map((text) => {
        const message = readMessage(text)
        const from = cards.find((card) => card.fingerprint === message.from)
        return taken(matcher, from ?? matcher.card, message)
      })
      if (!one || !two) throw new Error('Two were waiting')
      for (const bands of await matched(matcher, one, two, { now: at, workers: 0 }))
        for (const w of [north, south]) await takeOne(await councilOf(w, at), JSON.stringify(bands))
    }
    return counts
  }
  return { north, south, cards, idOf: partnerId, rows: rowsOf, carry }
}
