import { hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const file = z.object({ master: hex, databaseAdmin: hex, databaseWeb: hex })

/** What this installation alone knows. Each key is for one use; losing them loses the audit chain's proof. */
export type Keys = {
  readonly databaseAdmin: string
  readonly databaseWeb: string
  readonly audit: Buffer
  readonly csrf: Buffer
  readonly held: Buffer
  readonly names: Buffer
  readonly secrets: Buffer
}

const place = (data: string) => path.join(data, 'keys.json')

export const keysExist = (data: string): boolean => existsSync(place(data))

/** Reads the keys file. Throws with a sentence when it is missing or damaged. */
export function readKeys(data: string): Keys {
  if (!keysExist(data)) {
    throw new Error(
      `There are no keys in ${data}. Restore keys.json from your backup, or run ./waymark init for a new deployment.`,
    )
  }
  const read = file.safeParse(parsed(place(data)))
  if (!read.success) {
    throw new Error(
      `${place(data)} is damaged. Restore it from your backup: the audit chain and held forms depend on it.`,
    )
  }
  const key = (use: string) =>
    Buffer.from(hkdfSync('sha256', Buffer.from(read.data.master, 'hex'), '', `waymark ${use}`, 32))
  return {
    databaseAdmin: read.data.databaseAdmin,
    databaseWeb: read.data.databaseWeb,
    audit: key('audit'),
    csrf: key('csrf'),
    held: key('held forms'),
    names: key('user names'),
    secrets: key('secrets'),
  }
}

/** Makes the keys the first time. The folder is closed to listing, the file to everyone else. */
export function ensureKeys(data: string): Keys {
  if (!keysExist(data)) {
    mkdirSync(data, { recursive: true, mode: 0o711 })
    const random = () => randomBytes(32).toString('hex')
    const content = { master: random(), databaseAdmin: random(), databaseWeb: random() }
    writeFileSync(place(data), `${JSON.stringify(content)}\n`, { mode: 0o600, flag: 'wx' })
    chmodSync(place(data), 0o600)
  }
  return readKeys(data)
}

function parsed(name: string): unknown {
  try {
    return JSON.parse(readFileSync(name, 'utf8'))
  } catch {
    return undefined
  }
}
