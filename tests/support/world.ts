import { randomUUID } from 'node:crypto'
import { after } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { startCluster, TEMPLATE, urlOf, webUrlOf } from './cluster.ts'
import { buildApp } from '../../src/app.ts'
import { navigation } from '../../src/navigation.ts'
import { ensureKeys, type Keys } from '#platform/config/keys.ts'
import { csrfToken } from '#platform/http/csrf.ts'
import { COOKIE, startSession } from '#platform/http/sessions.ts'
import { openDatabase, withClient, type Database } from '#platform/db/postgres.ts'
import { asActor, atTheDoor, type Tx } from '#platform/db/unit-of-work.ts'
import type { ScannerAddress } from '#platform/files/scan.ts'
import { makeViews } from '#platform/views/environment.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { LANGUAGES } from '#domains/words/index.ts'
import { organisations, people, teams, type TestPerson } from './people.ts'

type Answered = Awaited<ReturnType<FastifyInstance['inject']>>

/** The real app over a database of its own. */
export type World = {
  readonly app: FastifyInstance
  /** The database as its administrator, past row-level security: for arranging and for looking. */
  readonly db: Database
  /** The database as the server itself reaches it. */
  readonly web: Database
  readonly keys: Keys
  /** Where they are kept, for a command that is to have the same. */
  readonly keysFolder: string
  readonly adminUrl: string
  readonly webUrl: string
  readonly logged: Record<string, unknown>[]
  /** Headers of somebody signed in. */
  readonly as: (person: TestPerson) => Record<string, string>
  readonly get: (person: TestPerson, url: string) => Promise<Answered>
  /** Posts a form as the browser would, with its token; a list of values sends the field several times. */
  readonly post: (person: TestPerson, url: string, fields?: Fields) => Promise<Answered>
  /** Works in the database as that person, as a page would. */
  readonly acting: <T>(person: TestPerson, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Signs people in afresh (everybody, when nobody is named), after a page that signs people out. */
  readonly signIn: (...who: readonly TestPerson[]) => Promise<void>
  /** Sets the clock of the app; undefined lets it run. */
  readonly setClock: (now: Date | undefined) => void
}

export type Fields = Readonly<Record<string, string | readonly string[]>>

const closing: (() => Promise<void>)[] = []

// At the root of the file, since a hook made inside another hook runs at once.
after(async () => {
  for (const close of closing) await close()
})

/** A world of its own for this test file, gone when the file is done. */
export async function world(
  setUp: { readonly leaveTo?: string; readonly scanner?: ScannerAddress } = {},
): Promise<World> {
  const cluster = await clusterForThisFile()
  const database = `waymark_test_${randomUUID().replaceAll('-', '')}`
  await withClient(cluster.adminUrl, (c) =>
    c.query(`create database ${database} template ${TEMPLATE}`),
  )
  const adminUrl = urlOf(cluster.adminUrl, database)
  const webUrl = webUrlOf(cluster.adminUrl, database, cluster.webPassword)
  const db = openDatabase(adminUrl, 4)
  const web = openDatabase(webUrl, 6)
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-keys-'))
  const keys = ensureKeys(folder)
  const logged: Record<string, unknown>[] = []
  let clock: Date | undefined
  const app = await buildApp({
    db: web,
    views: makeViews(),
    keys,
    now: () => clock ?? new Date(),
    origin: 'http://localhost',
    proxies: 0,
    demonstration: true,
    scanner: setUp.scanner,
    ...(setUp.leaveTo ? { own: { name: 'My pages', leaveTo: setUp.leaveTo } } : {}),
    sends: { email: true, text: true },
    log: (line) => logged.push(line),
    navigation,
  })
  await populate(db)
  const sessions = new Map<string, Session>()
  const signIn = (...who: readonly TestPerson[]) =>
    signInAll(web, sessions, who.length > 0 ? who : people)
  await signIn()
  closing.push(async () => {
    await app.close()
    await web.destroy()
    await db.destroy()
    await withClient(cluster.adminUrl, (c) => c.query(`drop database ${database} with (force)`))
    rmSync(folder, { recursive: true, force: true })
    await cluster.stop()
  })
  const as = (person: TestPerson) => ({ cookie: `${COOKIE}=${sessions.get(person.id)?.token}` })
  return {
    app,
    db,
    web,
    keys,
    keysFolder: folder,
    adminUrl,
    webUrl,
    logged,
    as,
    get: (person, url) => app.inject({ url, headers: as(person) }),
    post: (person, url, fields = {}) => {
      const session = sessions.get(person.id)
      if (!session) throw new Error(`${person.name} has no session`)
      return app.inject({
        method: 'POST',
        url,
        headers: { ...as(person), 'content-type': 'application/x-www-form-urlencoded' },
        payload: encode({ ...fields, _csrf: csrfToken(keys.csrf, session.id) }),
      })
    },
    acting: (person, work) => asActor(web, person.id, work),
    signIn,
    setClock: (now) => {
      clock = now
    },
  }
}

/** A form as a browser sends it. */
export function encode(fields: Fields): string {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  }
  return body.toString()
}

/** The run's own cluster; a file run by itself starts one. */
async function clusterForThisFile(): Promise<{
  adminUrl: string
  webPassword: string
  stop: () => Promise<void>
}> {
  const adminUrl = process.env['WAYMARK_TEST_ADMIN_URL']
  const webPassword = process.env['WAYMARK_TEST_WEB_PASSWORD']
  if (adminUrl && webPassword) return { adminUrl, webPassword, stop: async () => undefined }
  return startCluster(process.env['DATABASE_URL'])
}

async function populate(db: Database): Promise<void> {
  await db.insertInto('waymark.deployment').values({ kind: 'demonstration' }).execute()
  await db.insertInto('waymark.organisation').values(organisations).execute()
  await offerEveryLanguage(db)
  await db.insertInto('waymark.team').values(teams).execute()
  await db
    .insertInto('waymark.person')
    .values(
      people.map((p) => ({
        id: p.id,
        name: p.name,
        role: p.role,
        organisation_id: p.organisationId,
        team_id: p.teamId ?? null,
        user_name: p.userName,
        invented: true,
      })),
    )
    .execute()
}

/** Every language the pages are in, offered by every organisation: the tests of one that is not say so. */
async function offerEveryLanguage(db: Database): Promise<void> {
  const values = organisations.flatMap(({ id }) =>
    LANGUAGES.filter((l) => l !== 'en').map((language) => ({
      organisation_id: id,
      language,
      offered: true,
    })),
  )
  await db.insertInto('waymark.page_language').values(values).execute()
}

type Session = { readonly token: string; readonly id: string }

async function signInAll(
  web: Database,
  sessions: Map<string, Session>,
  who: readonly TestPerson[],
): Promise<void> {
  await atTheDoor(web, async (door) => {
    for (const p of who.filter((x) => x.role !== 'system')) {
      const token = await startSession(door, {
        person: p.id,
        step: 'signed-in',
        address: '127.0.0.1',
        device: 'test',
      })
      const { id } = await door
        .selectFrom('waymark.session')
        .select('id')
        .where('person_id', '=', p.id)
        .orderBy('created_at', 'desc')
        .executeTakeFirstOrThrow()
      sessions.set(p.id, { token, id })
    }
  })
}
