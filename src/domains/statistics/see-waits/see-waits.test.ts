import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, meg, northmere, southmere, sys } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { makeWaitPictures } from './make-waits.ts'

const URL = '/area/waits'
const NOW = new Date('2026-11-21T10:30:00Z')
const DAY = 24 * 60 * 60 * 1000

const said = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('how long decisions and help take, shown', () => {
  let w: World
  /** Children who began to wait on a day, and for whom it came so many days later, or not yet. */
  async function wait(
    n: number,
    rule: string,
    began: string,
    days?: number,
    organisation = northmere,
  ) {
    for (let i = 0; i < n; i += 1) {
      const child = await aChild(w, { organisationId: organisation, allocatedTo: [] })
      const from = new Date(`${began}T10:00:00Z`)
      const until = days === undefined ? null : new Date(from.getTime() + days * DAY)
      await sql`insert into waymark.clock (child_id, rule, nation, about_kind, about_id, started_at, state, stopped_at)
        values (${child}, ${rule}, 'england', 'test', ${randomUUID()}, ${from}, ${until ? 'done' : 'running'}, ${until})`.execute(
        w.db,
      )
    }
  }
  /** Children who asked for help with how they feel, were refused, and have none yet. */
  async function ask(n: number, on: string, organisation = northmere) {
    for (let i = 0; i < n; i += 1) {
      const child = await aChild(w, { organisationId: organisation, allocatedTo: [] })
      const { rows } = await sql<{ id: string }>`
        insert into waymark.access_request (child_id, service, what, asked_on, asked_by)
        values (${child}, 'mental_health', 'x', ${on}, 'child') returning id`.execute(w.db)
      await sql`insert into waymark.access_event (child_id, request_id, kind, on_day, body, why)
        values (${child}, ${rows[0]?.id}, 'refused', '2026-07-01', 'CAMHS', 'x')`.execute(w.db)
    }
  }
  const read = async (who = ann) => said((await w.get(who, URL)).payload)
  const make = async () => String((await w.post(ann, URL, { year: '2026' })).headers.location)

  before(async () => {
    w = await world()
    w.setClock(NOW)
    await wait(12, 'nrm.reasonable-grounds', '2026-05-05', 10)
    await wait(11, 'nrm.reasonable-grounds', '2026-05-05', 40)
    await wait(13, 'nrm.reasonable-grounds', '2026-05-05')
    await wait(3, 'nrm.conclusive-grounds', '2026-05-05', 100)
    await wait(20, 'nrm.conclusive-grounds', '2026-06-01')
    await ask(30, '2026-06-01')
    await ask(2, '2026-06-01', southmere)
    await wait(30, 'nrm.reasonable-grounds', '2026-05-05', 2, southmere)
    await wait(9, 'nrm.reasonable-grounds', '2025-05-05', 2)
  })

  it('says so before any picture is made', async () => {
    assert.match(await read(), /Nobody has made a picture of waits for this year yet/)
  })

  it('gives the median with those who still wait, in weeks, for the reader’s own organisation and year', async () => {
    assert.match(await make(), /made=first/)
    const page = await read()
    // 12 of 36 after 10 days, 23 of 36 after 40: half within 40 days, which is 6 weeks begun
    assert.match(
      page,
      /Reasonable grounds From the referral to the first decision 36 23 13 6 weeks/,
    )
    assert.match(
      page,
      /Mental health From asking until it began, whatever was refused between 30 0 30 It has not come for half/,
    )
    assert.match(page, /A guardian From the referral to a guardian who is named 0 0 0 Nobody/)
  })

  it('hides few children, and then what they waited', async () => {
    assert.match(
      await read(),
      /Conclusive grounds From the first decision to the second (\[c\] \[c\]|23 \[c\]) \[c\] Not given Not given/,
    )
  })

  it('stands until enough children have something new', async () => {
    assert.match(await make(), /made=unchanged/)
    await wait(4, 'nrm.reasonable-grounds', '2026-11-22')
    w.setClock(new Date(NOW.getTime() + 3 * DAY))
    assert.match(await make(), /made=too-few-changed/)
    await wait(8, 'nrm.reasonable-grounds', '2026-11-22')
    assert.match(await make(), /made=made/)
    assert.match(await read(), /Picture number 2/)
    w.setClock(NOW)
  })

  it('compares no body, and is not for those who work with children alone', async () => {
    const page = await read(meg)
    assert.doesNotMatch(page, /Home Office|competent authority|\bbest|worst|rank of|league/i)
    assert.equal((await w.get(ada, URL)).statusCode, 403)
    await assert.rejects(
      w.acting(ada, (tx) =>
        sql`select * from waymark.wait_lengths('2026-04-01', '2026-11-21')`.execute(tx),
      ),
    )
    assert.equal((await w.get(ann, `${URL}?year=1999`)).statusCode, 404)
  })

  it('is made at night too', async () => {
    const made = await w.acting(sys, (tx) => makeWaitPictures(tx, NOW))
    assert.deepEqual(
      made.map((m) => m.outcome),
      ['unchanged', 'first'],
    )
  })
})
