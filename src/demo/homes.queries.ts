import type { Client } from 'pg'
import type { RightsTold } from './rights.queries.ts'

const DAY = 24 * 60 * 60 * 1000

/** Homes of each organisation and who cares there, some with training that has lapsed; for one child in twenty in care where they live, since the day the return says, as long as there is room and one bed left. */
export async function keepHomes(
  client: Client,
  today: Date,
  story: string | undefined,
): Promise<void> {
  await client.query(`insert into waymark.home_place (organisation_id, called, kind, run_by, room_for, at_short_notice, night, specialist, access)
    select o.id, v.called, v.kind, v.run_by, v.room, v.notice, v.night, v.specialist::text[], v.access::text[]
    from waymark.organisation o cross join (values
      ('The Orchard', 'foster', 'council', 2, true, 'sleeping_in', '{after_exploitation,alone_in_the_country}', '{step_free}'),
      ('Harbour View', 'foster', 'agency', 3, false, 'sleeping_in', '{brothers_and_sisters}', '{}'),
      ('Number Twelve', 'supported_accommodation', 'charity', 8, true, 'awake', '{after_exploitation}', '{step_free,wide_doors,quiet_room}'),
      ('The Lodge', 'supported_lodgings', 'agency', 1, false, 'on_call', '{}', '{}'),
      ('Millbrook', 'childrens_home', 'council', 4, true, 'awake', '{mental_health,disability}', '{step_free,adapted_bathroom}')
    ) as v(called, kind, run_by, room, notice, night, specialist, access)`)
  await client.query(
    `insert into waymark.home_carer (organisation_id, place_id, name, part, languages, specialist, began_on)
     select p.organisation_id, p.id, v.name, v.part, v.languages::text[], v.specialist::text[], $1::date - 900
     from waymark.home_place p join (values
       ('The Orchard', 'Marta Lindqvist', 'foster_carer', '{en,ti,am}', '{after_exploitation}'),
       ('The Orchard', 'Emil Lindqvist', 'foster_carer', '{en}', '{}'),
       ('Harbour View', 'Joy Adeyemi', 'foster_carer', '{en,yo}', '{brothers_and_sisters}'),
       ('Number Twelve', 'Hana Petrov', 'key_worker', '{en,sq,uk}', '{after_exploitation}'),
       ('Number Twelve', 'Idris Vale', 'night_worker', '{en,ar}', '{}'),
       ('The Lodge', 'Beth Marlow', 'lodgings_host', '{en,vi}', '{}'),
       ('Millbrook', 'Sami Karim', 'key_worker', '{en,ku,ar}', '{mental_health}')
     ) as v(place, name, part, languages, specialist) on v.place = p.called`,
    [today],
  )
  await client.query(
    `insert into waymark.carer_training (organisation_id, carer_id, topic_id, done_on, expires_on, given_by)
     select c.organisation_id, c.id, t.id, d.done, d.done + t.lasts_months * 30, 'The training partnership (invented)'
     from waymark.home_carer c cross join waymark.training_topic t
     cross join lateral (select $1::date - case when c.name = 'Joy Adeyemi' and t.code = 'signs' then 800 else 500 + t.place * 9 end as done) d
     where (t.needed or c.name in ('Marta Lindqvist', 'Hana Petrov')) and not (c.name = 'Beth Marlow' and t.code = 'trauma')`,
    [today],
  )
  await client.query(
    `create temporary table housed on commit drop as
     select id, child_id, place_id, kind, called, h, began from (
     select row_number() over (partition by p.id order by h.h) as place_in_it, p.room_for, gen_random_uuid() as id, e.child_id, p.id as place_id, p.kind, p.called, h.h, e.began_on as began
     from waymark.care_episode e cross join lateral (select abs(hashtext(e.child_id::text || 'home')::bigint) as h) h
     join lateral (select * from waymark.home_place p where p.organisation_id = e.organisation_id order by p.called offset h.h / 20 % 5 limit 1) p on true
     where h.h % 20 = 0 and e.ended_on is null and e.child_id is distinct from $2::uuid and e.began_on < $1::date - 10) living
     where place_in_it <= greatest(room_for - 1, 1)`,
    [today, story ?? null],
  )
  await client.query(`insert into waymark.home_stay (id, child_id, place_id, kind, called, footing, began_on, why_here, gaps_reason)
    select id, child_id, place_id, kind, called, 'looked_after', began, 'Near school, and with room on the day.', 'The only home with room that night. The course is booked.' from housed`)
  await client.query(`insert into waymark.home_adult (child_id, stay_id, who, relation, shares, checked, since_on)
    select child_id, id, 'Another lodger', 'unrelated', '{bathroom,kitchen}', 'not_known', began + 5 from housed where h / 100 % 10 = 0`)
}

