import { startCluster, type Cluster } from './cluster.ts'

let cluster: Cluster | undefined

/** Once for a whole run: every test file clones a database from this cluster's template. */
export async function globalSetup(): Promise<void> {
  cluster = await startCluster(process.env['DATABASE_URL'])
  process.env['WAYMARK_TEST_ADMIN_URL'] = cluster.adminUrl
  process.env['WAYMARK_TEST_WEB_PASSWORD'] = cluster.webPassword
}

export async function globalTeardown(): Promise<void> {
  await cluster?.stop()
}
