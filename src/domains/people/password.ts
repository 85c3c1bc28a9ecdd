import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const hash = promisify(argon2)

/** OWASP's second choice for argon2id (2024): 19 MiB, two passes, one lane; about 30 ms. */
const COST = { memory: 19 * 1024, passes: 2, parallelism: 1, tagLength: 32 }

/** An argon2id hash in PHC form, with its own salt and its own cost beside it. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await derive(password, salt, COST)
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${b64(salt)}$${b64(tag)}`
}

/** Whether the password is the one that was hashed. False for text that is not such a hash. */
export async function passwordMatches(password: string, phc: string): Promise<boolean> {
  const found =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(phc)
  const [, memory, passes, parallelism, salt, tag] = found ?? []
  if (!memory || !passes || !parallelism || !salt || !tag) return false
  const expected = Buffer.from(tag, 'base64')
  const given = await derive(password, Buffer.from(salt, 'base64'), {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  })
  return timingSafeEqual(given, expected)
}

function derive(password: string, nonce: Buffer, cost: typeof COST): Promise<Buffer> {
  // Different keyboards make the same letters in different ways: NFKC makes them one.
  return hash('argon2id', { message: Buffer.from(password.normalize('NFKC')), nonce, ...cost })
}

const b64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

/** A hash of nothing anybody knows, compared where there is no account so that both take the same time. */
export const someHash =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZSBzYWx0IG9mIG91cnM$Yh0Yc1x2m9rXw5o5q0l7m3z1c7b8n4v6k2j9h1g5f3E'
