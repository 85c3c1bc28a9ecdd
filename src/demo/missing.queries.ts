import type { Client } from 'pg'

/**
 * Times children were missing: one in thirty of the invented children, one in four where they are few, found again; a few who are looked for now,
 * in each organisation one at least, and one whose search somebody proposes to close.
 * Which child gets what follows from its id, so it is always the same. The one told in full is left out.
 */
export async function keepMissing(
  client: Client,
  today: Date,
  story: string | undefined,
): Promise<void> {
  await client.query(
    `create temporary table gone on commit drop as
     select gen_random_uuid() as id, k.child_id, k.worker, k.manager, k.nation, k.h, k.n, k.open,
       case when k.open then $1::timestamptz - interval '1 hour' * (k.h % 50 + 5) else k.at end as at,
       case when not k.open then k.at + interval '1 hour' * (k.h % 60 + 2) end as found_at
     from (
       select r.*, r.h % 870 = 0 or r.n <= 2 as open from (
         select c.id as child_id, a.person_id as worker, m.id as manager, h.h, 'england' as nation,
           row_number() over (partition by c.organisation_id order by h.h) as n,
           greatest(c.opened_at, $1::timestamptz - interval '1 day' * (h.h % 300 + 12)) as at
         from waymark.child c
         cross join lateral (select abs(hashtext('missing' || c.id::text)::bigint) as h) h
         cross join lateral (select person_id from waymark.allocation where child_id = c.id and ended_on is null and part <> 'guardian' order by started_on, person_id limit 1) a
         cross join lateral (select id from waymark.person where organisation_id = c.organisation_id and role = 'manager' order by team_id nulls first, id limit 1) m
         where c.id is distinct from $2::uuid and c.person_id is null and c.opened_at < $1::timestamptz - interval '12 days'
       ) r where r.h % (case when (select count(*) from waymark.child) < 5000 then 4 else 29 end) = 0 or r.n <= 3
     ) k`,
    [today, story ?? null],
  )
  await searches(client)
  await answered(client)
  await owed(client)
}

async function searches(client: Client): Promise<void> {
  await client.query(`insert into waymark.missing_episode (id, child_id, kind, missing_since, last_seen_place, wearing, risk, police_reference, reported_by, reported_at,
      ended_at, ended_how, found_where, changed_by, changed_at)
    select id, child_id, case when h % 5 = 0 then 'away' else 'missing' end, at, (array['At the college gate', 'In their room', 'At the bus station', 'In the shop on the corner'])[h % 4 + 1],
      (array['A green coat and trainers', 'A school uniform', 'Jeans and a red hood'])[h % 3 + 1],
      (array['Somebody they owe money rang twice this week.', 'They spoke of a cousin in another city, whom nobody has met.', 'It is not like them: they missed supper and their medicine is here.'])[h % 3 + 1],
      case when h % 7 <> 0 then 'MP/' || h % 100000 end, worker, at + interval '1 hour', found_at, case when found_at is not null then 'found' end,
      case when found_at is not null then (array['With a friend', 'At a railway station', 'They came back by themselves'])[h % 3 + 1] end, worker, at + interval '1 hour' from gone`)
  await client.query(`insert into waymark.missing_told (child_id, episode_id, whom, told_at, said, changed_by, changed_at)
    select child_id, id, w.whom, at + interval '1 hour', 'They will ring back within the hour.', worker, at + interval '1 hour'
    from gone cross join (values ('police'), ('social_worker'), ('carer')) w(whom)`)
}

async function answered(client: Client): Promise<void> {
  await client.query(`insert into waymark.missing_response (child_id, episode_id, body, responded_at, did, treated, changed_by, changed_at)
    select child_id, id, 'police', at + interval '3 hours', 'Two officers came to the house and asked the others what they know.',
      (array['as_a_child_at_risk', 'as_a_child_at_risk', 'as_less', 'not_known'])[h % 4 + 1], worker, at + interval '3 hours' from gone where h % 6 <> 0`)
  await client.query(`insert into waymark.missing_review (child_id, episode_id, known, next, police_there, reviewed_by, reviewed_at, changed_by, changed_at)
    select child_id, id, 'A friend has had one message.', 'The key worker asks at the club; the police look at the phone.', h % 3 <> 0, manager, at + interval '4 hours', manager, at + interval '4 hours'
    from gone where h % 4 <> 0`)
  await client.query(`insert into waymark.missing_closing (child_id, episode_id, because, reason, proposed_by, proposed_at, changed_by, changed_at)
    select child_id, id, 'with_another_authority', 'A council in the north says that they are with an aunt there. Nobody of us has seen them.', worker, at + interval '4 hours', worker, at + interval '4 hours'
    from gone where open and n = 1`)
  await client.query(`insert into waymark.missing_return (child_id, episode_id, offered, offered_at, not_offered_because, talked_with, chosen, independent, accepted, held_at,
      pushed, want, exploited, again, private_place, came_of_it, changed_by, changed_at)
    select child_id, id, 'yes', found_at + interval '1 hour' * (h % 90 + 2), null, 'A worker of the youth club', (array['they_chose', 'their_plan', 'did_not_want_to_choose'])[h % 3 + 1],
      case when h % 3 <> 0 then 'yes' end, case when h % 3 <> 0 then 'yes' else 'no' end, case when h % 3 <> 0 then found_at + interval '1 hour' * (h % 90 + 20) end,
      case when h % 3 <> 0 then 'It was too loud, and nobody asked me.' end, case when h % 3 <> 0 then 'To see my friends and not ask each time.' end,
      case when h % 3 <> 0 then (array['not_known', 'no', 'yes'])[h % 3 + 1] end, case when h % 3 <> 0 then 'no' end, case when h % 3 <> 0 then 'yes' end,
      case when h % 2 = 0 then 'Two evenings a week with friends, agreed with the carer.' end, worker, found_at + interval '5 days'
    from gone where found_at is not null and h % 10 <> 0`)
}