/** Where the young person who is told in full lives, and what they say of it. All invented. */
export async function tellHomes(client: Client, told: RightsTold): Promise<void> {
  const at = (days: number) => new Date(told.today.getTime() + days * DAY)
  const episodes = await client.query<{ on: string }>(
    `select began_on::text as on from waymark.care_episode where child_id = $1 order by began_on desc limit 2`,
    [told.child],
  )
  // The same days as the return tells: one truth, told twice.
  const moved = episodes.rows[0]?.on ?? at(-230)
  const came = episodes.rows[1]?.on ?? at(-450)
  const first = await client.query<{ id: string }>(
    `insert into waymark.home_stay (child_id, kind, called, footing, began_on, ended_on, ended_why, why_here, changed_by, changed_at)
     values ($1, 'supported_accommodation', 'Station House', 'looked_after', $3::date, $4::date, 'planned', 'No other room was free on the night he came.', $2, $5) returning id`,
    [told.child, told.worker, came, moved, at(-230)],
  )
  const { rows } = await client.query<{ id: string }>(
    `insert into waymark.home_stay (child_id, place_id, kind, called, footing, began_on, why_here, gaps_reason, changed_by, changed_at)
     select $1, p.id, p.kind, p.called, 'looked_after', $3::date, 'Marta speaks his language. They met twice before, and he said yes.',
       'Both carers have the course booked for the next month.', $2, $5
     from waymark.home_place p where p.organisation_id = $4 and p.called = 'The Orchard' returning id`,
    [told.child, told.worker, moved, told.organisation, at(-230)],
  )
  const [before, now] = [first.rows[0]?.id, rows[0]?.id]
  await client.query(
    `insert into waymark.home_address (child_id, stay_id, words, changed_by) values ($1, $2, '4 Orchard Row (invented)', $3)`,
    [told.child, now, told.worker],
  )
  await client.query(
    `insert into waymark.home_adult (child_id, stay_id, who, relation, shares, checked, since_on, until_on, changed_by)
     values ($1, $2, 'Other people in the house', 'not_known', '{building}', 'no', $4::date, $5::date, $3),
            ($1, $6, 'Marta Lindqvist', 'carer', '{kitchen,bathroom}', 'yes', $5::date, null, $3),
            ($1, $6, 'Marta’s cousin, who stays since last week', 'not_known', '{kitchen,bathroom}', 'not_known', $7::date, null, $3)`,
    [told.child, before, told.worker, came, moved, now, at(-6)],
  )
  await client.query(
    `insert into waymark.home_check (child_id, stay_id, on_day, own_room, lock, phone, wash, visitors, access, adults, night, seen, seen_alone,
       view_words, view_language, view_said_by, found, why, put_right, put_right_by, changed_by, changed_at)
     values ($1, $2, $4::date, 'yes', 'no', 'yes', 'yes', 'in_part', 'not_for_them', 'yes', 'sleeping_in', 'A desk by the window, and his own shelf in the kitchen.', 'yes',
       'I like the kitchen. I want a key for my room.', 'en', 'child', 'right_if', 'He is at home there. The door does not lock yet.',
       'Marta has a lock put on the door and gives him the key.', $5::date, $3, $4)`,
    [told.child, now, told.worker, at(-60), at(-40)],
  )
  await client.query(
    `insert into waymark.home_said (child_id, room, door, phone, food, rest, visitors, night, good, other, language, said_at, changed_by)
     values ($1, 'yes', 'in_part', 'yes', 'yes', 'in_part', 'not_important', 'yes', 'The food. Marta cooks like my aunt.', 'It is loud in the morning.', 'en', $2, $3)`,
    [told.child, at(-15), told.account],
  )
}

/** The restricted space: somebody is named for it, and what it holds around the one told in full. All invented. */
export async function tellNetworks(client: Client, told: RightsTold): Promise<void> {
  const at = (days: number) => new Date(told.today.getTime() + days * DAY)
  await client.query(
    `insert into waymark.network_grant (organisation_id, person_id, why, granted_by, granted_at, until_day, changed_by)
     values ($1, $2, 'Leads on exploitation for the harbour team', $3, $4, $5::date, $3)`,
    [told.organisation, told.worker, told.manager, at(-20), at(120)],
  )
  const { rows } = await client.query<{ id: string; kind: string }>(
    `insert into waymark.network_entry (organisation_id, kind, called, known, source, sure, again_on, changed_by, changed_at)
     select $1, v.kind, v.called, v.known, v.source, v.sure, v.again::date, $2, $3 from (values
       ('phone', 'A number that ends in 0142', 'Rings late on Fridays.', 'He told his key worker', 'told', $4::timestamptz),
       ('vehicle', 'A grey van with a dent', 'Waited twice by the college gate.', 'The college', 'seen', $4),
       ('place', 'The car wash behind the station', null, 'A worry of the college', 'thought', $5)) v(kind, called, known, source, sure, again)
     returning id, kind`,
    [told.organisation, told.worker, at(-18), at(60), at(-2)],
  )
  const entry = (kind: string) => rows.find((r) => r.kind === kind)?.id
  await client.query(
    `insert into waymark.network_link (organisation_id, one_id, other_id, how, source, sure, changed_by)
     values ($1, $2, $3, 'The number is written on its side', 'The college', 'seen', $5),
            ($1, $3, $4, 'It was seen to park there', 'A worry of the college', 'thought', $5)`,
    [told.organisation, entry('phone'), entry('vehicle'), entry('place'), told.worker],
  )
  await client.query(
    `insert into waymark.network_tie (child_id, organisation_id, entry_id, situation_id, how, source, sure, told, told_because, changed_by)
     values ($1, $2, $3, (select id from waymark.exploitation_situation where child_id = $1 order by id limit 1),
       'It rang him', 'He told his key worker', 'told', 'told', null, $4)`,
    [told.child, told.organisation, entry('phone'), told.worker],
  )
  await client.query(
    `insert into waymark.network_tie (child_id, organisation_id, entry_id, how, source, sure, told, told_because, changed_by)
     select c.id, $1, $2, 'Got into it once', 'The college', 'seen', 'not_yet', 'Somebody else stands beside them, and tells them.', $3
     from waymark.child c where c.organisation_id = $1
       and not exists (select from waymark.allocation a where a.child_id = c.id and a.person_id = $3)
     order by c.id limit 1`,
    [told.organisation, entry('vehicle'), told.worker],
  )
}
