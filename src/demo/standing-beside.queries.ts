import type { Client } from 'pg'
import type { RightsTold } from './rights.queries.ts'

/**
 * For one in nine invented children the way to a guardian (asked for, offered, there, not wanted, or not there
 * yet), with the clock of the wait; and for one in forty a worker who leaves, with a goodbye and a hello.
 */
export async function keepStanding(
  client: Client,
  today: Date,
  story: string | undefined,
): Promise<void> {
  await client.query(
    `create temporary table stood on commit drop as
     select c.id as child_id, a.id as allocation, a.person_id as worker, h.h, $1::timestamptz as now,
       $1::date - (h.h % 500)::integer - 12 as asked, (h.h / 500 % 90)::integer + 3 as days
     from waymark.child c
     cross join lateral (select abs(hashtext(c.id::text || 'beside')::bigint) as h) h
     cross join lateral (select id, person_id from waymark.allocation
       where child_id = c.id and ended_on is null and part <> 'guardian' order by started_on, person_id limit 1) a
     where (h.h % 9 = 0 or h.h % 40 = 0) and c.id is distinct from $2::uuid and c.opened_at < $1::timestamptz - interval '20 days'`,
    [today, story ?? null],
  )
  await client.query(`insert into waymark.standing_step (child_id, part, kind, on_day, who, because, again_on, why, written_by, changed_by, changed_at)
    select s.child_id, 'guardian', x.kind, least(s.asked + x.after, s.now::date), x.who, x.because, case when x.again then s.now::date + 14 end, null, s.worker, s.worker, s.now
    from stood s cross join lateral (values
      ('asked', 0, null, null, false, true),
      ('not_there', 9, null, 'service_full', true, s.h / 9 % 4 = 0),
      ('offered', s.days, 'The guardianship service', null, false, s.h / 9 % 4 in (1, 2)),
      ('not_wanted', s.days + 1, null, null, false, s.h / 9 % 4 = 2)
    ) x(kind, after, who, because, again, there) where x.there and s.h % 9 = 0`)
  await client.query(`insert into waymark.clock (child_id, rule, nation, about_kind, about_id, started_at, state, stopped_at, stopped_why, changed_by, changed_at)
    select s.child_id, 'guardian.allocation', 'england', 'standing_step', t.id, s.asked + time '12:00',
      case when s.h / 9 % 4 = 2 and s.asked + s.days + 1 <= s.now::date then 'no_longer_owed' when s.h / 9 % 4 in (1, 3) and s.asked + s.days <= s.now::date then 'done' else 'running' end,
      case when s.h / 9 % 4 = 2 and s.asked + s.days + 1 <= s.now::date then s.asked + s.days + 1 + time '12:00' when s.h / 9 % 4 in (1, 3) and s.asked + s.days <= s.now::date then s.asked + s.days + time '12:00' end,
      case when s.h / 9 % 4 = 2 and s.asked + s.days + 1 <= s.now::date then 'They do not want one' end, s.worker, s.now
    from stood s join waymark.standing_step t on t.child_id = s.child_id and t.kind = 'asked'`)
  await client.query(`insert into waymark.handover (child_id, allocation_id, goodbye, goodbye_on, goodbye_where, next, next_by, told_on, changed_by, changed_at)
    select child_id, allocation, 'planned', now::date + (h / 40 % 12)::integer + 1, (array['At the café by the water', 'At home', 'On the walk to the library'])[h / 40 % 3 + 1],
      'nobody_yet', now::date + (h / 40 % 9)::integer + 2, now::date - 3, worker, now from stood where h % 40 = 0`)
}

/** The story: an advocate who was not wanted, a guardian who came, a worker who leaves, and a carer who sees a little. */
export async function tellStanding(
  client: Client,
  told: RightsTold & { readonly carer: string },
): Promise<void> {
  const at = (days: number) => new Date(told.today.getTime() + days * 24 * 60 * 60 * 1000)
  await client.query(
    `insert into waymark.standing_step (child_id, part, kind, on_day, who, because, again_on, why, words, words_language, said_by, written_by, changed_by, changed_at)
     values ($1, 'advocate', 'offered', $3::date, 'Ines, Speak Up (invented)', null, null, null, null, 'en', null, $2, $2, $3),
            ($1, 'advocate', 'not_now', $4::date, null, null, $6::date, null, 'I have enough people asking me things. Maybe after the exams.', 'en', 'child', $2, $2, $4),
            ($1, 'key_worker', 'asked', $4::date, null, null, null, null, null, 'en', null, $2, $2, $4),
            ($1, 'key_worker', 'not_there', $5::date, null, 'service_full', $6::date, null, null, 'en', null, $2, $2, $5),
            ($1, 'carer', 'started', $7::date, 'Marta', null, null, null, null, 'en', null, $2, $2, $7)`,
    [told.child, told.worker, at(-60), at(-58), at(-40), at(12), at(-300)],
  )
  await leaves(client, told, at)
  await cared(client, told, at)
}

type At = (days: number) => Date

async function leaves(client: Client, told: RightsTold, at: At): Promise<void> {
  await client.query(
    `insert into waymark.handover (child_id, allocation_id, goodbye, goodbye_on, goodbye_where, next, next_name, hello, hello_on, hello_where, told_on, words, words_language, changed_by, changed_at)
     select $1, a.id, 'planned', $3::date, 'At the café by the water', 'somebody', 'Samira', 'planned', $3::date, 'At the café by the water', $4::date,
       'I want them to come together, and I choose the cake.', 'en', $2, $4
     from waymark.allocation a where a.child_id = $1 and a.person_id = $2 and a.ended_on is null order by a.started_on, a.id limit 1`,
    [told.child, told.worker, at(9), at(-4)],
  )
}

async function cared(
  client: Client,
  told: RightsTold & { readonly carer: string },
  at: At,
): Promise<void> {
  await client.query(`update waymark.person set name = 'Marta Lindqvist' where id = $1`, [
    told.carer,
  ])
  const { rows } = await client.query<{ id: string }>(
    `insert into waymark.carer (child_id, person_id, home_carer_id, name, who_they_are, decides, agreed_on, agreed_how, invited_by, invited_at, changed_by, changed_at)
     select $1, p.id, (select h.id from waymark.home_carer h join waymark.home_stay s on s.place_id = h.place_id and s.child_id = $1 and s.ended_on is null
         where h.name = p.name), p.name, 'I live with her', 'young_person', $3::date, 'At the kitchen table, with Marta out of the room. He chose what she may see.', $2, $3, $2, $3
     from waymark.person p where p.id = $4 returning id`,
    [told.child, told.worker, at(-30), told.carer],
  )
  const carer = rows[0]?.id
  await client.query(
    `insert into waymark.carer_item (child_id, carer_id, appointment_id, agreed_on, changed_by, changed_at)
     select $1, $2, a.id, $4::date, $3, $4 from waymark.appointment a where a.child_id = $1 and a.state = 'planned' and a.starts_at > $5
     order by a.starts_at limit 2`,
    [told.child, carer, told.worker, at(-30), told.today],
  )
  await client.query(
    `insert into waymark.carer_item (child_id, carer_id, action_id, agreed_on, changed_by, changed_at)
     select $1, $2, x.id, $4::date, $3, $4 from waymark.plan_action x where x.child_id = $1 order by x.due_on, x.id limit 1`,
    [told.child, carer, told.worker, at(-30)],
  )
}
