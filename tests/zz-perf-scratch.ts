import { describe, it } from 'node:test'
import { sql } from 'kysely'
import {
  frameworkDocument,
  readFramework,
} from '../src/domains/outcomes/framework-document.form.ts'
import { readFileSync } from 'node:fs'
import { ann, zoe, northmere } from './support/people.ts'
import { world } from './support/world.ts'
describe('perf', () => {
  it('x', { timeout: 600000 }, async () => {
    const w = await world()
    const rd = readFramework(
      JSON.parse(readFileSync('src/domains/outcomes/provisional-set.json', 'utf8')),
    )
    if (!rd.ok) throw new Error('x')
    const doc = JSON.stringify(frameworkDocument(rd.framework))
    const { rows } = await w.acting(zoe, (tx) =>
      sql<{ id: string }>`select waymark.keep_framework(${doc}::jsonb, true) as id`.execute(tx),
    )
    const fw = rows[0]!.id
    const N = Number(process.argv.at(-1)) || 100000
    let t = performance.now()
    await sql`set session_replication_role = replica`.execute(w.db)
    await w.db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx); await sql`set local statement_timeout = 0`.execute(tx)
      await sql`insert into waymark.child (organisation_id, known_as, opened_at) select ${northmere}, 'C', now() - interval '1 year' from generate_series(1, ${sql.lit(N)})`.execute(
        tx,
      )
      await sql`insert into waymark.check_in (child_id, framework_version_id, voice, status, started_at, shared_at, changed_at)
      select c.id, ${fw}, 'young_person', 'shared', now() - g * interval '40 days', now() - g * interval '40 days', now() - g * interval '40 days'  from waymark.child c, generate_series(1,3) g where random() < 0.7`.execute(
        tx,
      )
      await sql`insert into waymark.check_in_answer (check_in_id, child_id, outcome_id, state, reason)
      select i.id, i.child_id, o.id, case when x.r < 0.8 then (array['not_at_all','a_little','mostly','fully','changes_a_lot'])[1+floor(x.r*5/0.8001)::int] end, case when x.r >= 0.8 then (array['skipped','dont_know','not_now','not_relevant_to_me'])[1+floor((x.r-0.8)*20)::int] end
      from waymark.check_in i cross join waymark.outcome o cross join lateral (select random() r, random() + length(o.code)*0 + length(i.id::text)*0 as p) x where x.p < 0.2`.execute(
        tx,
      )
    })
    await sql`set statement_timeout=0`.execute(w.db); await sql`analyze`.execute(w.db)
    const c = await sql<{
      a: string
      b: string
      c: string
    }>`select (select count(*) from waymark.child) a,(select count(*) from waymark.check_in) b,(select count(*) from waymark.check_in_answer) c`.execute(
      w.db,
    )
    console.log('loaded', c.rows, Math.round(performance.now() - t))
    for (const q of [
      sql`select * from waymark.area_people('2026-04-01', ${fw})`,
      sql`select count(*) from waymark.area_answers('2026-04-01', ${fw})`,
      sql`select waymark.area_changed('2026-04-01', ${fw}, now() - interval '41 days')`,
    ]) {
      for (let i = 0; i < 2; i++) {
        t = performance.now()
        const r = await w.acting(ann, (tx) => q.execute(tx))
        console.log(
          Math.round(performance.now() - t),
          'ms',
          r.rows.length,
          JSON.stringify(r.rows).slice(0, 200),
        )
      }
    }
    t = performance.now()
    const res = await w.post(ann, '/area/pictures', { year: '2026', framework: fw })
    console.log(w.logged.filter((l:any)=>l.failed), 'make', res.statusCode, Math.round(performance.now() - t), 'ms')
    const times: number[] = []
    for (let i = 0; i < 60; i++) {
      t = performance.now()
      const r = await w.get(ann, '/area')
      times.push(performance.now() - t)
      if (i === 0) console.log(r.payload.length, 'bytes')
    }
    times.sort((a, b) => a - b)
    console.log('page p50', times[30], 'p95', times[56])
    t = performance.now()
    const f = await w.get(ann, '/area/figures.csv')
    console.log('csv', f.payload.length, performance.now() - t)
  })
})
