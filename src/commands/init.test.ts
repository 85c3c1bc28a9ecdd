import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { after, before, describe, it } from 'node:test'
import { passwordMatches } from '#domains/people/password.ts'
import { keysExist } from '#platform/config/keys.ts'
import { openDatabase, withClient } from '#platform/db/postgres.ts'
import { startCluster, urlOf, webUrlOf, type Cluster } from '#tests/support/cluster.ts'
import { WrongArguments } from './command.ts'
import { initCommand } from './init.ts'
import { reasonsNotToOpen } from './opening.ts'
import { openExisting } from './database.ts'

const FLAGS = [
  '--organisation-name=Westmere  Council',
  '--organisation-code=westmere',
  '--administrator-name=Una First',
  '--user-name=Una.First',
]
const PASSWORD = 'gorse bramble thicket'

describe('./waymark init', () => {
  let cluster: Cluster
  let folder: string

  before(async () => {
    const adminUrl = process.env['WAYMARK_TEST_ADMIN_URL']
    const webPassword = process.env['WAYMARK_TEST_WEB_PASSWORD']
    cluster =
      adminUrl && webPassword
        ? { adminUrl, webPassword, stop: async () => undefined }
        : await startCluster(process.env['DATABASE_URL'])
    folder = await mkdtemp(path.join(tmpdir(), 'waymark-init-'))
  })
  after(async () => {
    await rm(folder, { recursive: true })
    await cluster.stop()
  })

  /** Runs it before an empty database, unless one is named; gives what it said and how to look inside. */
  async function init(args: readonly string[], piped: string, again?: string) {
    const name = again ?? `waymark_init_${randomUUID().replaceAll('-', '')}`
    if (!again) await withClient(cluster.adminUrl, (c) => c.query(`create database ${name}`))
    const settings = {
      port: 0,
      host: '127.0.0.1',
      data: path.join(folder, name),
      databaseUrl: webUrlOf(cluster.adminUrl, name, cluster.webPassword),
      databaseAdminUrl: urlOf(cluster.adminUrl, name),
      origin: undefined,
      proxies: 0,
    }
    const out: string[] = []
    const err: string[] = []
    const input = new PassThrough()
    input.end(piped)
    const code = await initCommand
      .run(args, {
        settings,
        out: (text) => out.push(text),
        err: (text) => err.push(text),
        input,
        stopped: new AbortController().signal,
      })
      .catch((error: unknown) => error)
    return { code, out: out.join('\n'), err: err.join('\n'), name, settings }
  }

  async function looking<T>(
    name: string,
    look: (db: ReturnType<typeof openDatabase>) => Promise<T>,
  ) {
    const db = openDatabase(urlOf(cluster.adminUrl, name), 1)
    try {
      return await look(db)
    } finally {
      await db.destroy()
    }
  }

  const drop = (name: string) =>
    withClient(cluster.adminUrl, (c) => c.query(`drop database ${name} with (force)`))

  it('makes keys, tables, an organisation with its command line, and an administrator', async () => {
    const made = await init(FLAGS, `${PASSWORD}\n`)
    assert.equal(made.code, 0, made.err)
    assert.match(made.out, /Keep a copy of .*keys\.json/)
    assert.match(made.out, /Sign in as una\.first/)
    assert.ok(!made.out.includes(PASSWORD) && !made.err.includes(PASSWORD))
    assert.ok(keysExist(made.settings.data))
    await looking(made.name, async (db) => {
      const people = await db
        .selectFrom('waymark.person as p')
        .innerJoin('waymark.organisation as o', 'o.id', 'p.organisation_id')
        .leftJoin('waymark.credential as c', 'c.person_id', 'p.id')
        .select(['p.role', 'p.name', 'p.user_name', 'p.invented', 'o.code', 'o.name as of'])
        .select(['c.password_hash', 'c.demonstration'])
        .orderBy('p.role')
        .execute()
      assert.deepEqual(
        people.map((p) => [p.role, p.user_name, p.code, p.of, p.invented]),
        [
          ['administrator', 'una.first', 'WESTMERE', 'Westmere Council', false],
          ['system', 'system.westmere', 'WESTMERE', 'Westmere Council', false],
        ],
      )
      assert.equal(people[0]?.demonstration, false)
      assert.ok(await passwordMatches(PASSWORD, people[0]?.password_hash ?? ''))
      assert.equal(people[1]?.password_hash, null)
    })
    const opened = await openExisting(made.settings)
    assert.deepEqual(await reasonsNotToOpen(opened, 'real'), [])
    await opened.close()
    const again = await init(FLAGS, `${PASSWORD}\n`, made.name)
    assert.equal(again.code, 1)
    assert.match(again.err, /There is a real deployment here already, and nothing was changed/)
    await drop(made.name)
  })

  it('refuses a password that is easy to guess, and makes nothing', async () => {
    for (const [piped, said] of [
      ['short\n', /at least 12 characters/],
      ['password1234\n', /harder to guess/],
      ['my una.first key\n', /does not contain your user name/],
      ['', /read from standard input, and there was none/],
    ] as const) {
      const made = await init(FLAGS, piped)
      assert.ok(made.code instanceof Error)
      assert.match(made.code.message, said)
      const kinds = await looking(made.name, (db) =>
        db.selectFrom('waymark.deployment').select('kind').execute(),
      )
      assert.deepEqual(kinds, [])
      await drop(made.name)
    }
  })

  it('says what to give when something is missing or wrong, before anything is made', async () => {
    for (const [args, said] of [
      [FLAGS.slice(1), /Give --organisation-name/],
      [FLAGS.slice(0, 3), /Give --user-name/],
      [[...FLAGS, '--organisation-code=W E S T'], /--organisation-code: Enter a code/],
      [[...FLAGS, '--user-name=x'], /--user-name: Enter a user name of 3 to 100/],
      [[...FLAGS, '--password=secret'], /Unknown option '--password'/],
      [[...FLAGS, 'now'], /init takes no now/],
    ] as const) {
      const made = await init(args, `${PASSWORD}\n`)
      assert.ok(made.code instanceof WrongArguments, String(made.code))
      assert.match(made.code.message, said)
      assert.equal(keysExist(made.settings.data), false)
      await drop(made.name)
    }
  })

  it('is refused beside the demonstration', async () => {
    const made = await init(FLAGS, `${PASSWORD}\n`)
    await looking(made.name, (db) =>
      db.updateTable('waymark.deployment').set({ kind: 'demonstration' }).execute(),
    )
    const again = await init(FLAGS, `${PASSWORD}\n`, made.name)
    assert.equal(again.code, 1)
    assert.match(again.err, /Real ones are never put beside it/)
    await drop(made.name)
  })
})
