import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { OrganisationId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { keepOutgoing } from './message.queries.ts'
import type { Partner } from './partner.queries.ts'
import { partnersOf, standing } from './partner.queries.ts'
import { written } from './protocol/bodies.form.ts'
import {
  type Agreement,
  agreementOf,
  derived,
  type Identity,
  identityOf,
} from './protocol/identity.rules.ts'
import { type Kind, messageOf } from './protocol/message.rules.ts'
import { runKeyOf, termsOf } from './protocol/terms.rules.ts'
import type { Run } from './run.queries.ts'

/** A council of this installation, as it deals with others in one transaction. */
export type Party = {
  readonly tx: Tx
  readonly organisation: OrganisationId
  readonly identity: Identity
  /** Seals the keys of runs. */
  readonly sealing: Buffer
  readonly now: Date
}

type Who = {
  readonly organisationId: OrganisationId
  readonly organisationName: string
}

/** The installation's own secret, as pages and commands both have it. */
export type Keyed = (text: string) => Buffer

export function partyOf(tx: Tx, keyed: Keyed, who: Who, now: Date): Party {
  const secret = keyed(`between councils ${who.organisationId}`)
  return {
    tx,
    organisation: who.organisationId,
    identity: identityOf(secret, { kind: 'council', name: who.organisationName }),
    sealing: derived(secret, '', 'keys of runs'),
    now,
  }
}

const [NONCE, TAG, KEY] = [12, 16, 32]

/** A key for one run. Its private half is kept sealed until the run ends, and then nowhere. */
export function newRunKey(
  party: Party,
  code: string,
): { readonly sealed: Buffer; readonly known: Buffer } {
  const bytes = randomBytes(KEY)
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', party.sealing, nonce)
  cipher.setAAD(Buffer.from(code))
  const closed = Buffer.concat([cipher.update(bytes), cipher.final()])
  return {
    sealed: Buffer.concat([nonce, cipher.getAuthTag(), closed]),
    known: agreementOf(bytes).known,
  }
}

function openRunKey(party: Party, { code, ownKey }: Pick<Run, 'code' | 'ownKey'>): Agreement {
  if (!ownKey) throw new Error('The key of this run is forgotten')
  const decipher = createDecipheriv('aes-256-gcm', party.sealing, ownKey.subarray(0, NONCE))
  decipher.setAAD(Buffer.from(code))
  decipher.setAuthTag(ownKey.subarray(NONCE, NONCE + TAG))
  return agreementOf(
    Buffer.concat([decipher.update(ownKey.subarray(NONCE + TAG)), decipher.final()]),
  )
}

/** The terms of a run that both accepted, as both have them. */
export function termsOfRun({ proposal, answer }: Pick<Run, 'proposal' | 'answer'>): Buffer {
  if (!answer) throw new Error('A run without an answer has no terms')
  return termsOf(proposal, answer)
}

export const keyOfRun = (party: Party, run: Run, theirs: Buffer): Buffer =>
  runKeyOf(openRunKey(party, run).secret, theirs, termsOfRun(run))

/** Writes to a council or a matcher. It waits here until it has gone, by whichever way. */
export async function send(
  party: Party,
  run: Pick<Run, 'code' | 'matcherId'>,
  to: Partner,
  kind: Kind,
  body: object | Buffer,
): Promise<void> {
  const message = messageOf(party.identity, {
    kind,
    run: run.code,
    to: to.card,
    body: Buffer.isBuffer(body) ? body : written(body),
    now: party.now,
  })
  await keepOutgoing(party.tx, party.organisation, message, { to: to.id, through: run.matcherId })
}

export type Sides = { readonly partner: Partner; readonly matcher: Partner }

/** Both others of a run, while neither was stopped. */
export async function sidesOf(
  tx: Tx,
  run: Pick<Run, 'partnerId' | 'matcherId'>,
): Promise<Sides | undefined> {
  const known = standing(await partnersOf(tx))
  const partner = known.find((p) => p.id === run.partnerId && p.card.kind === 'council')
  const matcher = known.find((p) => p.id === run.matcherId && p.card.kind === 'matcher')
  return partner && matcher && { partner, matcher }
}
