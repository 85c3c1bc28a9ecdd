import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, meg, northmere, southmere, sys } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { makeFlowPictures } from './make-follow-up.ts'

const URL = '/area/follow-up'
const NOW = new Date('2026-11-21T10:30:00Z')
const LATER = new Date('2026-11-25T10:30:00Z')

const said = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('who is still asked, shown', () => {
  let w: World
  /** Children who entered on a day, and what became of each point in turn; null: nothing is written. */
  async function entered(
    n: number,
    entry: string,
    outcomes: readonly (string | null)[],
    organisation = northmere,
  ) {
    for (let i = 0; i < n; i += 1) {
      const child = await aChild(w, { organisationId: organisation, allocatedTo: [] })
      await sql`insert into waymark.follow_up (child_id, entry_on, agreed_by) values (${child}, ${entry}, 'child')`.execute(
        w.db,
      )
      for (const [k, months] of [0, 3, 6, 12, 24, 36, 48, 60].entries()) {
        const outcome = outcomes[k] ?? null
        await sql`insert into waymark.follow_up_point (child_id, months, due_on, outcome, closed_on)
          values (${child}, ${months}, ${entry}::date + make_interval(months => ${months}::integer), ${outcome},
            case when ${outcome}::text is null then null else (${entry}::date + make_interval(months => ${months}::integer))::date end)`.execute(
          w.db,
        )
      }
    }
  }
  const read = async (year = '2024', who = ann) =>
    said((await w.get(who, `${URL}?year=${year}`)).payload)
  const make = async () => String((await w.post(ann, URL, { year: '2024' })).headers.location)

  before(async () => {
    w = await world()
    w.setClock(NOW)
    await entered(12, '2024-05-01', ['answered', 'answered', 'answered', 'answered', 'answered'])
    await entered(8, '2024-05-01', [
      'answered',
      'not_reached',
      'stopped',
      'stopped',
      'stopped',
      'stopped',
      'stopped',
      'stopped',
    ])
    await entered(6, '2024-05-01', [
      'answered',
      'did_not_want_to',
      null,
      'nobody_asked',
      'not_safe',
    ])
    await entered(12, '2024-06-01', ['answered', 'answered', 'answered', 'answered'])
    await entered(30, '2024-05-01', ['answered'], southmere)
    await entered(9, '2025-05-01', ['answered'])
  })

  it('counts everybody who entered at every point, with the reasons of those who did not answer', async () => {
    assert.match(await read(), /Nobody has made this picture for this year yet/)
    assert.match(await make(), /made=first/)
    const page = await read()
    assert.match(page, /At entry 38 38 0 0 0 0 0 0 0 0 0/)
    assert.match(page, /After 3 months 38 24 6 8 0 0 0 0 0 0 0/)
    assert.match(page, /After 6 months 38 24 0 0 0 0 0 8 0 6 0/)
    assert.match(page, /After one year 38 24 0 0 0 0 6 0 8 0 0/)
    assert.match(page, /After 2 years 38 12 0 0 6 0 0 0 8 12 0/)
  })

  it('hides few, and whatever would give them away', async () => {
    const close = (outcome: string, most: number) =>
      sql`update waymark.follow_up_point set outcome = ${outcome}, closed_on = '2026-11-24' where id in (
        select p.id from waymark.follow_up_point p join waymark.follow_up f using (child_id)
        where f.entry_on = '2024-06-01' and p.months = 24 and p.outcome is null limit ${most})`.execute(
        w.db,
      )
    await close('wants_later', 2)
    w.setClock(LATER)
    assert.match(await make(), /made=too-few-changed/)
    await close('answered', 20)
    assert.match(await make(), /made=made/)
    const row = /After 2 years 38 ([^A]*)/.exec(await read())?.[1] ?? ''
    const cells = row.trim().split(' ').slice(0, 10)
    assert.equal(cells[4], '[c]')
    // With one number hidden, the sum would give it away: another is hidden as well.
    assert.ok(cells.filter((cell) => cell === '[c]').length >= 2, row)
    assert.match(await read(), /After one year 38 24 0/)
  })

  it('stands until enough have something new, and keeps each year by itself', async () => {
    assert.match(await make(), /made=unchanged/)
    const made = await w.acting(sys, (tx) => makeFlowPictures(tx, LATER))
    assert.deepEqual(
      made.map((m) => m.outcome),
      ['first', 'first', 'unchanged', 'first', 'first'],
    )
    assert.match(await read('2025'), /At entry 9 9 0/)
    assert.match(await read('2025'), /1 April 2024 to 31 March 2025/)
  })

  it('is not for those who work with children alone, and compares nobody', async () => {
    assert.equal((await w.get(ada, URL)).statusCode, 403)
    assert.equal((await w.get(meg, URL)).statusCode, 200)
    assert.equal((await w.get(ann, `${URL}?year=1999`)).statusCode, 404)
    await assert.rejects(
      w.acting(ada, (tx) =>
        sql`select * from waymark.follow_up_flow('2024-04-01', '2026-11-21')`.execute(tx),
      ),
    )
    assert.doesNotMatch(await read(), /\bbest|worst|\brank|target/i)
  })
})
