import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readMessage } from '../protocol/bodies.form.ts'
import type { Card } from '../protocol/identity.rules.ts'
import type { Message } from '../protocol/message.rules.ts'

/**
 * What a matcher keeps, as files in one folder: sealed messages for councils until a fortnight has passed,
 * and encodings until both sides are there. Then they are gone, and only that the run was compared stays.
 */
export type PostFolder = {
  /** False when it is here already: nothing is done a second time. */
  readonly put: (message: Message) => Promise<boolean>
  readonly waitingFor: (card: Card, now: Date) => Promise<readonly Message[]>
  readonly keepEncodings: (message: Message) => Promise<'kept' | 'again' | 'used'>
  readonly encodingsOf: (run: string) => Promise<readonly Message[]>
  readonly forgetEncodings: (run: string) => Promise<void>
}

const FORTNIGHT = 14 * 24 * 60 * 60 * 1000

export async function openFolder(folder: string): Promise<PostFolder> {
  const at = (...parts: readonly string[]) => path.join(folder, ...parts)
  await mkdir(at('runs'), { recursive: true, mode: 0o700 })
  await mkdir(at('post'), { recursive: true, mode: 0o700 })
  const used = (run: string) => at('runs', `${run}.compared`)
  const encodingsAt = (run: string, from: string) => at('runs', `${run}.${from.slice(0, 32)}.json`)
  return {
    async put(message) {
      const place = at('post', message.to.slice(0, 32))
      await mkdir(place, { recursive: true, mode: 0o700 })
      return writeOnce(path.join(place, `${message.id}.json`), JSON.stringify(message))
    },
    async waitingFor(card, now) {
      const place = at('post', card.fingerprint.slice(0, 32))
      if (!existsSync(place)) return []
      const waiting: Message[] = []
      for (const name of (await readdir(place)).filter((n) => n.endsWith('.json'))) {
        const file = path.join(place, name)
        const { mtimeMs } = await stat(file)
        if (now.getTime() - mtimeMs > FORTNIGHT) await rm(file, { force: true })
        else waiting.push(readMessage(await readFile(file, 'utf8')))
      }
      return waiting.toSorted((a, b) => a.at.localeCompare(b.at))
    },
    async keepEncodings(message) {
      const text = JSON.stringify(message)
      if (existsSync(used(message.run))) return 'used'
      const file = encodingsAt(message.run, message.from)
      if (await writeOnce(file, text)) return 'kept'
      return sameText(await readFile(file, 'utf8'), text) ? 'again' : 'used'
    },
    async encodingsOf(run) {
      const names = await readdir(at('runs'))
      const files = names.filter((name) => name.startsWith(`${run}.`) && name.endsWith('.json'))
      return Promise.all(
        files.map(async (name) => readMessage(await readFile(at('runs', name), 'utf8'))),
      )
    },
    async forgetEncodings(run) {
      await writeFile(used(run), '', { mode: 0o600 })
      const names = await readdir(at('runs'))
      const files = names.filter((name) => name.startsWith(`${run}.`) && name.endsWith('.json'))
      for (const name of files) await rm(at('runs', name), { force: true })
    },
  }
}

/** Whole or not at all, and never over what is there. */
async function writeOnce(file: string, text: string): Promise<boolean> {
  if (existsSync(file)) return false
  const beside = `${file}.new`
  await writeFile(beside, text, { mode: 0o600 })
  await rename(beside, file)
  return true
}

const sameText = (a: string, b: string): boolean => {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex')
  return digest(a) === digest(b)
}
