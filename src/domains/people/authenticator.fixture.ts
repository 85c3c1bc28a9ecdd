import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { z } from 'zod'

/** An authenticator made of software, as WebAuthn level 2 says one answers: for tests of the server's side. */
export type SoftwareAuthenticator = {
  readonly id: string
  /** Answers a question to add a passkey, as the browser would send it. */
  readonly add: (options: string, lie?: Lie) => string
  /** Answers a question to sign in. */
  readonly show: (options: string, lie?: Lie) => string
}

/** What a dishonest or broken one would say otherwise. */
export type Lie = {
  readonly origin?: string
  readonly party?: string
  readonly challenge?: string
  /** The device was not unlocked. */
  readonly notVerified?: true
  readonly counter?: number
  readonly spoilSignature?: true
  readonly type?: string
}

/** Who made it (nobody), the credential's id and its key, as CBOR writes an elliptic curve's. */
const attested = (credential: Buffer, x: string, y: string): Buffer =>
  Buffer.concat([
    Buffer.alloc(16),
    Buffer.from([0, 16]),
    credential,
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ])

/** CBOR: { fmt: "none", attStmt: {}, authData }. */
const withoutAttestation = (data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
    Buffer.from([data.length]),
    data,
  ])

const asked = z.object({ challenge: z.string() })

export function softwareAuthenticator(origin: string): SoftwareAuthenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const credential = randomBytes(16)
  const id = credential.toString('base64url')
  let counter = 0

  const clientData = (type: string, options: string, lie: Lie) =>
    Buffer.from(
      JSON.stringify({
        type: lie.type ?? type,
        challenge: lie.challenge ?? asked.parse(JSON.parse(options)).challenge,
        origin: lie.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const authenticatorData = (flags: number, lie: Lie, more: Buffer = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(lie.counter ?? ++counter)
    const party = createHash('sha256')
      .update(lie.party ?? new URL(origin).hostname)
      .digest()
    return Buffer.concat([
      party,
      Buffer.from([lie.notVerified ? flags & ~0x04 : flags]),
      count,
      more,
    ])
  }
  const answer = (response: object) =>
    JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })

  return {
    id,
    add: (options, lie = {}) => {
      const data = authenticatorData(0x45, lie, attested(credential, x, y))
      return answer({
        clientDataJSON: clientData('webauthn.create', options, lie).toString('base64url'),
        attestationObject: withoutAttestation(data).toString('base64url'),
        transports: ['internal'],
      })
    },
    show: (options, lie = {}) => {
      const client = clientData('webauthn.get', options, lie)
      const data = authenticatorData(0x05, lie)
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
      const signature = sign('sha256', lie.spoilSignature ? Buffer.alloc(37) : signed, privateKey)
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      })
    },
  }
}
