import { createHash } from 'node:crypto'
import { identityOf, type Identity } from '#domains/between-councils/index.ts'
import { SUITE } from '../../src/domains/between-councils/encode/encoder.rules.ts'
import {
  type Encodings,
  encodingsBody,
} from '../../src/domains/between-councils/match/check-encodings.rules.ts'
import {
  type Message,
  messageOf,
} from '../../src/domains/between-councils/protocol/message.rules.ts'

/** Who they are, the same each time: nothing here is drawn, so nothing comes about by chance. */
export const drawnFrom = (seed: string, count = 32): Buffer =>
  createHash('shake256', { outputLength: count }).update(seed).digest()

export const someone = (kind: 'council' | 'matcher', name: string): Identity =>
  identityOf(drawnFrom(name), { kind, name })

/** Rows as full as honest ones. */
export function rowsFrom(seed: string, count: number): Uint8Array {
  const [bytes, others] = [`${seed} a`, `${seed} b`].map((s) =>
    drawnFrom(s, count * SUITE.bytesEach),
  )
  return Uint8Array.from(bytes ?? [], (byte, n) => byte & ((others?.[n] ?? 0) | 0x11))
}

type Sending = {
  readonly run: string
  readonly from: Identity
  readonly other: Identity
  readonly matcher: Identity
  readonly side: 'asks' | 'answers'
  readonly now: Date
  readonly given?: Partial<Encodings>
}

/** One council's encodings of a run, sealed to the matcher; or what somebody sends in their place. */
export const sentEncodings = ({ run, from, other, matcher, side, now, given }: Sending): Message =>
  messageOf(from, {
    kind: 'encodings',
    run,
    to: matcher.card,
    now,
    body: encodingsBody({
      terms: 'a'.repeat(64),
      side,
      other: other.card.fingerprint,
      suite: SUITE.name,
      rows: SUITE.fewest,
      bytes: rowsFrom(`${from.card.name} ${side}`, SUITE.fewest),
      ...given,
    }),
  })
