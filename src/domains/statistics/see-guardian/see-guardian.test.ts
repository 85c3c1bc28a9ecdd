import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const DAY = 24 * 60 * 60 * 1000
const said = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('how long a guardian takes, shown', () => {
  let w: World
  const wait = async (n: number, began: string, days?: number) => {
    for (let i = 0; i < n; i += 1) {
      const child = await aChild(w, { allocatedTo: [] })
      const from = new Date(`${began}T10:00:00Z`)
      const until = days === undefined ? null : new Date(from.getTime() + days * DAY)
      await sql`insert into waymark.clock (child_id, rule, nation, about_kind, about_id, started_at, state, stopped_at)
        values (${child}, 'guardian.allocation', 'england', 'test', ${randomUUID()}, ${from}, ${until ? 'done' : 'running'}, ${until})`.execute(
        w.db,
      )
    }
  }
  const make = (year: string) => w.post(ann, '/area/waits', { year })
  const read = async () => (await w.get(ann, '/area/waits/guardian')).payload

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-21T10:30:00Z'))
    await wait(20, '2025-05-05', 14)
    await wait(10, '2025-05-05')
    await wait(30, '2026-05-05')
    await wait(3, '2026-05-05', 7)
  })

  it('says so before any picture is made', async () => {
    assert.match(said(await read()), /Nobody has made a picture of waits yet/)
  })

  it('gives each year’s median with those who still wait, drawn and as a table', async () => {
    await make('2025')
    await make('2026')
    const page = await read()
    const text = said(page)
    assert.match(text, /1 April 2025 to 31 March 2026 30 20 10 2 weeks/)
    assert.match(
      text,
      /1 April 2026 to 31 March 2027 \S+ \[c\] \S+ (It has not come for half|Not given)/,
    )
    assert.equal(page.match(/From April 20\d\d/g)?.length, 2)
    assert.equal(page.match(/<circle/g)?.length, 1, 'a point only where half have one')
    assert.ok(
      text.indexOf('April 2025 to') < text.indexOf('April 2026 to'),
      'in the order of years',
    )
  })

  it('is not for those who work with children alone', async () => {
    assert.equal((await w.get(ada, '/area/waits/guardian')).statusCode, 403)
  })
})
