import { execFile } from 'node:child_process'
import path from 'node:path'
import { matchingCommand } from '../../src/commands/matching.ts'
import type { Terminal } from '../../src/commands/command.ts'
import type { World } from './world.ts'

export type Ran = { readonly code: number; readonly out: readonly string[]; readonly err: string }

type Reaching = Pick<Terminal['settings'], 'data' | 'databaseUrl'>
const NO_DATABASE: Reaching = { data: '', databaseUrl: undefined }

function terminalOf(reaching: Reaching, stopped: AbortSignal) {
  const [out, err]: [string[], string[]] = [[], []]
  const elsewhere = { databaseAdminUrl: undefined, origin: undefined, proxies: 0 }
  const terminal: Terminal = {
    settings: { port: 0, host: '127.0.0.1', ...reaching, ...elsewhere },
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    input: process.stdin,
    stopped,
  }
  return { terminal, out, err }
}

/** ./waymark matching in this process. Throws what a person would be told with an exit code of 2. */
const running =
  (reaching: Reaching) =>
  async (...args: readonly string[]): Promise<Ran> => {
    const { terminal, out, err } = terminalOf(reaching, new AbortController().signal)
    const code = await matchingCommand.run(args, terminal)
    return { code, out, err: err.join('\n') }
  }

/** With no database. */
export const ran = running(NO_DATABASE)

/** Over the database of a world and with its keys, as on the machine where its server is. */
export const ranAt = (w: World) => running({ data: w.keysFolder, databaseUrl: w.webUrl })

/** A matcher that serves until it is stopped. */
export async function serving(...args: readonly string[]): Promise<() => Promise<void>> {
  const stop = new AbortController()
  const { terminal } = terminalOf(NO_DATABASE, stop.signal)
  let done: Promise<unknown> = Promise.resolve()
  await new Promise<void>((resolve, reject) => {
    done = matchingCommand.run(args, { ...terminal, out: () => resolve() })
    done.catch(reject)
  })
  return async () => {
    stop.abort()
    await done
  }
}

export type Typed = { readonly code: number; readonly stdout: string; readonly stderr: string }

const WAYMARK = path.resolve(import.meta.dirname, '../../waymark')

/** The same as somebody types it, in a folder, with nothing of this process's surroundings but what is given. */
export function typed(
  cwd: string,
  args: readonly string[],
  surroundings: Readonly<Record<string, string>> = {},
): Promise<Typed> {
  const env = { PATH: process.env['PATH'], WAYMARK_DATA: path.join(cwd, 'none'), ...surroundings }
  return new Promise((resolve, reject) => {
    execFile(WAYMARK, ['matching', ...args], { cwd, env }, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error)
      else resolve({ code: Number(error?.code ?? 0), stdout, stderr })
    })
  })
}
