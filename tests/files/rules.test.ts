import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { withClient } from '#platform/db/postgres.ts'
import { newFileId } from '#platform/files/store.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, kit, meg, type TestPerson } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

// Opened by functions of their own, which ask more than file_is_open does.
const OPENED_OTHERWISE = ['complaint', 'stored_file_piece']

describe('who opens a file', () => {
  let w: World
  let child: ChildId
  const names = async (query: string) =>
    (await sql.raw<{ name: string }>(query).execute(w.db)).rows.map((r) => r.name)

  before(async () => {
    w = await world()
    child = await aChild(w, { account: kit, allocatedTo: [ada] })
  })

  it('is answered by a rule for each kind of thing that a file may belong to', async () => {
    const without = await names(`
      select c.conrelid::regclass::text as name from pg_constraint c
       where c.contype = 'f' and c.confrelid = 'waymark.stored_file'::regclass
         and not exists (select from waymark.file_rule r join pg_proc p on p.oid = ('waymark.' || r.rule || '(uuid)')::regprocedure
           where p.prosrc ~ ('waymark\\.' || (select relname from pg_class where oid = c.conrelid) || '\\M'))`)
    assert.deepEqual(
      without.map((table) => table.replace('waymark.', '')).toSorted(),
      OPENED_OTHERWISE,
      'call waymark.file_opens_by for each',
    )
    const unasked = await names(`
      select r.rule as name from waymark.file_rule r, pg_proc p
       where p.oid = 'waymark.file_is_open(uuid)'::regprocedure and position('waymark.' || r.rule || '(file)' in p.prosrc) = 0`)
    assert.deepEqual(unasked, [])
  })

  it('takes a new kind by its own rule alone, and goes on asking those of the others', async () => {
    const opened = async (person: TestPerson, file: string) =>
      w.acting(person, async (tx) => {
        const { rows } = await sql<{
          open: boolean
        }>`select waymark.file_is_open(${file}) as open`.execute(tx)
        return rows[0]?.open
      })
    const file = newFileId()
    await sql`
      insert into waymark.stored_file (id, child_id, kind, media_type, bytes, pieces, width, height, key_id, sealed_key, scan, made_by)
      values (${file}, ${child}, 'picture', 'image/png', 1, 1, 1, 1, 'k', ${Buffer.alloc(60)}, 'not_scanned', ${kit.id})`.execute(
      w.db,
    )
    assert.deepEqual([await opened(kit, file), await opened(ada, file)], [true, false])
    const before = await names(`select rule as name from waymark.file_rule order by n`)

    await withClient(w.adminUrl, async (c) => {
      await c.query('set role waymark_owner')
      await c.query(`create function waymark.for_managers_to_see(file uuid) returns boolean language sql stable security definer set search_path = pg_catalog
        as $$ select waymark.actor_role() = 'manager' $$`)
      await c.query(`call waymark.file_opens_by('no_such_rule', 'x')`).then(
        () => assert.fail('a rule that is not there was taken'),
        (error: Error) => assert.match(error.message, /must answer yes or no/),
      )
      await c.query('alter function waymark.for_managers_to_see(uuid) owner to waymark_reach')
      await c.query(`call waymark.file_opens_by('for_managers_to_see', 'A kind of this test.')`)
    })
    assert.deepEqual(
      [await opened(kit, file), await opened(ada, file), await opened(meg, file)],
      [true, false, true],
    )
    const [asked] = await names(
      `select prosrc as name from pg_proc where oid = 'waymark.file_is_open(uuid)'::regprocedure`,
    )
    for (const rule of [...before, 'for_managers_to_see'])
      assert.ok(asked?.includes(`waymark.${rule}(file)`), rule)
  })
})
