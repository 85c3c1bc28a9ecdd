import { execFile } from 'node:child_process'
import path from 'node:path'
import { matchingCommand } from '../../src/commands/matching.ts'
import type { Terminal } from '../../src/commands/command.ts'

export type Ran = { readonly code: number; readonly out: readonly string[]; readonly err: string }

/** ./waymark matching in this process, with no database. Throws what a person would be told with an exit code of 2. */
export async function ran(...args: readonly string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []]
  const terminal: Terminal = {
    settings: {
      port: 0,
      host: '127.0.0.1',
      data: '',
      databaseUrl: undefined,
      databaseAdminUrl: undefined,
      origin: undefined,
      proxies: 0,
    },
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    input: process.stdin,
    stopped: new AbortController().signal,
  }
  const code = await matchingCommand.run(args, terminal)
  return { code, out, err: err.join('\n') }
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
