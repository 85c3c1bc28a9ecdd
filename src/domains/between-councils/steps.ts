import { randomUUID } from 'node:crypto'
import type { ChildId } from '#kernel/ids.ts'
import { encodeAll, SUITE } from './encode/encoder.rules.ts'
import { decoysFrom } from './encode/decoys.ts'
import { encodingsBody } from './match/check-encodings.rules.ts'
import { answerPair, type Decision, keepRows, type KeptPair } from './pair.queries.ts'
import { keyOfRun, newRunKey, type Party, send, type Sides, termsOfRun } from './party.ts'
import { readAnswer, readProposal, written } from './protocol/bodies.form.ts'
import { digestOf, type Purpose } from './protocol/terms.rules.ts'
import { recordsFor } from './records.queries.ts'
import {
  acceptHere,
  addRun,
  declineHere,
  endRun,
  keepEncoded,
  type OurSide,
  type Run,
} from './run.queries.ts'

type Own = Omit<OurSide, 'key'>

export type Question = {
  readonly purpose: Purpose
  readonly why: string
  readonly childId: ChildId | undefined
  readonly leadName: string
  readonly own: Own
}

/** A lead asks another council. Nothing is encoded before theirs has said yes. Gives the run's id. */
export async function ask(
  party: Party,
  { partner, matcher }: Sides,
  question: Question,
): Promise<string> {
  const code = randomUUID()
  const key = newRunKey(party, code)
  const asks = question.childId ? 'one' : 'everybody'
  const proposal = written({
    purpose: question.purpose,
    why: question.why,
    asks,
    lead: question.leadName,
    matcher: matcher.card.fingerprint,
    suite: SUITE.name,
    key: key.known.toString('base64'),
  })
  const id = await addRun(party.tx, {
    organisation: party.organisation,
    code,
    partnerId: partner.id,
    matcherId: matcher.id,
    side: 'asks',
    purpose: question.purpose,
    why: question.why,
    asks,
    proposal,
    now: party.now,
    own: { ...question.own, key: key.sealed, childId: question.childId },
  })
  await send(party, { code, matcherId: matcher.id }, partner, 'proposal', proposal)
  return id
}

/** Our lead says yes to what another council asks. False when it changed meanwhile. */
export async function accept(
  party: Party,
  { partner }: Sides,
  run: Run,
  { own, leadName }: { readonly own: Own; readonly leadName: string },
): Promise<boolean> {
  const key = newRunKey(party, run.code)
  const answer = written({
    decision: 'accepted',
    lead: leadName,
    proposal: digestOf(run.proposal),
    key: key.known.toString('base64'),
  })
  const kept = { ...own, key: key.sealed, answer, now: party.now }
  if (!(await acceptHere(party.tx, run, kept))) return false
  await send(party, run, partner, 'answer', answer)
  return true
}

/** Our lead says no. Why stays here. */
export async function decline(
  party: Party,
  sides: Sides | undefined,
  run: Run,
  because: string,
): Promise<boolean> {
  if (!(await declineHere(party.tx, run, because, party.now))) return false
  const answer = { decision: 'declined', proposal: digestOf(run.proposal) }
  if (sides) await send(party, run, sides.partner, 'answer', answer)
  return true
}

export type EncodedHere = { readonly children: readonly string[]; readonly rows: number }

/** Encodes our side of a run that both leads accepted, sealed to the matcher. */
export async function encodeRun(
  party: Party,
  { partner, matcher }: Sides,
  run: Run,
): Promise<EncodedHere> {
  if (run.state !== 'accepted') throw new Error('Only what both leads accepted is encoded, once')
  const theirs = theirKeyOf(run)
  const records = await recordsFor(party.tx, run.purpose, run.childId ?? undefined)
  const made = await encodeAll(keyOfRun(party, run, theirs), records, decoysFrom(records))
  const children = made.ids.filter((id) => id !== undefined)
  await keepRows(party.tx, run.id, made.ids)
  await keepEncoded(party.tx, run, {
    children: children.length,
    rows: made.rows,
    tooLittle: made.tooLittle,
    now: party.now,
  })
  const body = encodingsBody({
    terms: termsOfRun(run).toString('hex'),
    side: run.side,
    other: partner.card.fingerprint,
    suite: SUITE.name,
    rows: made.rows,
    bytes: made.bytes,
  })
  await send(party, run, matcher, 'encodings', body)
  return { children, rows: made.rows }
}

/** The public half of the key that the other council made for this run. */
function theirKeyOf(run: Run): Buffer {
  const answer = run.answer && readAnswer(run.answer)
  if (answer?.decision !== 'accepted') throw new Error('A run without a yes has no key')
  const key = run.side === 'asks' ? answer.key : readProposal(run.proposal).key
  return Buffer.from(key, 'base64')
}

/** Our lead answers for one pair. A yes goes to the other council; a no stays here. */
export async function answerHere(
  party: Party,
  sides: Sides,
  run: Run,
  pair: KeptPair,
  decision: Omit<Decision, 'now'>,
): Promise<boolean> {
  if (!(await answerPair(party.tx, pair, { ...decision, now: party.now }))) return false
  if (decision.answer === 'no') return true
  await send(party, run, sides.partner, 'pair', { token: pair.token })
  if (pair.theirYesAt) await sayWhomToRing(party, sides, run, pair.token)
  return true
}

/** Once both have said yes: a name and a number of ours, and nothing else. */
export async function sayWhomToRing(
  party: Party,
  { partner }: Sides,
  run: Run,
  token: string,
): Promise<void> {
  await send(party, run, partner, 'ring', { token, name: run.ringName, phone: run.ringPhone })
}

/** Ends a run here and tells the other council; its key is forgotten. */
export async function end(
  party: Party,
  sides: Sides | undefined,
  run: Run,
  because: string,
): Promise<boolean> {
  if (!(await endRun(party.tx, run, because, party.now))) return false
  if (sides) await send(party, run, sides.partner, 'end', {})
  return true
}
