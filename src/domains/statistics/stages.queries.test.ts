import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from '#tests/support/examples.ts'
import { sql } from 'kysely'
import { calendarDay } from '#kernel/calendar-day.ts'
import { life, live } from '#tests/support/lives.ts'
import { ann, northmere, southmere } from '#tests/support/people.ts'
import { publishFramework } from '#tests/support/said.ts'
import { world, type World } from '#tests/support/world.ts'
import { reportingYear } from './reporting-year.rules.ts'
import { countStages } from './stages.queries.ts'
import { noStages, STAGE_STEPS, STAGES } from './stages.rules.ts'

const TODAY = calendarDay('2026-11-21') ?? assert.fail()
const LAST_DAY = calendarDay('2026-03-31') ?? assert.fail()

/** The report again in plain SQL: for each child one question after another, past every function of ours. */
async function recount(w: World, from: string, to: string) {
  const { rows } = await sql<{ stage: string; step: string; n: string }>`
    with d as (select ${from}::date as from_day, ${to}::date as to_day), each as (
      select
        case
          when (select to_day from d) - c.opened_at::date < 90
            or not exists (select from waymark.allocation a where a.child_id = c.id and a.started_on <= (select to_day from d)) then 'early'
          when exists (select from waymark.allocation a where a.child_id = c.id and a.started_on <= (select to_day from d)
            and coalesce(a.ended_on, 'infinity') > (select to_day from d)) then 'support'
          when (select max(b.latest) + interval '18 years' from waymark.date_of_birth_claim b where b.child_id = c.id) <= (select to_day from d)
            or not exists (select from waymark.allocation a where a.child_id = c.id and a.started_on <= (select to_day from d)
              and a.ended_on >= (select to_day from d) - 28) then 'after'
          else 'support'
        end as stage,
        exists (select from waymark.check_in i where i.child_id = c.id and i.status = 'shared' and i.shared_at::date between (select from_day from d) and (select to_day from d))
          or exists (select from waymark.statement t where t.child_id = c.id and t.status = 'sent' and t.sent_at::date between (select from_day from d) and (select to_day from d))
          or exists (select from waymark.meeting_line l where l.child_id = c.id and l.state = 'stands' and l.written_at::date between (select from_day from d) and (select to_day from d)) as spoke,
        exists (select from waymark.check_in i where i.child_id = c.id and i.status = 'withdrawn' and i.shared_at::date between (select from_day from d) and (select to_day from d))
          or exists (select from waymark.statement t where t.child_id = c.id and t.status = 'withdrawn' and t.sent_at::date between (select from_day from d) and (select to_day from d)) as took_back,
        exists (select from waymark.receipt r, waymark.ledger_step p where r.child_id = c.id and p.receipt_id = r.id and p.kind = 'replied'
          and r.subject <> 'goal' and r.state <> 'taken_back' and r.sent_at::date >= (select from_day from d) and p.at::date <= (select to_day from d)) as answered,
        exists (select from waymark.check_in_not_held h where h.child_id = c.id and h.reason in ('offered_declined', 'not_now') and h.on_day between (select from_day from d) and (select to_day from d)) as declined,
        exists (select from waymark.check_in_not_held h where h.child_id = c.id and h.on_day between (select from_day from d) and (select to_day from d)) as not_held,
        exists (select from waymark.check_in_occasion o where o.child_id = c.id and o.arranged_at::date between (select from_day from d) and (select to_day from d))
          or exists (select from waymark.person y where y.id = c.person_id and y.created_at::date <= (select to_day from d)) as could
      from waymark.child c where c.organisation_id = ${northmere} and c.opened_at::date <= (select to_day from d)
    )
    select stage, case when spoke and answered then 'answered' when spoke then 'not_answered' when took_back then 'took_back'
      when declined then 'declined' when could then 'nothing_said' when not_held then 'not_offered' else 'no_way_in' end as step, count(*) as n
    from each group by 1, 2`.execute(w.db)
  const counts = noStages()
  for (const stage of STAGES) {
    for (const step of STAGE_STEPS) {
      counts[stage][step] = Number(rows.find((r) => r.stage === stage && r.step === step)?.n ?? 0)
    }
  }
  return counts
}

describe('taking part by stage, counted', () => {
  it('counts as plain SQL does, for this year and the last', async () => {
    for (const seed of [10, 41, 77]) {
      const w = await world()
      const { id } = await publishFramework(w)
      const lives = fc.sample(life, { numRuns: 140, seed })
      for (const one of lives) await live(w, id, one, northmere)
      for (const one of lives.slice(0, 9)) await live(w, id, one, southmere)
      for (const [begins, on] of [
        [2026, TODAY],
        [2025, LAST_DAY],
      ] as const) {
        const year = reportingYear(begins)
        const counted = await w.acting(ann, (tx) => countStages(tx, year, on))
        assert.deepEqual(counted, await recount(w, year.from, on))
        const reached = Object.values(counted)
          .flatMap((of) => Object.values(of))
          .filter((n) => n > 0)
        assert.ok(reached.length > 10, 'the sample reaches most steps')
      }
    }
  })
})
