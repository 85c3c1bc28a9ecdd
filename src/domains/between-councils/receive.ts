import type { ChildId } from '#kernel/ids.ts'
import { SUITE } from './encode/encoder.rules.ts'
import { firstTime, wholeOrNothing } from './message.queries.ts'
import { keepNobody, keepPairs, keepRing, pairByToken, theirYes } from './pair.queries.ts'
import { type Partner, partnersOf, standing } from './partner.queries.ts'
import { type Party, type Sides, sidesOf, termsOfRun } from './party.ts'
import {
  readAnswer,
  readBands,
  readMessage,
  readPair,
  readProposal,
  readRing,
} from './protocol/bodies.form.ts'
import { type Kind, type Message, NotTaken, opened } from './protocol/message.rules.ts'
import { digestOf } from './protocol/terms.rules.ts'
import { noteYes } from './reply.ts'
import { addRun, answeredThere, endRun, keepCompared, type Run, runByCode } from './run.queries.ts'
import { sayWhomToRing } from './steps.ts'

export type Received =
  /** It came before: nothing was done. */
  | { readonly kind: 'again' }
  | { readonly kind: Kind; readonly runId: string; readonly children: readonly ChildId[] }

/**
 * Takes one message, whichever way it came. Everything that is not right, from a wrong seal to a run that
 * is not here, has one answer: `NotTaken`.
 */
export async function receive(party: Party, text: string): Promise<Received> {
  try {
    return await wholeOrNothing(party.tx, () => take(party, readMessage(text)))
  } catch (error) {
    if (isTooOften(error)) throw new NotTaken()
    throw error
  }
}

/** The database refuses one question too many of a day. */
const isTooOften = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'asked_too_often'

async function take(party: Party, message: Message): Promise<Received> {
  const known = standing(await partnersOf(party.tx))
  const from = known.find((p) => p.card.fingerprint === message.from)
  // From somebody unknown, the same work is done on a card that fits nobody: the time taken tells nothing.
  const body = opened(party.identity, from?.card ?? party.identity.card, message)
  if (!from) throw new NotTaken()
  if (!(await firstTime(party.tx, party.organisation, message, party.now))) return { kind: 'again' }
  if (message.kind === 'proposal') return asked(party, known, from, message, body)
  return goOn(party, from, message, body)
}

/** A message of a question that is known here, from whom that kind of message comes. */
async function goOn(
  party: Party,
  from: Partner,
  message: Message,
  body: Buffer,
): Promise<Received> {
  const run = await runByCode(party.tx, message.run)
  const sides = run && (await sidesOf(party.tx, run))
  if (!run || !sides) throw new NotTaken()
  const expected = message.kind === 'bands' ? sides.matcher : sides.partner
  if (expected.id !== from.id) throw new NotTaken()
  const children = await takeIn(party, sides, run, message.kind, body)
  return { kind: message.kind, runId: run.id, children }
}

async function asked(
  party: Party,
  known: readonly Partner[],
  from: Partner,
  message: Message,
  body: Buffer,
): Promise<Received> {
  const proposal = readProposal(body)
  const matcher = known.find(
    (p) => p.card.kind === 'matcher' && p.card.fingerprint === proposal.matcher,
  )
  const usable = matcher && from.card.kind === 'council' && proposal.suite === SUITE.name
  if (!usable || (await runByCode(party.tx, message.run))) throw new NotTaken()
  const runId = await addRun(party.tx, {
    organisation: party.organisation,
    code: message.run,
    partnerId: from.id,
    matcherId: matcher.id,
    side: 'answers',
    purpose: proposal.purpose,
    why: proposal.why,
    asks: proposal.asks,
    proposal: body,
    theirLead: proposal.lead,
    now: party.now,
  })
  return { kind: 'proposal', runId, children: [] }
}

const NOBODY: readonly ChildId[] = []

type TakingIn = (party: Party, sides: Sides, run: Run, body: Buffer) => Promise<readonly ChildId[]>

const TAKES: Readonly<Record<Exclude<Kind, 'proposal' | 'encodings'>, TakingIn>> = {
  async answer(party, _sides, run, body) {
    const answer = readAnswer(body)
    const fits = run.side === 'asks' && run.state === 'asked'
    if (!fits || answer.proposal !== digestOf(run.proposal)) throw new NotTaken()
    const accepted = answer.decision === 'accepted' ? { lead: answer.lead, body } : undefined
    await answeredThere(party.tx, run, { accepted, now: party.now })
    return NOBODY
  },
  async bands(party, _sides, run, body) {
    const bands = readBands(body)
    const fits = run.state === 'encoded' && bands.rows === run.rowsSent
    if (!fits || bands.terms !== termsOfRun(run).toString('hex')) throw new NotTaken()
    const children = await keepPairs(party.tx, run.id, bands.pairs, party.now)
    await keepCompared(party.tx, run, bands.crowded, party.now)
    return children
  },
  async pair(party, sides, run, body) {
    // Before our bands are here it is too early: it is brought again.
    if (run.state !== 'compared') throw new NotTaken()
    const { token } = readPair(body)
    await noteYes(party, run, token)
    const pair = await pairByToken(party.tx, run.id, token)
    // A yes to a row that is nobody's here is answered in the same way, and on as much a day of chance, as one to a child's.
    if (!pair) return NOBODY
    await theirYes(party.tx, pair, party.now)
    if (pair.ownAnswer === 'yes') await sayWhomToRing(party, sides, run, pair.token)
    return [pair.childId]
  },
  async ring(party, _sides, run, body) {
    const { token, name, phone } = readRing(body)
    const pair = await pairByToken(party.tx, run.id, token)
    if (run.state !== 'compared' || pair?.ownAnswer !== 'yes') throw new NotTaken()
    await theirYes(party.tx, pair, party.now)
    await keepRing(party.tx, pair, { name, phone }, party.now)
    return [pair.childId]
  },
  async nobody(party, _sides, run, body) {
    const pair = await pairByToken(party.tx, run.id, readPair(body).token)
    const waits = pair?.ownAnswer === 'yes' && pair.theirYesAt === null
    if (run.state !== 'compared' || !waits) throw new NotTaken()
    await keepNobody(party.tx, pair, party.now)
    return [pair.childId]
  },
  async end(party, _sides, run) {
    await endRun(party.tx, run, 'The other council ended it.', party.now)
    return NOBODY
  },
}

async function takeIn(
  party: Party,
  sides: Sides,
  run: Run,
  kind: Kind,
  body: Buffer,
): Promise<readonly ChildId[]> {
  if (kind === 'proposal' || kind === 'encodings') throw new NotTaken()
  return TAKES[kind](party, sides, run, body)
}
