import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbedded } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { withClient } from '#platform/db/postgres.ts'
import { prepareRoles, prepareSchemas } from '#platform/db/roles.ts'
import { describeSchema } from '#platform/db/describe-schema.ts'

/** `npm run db`: applies every migration to an empty database, then writes what came out of it. */
const root = path.resolve(import.meta.dirname, '..')
const folder = mkdtempSync(path.join(tmpdir(), 'waymark-db-'))
const postgres = await startEmbedded(path.join(folder, 'pg'), 'scratch', { fsync: 'off' })
try {
  const url = postgres.adminUrl('postgres')
  await withClient(url, async (client) => {
    await prepareRoles(client, 'scratch')
    await prepareSchemas(client)
    await migrate(client)
    writeFileSync(path.join(root, 'db/schema.sql'), await describeSchema(client))
  })
  const tables = path.join(root, 'src/platform/db/tables.ts')
  execFileSync(
    process.execPath,
    [
      path.join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
      '--dialect=postgres',
      `--url=${url}`,
      '--include-pattern=waymark.*',
      '--default-schema=none',
      '--date-parser=string',
      `--out-file=${tables}`,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
