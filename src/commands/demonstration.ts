import { sql } from 'kysely'
import { withClient } from '#platform/db/postgres.ts'
import { loadDemonstration } from '../demo/load.ts'
import { demonstrationSignIns } from '../demo/sign-ins.ts'
import type { Opened } from './database.ts'
import type { Terminal } from './command.ts'
import { bringUpToDate } from './migrate.ts'
import { makeEveryPicture } from './nightly.ts'

export type Wanted = { readonly children?: number | undefined; readonly seed?: number | undefined }

/** Brings the database up to date and, where it is new, fills it with invented children. Leaves a real deployment alone. True when it was made now. */
export async function makeDemonstration(
  opened: Opened,
  terminal: Terminal,
  wanted: Wanted = {},
): Promise<boolean> {
  const url = opened.installation.adminUrl
  if (url === undefined) return false
  await bringUpToDate(opened)
  const { rows } = await sql<{
    kind: string | null
  }>`select gate.deployment_kind() as kind`.execute(opened.db)
  if (rows[0]?.kind) return false
  terminal.err('Making the demonstration: every child, name and word in it is invented.')
  await withClient(url, (client) =>
    loadDemonstration(
      client,
      { ...wanted, today: new Date(), stopped: terminal.stopped, files: opened.keys.files },
      (said) => terminal.err(said),
    ),
  )
  await makeEveryPicture(opened, new Date())
  return true
}

/** The sign-ins of the demonstration, one for each role first, as a small table. */
export async function printSignIns(opened: Opened, terminal: Terminal): Promise<void> {
  const signIns = await demonstrationSignIns(opened.db)
  const first = signIns.filter((s, n) => signIns.findIndex((t) => t.role === s.role) === n)
  const wide = (key: 'role' | 'userName') => Math.max(...first.map((s) => s[key].length))
  terminal.out('Everyone in this demonstration is invented. Sign in as:')
  for (const s of first) {
    terminal.out(
      `  ${s.role.padEnd(wide('role'))}  ${s.userName.padEnd(wide('userName'))}  ${s.password}`,
    )
  }
  terminal.out('More: ./waymark demo sign-ins')
}
