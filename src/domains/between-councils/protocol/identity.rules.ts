import {
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'

/** A pair of keys for agreeing on a secret (X25519, RFC 7748), its public half as 32 bytes. */
export type Agreement = { readonly secret: KeyObject; readonly known: Buffer }

/** Who a council, or a matcher, is to the others: one key that signs and one to which things are sealed. */
export type Identity = {
  readonly signs: KeyObject
  readonly opens: Agreement
  readonly card: Card
}

/** What is given to others: nothing in it is secret. They ring and compare its fingerprint. */
export type Card = {
  readonly kind: 'council' | 'matcher'
  readonly name: string
  readonly signing: Buffer
  readonly sealing: Buffer
  readonly fingerprint: string
  /** Where a matcher takes what is sent to it; not there when everything goes by hand. */
  readonly address: string | undefined
}

const KEY_BYTES = 32
/** What stands before 32 bytes of a private or a public key in DER (RFC 8410). */
const DER = {
  ed25519: ['302e020100300506032b657004220420', '302a300506032b6570032100'],
  x25519: ['302e020100300506032b656e04220420', '302a300506032b656e032100'],
} as const

type Curve = keyof typeof DER

const secretKey = (curve: Curve, bytes: Uint8Array): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from(DER[curve][0], 'hex'), bytes]),
    format: 'der',
    type: 'pkcs8',
  })

export const publicKey = (curve: Curve, bytes: Uint8Array): KeyObject =>
  createPublicKey({
    key: Buffer.concat([Buffer.from(DER[curve][1], 'hex'), bytes]),
    format: 'der',
    type: 'spki',
  })

const knownOf = (secret: KeyObject): Buffer =>
  createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES)

export function agreementOf(bytes: Uint8Array): Agreement {
  const secret = secretKey('x25519', bytes)
  return { secret, known: knownOf(secret) }
}

/** The secret two hold who know each other's public half. Throws for a key that agrees with everybody. */
export const agreed = (mine: KeyObject, theirs: Uint8Array): Buffer =>
  diffieHellman({ privateKey: mine, publicKey: publicKey('x25519', theirs) })

export const derived = (secret: Uint8Array, salt: Uint8Array | string, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, `waymark between councils: ${use}`, KEY_BYTES))

/** From one secret of the installation: the same each time, so that no private key is kept anywhere. */
export function identityOf(
  secret: Uint8Array,
  who: Pick<Card, 'kind' | 'name'> & { readonly address?: string | undefined },
): Identity {
  const signs = secretKey('ed25519', derived(secret, '', 'signing'))
  const opens = agreementOf(derived(secret, '', 'sealing'))
  return { signs, opens, card: cardOf({ ...who, signing: knownOf(signs), sealing: opens.known }) }
}

type Known = Omit<Card, 'fingerprint' | 'address'> & { readonly address?: string | undefined }

export const cardOf = (known: Known): Card => ({
  ...known,
  address: known.address,
  fingerprint: createHash('sha256').update(known.signing).update(known.sealing).digest('hex'),
})

export const signed = (by: KeyObject, text: string): Buffer => sign(null, Buffer.from(text), by)

export function isSignedBy(signing: Uint8Array, text: string, signature: Uint8Array): boolean {
  try {
    return verify(null, Buffer.from(text), publicKey('ed25519', signing), signature)
  } catch {
    return false
  }
}

/** As it is read out over the telephone: eight groups of four. Half of the whole, which is enough. */
export const readOut = (fingerprint: string): string =>
  (fingerprint.slice(0, 32).match(/.{4}/g) ?? []).join(' ')
