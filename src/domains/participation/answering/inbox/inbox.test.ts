import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, northmere } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { waitingOn } from './inbox.queries.ts'

const OTHERS = 20_000
const MINE = 30

describe('what waits for somebody, among many', () => {
  let w: World

  before(async () => {
    w = await world()
    const mine = await aChild(w, { allocatedTo: ada })
    const others = await aChild(w, { allocatedTo: ben })
    await sql`alter table waymark.receipt disable trigger name_the_answerer`.execute(w.db)
    const many = (child: string, answerer: string, n: number) => sql`
      insert into waymark.receipt (child_id, organisation_id, subject, subject_id, sent_at, answerer_id, answerer_why, answer_by, state_at)
      select ${child}, ${northmere}, 'check_in', gen_random_uuid(), now(), ${answerer}, 'beside', current_date + n % 9, now()
        from generate_series(1, ${n}::integer) n`
    await many(mine, ada.id, MINE).execute(w.db)
    await many(others, ben.id, OTHERS).execute(w.db)
    await sql`alter table waymark.receipt enable trigger name_the_answerer`.execute(w.db)
    await sql`analyze waymark.receipt`.execute(w.db)
  })

  it('is found from whose it is, by the day, without reading anybody else’s', async () => {
    const lines = await w.acting(ada, (tx) => waitingOn(tx, ada.id))
    assert.equal(lines.length, MINE)
    const days = lines.map((l) => l.answerBy)
    assert.deepEqual(days, days.toSorted())
    const plan = await w.acting(ada, async (tx) => {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`
        explain (analyze) select r.id from waymark.receipt r join waymark.child c on c.id = r.child_id
         where r.answerer_id = ${ada.id} and r.state = 'waiting' order by r.answer_by, r.sent_at, r.id limit 200`.execute(
        tx,
      )
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    })
    assert.match(plan, /receipt_waiting_on/)
    assert.doesNotMatch(plan, /Seq Scan on receipt/)
  })
})
