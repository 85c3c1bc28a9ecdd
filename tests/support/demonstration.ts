import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../src/app.ts'
import { navigation } from '../../src/navigation.ts'
import { loadDemonstration } from '../../src/demo/load.ts'
import { demonstrationSignIns, type SignIn } from '../../src/demo/sign-ins.ts'
import { trustedId } from '#kernel/ids.ts'
import type { Role } from '#platform/access/capability.ts'
import { ensureKeys } from '#platform/config/keys.ts'
import { openDatabase, withClient, type Database } from '#platform/db/postgres.ts'
import { atTheDoor } from '#platform/db/unit-of-work.ts'
import { COOKIE, startSession } from '#platform/http/sessions.ts'
import { makeViews } from '#platform/views/environment.ts'
import { startCluster, TEMPLATE, urlOf, webUrlOf } from './cluster.ts'

/** The demonstration as a visitor finds it, listening on a port of its own. */
export type Demonstration = {
  readonly app: FastifyInstance
  readonly origin: string
  /** Past row-level security: for looking. */
  readonly db: Database
  /** The first organisation's sign-in for that role, as the demonstration gives it out. */
  readonly account: (role: Role) => Promise<SignIn>
  /** The cookie of the first organisation's person in that role. */
  readonly signIn: (role: Role) => Promise<string>
  /** Stops the server and drops the database. */
  readonly close: () => Promise<void>
}

const TODAY = new Date('2026-11-21T12:00:00Z')

/** Invented children in a database of their own, and the real app before it. */
export async function demonstration(
  children: number,
  now: () => Date = () => new Date(),
): Promise<Demonstration> {
  const cluster = await clusterOfThisRun()
  const database = `waymark_shown_${randomUUID().replaceAll('-', '')}`
  await withClient(cluster.adminUrl, (c) =>
    c.query(`create database ${database} template ${TEMPLATE}`),
  )
  const adminUrl = urlOf(cluster.adminUrl, database)
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-keys-'))
  const keys = ensureKeys(folder)
  await withClient(adminUrl, (c) =>
    loadDemonstration(c, { children, today: TODAY, files: keys.files }),
  )
  const db = openDatabase(adminUrl, 2)
  const web = openDatabase(webUrlOf(cluster.adminUrl, database, cluster.webPassword), 6)
  const app = await buildApp({
    db: web,
    views: makeViews(),
    keys,
    now,
    origin: 'http://localhost',
    proxies: 0,
    demonstration: true,
    log: () => undefined,
    navigation,
  })
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    app,
    origin,
    db,
    account: (role) => accountOf(web, role),
    signIn: (role) => signIn(db, web, role),
    close: async () => {
      await app.close()
      await web.destroy()
      await db.destroy()
      await withClient(cluster.adminUrl, (c) => c.query(`drop database ${database} with (force)`))
      rmSync(folder, { recursive: true, force: true })
      await cluster.stop()
    },
  }
}

async function accountOf(web: Database, role: Role): Promise<SignIn> {
  const account = (await demonstrationSignIns(web)).find((s) => s.role === role)
  if (!account) throw new Error(`The demonstration has no ${role}`)
  return account
}

async function signIn(db: Database, web: Database, role: Role): Promise<string> {
  const { userName } = await accountOf(web, role)
  const person = await db
    .selectFrom('waymark.person')
    .select('id')
    .where('user_name', '=', userName)
    .executeTakeFirstOrThrow()
  const token = await atTheDoor(web, (door) =>
    startSession(door, {
      person: trustedId<'person'>(person.id),
      step: 'signed-in',
      address: '127.0.0.1',
      device: 'A browser of the tests',
    }),
  )
  return `${COOKIE}=${token}`
}

async function clusterOfThisRun(): Promise<{
  readonly adminUrl: string
  readonly webPassword: string
  readonly stop: () => Promise<void>
}> {
  const adminUrl = process.env['WAYMARK_TEST_ADMIN_URL']
  const webPassword = process.env['WAYMARK_TEST_WEB_PASSWORD']
  if (adminUrl && webPassword) return { adminUrl, webPassword, stop: async () => undefined }
  return startCluster(process.env['DATABASE_URL'])
}
