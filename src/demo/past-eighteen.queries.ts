import type { Client } from 'pg'
import type { RightsTold } from './rights.queries.ts'

/**
 * For invented young people of sixteen and more: since when an assessment is owed, for most of those near eighteen
 * a plan with somebody who owns it, and for one in three who are older being asked again, over years and with gaps.
 */
export async function keepPastEighteen(
  client: Client,
  today: Date,
  story: string | undefined,
): Promise<void> {
  await client.query(
    `create temporary table turning on commit drop as
     select c.id as child_id, a.person_id as worker, b.born, h.h, $1::timestamptz as now, $1::date as today
     from waymark.child c
     cross join lateral (select abs(hashtext(c.id::text || 'eighteen')::bigint) as h) h
     cross join lateral (select min(earliest) as born from waymark.date_of_birth_claim where child_id = c.id and ended_at is null) b
     cross join lateral (select person_id from waymark.allocation where child_id = c.id and ended_on is null and part <> 'guardian' order by started_on, person_id limit 1) a
     where b.born + interval '16 years' <= $1::date and b.born + interval '25 years' > $1::date and c.id is distinct from $2::uuid`,
    [today, story ?? null],
  )
  await client.query(`insert into waymark.turning_eighteen (child_id, eligible_on, assessed_on, owner_id, owner_from, stays, changes, if_it_fails, not_said_why, changed_by, changed_at)
    select child_id, (born + interval '16 years')::date, case when h % 3 > 0 and born + interval '16 years 3 months' <= today then (born + interval '16 years 2 months')::date end,
      case when planned then worker end, case when planned then (born + interval '18 years')::date end,
      case when planned then (array['College, and the room where they live now.', 'Their adviser, by the same name.', 'The doctor they know.'])[h % 3 + 1] end,
      case when planned then 'The help for children ends on the birthday. The adviser goes on from that day.' end,
      case when planned then 'The adviser rings the same day, and the team looks for another way within a week.' end,
      case when planned then (array['not_asked_yet', 'did_not_want_to', 'no_interpreter'])[h % 3 + 1] end, worker, now
    from (select t.*, born + interval '17 years 5 months' <= today and h % 8 > 0 as planned from turning t) t`)
  await client.query(`insert into waymark.follow_up (child_id, entry_on, agreed_by, stopped_at, changed_by, changed_at)
    select child_id, greatest((born + interval '17 years')::date, today - 1500), 'child_with_someone', case when h % 7 = 0 then now - interval '40 days' end, worker, now
    from turning where h % 3 = 0 and born + interval '17 years' < today - 30`)
  await client.query(`insert into waymark.consent_step (child_id, step, given, said_by, written_by, changed_by, at, changed_at)
    select f.child_id, s.step, t.h % 7 > 0 and (s.step <> 'linked' or t.h % 2 = 0), 'child_with_someone', t.worker, t.worker, t.now - interval '20 days', t.now
    from waymark.follow_up f join turning t using (child_id) cross join unnest(array['contacted', 'asked', 'counted', 'research', 'linked']) s(step)`)
  await client.query(`insert into waymark.follow_up_point (child_id, months, due_on, outcome, closed_on, changed_by, changed_at)
    select p.child_id, p.months, p.due_on, p.outcome, case when p.outcome is not null then least(p.due_on, p.today) end, p.worker, p.now from (
      select f.child_id, m.months, (f.entry_on + make_interval(months => m.months))::date as due_on, t.today, t.worker, t.now,
        case when t.h % 7 = 0 and f.entry_on + make_interval(months => m.months) > t.today - 40 then 'stopped'
          when f.entry_on + make_interval(months => m.months) <= t.today - 14 then
            (array['answered', 'answered', 'answered', 'did_not_want_to', 'not_reached', 'answered', 'not_safe', 'wants_later', 'nobody_asked'])[(t.h / 5 + m.months) % 9 + 1] end as outcome
      from waymark.follow_up f join turning t using (child_id) cross join unnest(array[0, 3, 6, 12, 24, 36, 48, 60]) m(months)) p`)
  await client.query(`insert into waymark.follow_up_answer (child_id, point_id, question_id, answer, private_to, at, changed_by, changed_at)
    select p.child_id, p.id, q.id, (array['yes', 'partly', 'no', 'yes', 'does_not_matter', 'not_now', 'does_not_know'])[abs(hashtext(p.id::text || q.code)::bigint) % 7 + 1],
      c.person_id, p.closed_on, c.person_id, p.changed_at
    from waymark.follow_up_point p join waymark.child c on c.id = p.child_id and c.person_id is not null join turning t on t.child_id = p.child_id join waymark.service_question q on q.organisation_id is null where p.outcome = 'answered'`)
}

type At = (days: number) => Date

