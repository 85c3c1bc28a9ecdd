import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { openDatabase, type Database } from '#platform/db/postgres.ts'
import { statementNames } from '#platform/db/prepared.ts'
import { asActor } from '#platform/db/unit-of-work.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, meg, type TestPerson } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

describe('names of statements', () => {
  it('are given to what comes again, one each', () => {
    const nameOf = statementNames()
    assert.deepEqual(
      ['a', 'a', 'a', 'a', 'b'].map((text) => nameOf(text)),
      [undefined, undefined, 'w0', 'w0', undefined],
    )
  })

  it('are never more than so many, whatever comes', () => {
    const nameOf = statementNames(2)
    const named = ['a', 'b', 'c'].map((text) => [1, 2, 3].map(() => nameOf(text)).at(-1))
    assert.deepEqual(named, ['w0', 'w1', undefined])
    assert.equal(nameOf('x'.repeat(20_001)), undefined)
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
