import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** One line of the systems around a young person, for their own record. */
export type AroundLine = {
  readonly kind: 'asked' | 'due' | 'demand' | 'in_the_way'
  readonly id: string
  /** What it is of, as a code that the words have: free text of staff may say too much on a phone. */
  readonly of:
    | 'health'
    | 'mental_health'
    | 'learning'
    | 'guardian'
    | 'home'
    | 'money'
    | 'plan'
    | 'someone_beside'
    | undefined
  /** Words that were written for them to read, or are theirs. */
  readonly text: string | undefined
  readonly language: string | undefined
  readonly on: CalendarDay | undefined
  readonly answer: 'waiting' | 'started' | 'refused' | 'given' | 'done' | 'gone' | undefined
  readonly by: string | undefined
  readonly at: Date
}

/**
 * What was asked for, what is due, what is asked of them, and what is in the way in their own words. What
 * staff wrote of it for themselves, and of a doubted age and of law, is not read out on a phone: a worker reads it with them.
 */
export async function aroundThem(tx: Tx, child: ChildId): Promise<readonly AroundLine[]> {
  const { rows } = await sql<Kept<AroundLine>>`
    select l.kind, l.id, l.of, l.text, l.language, l."on", l.answer, p.name as by, l.at from (
      select 'asked' as kind, r.id, case r.service when 'education' then 'learning' else r.service end as of, null as text, null as language, r.asked_on as "on", case
          when exists (select from waymark.access_event e where e.request_id = r.id and e.kind = 'started') then 'started'
          when (select e.kind from waymark.access_event e where e.request_id = r.id order by e.on_day desc, e.changed_at desc limit 1) = 'refused' then 'refused'
          else 'waiting' end as answer, r.changed_by, r.changed_at as at, 1 as place
        from waymark.access_request r where r.child_id = ${child}
      union all
      select 'due', d.id, (select e.kind from waymark.entitlement e where e.code = d.code and e.nation = d.nation
          order by e.from_day desc limit 1), null, null, d.on_day, case d.state
          when 'received' then 'given' when 'refused' then 'refused' when 'asked' then 'waiting' end, d.changed_by, d.changed_at, 2
        from waymark.due_to_child d where d.child_id = ${child} and d.state in ('asked', 'received', 'refused')
      union all
      select 'demand', m.id, null, p.what_it_is, p.language, m.on_day, case m.state when 'met' then 'done' end, m.changed_by, m.changed_at, 3
        from waymark.process_demand m join waymark.process p on p.id = m.process_id where m.child_id = ${child} and m.state in ('stands', 'met')
      union all
      select 'in_the_way', b.id, null, b.child_words, null, b.seen_on, case when b.ended_on is not null then 'gone' end, b.changed_by, b.changed_at, 4
        from waymark.barrier b where b.child_id = ${child} and b.child_words is not null
    ) l left join waymark.person p on p.id = l.changed_by
    order by l.place, l."on" desc, l.id limit 200`.execute(tx)
  return rows.map((row) => known<AroundLine>(row))
}