/** The way past eighteen of the young person who is told in full. All invented. */
export async function tellPastEighteen(client: Client, told: RightsTold): Promise<void> {
  const at = (days: number) => new Date(told.today.getTime() + days * 24 * 60 * 60 * 1000)
  const here = [told.child, told.worker, at(-30)]
  await client.query(
    `insert into waymark.turning_eighteen (child_id, eligible_on, assessed_on, owner_name, owner_service, owner_from, stays, changes, if_it_fails, says, changed_by, changed_at)
     values ($1, coalesce((select started_at::date from waymark.clock where child_id = $1 and rule = 'care.needs-assessment' order by started_at limit 1), $4::date), null, 'Rosa Meadows', 'Leaving care team', $5::date, 'College until July. His carers, under staying put, to 21. The Sunday calls with his sister.',
       'The help of the team for children ends on the birthday. Rosa goes on from that day. The doctor stays, the nurse changes.',
       'If the room falls through, Rosa rings his carers and the housing desk the same day.', 'I do not want to start again with somebody who does not know me.', $2, $3)`,
    [...here, at(-60), at(90)],
  )
  const { rows } = await client.query<{ id: string }>(
    `insert into waymark.adult_person (child_id, name, service, part, takes_over, named_on, changed_by, changed_at)
     values ($1, 'Rosa Meadows', 'Leaving care team', 'personal_adviser', 'College, money and the room, from the birthday on.', $4::date, $2, $3),
            ($1, 'Imran Holt', 'Mental health for adults', 'mental_health', 'The talks on Thursdays, after the summer.', $4::date, $2, $3) returning id`,
    [...here, at(-40)],
  )
  const [rosa, imran] = rows.map((row) => row.id)
  await client.query(
    `insert into waymark.adult_meeting (child_id, adult_id, met_on, place, with_them, says, written_by, changed_by, changed_at)
     values ($1, $4, $5::date, 'The café by the college', 'His key worker', 'She listened. She did not write all the time.', $2, $2, $3)`,
    [...here, rosa, at(-25)],
  )
  await client.query(
    `insert into waymark.adult_wish (child_id, adult_id, wish, words, said_by, written_by, at, changed_by, changed_at)
     values ($1, $2, 'meet', 'I want to see the place first.', 'child', $3, $4, $3, $4)`,
    [told.child, imran, told.account, at(-12)],
  )
  await client.query(
    `insert into waymark.help_that_ends (child_id, help, ends_on, reasoning, depends_on, goes_on, owner_name, by_on, changed_by, changed_at)
     values ($1, 'mental_health', $4::date, 'The service for children sees nobody past the birthday. The one for adults has a wait of five months, as its desk said on the telephone.',
       'Nothing hangs on a paper here.', 'A first meeting with Imran Holt before the birthday, and Thursdays with the same nurse until then.', 'His social worker', $5::date, $2, $3)`,
    [...here, at(90), at(30)],
  )
  await watched(client, told, at)
  await askedAgain(client, told, at)
}

async function watched(client: Client, told: RightsTold, at: At): Promise<void> {
  await client.query(
    `insert into waymark.own_watch (child_id, often, asker_id, asks, agreed_by, agreed_at, changed_by, changed_at)
     values ($1, 'fortnight', $2, 'Ask me if I sleep, and if anybody new writes to me.', 'child', $4, $3, $4)`,
    [told.child, told.worker, told.account, at(-20)],
  )
  await client.query(
    `insert into waymark.own_watch_sign (child_id, words, said_by, changed_by, changed_at)
     values ($1, 'When I stop answering my sister.', 'child', $2, $3), ($1, 'When I say I am fine very fast.', 'child', $2, $3)`,
    [told.child, told.account, at(-20)],
  )
  await client.query(
    `insert into waymark.own_watch_asked (child_id, asked_on, went, words, asked_by, changed_by, changed_at)
     values ($1, $4::date, 'said', 'I sleep better since the light is off.', $2, $2, $3)`,
    [told.child, told.worker, at(-6), at(-6)],
  )
}

async function askedAgain(client: Client, told: RightsTold, at: At): Promise<void> {
  const { child, account } = told
  await client.query(
    `insert into waymark.follow_up (child_id, entry_on, agreed_by, changed_by, changed_at) values ($1, $3::date, 'child', $2, $4)`,
    [child, account, at(-100), at(-100)],
  )
  await client.query(
    `insert into waymark.consent_step (child_id, step, given, said_by, written_by, at, changed_by, changed_at)
     select $1, s, true, 'child', $2, $3, $2, $3 from unnest(array['contacted', 'asked', 'counted', 'research']) s`,
    [child, account, at(-100)],
  )
  await client.query(
    `insert into waymark.follow_up_point (child_id, months, due_on, outcome, closed_on, changed_by, changed_at)
     select $1, m, ($3::date + make_interval(months => m))::date, case when m = 0 then 'answered' end, case when m = 0 then $3::date end, $2, $3
     from unnest(array[0, 3, 6, 12, 24, 36, 48, 60]) m`,
    [child, account, at(-100)],
  )
  await client.query(
    `insert into waymark.follow_up_answer (child_id, point_id, question_id, answer, words, private_to, at, changed_by, changed_at)
     select $1, p.id, q.id, case when q.code = 'samePerson' then 'no' else 'partly' end, case when q.code = 'samePerson' then 'Three in one year.' end, $2, $3, $2, $3
     from waymark.follow_up_point p join waymark.service_question q on q.code in ('listened', 'samePerson', 'home') where p.child_id = $1 and p.months = 0`,
    [child, account, at(-100)],
  )
}
