import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { z } from 'zod'
import { importCommand } from '../../src/commands/import.ts'
import type { World } from './world.ts'

const countsOf = z.object({
  children: z.number(),
  opened: z.number(),
  matched: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  refused: z.number(),
})

/** `./waymark import` over the world's database, with its keys in that folder. */
export function importing(w: World, folder: string) {
  const run = async (...args: readonly string[]) => {
    const out: string[] = []
    const err: string[] = []
    const code = await importCommand.run(args, {
      settings: {
        port: 0,
        host: '127.0.0.1',
        data: folder,
        databaseUrl: w.webUrl,
        databaseAdminUrl: undefined,
        origin: undefined,
        proxies: 0,
      },
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      input: new PassThrough(),
      stopped: new AbortController().signal,
    })
    return { code, out: out.join('\n'), err: err.join('\n') }
  }
  /** Takes a return in, which must work, and gives what was counted. */
  const counted = async (...args: readonly string[]) => {
    const { code, out } = await run('ssda903', ...args, '--json')
    assert.equal(code, 0)
    return countsOf.parse(JSON.parse(out))
  }
  return { run, counted }
}
