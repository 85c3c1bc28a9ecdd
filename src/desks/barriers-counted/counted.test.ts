import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, meg, mia } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { barriersCounted, waitsCounted } from './counted.view.ts'

const THEMES = { waiting: 'Waiting time', cost: 'Cost' }

describe('what is in the way, counted', () => {
  let w: World
  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-25T10:00:00Z'))
  })

  const barrier = (child: ChildId, use: string, theme = 'waiting') =>
    sql`insert into waymark.barrier (child_id, level, theme, body, what, seen_on, use_level)
        values (${child}, 'service', ${theme}, 'A clinic', 'Closed', '2026-10-05', ${use})`.execute(
      w.db,
    )

  it('counts children, and only what they said may be counted', async () => {
    const children: ChildId[] = []
    for (let n = 0; n < 8; n++) children.push(await aChild(w))
    for (const child of children.slice(0, 6)) await barrier(child, 'counted')
    for (const child of children.slice(6)) await barrier(child, 'not_asked')
    const [first] = children
    if (first) await barrier(first, 'words')
    for (const who of [ann, meg]) {
      const page = (await w.get(who, '/barriers')).payload
      assert.match(page, /may be counted: <strong>6</)
      assert.match(page, /Waiting time<\/th><td[^>]*>6</)
    }
    assert.equal((await w.get(ada, '/barriers')).statusCode, 403)
    assert.match((await w.get(mia, '/barriers')).payload, /may be counted: <strong>0</)
    assert.doesNotMatch((await w.get(ann, '/barriers')).payload, /Closed|A clinic/)
  })

  it('hides few, and those who would give the few away', () => {
    const shown = barriersCounted(
      [
        { theme: undefined, level: undefined, children: 20 },
        { theme: 'waiting', level: undefined, children: 18 },
        { theme: 'cost', level: undefined, children: 2 },
      ],
      THEMES,
    )
    const [waiting, cost] = shown.themes
    assert.equal(cost?.n, '[c]')
    assert.equal(waiting?.n, '[c]', 'all but two have it: that tells of the two')
  })

  it('gives a median in weeks, with those who still wait in it, and none for few', () => {
    const of = (n: number, days: number, started: boolean) => ({
      service: 'mental_health' as const,
      days,
      started,
      refused: false,
      children: n,
    })
    const [, mental] = waitsCounted([of(20, 50, true), of(30, 200, false)])
    assert.match(mental?.half ?? '', /More than half have not got it/)
    const [, half] = waitsCounted([of(40, 50, true), of(10, 200, false)])
    assert.match(half?.half ?? '', /^8 weeks/)
    const [, few] = waitsCounted([of(6, 50, true), of(6, 200, false)])
    assert.equal(few?.half, 'Not given for so few')
    const [, one] = waitsCounted([of(30, 50, true), of(1, 200, false)])
    assert.deepEqual([one?.started, one?.half], ['[c]', 'Not given for so few'])
  })

  it('takes each child’s first request of a kind, and what began before the month', async () => {
    const child = await aChild(w)
    const { rows } = await sql<{ id: string }>`
      insert into waymark.access_request (child_id, service, what, asked_on, asked_by)
      values (${child}, 'mental_health', 'x', '2026-08-01', 'child'), (${child}, 'mental_health', 'again', '2026-09-01', 'child')
      returning id`.execute(w.db)
    await sql`insert into waymark.access_event (child_id, request_id, kind, on_day, body, support)
      values (${child}, ${rows[0]?.id}, 'started', '2026-09-10', 'CAMHS', 'y')`.execute(w.db)
    const found = await w.acting(ann, (tx) =>
      sql`select service, days, started, children::int from waymark.access_waits('2026-11-01')`.execute(
        tx,
      ),
    )
    assert.deepEqual(found.rows, [
      { service: 'mental_health', days: 40, started: true, children: 1 },
    ])
    const none = await w.acting(ada, (tx) =>
      sql`select from waymark.access_waits('2026-11-01')`.execute(tx),
    )
    assert.equal(none.rows.length, 0)
  })
})
