import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import type pg from 'pg'
import { ROLES } from '#platform/access/capability.ts'
import { passwordMatches } from '#domains/people/password.ts'
import { trustedId } from '#kernel/ids.ts'
import { openDatabase, withClient, type Database } from '#platform/db/postgres.ts'
import { asActor } from '#platform/db/unit-of-work.ts'
import { startCluster, TEMPLATE, urlOf, webUrlOf } from '#tests/support/cluster.ts'
import { loadDemonstration } from './load.ts'
import { DOUBLES } from './same-child-told.ts'
import { demonstrationSignIns, type SignIn } from './sign-ins.ts'

const today = new Date('2026-11-21T12:00:00Z')

let cluster: { adminUrl: string; webPassword: string; stop: () => Promise<void> }
let database = ''
let web: Database
let signIns: readonly SignIn[] = []

async function emptyDatabase(): Promise<string> {
  const name = `waymark_demo_${randomUUID().replaceAll('-', '')}`
  await withClient(cluster.adminUrl, (c) => c.query(`create database ${name} template ${TEMPLATE}`))
  return name
}

const asAdmin = <T>(name: string, work: (client: pg.Client) => Promise<T>) =>
  withClient(urlOf(cluster.adminUrl, name), work)

const countOf = (name: string, sql: string) =>
  asAdmin(name, async (c) =>
    Number((await c.query<{ n: string }>(`select count(*) as n from ${sql}`)).rows[0]?.n),
  )

before(async () => {
  const adminUrl = process.env['WAYMARK_TEST_ADMIN_URL']
  const webPassword = process.env['WAYMARK_TEST_WEB_PASSWORD']
  cluster =
    adminUrl && webPassword
      ? { adminUrl, webPassword, stop: async () => undefined }
      : await startCluster(process.env['DATABASE_URL'])
  database = await emptyDatabase()
  await asAdmin(database, (c) => loadDemonstration(c, { children: 60, today }))
  web = openDatabase(webUrlOf(cluster.adminUrl, database, cluster.webPassword), 2)
  signIns = await demonstrationSignIns(web)
})

after(async () => {
  await web.destroy()
  await withClient(cluster.adminUrl, (c) => c.query(`drop database ${database} with (force)`))
  await cluster.stop()
})

