import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, kit } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const url = '/me/where-i-live'

describe('saying what it is like where I live', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-25T10:00:00Z'))
    child = await aChild(w, { account: kit, allocatedTo: ada, knownAs: 'Kit' })
  })

  it('is one of the ways on from my pages, and every line may be left out', async () => {
    assert.match((await w.get(kit, '/me')).payload, /href="\/me\/where-i-live"/)
    const empty = await w.post(kit, url, {})
    assert.equal(empty.statusCode, 422)
    assert.match(empty.payload, /Answer one line, or write something/)
    const long = await w.post(kit, url, { room: 'yes', good: 'x'.repeat(5001) })
    assert.match(long.payload, /too long/)
    assert.match(long.payload, /value="yes" checked/)
  })

  it('stands on the page of my home as I said it, line by line', async () => {
    const mine = { room: 'yes', phone: 'no', food: 'not_important', good: 'The <dog>' }
    assert.equal((await w.post(kit, url, mine)).statusCode, 303)
    assert.match((await w.get(kit, `${url}?saved=yes`)).payload, /It is saved/)
    const { payload } = await w.get(ada, `/children/${child}/home`)
    assert.match(payload, /The &lt;dog&gt;/)
    assert.match(payload, /nobody listening: <strong>No<\/strong>/)
    assert.match(payload, /Not important to them/)
    assert.match(payload, /Left out/)
  })

  it('is kept back from whoever I do not share it with, and that is said', async () => {
    await w.db
      .insertInto('waymark.sharing_choice')
      .values({
        child_id: child,
        kind: 'check_ins',
        choice: 'nobody',
        people: [],
        private_to: kit.id,
      })
      .execute()
    const { payload } = await w.get(ada, `/children/${child}/home`)
    assert.match(payload, /Kit has chosen not to share this/)
    assert.doesNotMatch(payload, /The &lt;dog&gt;/)
    await sql`update waymark.sharing_choice set choice = 'everyone' where child_id = ${child}`.execute(
      w.db,
    )
  })

  it('is taken back by me alone, and its words are then read by nobody else, earlier versions neither', async () => {
    const { id } = await w.db
      .selectFrom('waymark.home_said')
      .select('id')
      .where('child_id', '=', child)
      .executeTakeFirstOrThrow()
    const byStaff = await w.acting(ada, (tx) =>
      tx
        .updateTable('waymark.home_said')
        .set({ taken_back_at: new Date() })
        .where('id', '=', id)
        .executeTakeFirst(),
    )
    assert.equal(byStaff.numUpdatedRows, 0n)
    assert.equal((await w.post(kit, url, { takeBack: id })).statusCode, 303)
    assert.match((await w.get(kit, url)).payload, /The &lt;dog&gt;[\s\S]*You took this back/)
    const read = await w.acting(ada, (tx) =>
      sql<{
        n: number
      }>`select (select count(*) from waymark.home_said) + (select count(*) from waymark.row_history where table_name = 'home_said') as n`.execute(
        tx,
      ),
    )
    assert.equal(Number(read.rows[0]?.n), 0)
    await assert.rejects(
      w.acting(ada, (tx) =>
        sql`insert into waymark.home_said (child_id, room, door, phone, food, rest, visitors, night, language, said_at)
          values (${child}, 'yes', 'skip', 'skip', 'skip', 'skip', 'skip', 'skip', 'en', now())`.execute(
          tx,
        ),
      ),
      /row-level security/,
    )
  })
})
