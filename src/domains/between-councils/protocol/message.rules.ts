import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from 'node:crypto'
import {
  agreed,
  agreementOf,
  type Card,
  derived,
  type Identity,
  isSignedBy,
  signed,
} from './identity.rules.ts'

/**
 * What goes between councils and a matcher: one kind of file, carried by hand or over HTTP, always the
 * same bytes. Signed by whoever sends it, sealed to whoever it is for, bound to one run. A carrier sees
 * who writes to whom, when, of which run and how much; docs/between-councils.md says it whole.
 */
export const FORMAT = 'waymark between councils'
export const VERSION = 1

export const KINDS = [
  'proposal',
  'answer',
  'encodings',
  'bands',
  'pair',
  'ring',
  'nobody',
  'end',
] as const
export type Kind = (typeof KINDS)[number]

export type Message = {
  readonly format: typeof FORMAT
  readonly version: typeof VERSION
  readonly kind: Kind
  readonly id: string
  readonly run: string
  readonly from: string
  readonly to: string
  readonly at: string
  readonly sealed: string
  readonly signature: string
}

/** The one answer to everything that is not right: which part was wrong helps only whoever tries. */
export class NotTaken extends Error {
  constructor() {
    super(
      'This was not taken: it is not from who it says, not for here, or was changed on the way.',
    )
  }
}

const NONCE = 12
const TAG = 16
const KNOWN = 32

const headOf = (m: Omit<Message, 'sealed' | 'signature'>): string =>
  JSON.stringify([m.format, m.version, m.kind, m.id, m.run, m.from, m.to, m.at])

const signedText = (head: string, sealed: Uint8Array): string =>
  `${head}\n${createHash('sha256').update(sealed).digest('hex')}`

export type Writing = {
  readonly kind: Kind
  readonly run: string
  readonly to: Card
  readonly body: Uint8Array
  readonly now: Date
}

/** Seals to the card of whoever it is for, under a key made for this one message, and signs. */
export function messageOf(from: Identity, { kind, run, to, body, now }: Writing): Message {
  const head = {
    format: FORMAT,
    version: VERSION,
    kind,
    id: randomUUID(),
    run,
    from: from.card.fingerprint,
    to: to.fingerprint,
    at: now.toISOString(),
  } as const
  const once = agreementOf(randomBytes(KNOWN))
  const key = derived(
    agreed(once.secret, to.sealing),
    Buffer.concat([once.known, to.sealing]),
    'seal',
  )
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(headOf(head)))
  const closed = Buffer.concat([cipher.update(body), cipher.final()])
  const sealed = Buffer.concat([once.known, nonce, cipher.getAuthTag(), closed])
  return {
    ...head,
    sealed: sealed.toString('base64'),
    signature: signed(from.signs, signedText(headOf(head), sealed)).toString('base64'),
  }
}

/** Whether it is from the holder of this card, and from nobody else. The signature is always looked at first. */
export function isFrom(m: Message, card: Card): boolean {
  const right = isSignedBy(
    card.signing,
    signedText(headOf(m), Buffer.from(m.sealed, 'base64')),
    Buffer.from(m.signature, 'base64'),
  )
  return right && m.from === card.fingerprint
}

/** What is in it, for whoever it is for. Throws `NotTaken` for whatever is not right. */
export function opened(by: Identity, from: Card, m: Message): Buffer {
  const known = isFrom(m, from)
  if (!known || m.to !== by.card.fingerprint) throw new NotTaken()
  try {
    const sealed = Buffer.from(m.sealed, 'base64')
    const theirs = sealed.subarray(0, KNOWN)
    const salt = Buffer.concat([theirs, by.opens.known])
    const key = derived(agreed(by.opens.secret, theirs), salt, 'seal')
    const [nonce, rest] = [sealed.subarray(KNOWN, KNOWN + NONCE), sealed.subarray(KNOWN + NONCE)]
    const decipher = createDecipheriv('aes-256-gcm', key, nonce)
    decipher.setAAD(Buffer.from(headOf(m)))
    decipher.setAuthTag(rest.subarray(0, TAG))
    return Buffer.concat([decipher.update(rest.subarray(TAG)), decipher.final()])
  } catch {
    throw new NotTaken()
  }
}

/** A note to a matcher that this council wants what is there for it: signed, and good for a few minutes. */
export type Call = { readonly from: string; readonly at: string; readonly signature: string }

const callText = (from: string, to: string, at: string): string =>
  JSON.stringify([FORMAT, VERSION, 'collect', from, to, at])

export function callOf(from: Identity, to: Card, now: Date): Call {
  const at = now.toISOString()
  const text = callText(from.card.fingerprint, to.fingerprint, at)
  return { from: from.card.fingerprint, at, signature: signed(from.signs, text).toString('base64') }
}

const CALL_HOLDS = 5 * 60 * 1000

export function isCallFrom(call: Call, from: Card, to: Card, now: Date): boolean {
  const age = Math.abs(now.getTime() - Date.parse(call.at))
  const text = callText(call.from, to.fingerprint, call.at)
  const right = isSignedBy(from.signing, text, Buffer.from(call.signature, 'base64'))
  return right && call.from === from.fingerprint && age <= CALL_HOLDS
}