/** The clocks as the product starts them: a look at each search, an offer to each who is back and was not asked. */
async function owed(client: Client): Promise<void> {
  await client.query(`insert into waymark.clock (child_id, rule, nation, about_kind, about_id, rule_id, started_at, due_on, due_at, changed_by)
    select g.child_id, r.code, g.nation, 'missing_episode', g.id, r.id, s.at,
      ((s.at + r.length * interval '1 hour') at time zone 'Europe/London')::date, s.at + r.length * interval '1 hour', g.worker
    from gone g join waymark.clock_rule r on r.organisation_id is null and r.nation = g.nation and r.until_day is null
      and r.code = case when g.open then 'missing.search-review' else 'missing.return-interview' end
    cross join lateral (select coalesce(g.found_at, g.at + case when g.h % 4 <> 0 then interval '4 hours' else interval '1 hour' end) as at) s
    where g.open or g.h % 10 = 0`)
}

/** The one told in full: one time, found, with a plan of their own before and a conversation after. */
export async function tellMissing(
  client: Client,
  told: {
    readonly child: string
    readonly worker: string
    readonly manager: string
    readonly today: Date
  },
): Promise<void> {
  const at = (daysAgo: number, hours = 0) =>
    new Date(told.today.getTime() - (daysAgo * 24 - hours) * 60 * 60 * 1000)
  await client.query(
    `insert into waymark.trigger_plan (child_id, tell, look, say, please_dont, talk_with, changed_by, changed_at)
     values ($1, 'Tell Amina first. She knows whom I know.', 'The park by the water. The mosque on Friday.', 'Are you OK? There is food.', 'Do not ring the man from the house. Do not shout.', 'Amina', $2, $3)`,
    [told.child, told.worker, at(200)],
  )
  await client.query(
    `insert into waymark.missing_ready (child_id, looks, photo, friends, places, phone, medical, helps, with_child, with_carer, looked_at, changed_by, changed_at)
     values ($1, 'Tall, short hair, a blue coat.', 'On the phone of the carer; the carer gives it.', 'Amina; two boys from football.', 'The park by the water, the mosque, the library.',
       'A phone with no contract.', 'An inhaler, in the blue bag.', 'Speak Tigrinya. Say first that nobody is angry.', 'together', 'yes', ($3::timestamptz at time zone 'Europe/London')::date, $2, $3)`,
    [told.child, told.worker, at(60)],
  )
  const { rows } = await client.query<{ id: string }>(
    `insert into waymark.missing_episode (child_id, kind, missing_since, last_seen_place, last_seen_by, wearing, has_with_them, risk, police_reference, reported_by, reported_at,
       ended_at, ended_how, found_where, found_how, changed_by, changed_at)
     values ($1, 'missing', $4, 'At the door of the college', 'A teacher', 'A blue coat', 'A phone with no credit, no money', 'The man in the grey car came back that week. They said that they still owe.',
       'MP/2291', $2, $5, $6, 'found', 'The park by the water', 'Cold and hungry, and glad that somebody came.', $3, $6) returning id`,
    [told.child, told.worker, told.worker, at(120), at(120, 2), at(120, 9)],
  )
  const id = rows[0]?.id
  await client.query(
    `insert into waymark.missing_told (child_id, episode_id, whom, name, told_at, said, changed_by, changed_at)
     values ($1, $2, 'police', 'Control room', $4, 'A car goes to the park first, as the plan says.', $3, $4)`,
    [told.child, id, told.worker, at(120, 2)],
  )
  await client.query(
    `insert into waymark.missing_response (child_id, episode_id, body, responded_at, did, treated, better, changed_by, changed_at)
     values ($1, $2, 'police', $4, 'Went to the park and spoke through an interpreter on the phone.', 'as_a_child_at_risk', 'An officer without a uniform.', $3, $4)`,
    [told.child, id, told.worker, at(120, 5)],
  )
  await client.query(
    `insert into waymark.missing_review (child_id, episode_id, known, next, police_there, reviewed_by, reviewed_at, changed_by, changed_at)
     values ($1, $2, 'Amina had a message at four.', 'The park, then the mosque.', true, $3, $4, $3, $4)`,
    [told.child, id, told.manager, at(120, 4)],
  )
  await client.query(
    `insert into waymark.missing_return (child_id, episode_id, offered, offered_at, talked_with, chosen, independent, accepted, held_at, pushed, pulled, want, exploited, again,
       situation_id, private_place, came_of_it, changed_by, changed_at)
     values ($1, $2, 'yes', $4, 'Amina', 'their_plan', 'yes', 'yes', $5, 'He waited outside again. I did not want him to see where I live.', null,
       'A room at the back, and somebody to walk with me.', 'no', 'yes', (select id from waymark.exploitation_situation where child_id = $1 limit 1), 'yes',
       'Somebody walks with them; the police know the car.', $3, $5)`,
    [told.child, id, told.worker, at(119), at(118)],
  )
}