describe('the demonstration in a database', () => {
  it('has somebody who is looked for now, with the clock of the search, and times that are over', async () => {
    const open = 'waymark.missing_episode e where e.ended_at is null'
    assert.ok((await countOf(database, open)) >= 1)
    const clocked = `${open} and exists (select from waymark.clock k where k.about_id = e.id and k.rule = 'missing.search-review')`
    assert.equal(await countOf(database, clocked), await countOf(database, open))
    assert.ok((await countOf(database, 'waymark.missing_return where held_at is not null')) >= 1)
    const signedIn = `${open} and exists (select from waymark.child c where c.id = e.child_id and c.person_id is not null)`
    assert.equal(await countOf(database, signedIn), 0, 'nobody who may sign in')
  })

  it('holds a round of case audit that is over and one under way, with the young person told in full in both', async () => {
    assert.equal(await countOf(database, `waymark.case_audit_round where status = 'closed'`), 1)
    assert.equal(await countOf(database, `waymark.case_audit_round where status = 'open'`), 1)
    const told = `waymark.case_audit a join waymark.child c on c.id = a.child_id where c.known_as = 'Yoni Tekle'`
    assert.equal(await countOf(database, told), 2)
    assert.equal(await countOf(database, `waymark.case_audit_finding where status = 'closed'`), 1)
    assert.equal(await countOf(database, `waymark.case_audit_act_now where answered_at is null`), 1)
  })

  it('holds the children asked for, each marked invented, in three invented organisations', async () => {
    assert.equal(await countOf(database, 'waymark.child where invented'), 60 + DOUBLES)
    assert.equal(await countOf(database, 'waymark.organisation where invented'), 3)
    assert.equal(await countOf(database, 'waymark.person where not invented'), 0)
    assert.equal(await countOf(database, 'waymark.child_key'), 60 + DOUBLES)
  })

  it('lists sign-ins whose passwords open the accounts, marked as demonstration', async () => {
    assert.equal(
      new Set(signIns.filter((s) => s.organisationCode === 'NORTHMERE').map((s) => s.role)).size,
      ROLES.length,
    )
    assert.equal(new Set(signIns.map((s) => s.organisationCode)).size, 3)
    const guardian = signIns.find((s) => s.role === 'guardian')
    const hashes = await asAdmin(database, (c) =>
      c.query<{ password_hash: string; demonstration: boolean }>(
        'select k.password_hash, k.demonstration from waymark.credential k join waymark.person p on p.id = k.person_id where p.user_name = $1',
        [guardian?.userName],
      ),
    )
    assert.equal(hashes.rows[0]?.demonstration, true)
    assert.ok(await passwordMatches(guardian?.password ?? '', hashes.rows[0]?.password_hash ?? ''))
  })

  it('lets a worker reach their own case load and the records they audit under forced row-level security, and no other', async () => {
    const person = await asAdmin(database, (c) =>
      c.query<{ id: string }>(
        "select id from waymark.person where user_name = 'practitioner.northmere'",
      ),
    )
    const id = person.rows[0]?.id ?? ''
    const seen = await asActor(web, trustedId<'person'>(id), (tx) =>
      tx.selectFrom('waymark.child').select('id').execute(),
    )
    const allocated = await countOf(
      database,
      `(select distinct child_id from waymark.allocation where person_id = '${id}' and ended_on is null) a`,
    )
    const audited = await countOf(
      database,
      `waymark.case_audit where ended_at is null and '${id}' in (auditor_id, second_auditor_id)`,
    )
    assert.ok(seen.length >= 10)
    assert.equal(seen.length, allocated + audited)
    const open = await countOf(
      database,
      "pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'waymark' and c.relrowsecurity and not c.relforcerowsecurity and c.relname in ('child', 'check_in', 'allocation')",
    )
    assert.equal(open, 0)
  })

  it('keeps every answer as a state or a reason under the version in use', async () => {
    assert.ok((await countOf(database, "waymark.check_in where voice = 'young_person'")) > 50)
    assert.equal(
      await countOf(database, 'waymark.check_in_answer where num_nonnulls(state, reason) <> 1'),
      0,
    )
    assert.ok((await countOf(database, 'waymark.check_in_not_held')) > 0)
    assert.equal(
      await countOf(
        database,
        "waymark.check_in i join waymark.child c on c.id = i.child_id join waymark.person p on p.id = c.person_id where p.user_name = 'young-person.northmere' and i.voice = 'young_person'",
      ),
      8,
    )
  })

  it('is refused in a database that holds something', async () => {
    await assert.rejects(
      asAdmin(database, (c) => loadDemonstration(c, { children: 5, today })),
      /already holds a demonstration/,
    )
    assert.equal(await countOf(database, 'waymark.child'), 60 + DOUBLES)
  })

  it('can be made at any hour, also in the one in which London has gone back to winter since', async () => {
    const other = await emptyDatabase()
    const late = new Date('2026-11-25T23:30:00Z')
    await asAdmin(other, (c) => loadDemonstration(c, { children: 600, today: late }))
    assert.ok((await countOf(other, 'waymark.concern_decision')) > 10)
    await withClient(cluster.adminUrl, (c) => c.query(`drop database ${other} with (force)`))
  })

  it('leaves nothing behind when it is stopped half way', async () => {
    const other = await emptyDatabase()
    const stop = new AbortController()
    stop.abort()
    await assert.rejects(
      asAdmin(other, (c) => loadDemonstration(c, { children: 60, today, stopped: stop.signal })),
      /Nothing was kept/,
    )
    assert.equal(await countOf(other, 'waymark.organisation'), 0)
    assert.equal(await countOf(other, 'waymark.deployment'), 0)
    await withClient(cluster.adminUrl, (c) => c.query(`drop database ${other} with (force)`))
  })
})
