import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { PersonId } from '#kernel/ids.ts'

/** Passkeys (WebAuthn level 2) of this installation: bound to the address that people type. */
export type RelyingParty = { readonly id: string; readonly origin: string }

/** Undefined where browsers refuse passkeys: an address of figures, or one without TLS that is not this machine. */
export function relyingParty(origin: string): RelyingParty | undefined {
  const { hostname, protocol } = new URL(origin)
  const figures = /^[\d.]+$/.test(hostname) || hostname.startsWith('[')
  const local = hostname === 'localhost' || hostname.endsWith('.localhost')
  if (figures || (protocol !== 'https:' && !local)) return undefined
  return { id: hostname, origin }
}

/** Ed25519, ECDSA with P-256 and RSA, each with SHA-256: what authenticators in people's hands have. */
const ALGORITHMS = [-8, -7, -257] as const

export type Passkey = {
  readonly credentialId: string
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly counter: number
  readonly transports: readonly string[]
}

type Existing = readonly { readonly credentialId: string; readonly transports: readonly string[] }[]

const listed = (passkeys: Existing) =>
  passkeys.map((p) => ({ id: p.credentialId, transports: [...p.transports] }))

/** What the browser is asked when a passkey is added. Unlocking the device is part of it: it stands for both factors. */
export const askToAdd = (
  party: RelyingParty,
  person: { readonly id: PersonId; readonly name: string; readonly userName: string },
  existing: Existing,
  siteName = 'Waymark',
) =>
  generateRegistrationOptions({
    rpName: siteName,
    rpID: party.id,
    userName: person.userName,
    userDisplayName: person.name,
    userID: new TextEncoder().encode(person.id),
    attestationType: 'none',
    excludeCredentials: listed(existing),
    supportedAlgorithmIDs: [...ALGORITHMS],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

/** What the browser is asked at sign-in: any passkey of ours, or one of those given. */
export const askToSignIn = (party: RelyingParty, passkeys: Existing = []) =>
  generateAuthenticationOptions({
    rpID: party.id,
    userVerification: 'required',
    allowCredentials: listed(passkeys),
  })

const base64url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(20_000)
const common = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).loose().default({}),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
}
const added = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(30)).max(10).optional(),
  }),
})
const shown = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: z.string().max(200).optional(),
  }),
})

/** What the browser sent, read; undefined when it is nothing of the kind. */
export type Added = RegistrationResponseJSON
export type Shown = AuthenticationResponseJSON

// oxlint-disable typescript/no-unsafe-type-assertion -- the shapes are those types'; zod writes optional keys another way
export const readAdded = (text: string): Added | undefined => read(added, text) as Added | undefined
export const readShown = (text: string): Shown | undefined => read(shown, text) as Shown | undefined
// oxlint-enable typescript/no-unsafe-type-assertion

function read(shape: z.ZodType, text: string): unknown {
  try {
    return shape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** The challenge a response says that it answers. Whether it was ours, and not used before, the database knows. */
export function challengeOf(response: Added | Shown): string | undefined {
  try {
    const text = Buffer.from(response.response.clientDataJSON, 'base64url').toString('utf8')
    const challenge = z.object({ challenge: base64url }).safeParse(JSON.parse(text))
    return challenge.data?.challenge
  } catch {
    return undefined
  }
}

/** The passkey that was added. Undefined when anything about the response is not as it must be. */
export async function verifyAdded(
  party: RelyingParty,
  response: Added,
  challenge: string,
): Promise<Passkey | undefined> {
  try {
    const checked = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...ALGORITHMS],
    })
    if (!checked.verified) return undefined
    const { id, publicKey, counter } = checked.registrationInfo.credential
    return { credentialId: id, publicKey, counter, transports: response.response.transports ?? [] }
  } catch {
    return undefined
  }
}

/** The passkey's new counter. Undefined when the signature, the place, the challenge or the counter is wrong. */
export async function verifyShown(
  party: RelyingParty,
  response: Shown,
  challenge: string,
  passkey: Passkey,
): Promise<number | undefined> {
  try {
    const checked = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: passkey.publicKey,
        counter: passkey.counter,
      },
    })
    return checked.verified ? checked.authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}
