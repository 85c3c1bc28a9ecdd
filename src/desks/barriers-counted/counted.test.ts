import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, meg, mia } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { barriersCounted, refusalsCounted } from './counted.view.ts'

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

  it('says how many were refused by kind of help, and hides few', () => {
    const of = (children: number, refused: boolean) => ({
      service: 'mental_health' as const,
      refused,
      children,
    })
    const [, mental] = refusalsCounted([of(20, true), of(30, false)])
    assert.deepEqual([mental?.asked, mental?.refused], ['50', '20'])
    const [, few] = refusalsCounted([of(2, true), of(30, false)])
    assert.equal(few?.refused, '[c]')
  })

  it('takes each child’s first request of a kind, and what was refused before the month', async () => {
    const child = await aChild(w)
    const { rows } = await sql<{ id: string }>`
      insert into waymark.access_request (child_id, service, what, asked_on, asked_by)
      values (${child}, 'mental_health', 'x', '2026-08-01', 'child'), (${child}, 'mental_health', 'again', '2026-09-01', 'child')
      returning id`.execute(w.db)
    await sql`insert into waymark.access_event (child_id, request_id, kind, on_day, body, why)
      values (${child}, ${rows[0]?.id}, 'refused', '2026-09-10', 'CAMHS', 'Not ill enough')`.execute(
      w.db,
    )
    const read = (who: typeof ann) =>
      w.acting(who, (tx) =>
        sql`select service, refused, children::int from waymark.access_refusals('2026-11-01')`.execute(
          tx,
        ),
      )
    assert.deepEqual((await read(ann)).rows, [
      { service: 'mental_health', refused: true, children: 1 },
    ])
    assert.equal((await read(ada)).rows.length, 0)
  })
})
