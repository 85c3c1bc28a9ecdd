import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { openDatabase, type Database } from '#platform/db/postgres.ts'
import { comeAgain, keptStatements, preparing } from '#platform/db/prepared.ts'
import type { DB } from '#platform/db/tables.ts'
import { asActor } from '#platform/db/unit-of-work.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, meg, type TestPerson } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

describe('statements', () => {
  const after = (known: (sql: string) => string | undefined, ...texts: readonly string[]) =>
    texts.map((text) => known(text)).at(-1)

  it('are worth keeping from the third time they come', () => {
    const known = comeAgain()
    assert.deepEqual(
      ['a', 'a', 'a', 'a', 'b'].map((text) => known(text)),
      [undefined, undefined, 'a', 'a', undefined],
    )
  })

  it('are not when they have no end of forms, or are very long', () => {
    const known = comeAgain(4)
    assert.equal(
      after(known, 'a', 'a', 'b', 'c', 'd', 'e', 'f', 'a'),
      undefined,
      'others came since',
    )
    const long = 'x'.repeat(20_001)
    assert.equal(after(known, long, long, long), undefined)
    assert.equal(after(known, 'b', 'c', 'b', 'd', 'b'), 'b', 'and what comes again is')
  })
})

describe('what one connection keeps', () => {
  it('is what was used last, whatever came before, and no name comes twice', () => {
    const kept = keptStatements(2)
    const used = ['a', 'b', 'a', 'c', 'a', 'b'].map((text) => kept.use(text))
    assert.deepEqual(
      used.map(({ name, drop }) => [name, drop]),
      [
        ['w0', undefined],
        ['w1', undefined],
        ['w0', undefined],
        ['w2', 'w1'],
        ['w0', undefined],
        ['w3', 'w2'],
      ],
    )
    assert.equal(kept.isWornOut(), false)
    for (let n = 0; n < 2000; n++) kept.use(`${n}`)
    assert.equal(kept.isWornOut(), true, 'a connection with so many behind it is given up')
  })

  it('never drops what may not be there', () => {
    const kept = keptStatements(1)
    kept.use('a')
    kept.forget('a')
    for (let n = 0; n < 200; n++) kept.forget('a')
    assert.equal(kept.isWornOut(), true)
    assert.equal(kept.use('b').drop, undefined)
  })
})

describe('statements kept prepared on one connection', () => {
  let w: World
  let one: Database
  let child: string

  before(async () => {
    w = await world()
    child = await aChild(w, { knownAs: 'Kit', allocatedTo: [ada] })
    one = openDatabase(w.webUrl, 1)
  })
  after(() => one.destroy())

  const seenBy = (who: TestPerson) =>
    asActor(one, who.id, async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select id from waymark.child where id = ${child}`.execute(tx)
      return rows.length
    })

  it('show each reader what is theirs, however often and in whatever order they come', async () => {
    for (let n = 0; n < 12; n++) {
      assert.equal(await seenBy(ada), 1)
      assert.equal(await seenBy(ben), 0)
      assert.equal(await seenBy(meg), 1)
    }
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_prepared_statements where statement ~ 'waymark.child'`.execute(
      one,
    )
    assert.equal(rows[0]?.n, 1, 'it is prepared, once')
  })

  it('are planned once for any values: the reader who comes first does not wait for five plans more', async () => {
    const again = openDatabase(w.webUrl, 1)
    for (let n = 0; n < 6; n++)
      await asActor(again, ada.id, (tx) =>
        sql`select known_as from waymark.child where id = ${child}`.execute(tx),
      )
    const { rows } = await sql<{ custom: number; generic: number }>`
      select custom_plans::int as custom, generic_plans::int as generic from pg_prepared_statements
      where statement ~ 'known_as from waymark.child'`.execute(again)
    // The first two were not worth keeping yet.
    assert.deepEqual(rows, [{ custom: 0, generic: 4 }])
    await again.destroy()
  })

  it('are as many as may be kept, the last used, also when one of them failed', async () => {
    const pool = new pg.Pool({ connectionString: w.webUrl, max: 1 })
    const few = new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(pool, 3) }) })
    const read = (column: number) => sql`select ${sql.lit(column)} + ${1}::int as n`.execute(few)
    const fails = () => sql`select 1 / ${0}::int`.execute(few)
    for (let n = 0; n < 6; n++) {
      for (const column of [1, 2, 3, 4, 5]) await read(column)
      await assert.rejects(fails, /division by zero/)
    }
    const { rows } = await sql<{ statement: string }>`
      select statement from pg_prepared_statements where statement like '%+%' order by prepare_time`.execute(
      few,
    )
    // What failed at first was forgotten, after one had made room for it.
    assert.deepEqual(
      rows.map((r) => r.statement.slice(7, 8)),
      ['4', '5'],
    )
    await few.destroy()
  })

  it('give up the connection whose plan no longer fits the table, and go on', async () => {
    await sql`create schema shapes`.execute(w.db)
    await sql`create table shapes.shape (id int)`.execute(w.db)
    await sql`grant usage on schema shapes to public`.execute(w.db)
    await sql`grant select on shapes.shape to public`.execute(w.db)
    const read = () => sql`select * from shapes.shape where id = ${1}`.execute(one)
    for (let n = 0; n < 5; n++) await read()
    await sql`alter table shapes.shape add column more text`.execute(w.db)
    await assert.rejects(read, /cached plan/)
    await read()
    await sql`drop schema shapes cascade`.execute(w.db)
  })
})
