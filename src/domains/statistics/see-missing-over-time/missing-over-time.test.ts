import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, meg, northmere, southmere, sys, type TestPerson } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { makeMissingGroups } from './make-missing-groups.ts'

const URL = '/area/missing'
const NOW = new Date('2026-11-21T10:30:00Z')
const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

const said = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('children who were missing, over time', () => {
  let w: World
  type Told = {
    readonly answeredIn?: number | undefined
    readonly found?: boolean
    readonly offeredIn?: number
    readonly times?: number
    readonly organisation?: typeof northmere
    readonly by?: TestPerson
  }
  /** So many children, each reported a little after the one before, the first of them on that day. */
  async function gone(n: number, from: string, told: Told = {}) {
    for (let i = 0; i < n; i += 1) {
      const child = await aChild(w, { organisationId: told.organisation ?? northmere })
      for (let time = 0; time < (told.times ?? 1); time += 1) {
        const at = new Date(new Date(`${from}T10:00:00Z`).getTime() + (i + time * 100) * 1000)
        const back = told.found === false ? null : new Date(at.getTime() + 100)
        const { rows } = await sql<{ id: string }>`
          insert into waymark.missing_episode (child_id, kind, missing_since, last_seen_place, risk, reported_by, reported_at, ended_at, ended_how, found_where)
          values (${child}, 'missing', ${at}, 'x', 'x', ${ada.id}, ${at}, ${back}, ${back ? 'found' : null}, ${back ? 'x' : null}) returning id`.execute(
          w.db,
        )
        const id = rows[0]?.id
        if (told.answeredIn !== undefined) {
          const did = new Date(at.getTime() + told.answeredIn * HOUR)
          await sql`insert into waymark.missing_response (child_id, episode_id, body, responded_at, did, treated)
            values (${child}, ${id}, 'police', ${did}, 'x', 'not_known')`.execute(w.db)
        }
        if (told.offeredIn !== undefined && back) {
          const offered = new Date(back.getTime() + told.offeredIn * HOUR)
          await sql`insert into waymark.missing_return (child_id, episode_id, offered, offered_at, talked_with, chosen, accepted)
            values (${child}, ${id}, 'yes', ${offered}, 'x', 'not_asked', 'not_yet')`.execute(w.db)
        }
      }
    }
  }
  const read = async (who = ann) => {
    return said((await w.get(who, URL)).payload)
  }
  const make = async () => String((await w.post(ann, URL, {})).headers.location)

  before(async () => {
    w = await world()
    w.setClock(NOW)
  })

  it('counts nothing before there are 20 different children, however often each was missing', async () => {
    await gone(12, '2026-01-05', { answeredIn: 3, offeredIn: 5, times: 4 })
    await gone(30, '2026-01-05', { organisation: southmere })
    assert.match(await make(), /made=none/)
    assert.match(await read(), /There is no whole group yet/)
  })

  it('waits a week, and then says for 20 children what was done, and hides the few', async () => {
    await gone(6, '2026-11-18', { answeredIn: 9 })
    await gone(2, '2026-11-19', { found: false })
    assert.match(await make(), /made=none/, 'not yet a week')
    w.setClock(new Date(NOW.getTime() + 7 * DAY))
    assert.match(await make(), /made=some/)
    const page = await read()
    // 18 of 20 answered: the two who were not would be told by the sum.
    assert.match(page, /Group 1, until November 2026 20 \[c\] \[c\] \[c\] /)
    assert.doesNotMatch(page, /Group 1, until November 2026 20 18 2/)
  })

  it('goes on from the last report of the group before, and gives days and hours', async () => {
    w.setClock(new Date('2027-03-01T10:30:00Z'))
    await gone(20, '2026-12-09', { answeredIn: 5.5, offeredIn: 80 })
    await make()
    const page = await read()
    assert.match(page, /Group 2, until December 2026 21 days/)
    assert.match(page, /Group 2, until December 2026 6 hours/)
    assert.match(page, /Group 2, until December 2026 20 20 0 20 0 20/)
  })

  it('says when nobody wrote that anything was done for half of them', async () => {
    await gone(9, '2027-01-09', { answeredIn: 2 })
    await gone(11, '2027-01-10')
    await make()
    assert.match(await read(), /Group 3, until January 2027 Not for half of them/)
  })

  it('leaves what was released as it was, whatever is written later about those days', async () => {
    const ledger = async () =>
      JSON.stringify(
        (await sql`select * from waymark.missing_release order by number`.execute(w.db)).rows,
      )
    const before = await ledger()
    await gone(25, '2026-12-01', { answeredIn: 1 })
    assert.match(await make(), /made=none/, 'they were reported before the last group ended')
    assert.equal(await ledger(), before)
    await assert.rejects(
      sql`update waymark.missing_release set figures = '{}'`.execute(w.db),
      /never changed or removed/,
    )
  })

  it('draws the limits of chance once there are eight, and marks what lies outside', async () => {
    w.setClock(new Date('2029-01-01T10:30:00Z'))
    const days = ['03-01', '04-02', '05-01', '06-01', '07-02', '08-01', '09-01', '10-02', '11-01']
    for (const day of days) await gone(20, `2027-${day}`, { answeredIn: 4 })
    await gone(20, '2028-12-01', { answeredIn: 4 })
    await make()
    const html = (await w.get(ann, URL)).payload
    assert.match(html, /stroke-dasharray="6 4"/)
    assert.match(said(html), /Group 3, until January 2027 32 days As usual/)
    assert.match(said(html), /Group 13, until December 2028 396 days Longer than chance alone/)
  })

  it('compares nobody, and is not for those who work with children alone', async () => {
    const page = await read(meg)
    assert.doesNotMatch(page, /Harbour|Southmere|\bbest|worst|\brank|league/i)
    assert.equal((await w.get(ada, URL)).statusCode, 403)
    await assert.rejects(
      w.acting(ada, (tx) => sql`select * from waymark.missing_groups(null, now(), 20)`.execute(tx)),
    )
    await assert.rejects(
      w.acting(ann, (tx) => sql`select * from waymark.missing_groups(null, now(), 1)`.execute(tx)),
      /a group holds 20 children or more/,
    )
  })

  it('is made at night too', async () => {
    await gone(20, '2028-12-10', { answeredIn: 4 })
    const made = await w.acting(sys, (tx) =>
      makeMissingGroups(tx, new Date('2029-02-01T02:00:00Z')),
    )
    assert.deepEqual(
      made.map((m) => m.outcome),
      ['made'],
    )
  })
})
