import { Refused } from '../match/check-encodings.rules.ts'
import { readAnswer, readBands, readMessage, readPair, readRing } from '../protocol/bodies.form.ts'
import type { Identity } from '../protocol/identity.rules.ts'
import { type Kind, NotTaken, opened } from '../protocol/message.rules.ts'
import { digestOf } from '../protocol/terms.rules.ts'
import { drawnAfter } from '../reply.ts'
import { bytesOf, type Step, termsByFile, writeTo } from './by-file.ts'
import type { FilePair, KeptQuestion } from './kept-question.form.ts'

export type Ring = { readonly name: string; readonly phone: string }

/** What is new for whoever reads: of the whole question, or of children of ours by their ids. */
export type News = { readonly kind: Kind; readonly pairs: readonly FilePair[] }

type Taking = (kept: KeptQuestion, body: Buffer, now: Date) => KeptQuestion

const MOST_FOR_A_ROW = 3

const changed = (kept: KeptQuestion, token: string, how: Partial<FilePair>): KeptQuestion => ({
  ...kept,
  pairs: kept.pairs?.map((pair) => (pair.token === token ? { ...pair, ...how } : pair)),
})

const pairOf = (kept: KeptQuestion, token: string): FilePair | undefined =>
  kept.pairs?.find((pair) => pair.token === token)

/** What each kind does to a question. Whatever does not fit has one answer. */
const TAKES: Readonly<Record<Exclude<Kind, 'proposal' | 'encodings'>, Taking>> = {
  answer(kept, body) {
    const answer = readAnswer(body)
    const fits = kept.side === 'asks' && kept.answer === undefined && !kept.declined
    if (!fits || answer.proposal !== digestOf(bytesOf(kept.proposal))) throw new NotTaken()
    return answer.decision === 'accepted'
      ? { ...kept, answer: body.toString('base64') }
      : { ...kept, declined: true, key: undefined }
  },
  bands(kept, body) {
    const bands = readBands(body)
    const { rows } = kept
    const fits = rows !== undefined && kept.pairs === undefined && bands.rows === rows.length
    if (!fits || bands.terms !== termsByFile(kept).toString('hex')) throw new NotTaken()
    // A row that is nobody makes no pair.
    const pairs = bands.pairs.flatMap(({ row, token, band }) => {
      const id = rows[row] ?? undefined
      return id === undefined
        ? []
        : [{ token, id, band, ourYes: false, theirYes: false, ringSent: false, nobody: false }]
    })
    return { ...kept, pairs }
  },
  pair(kept, body, now) {
    const { token } = readPair(body)
    const most = (kept.rows?.length ?? 0) * MOST_FOR_A_ROW
    if (!kept.pairs || kept.replies.length >= most) throw new NotTaken()
    const noted = kept.replies.some((reply) => reply.token === token)
    const replies = noted
      ? kept.replies
      : [...kept.replies, { token, due: drawnAfter(now), done: false }]
    return changed({ ...kept, replies }, token, { theirYes: true })
  },
  ring(kept, body) {
    const { token, name, phone } = readRing(body)
    if (!pairOf(kept, token)?.ourYes) throw new NotTaken()
    return changed(kept, token, { theirYes: true, ring: { name, phone } })
  },
  nobody(kept, body) {
    const { token } = readPair(body)
    const pair = pairOf(kept, token)
    if (!pair?.ourYes || pair.theirYes) throw new NotTaken()
    return changed(kept, token, { nobody: true })
  },
  end: (kept) => ({ ...kept, ended: true, key: undefined }),
}

export type Taken = { readonly kept: KeptQuestion; readonly news: News }

/** Takes one message into a question: from the other council, or bands from the matcher; each once. */
export function takeIntoFile(
  own: Identity,
  kept: KeptQuestion,
  { text, now }: { readonly text: string; readonly now: Date },
): Taken {
  const message = readMessage(text)
  const { kind } = message
  if (kind === 'proposal' || kind === 'encodings') throw new NotTaken()
  const body = opened(own, kind === 'bands' ? kept.matcher : kept.partner, message)
  const again = message.run !== kept.code || kept.taken.includes(message.id)
  if (again || kept.ended) throw new NotTaken()
  const next = TAKES[kind](kept, body, now)
  const before = new Map(kept.pairs?.map((pair) => [pair.token, pair]))
  const pairs = (next.pairs ?? []).filter((pair) => before.get(pair.token) !== pair)
  const seen =
    kind === 'bands' ? pairs : pairs.filter((pair) => differs(before.get(pair.token), pair))
  return { kept: { ...next, taken: [...kept.taken, message.id] }, news: { kind, pairs: seen } }
}

const differs = (one: FilePair | undefined, two: FilePair): boolean =>
  JSON.stringify(one) !== JSON.stringify(two)

/** A lead says yes to one child of ours who is like somebody of theirs. */
export function sayYesByFile(
  own: Identity,
  kept: KeptQuestion,
  { id, ring, now }: { readonly id: string; readonly ring: Ring; readonly now: Date },
): Step {
  const pairs = (kept.pairs ?? []).filter((pair) => pair.id === id && !pair.ourYes)
  if (kept.ended || pairs.length === 0)
    throw new Refused('No such record waits for a yes in this question.')
  let next: KeptQuestion = { ...kept, ring }
  for (const { token } of pairs) next = changed(next, token, { ourYes: true })
  const messages = pairs.map(({ token }) => writeTo(own, kept, 'pair', { body: { token }, now }))
  return { kept: next, messages }
}

/** Whom to ring here, where both have said yes; and nobody to ring, where a yes of theirs got none and its day has come. */
export function replyByFile(own: Identity, kept: KeptQuestion, now: Date): Step {
  if (kept.ended) return { kept, messages: [] }
  const { ring } = kept
  const rings = (kept.pairs ?? []).filter((p) => p.ourYes && p.theirYes && !p.ringSent && ring)
  const due = kept.replies.filter((reply) => !reply.done && reply.due <= now)
  const unanswered = due.filter(({ token }) => pairOf(kept, token)?.ourYes !== true)
  const messages = [
    ...rings.map(({ token }) => writeTo(own, kept, 'ring', { body: { token, ...ring }, now })),
    ...unanswered.map(({ token }) => writeTo(own, kept, 'nobody', { body: { token }, now })),
  ]
  return {
    kept: {
      ...kept,
      pairs: kept.pairs?.map((pair) => (rings.includes(pair) ? { ...pair, ringSent: true } : pair)),
      replies: kept.replies.map((one) => (due.includes(one) ? { ...one, done: true } : one)),
    },
    messages,
  }
}
