import { hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { FileKeys } from '#platform/files/sealing.ts'

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const fileKey = z.object({ id: z.string().regex(/^[a-z0-9-]{1,40}$/), key: hex })
const file = z.object({
  master: hex,
  databaseAdmin: hex,
  databaseWeb: hex,
  /** Keys made later for the keys of files, the newest first. */
  files: z.array(fileKey).optional(),
})
type Content = z.infer<typeof file>

/** What this installation alone knows. Each key is for one use; losing them loses the audit chain's proof. */
export type Keys = {
  readonly databaseAdmin: string
  readonly databaseWeb: string
  readonly audit: Buffer
  readonly csrf: Buffer
  readonly held: Buffer
  readonly names: Buffer
  readonly secrets: Buffer
  /** Seal the keys of files. A new one may be made at any time; the earlier ones still open. */
  readonly files: FileKeys
}

/** The first key of files, from the master key; those made later have names of their own. */
const FIRST_FILE_KEY = 'first'

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
    files: fileKeysOf(read.data, key('files')),
  }
}

function fileKeysOf(content: Content, first: Buffer): FileKeys {
  const later = content.files ?? []
  const keys = new Map<string, Buffer>(later.map(({ id, key }) => [id, Buffer.from(key, 'hex')]))
  keys.set(FIRST_FILE_KEY, first)
  return { current: later[0]?.id ?? FIRST_FILE_KEY, all: keys }
}

/** Makes a new key for the keys of files, and keeps the earlier ones. Gives its name. */
export function addFileKey(data: string): string {
  readKeys(data)
  const content = file.parse(parsed(place(data)))
  const id = `k${(content.files?.length ?? 0) + 1}-${randomBytes(4).toString('hex')}`
  const files = [{ id, key: randomBytes(32).toString('hex') }, ...(content.files ?? [])]
  const beside = `${place(data)}.new`
  writeFileSync(beside, `${JSON.stringify({ ...content, files })}\n`, { mode: 0o600 })
  renameSync(beside, place(data))
  return id
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
