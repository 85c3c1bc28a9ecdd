import { sql } from 'kysely'
import { loginOf, pendingMigrations } from '#platform/db/inspect.ts'
import type { Opened } from './database.ts'

type Kind = 'demonstration' | 'real'

/** What was found of a database before its doors are opened. */
export type Found = {
  readonly kind: Kind | undefined
  readonly login: { readonly name: string; readonly superuser: boolean; readonly bypass: boolean }
  readonly pending: readonly string[]
  readonly demonstrationAccounts: number
}

/** Every reason not to open, each a sentence that says what to do. Pure. */
export function refuseToOpen(found: Found, wanted: Kind): readonly string[] {
  const reasons: string[] = []
  if (found.login.superuser || found.login.bypass) {
    reasons.push(
      `DATABASE_URL signs in as ${found.login.name}, which passes row-level security. Use the login waymark_web that ./waymark init made, and keep the other in DATABASE_ADMIN_URL.`,
    )
  }
  if (found.pending.length > 0) {
    reasons.push(
      `${found.pending.length} migrations have not run here. Run ./waymark migrate first.`,
    )
  }
  if (found.kind !== wanted) reasons.push(wrongKind(found.kind, wanted))
  if (wanted === 'real' && found.demonstrationAccounts > 0) {
    reasons.push(
      `There are ${found.demonstrationAccounts} demonstration accounts, whose passwords are printed for anyone. Start from an empty database: set WAYMARK_DATA or DATABASE_URL to a new one and run ./waymark init.`,
    )
  }
  return reasons
}

function wrongKind(kind: Kind | undefined, wanted: Kind): string {
  if (kind === undefined)
    return 'No deployment has been made here. Run ./waymark init, or npm start for the demonstration.'
  return wanted === 'real'
    ? 'This database holds the demonstration with invented children. Open it with npm start, or make a real deployment elsewhere with ./waymark init.'
    : 'This database holds a real deployment. Open it with ./waymark serve, without --demo.'
}

export async function reasonsNotToOpen(opened: Opened, wanted: Kind): Promise<readonly string[]> {
  const pending = await pendingMigrations(opened.db)
  const { rows } = await sql<{ kind: Kind | null; accounts: string }>`
    select gate.deployment_kind() as kind, gate.demonstration_accounts() as accounts`.execute(
    opened.db,
  )
  return refuseToOpen(
    {
      kind: rows[0]?.kind ?? undefined,
      login: await loginOf(opened.db),
      pending,
      demonstrationAccounts: Number(rows[0]?.accounts ?? 0),
    },
    wanted,
  )
}
