import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { asSealer } from '#platform/db/unit-of-work.ts'
import { aChild } from './support/builders.ts'
import { ada, kit, type TestPerson } from './support/people.ts'
import { world, type World } from './support/world.ts'

describe('a form that arrives more than once', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    child = await aChild(w, { allocatedTo: [ada], account: kit })
  })

  const goal = (words: string, once: string, who: TestPerson = kit) =>
    w.post(who, '/me/goals/new', { words, _once: once })
  const goals = async (words: string) => {
    const rows = await w.db
      .selectFrom('waymark.own_goal')
      .select('id')
      .where('words', '=', words)
      .execute()
    return rows.length
  }

  it('carries its mark in every form that is shown', async () => {
    const page = await w.get(kit, '/me/goals/new')
    assert.match(page.payload, /name="_once" value="[0-9a-f-]{36}"/)
  })

  it('is carried out once, and goes where it went', async () => {
    const once = randomUUID()
    const first = await goal('Learn to swim', once)
    const again = await goal('Learn to swim', once)
    assert.equal(first.statusCode, 303)
    assert.equal(again.headers.location, first.headers.location)
    assert.equal(await goals('Learn to swim'), 1)
  })

  it('is carried out once when it arrives twice at the same moment', async () => {
    const once = randomUUID()
    await Promise.all(Array.from({ length: 5 }, () => goal('A dog', once)))
    assert.equal(await goals('A dog'), 1)
  })

  it('is another form when it says something else: nothing typed is lost', async () => {
    const once = randomUUID()
    await goal('Draw', once)
    await goal('Draw and paint', once)
    assert.equal(await goals('Draw and paint'), 1)
  })

  it('may be sent again after it was asked again', async () => {
    const once = randomUUID()
    assert.equal((await goal('', once)).statusCode, 422)
    assert.equal((await goal('', once)).statusCode, 422)
    assert.equal((await goal('Read', once)).statusCode, 303)
  })

  it('is each person’s own: the same mark from somebody else is another form', async () => {
    const once = randomUUID()
    await goal('Sing', once)
    const { rows } = await w.acting(ada, (tx) =>
      sql`select * from waymark.sent_form where once = ${once}`.execute(tx),
    )
    assert.deepEqual(rows, [])
  })

  it('is kept without what it says', async () => {
    const { rows } = await sql<{ all: string }>`
      select string_agg(f::text, ' ') as all from waymark.sent_form f`.execute(w.db)
    assert.ok(rows[0]?.all)
    assert.doesNotMatch(rows[0].all, /swim|dog|Draw/)
  })

  it('is forgotten after thirty days', async () => {
    await sql`update waymark.sent_form set sent_at = now() - interval '31 days'`.execute(w.db)
    const gone = await asSealer(w.web, async (tx) => {
      const { rows } = await sql<{ n: string }>`
        select waymark.forget_sent_forms() as n`.execute(tx)
      return Number(rows[0]?.n)
    })
    assert.ok(gone > 0)
    const { rows } = await sql`select from waymark.sent_form`.execute(w.db)
    assert.equal(rows.length, 0)
  })

  it('has a key for the young person’s phone that nobody else can have', async () => {
    const answer = JSON.parse((await w.get(kit, '/me/device')).payload)
    assert.equal(Buffer.from(answer.key, 'base64').length, 32)
    assert.deepEqual(JSON.parse((await w.get(kit, '/me/device')).payload).key, answer.key)
    const { rows } = await w.acting(ada, (tx) =>
      sql`select * from waymark.device_key where child_id = ${child}`.execute(tx),
    )
    assert.deepEqual(rows, [])
    assert.equal((await w.get(ada, '/me/device')).statusCode, 403)
  })
})
