import { randomBytes, randomUUID } from 'node:crypto'
import type { MatchRecord } from '#domains/matching/index.ts'
import { decoysFrom } from '../encode/decoys.ts'
import { encodeAll, SUITE } from '../encode/encoder.rules.ts'
import { encodingsBody, Refused } from '../match/check-encodings.rules.ts'
import { readAnswer, readMessage, readProposal, written } from '../protocol/bodies.form.ts'
import { agreementOf, type Card, type Identity } from '../protocol/identity.rules.ts'
import { type Kind, type Message, messageOf, NotTaken, opened } from '../protocol/message.rules.ts'
import {
  digestOf,
  type Proposal,
  type Purpose,
  runKeyOf,
  termsOf,
} from '../protocol/terms.rules.ts'
import type { KeptQuestion } from './kept-question.form.ts'

/** What an act of a council without an installation gives: the question as it then is, and what is to be carried. */
export type Step = { readonly kept: KeptQuestion; readonly messages: readonly Message[] }

type Others = { readonly partner: Card; readonly matcher: Card }

const newKey = () => {
  const bytes = randomBytes(32)
  return { secret: bytes.toString('hex'), known: agreementOf(bytes).known }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
export const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64')

export const writeTo = (
  own: Identity,
  kept: KeptQuestion,
  kind: Kind,
  { body, now }: { readonly body: object | Buffer; readonly now: Date },
): Message =>
  messageOf(own, {
    kind,
    run: kept.code,
    to: kind === 'encodings' ? kept.matcher : kept.partner,
    body: Buffer.isBuffer(body) ? body : written(body),
    now,
  })

const started = (
  own: Identity,
  { partner, matcher }: Others,
  how: Pick<KeptQuestion, 'code' | 'side' | 'proposal'>,
): KeptQuestion => ({
  own: own.card.fingerprint,
  ...how,
  partner,
  matcher,
  declined: false,
  replies: [],
  taken: [],
  ended: false,
})

/** A lead asks another council about everybody in a file. */
export function askByFile(
  own: Identity,
  others: Others,
  asked: {
    readonly purpose: Purpose
    readonly why: string
    readonly lead: string
    readonly now: Date
  },
): Step {
  const key = newKey()
  const proposal = written({
    purpose: asked.purpose,
    why: asked.why,
    asks: 'everybody',
    lead: asked.lead,
    matcher: others.matcher.fingerprint,
    suite: SUITE.name,
    key: base64(key.known),
  })
  readProposal(proposal)
  const how = { code: randomUUID(), side: 'asks', proposal: base64(proposal) } as const
  const kept = { ...started(own, others, how), key: key.secret }
  return { kept, messages: [writeTo(own, kept, 'proposal', { body: proposal, now: asked.now })] }
}

export type Asked = {
  readonly message: Message
  readonly body: Buffer
  readonly proposal: Proposal
}

/** What another council asks, for a lead to read before anything is said. */
export function readAsked(own: Identity, { partner, matcher }: Others, text: string): Asked {
  const message = readMessage(text)
  const body = opened(own, partner, message)
  if (message.kind !== 'proposal') throw new NotTaken()
  const proposal = readProposal(body)
  if (proposal.matcher !== matcher.fingerprint || proposal.suite !== SUITE.name)
    throw new NotTaken()
  return { message, body, proposal }
}

/** A lead says yes, with their name; or no, and why stays with them. */
export function answerByFile(
  own: Identity,
  others: Others,
  asked: Asked,
  { lead, now }: { readonly lead: string | undefined; readonly now: Date },
): Step {
  const key = newKey()
  const digest = digestOf(asked.body)
  const answer = written(
    lead === undefined
      ? { decision: 'declined', proposal: digest }
      : { decision: 'accepted', lead, proposal: digest, key: base64(key.known) },
  )
  readAnswer(answer)
  const how = {
    code: asked.message.run,
    side: 'answers',
    proposal: base64(asked.body),
  } as const
  const kept: KeptQuestion = {
    ...started(own, others, how),
    taken: [asked.message.id],
    ...(lead === undefined ? { declined: true } : { key: key.secret, answer: base64(answer) }),
  }
  return { kept, messages: [writeTo(own, kept, 'answer', { body: answer, now })] }
}

/** The terms both hold, once both leads said yes. */
export function termsByFile({ proposal, answer }: KeptQuestion): Buffer {
  if (answer === undefined) throw new NotTaken()
  return termsOf(bytesOf(proposal), bytesOf(answer))
}

function runKey(kept: KeptQuestion): Buffer {
  const { key, answer, side, proposal } = kept
  if (answer === undefined || key === undefined)
    throw new Refused('Both leads have not said yes yet: take in their answer first.')
  const said = readAnswer(bytesOf(answer))
  if (said.decision !== 'accepted') throw new NotTaken()
  const theirs = side === 'asks' ? said.key : readProposal(bytesOf(proposal)).key
  return runKeyOf(agreementOf(Buffer.from(key, 'hex')).secret, bytesOf(theirs), termsByFile(kept))
}

const OVER = 'This question is over: the other council said no, or ended it.'

/** As an installation encodes: names, days of birth and numbers, and nothing by which a child is reached. */
const asClaims = ({ id, names, births, documents }: MatchRecord): MatchRecord => ({
  id,
  names,
  births,
  documents,
})

/** Encodes a file of people for a question that both leads accepted, once, and forgets its key. */
export async function encodeByFile(
  own: Identity,
  kept: KeptQuestion,
  people: readonly MatchRecord[],
  now: Date,
): Promise<Step & { readonly tooLittle: number }> {
  if (kept.declined || kept.ended) throw new Refused(OVER)
  if (kept.rows)
    throw new Refused('This question was encoded before. Each is encoded once; ask anew.')
  const key = runKey(kept)
  const records = people.map(asClaims)
  const made = await encodeAll(key, records, decoysFrom(records))
  const body = encodingsBody({
    terms: termsByFile(kept).toString('hex'),
    side: kept.side,
    other: kept.partner.fingerprint,
    suite: SUITE.name,
    rows: made.rows,
    bytes: made.bytes,
  })
  const { key: _forgotten, ...rest } = kept
  return {
    kept: { ...rest, rows: made.ids.map((id) => id ?? null) },
    messages: [writeTo(own, kept, 'encodings', { body, now })],
    tooLittle: made.tooLittle,
  }
}
