import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { describeSchema } from '#platform/db/describe-schema.ts'
import { migrate, migrations } from '#platform/db/migrate.ts'
import { withClient } from '#platform/db/postgres.ts'
import { seedTransaction } from '#platform/db/seeding.ts'
import { world, type World } from './support/world.ts'

describe('the database', () => {
  let w: World
  const lines = async (query: string): Promise<string[]> => {
    const { rows } = await sql.raw<{ name: string }>(query).execute(w.db)
    return rows.map((r) => r.name)
  }

  before(async () => {
    w = await world()
  })

  it('forces row-level security on every table that holds a child', async () => {
    const open = await lines(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'waymark' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
         and (c.relname in ('child', 'person') or exists (
           select from pg_attribute a where a.attrelid = c.oid and a.attname in ('child_id', 'shown', 'check_in_id')))`)
    assert.deepEqual(open, [])
  })

  it('leaves no such table without a policy for the pages', async () => {
    const shut = await lines(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'waymark' and c.relrowsecurity and not exists (
         select from pg_policy p where p.polrelid = c.oid)`)
    assert.deepEqual(shut, [])
  })

  it('lets nobody who reaches a child only for an audit write in any table of theirs but the audit’s own', async () => {
    const writable = await lines(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'child_id' and not a.attisdropped
       where n.nspname = 'waymark' and c.relkind = 'r' and c.relname not like 'case\\_audit%'
         and c.relname not in ('audit_entry', 'row_history')
         and exists (select from aclexplode(c.relacl) x where x.grantee = 'waymark_app'::regrole and x.privilege_type in ('INSERT', 'UPDATE'))
         and (select count(*) from pg_policy p where p.polrelid = c.oid and not p.polpermissive
               and p.polname in ('only_read_for_an_audit', 'not_changed_for_an_audit')) <> 2`)
    assert.deepEqual(writable, [], 'call waymark.only_read_for_an_audit for each')
  })

  it('says of every table what it is', async () => {
    const silent = await lines(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'waymark' and c.relkind = 'r' and obj_description(c.oid, 'pg_class') is null
         and c.relname not in ('migration')`)
    assert.deepEqual(silent, [])
  })

  it('lets no page delete, and no page become the owner', async () => {
    const deleting = await lines(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) x
       where n.nspname = 'waymark' and x.privilege_type in ('DELETE', 'TRUNCATE')
         and x.grantee in ('waymark_app'::regrole, 'waymark_door'::regrole, 'waymark_reach'::regrole, 'waymark_statistics'::regrole)`)
    // Not records: secrets somebody takes back, guesses past their time, and a file between preview and commit.
    const passing = [
      'one_time_code',
      'recovery_code',
      'passkey',
      'passkey_challenge',
      'sign_in_attempt',
    ]
    const preview = ['import_run', 'import_row', 'import_child', 'import_refusal']
    assert.deepEqual(
      deleting.filter((t) => ![...passing, ...preview].includes(t)),
      [],
    )
    const roles = await lines(`
      select r.rolname as name from pg_auth_members m join pg_roles r on r.oid = m.roleid
       where m.member = 'waymark_web'::regrole order by 1`)
    assert.deepEqual(roles, ['waymark_app', 'waymark_door', 'waymark_sealer'])
  })

  it('gives no role power over row-level security', async () => {
    const powerful = await lines(
      `select rolname as name from pg_roles where rolname like 'waymark%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
    )
    assert.deepEqual(powerful, [])
  })

  it('fixes where every function that runs as its owner looks for names', async () => {
    const loose = await lines(`
      select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('waymark', 'gate') and p.prosecdef
         and not coalesce(p.proconfig::text like '%search_path=pg_catalog%', false)`)
    assert.deepEqual(loose, [])
  })

  it('runs no function as the owner of the tables, who is no shortcut round a policy', async () => {
    const owned = await lines(`
      select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('waymark', 'gate') and p.prosecdef and p.proowner = 'waymark_owner'::regrole
         and p.proname not in ('migrations_run', 'deployment_kind', 'demonstration_accounts')`)
    assert.deepEqual(owned, [])
  })

  it('plans every count for its own days', async () => {
    const counts = `select p.oid::regprocedure::text as name from pg_proc p join pg_language l on l.oid = p.prolang
      where p.pronamespace = 'waymark'::regnamespace and p.proowner = 'waymark_statistics'::regrole and l.lanname = 'sql'
        and 'date'::regtype = any (p.proargtypes)`
    const planned = `${counts} and p.proconfig::text like '%plan_cache_mode=force_custom_plan%'`
    const all = await lines(counts)
    assert.ok(all.length > 10)
    assert.deepEqual(await lines(planned), all)
  })

  it('lets nobody run a function that was not given to them', async () => {
    const open = await lines(`
      select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('waymark', 'gate')
         and (p.proacl is null or exists (select from aclexplode(p.proacl) x where x.grantee = 0))`)
    assert.deepEqual(open, [])
  })

  it('has its description in db/schema.sql', async () => {
    const now = await withClient(w.adminUrl, describeSchema)
    const kept = readFileSync(path.resolve(import.meta.dirname, '../db/schema.sql'), 'utf8')
    assert.equal(now === kept, true, 'The schema has changed. Run npm run db and look at the diff.')
  })

  it('migrates again without doing anything, from several processes at once too', async () => {
    const ran = await Promise.all(
      Array.from({ length: 4 }, () => withClient(w.adminUrl, (client) => migrate(client))),
    )
    assert.deepEqual(ran, [0, 0, 0, 0])
  })

  it('refuses to go on when a migration was edited after it ran', async () => {
    const edited = migrations().map((m) => ({ ...m, checksum: 'another' }))
    await assert.rejects(
      withClient(w.adminUrl, (client) => migrate(client, () => undefined, edited)),
      /were edited after they ran here/,
    )
  })

  it('keeps a migration whole or not at all', async () => {
    const broken = {
      name: '9999_broken.sql',
      sql: 'create table waymark.half (id int); select nothing_like_this()',
      checksum: 'x',
    }
    await assert.rejects(
      withClient(w.adminUrl, (client) =>
        migrate(client, () => undefined, [...migrations(), broken]),
      ),
      /9999_broken.sql did not run/,
    )
    assert.deepEqual(await lines(`select relname as name from pg_class where relname = 'half'`), [])
  })

  it('puts security back after seeding, and when seeding fails', async () => {
    const forced = `select relname as name from pg_class where relname = 'child' and relforcerowsecurity`
    await withClient(w.adminUrl, (client) => seedTransaction(client, async () => undefined))
    assert.deepEqual(await lines(forced), ['child'])
    await assert.rejects(
      withClient(w.adminUrl, (client) =>
        seedTransaction(client, async () => {
          throw new Error('stopped half way')
        }),
      ),
      /stopped half way/,
    )
    assert.deepEqual(await lines(forced), ['child'])
  })

  it('never puts invented children beside real ones', async () => {
    await sql`update waymark.deployment set kind = 'real'`.execute(w.db)
    await assert.rejects(
      withClient(w.adminUrl, (client) => seedTransaction(client, async () => undefined)),
      /holds a real deployment/,
    )
    await sql`update waymark.deployment set kind = 'demonstration'`.execute(w.db)
  })
})
