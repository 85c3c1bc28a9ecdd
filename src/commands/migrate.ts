import { prepareDatabase } from '#platform/db/installation.ts'
import { migrate } from '#platform/db/migrate.ts'
import { withClient } from '#platform/db/postgres.ts'
import { argumentsOf, type Command } from './command.ts'
import { openExisting, type Opened } from './database.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Bring the database up to date with this version of Waymark',
  help: `Usage: ./waymark migrate [--json]

Makes the database roles where they are missing, then runs the migrations that have
not run here yet, each whole or not at all. Safe to run again and from several
machines at once.

Needs a login that may make roles: the embedded database has one; for your own
PostgreSQL set DATABASE_ADMIN_URL (or DATABASE_URL) to one.

Exit codes: 0 up to date; 1 a migration did not run, and nothing of it stayed.`,
  async run(args, terminal) {
    const { values } = argumentsOf(args, { options: { json: { type: 'boolean' } } })
    const opened = await openExisting(terminal.settings)
    try {
      const ran = await bringUpToDate(opened, (name) => terminal.err(`Running ${name}`))
      terminal.out(values.json ? JSON.stringify({ ran }) : sentence(ran.length))
      return 0
    } finally {
      await opened.close()
    }
  },
}

const sentence = (ran: number): string =>
  ran === 0 ? 'The database is up to date.' : `The database is up to date: ${ran} migrations ran.`

/** Roles, schemas and migrations, as the administrator login. Gives the names of what ran. */
export async function bringUpToDate(
  opened: Opened,
  each: (name: string) => void = () => undefined,
): Promise<readonly string[]> {
  const url = opened.installation.adminUrl
  if (url === undefined) {
    throw new Error(
      'Migrations need a login that may make roles. Set DATABASE_ADMIN_URL to one and run ./waymark migrate.',
    )
  }
  await prepareDatabase(opened.installation)
  const ran: string[] = []
  await withClient(url, (client) =>
    migrate(client, (name) => {
      ran.push(name)
      each(name)
    }),
  )
  return ran
}
