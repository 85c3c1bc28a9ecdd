import { z } from 'zod'
import type { EncodingsHead } from '../match/check-encodings.rules.ts'
import { type Card, cardOf } from './identity.rules.ts'
import { type Call, FORMAT, KINDS, type Message, NotTaken, VERSION } from './message.rules.ts'
import { type Accepted, type Declined, type Proposal, PURPOSES } from './terms.rules.ts'

/** What came from outside, read strictly: a field too many, too long or of another kind is refused. */
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/
const hex = z.string().regex(/^[0-9a-f]{64}$/)
const base64 = (bytes: number) =>
  z
    .string()
    .max(Math.ceil(bytes / 3) * 4)
    .regex(BASE64)
const exactly = (bytes: number) =>
  base64(bytes).refine((text) => Buffer.from(text, 'base64').length === bytes)
const line = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => !/\p{Cc}/u.test(text))
const MOST_SEALED = 80 * 1024 * 1024

const message = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  kind: z.enum(KINDS),
  id: z.uuid(),
  run: z.uuid(),
  from: hex,
  to: hex,
  at: z.iso.datetime(),
  sealed: base64(MOST_SEALED),
  signature: exactly(64),
})

const card = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  card: z.enum(['council', 'matcher']),
  name: line(200),
  signing: exactly(32),
  sealing: exactly(32),
  address: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .optional(),
})

const call = z.strictObject({ from: hex, at: z.iso.datetime(), signature: exactly(64) })

const proposal = z.strictObject({
  purpose: z.enum(PURPOSES),
  why: z.string().min(1).max(2_000),
  asks: z.enum(['one', 'everybody']),
  lead: line(200),
  matcher: hex,
  suite: line(40),
  key: exactly(32),
})

const answer = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.literal('accepted'),
    lead: line(200),
    proposal: hex,
    key: exactly(32),
  }),
  z.strictObject({ decision: z.literal('declined'), proposal: hex }),
])

const encodingsHead = z.strictObject({
  terms: hex,
  side: z.enum(['asks', 'answers']),
  other: hex,
  suite: line(40),
  rows: z.int().min(0).max(10_000_000),
})

const bands = z.strictObject({
  terms: hex,
  rows: z.int().min(0),
  crowded: z.int().min(0),
  pairs: z
    .array(
      z.strictObject({
        row: z.int().min(0),
        token: z.uuid(),
        band: z.enum(['very_alike', 'alike', 'perhaps']),
      }),
    )
    .max(500_000),
})

const pair = z.strictObject({ token: z.uuid() })
const ring = z.strictObject({
  token: z.uuid(),
  name: line(200),
  phone: z.string().regex(/^[0-9+ ()]{3,30}$/),
})

export type BandsBody = z.infer<typeof bands>
export type RingBody = z.infer<typeof ring>

function readAs<T>(shape: z.ZodType<T>, text: string): T {
  const read = shape.safeParse(parsed(text))
  if (!read.success) throw new NotTaken()
  return read.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

export const readMessage = (given: string): Message => readAs(message, given)
export const readCall = (given: string): Call => readAs(call, given)
export const readProposal = (body: Uint8Array): Proposal => readAs(proposal, text(body))
export const readAnswer = (body: Uint8Array): Accepted | Declined => readAs(answer, text(body))
export const readHead = (given: string): EncodingsHead => readAs(encodingsHead, given)
export const readBands = (body: Uint8Array): BandsBody => readAs(bands, text(body))
export const readPair = (body: Uint8Array): z.infer<typeof pair> => readAs(pair, text(body))
export const readRing = (body: Uint8Array): RingBody => readAs(ring, text(body))

export const written = (body: object): Buffer => Buffer.from(JSON.stringify(body))

/** A card as others may paste it. Undefined for anything else. */
export function readCard(given: string): Card | undefined {
  const read = card.safeParse(parsed(given.trim()))
  if (!read.success) return undefined
  const { card: kind, name, signing, sealing, address } = read.data
  const bytes = (b: string) => Buffer.from(b, 'base64')
  return cardOf({ kind, name, signing: bytes(signing), sealing: bytes(sealing), address })
}

export const writtenCard = ({ kind, name, signing, sealing, address }: Card): string =>
  JSON.stringify(
    {
      format: FORMAT,
      version: VERSION,
      card: kind,
      name,
      signing: signing.toString('base64'),
      sealing: sealing.toString('base64'),
      ...(address === undefined ? {} : { address }),
    },
    undefined,
    2,
  )
