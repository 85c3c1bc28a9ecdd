import type { Client } from 'pg'

/**
 * What people worried about, for one in eight invented children: set down, looked at, decided or waiting, with what
 * keeps them safe. Which child gets what follows from its id, so it is always the same. The one told in full is left out.
 */
export async function keepWorries(
  client: Client,
  today: Date,
  story: string | undefined,
): Promise<void> {
  await client.query(
    `create temporary table worried on commit drop as
     select k.id, k.child_id, k.worker, k.manager, k.h, k.part,
       case when k.part < 3 then 'pending' when k.part < 7 then 'referred' else 'not_referred' end as state,
       k.at, (k.at at time zone 'Europe/London')::date as day
     from (
       select gen_random_uuid() as id, c.id as child_id, a.person_id as worker, m.id as manager, h.h, (h.h / 8) % 10 as part,
         greatest(c.opened_at, $1::timestamptz - interval '1 day' * (h.h % 330 + 2)) as at
       from waymark.child c
       cross join lateral (select abs(hashtext(c.id::text)::bigint) as h) h
       cross join lateral (select person_id from waymark.allocation where child_id = c.id and ended_on is null and part <> 'guardian' order by started_on, person_id limit 1) a
       cross join lateral (select id from waymark.person where organisation_id = c.organisation_id and role = 'manager' order by team_id nulls first, id limit 1) m
       where h.h % 8 = 0 and c.id is distinct from $2::uuid and c.opened_at < $1::timestamptz - interval '2 days'
     ) k`,
    [today, story ?? null],
  )
  await concerns(client)
  await looksAndDecisions(client)
  await safeAndSent(client)
  await happened(client)
  await responders(client)
}

async function concerns(client: Client): Promise<void> {
  await client.query(`insert into waymark.concern (id, child_id, seen, context, noticed_earliest, noticed_latest, noticed_precision,
      no_words_because, few_choices, state, recorded_by, recorded_at, changed_by, changed_at)
    select id, child_id,
      (array['Somebody nobody knows waits for them and takes their phone.', 'They come back with new shoes and no money, and will not say from whom.',
        'They were found far from home, in a house with men they did not know.', 'They work late every night and fall asleep at college.'])[h % 4 + 1],
      (array['In the evening, at the door of the house.', 'On a Monday, after a weekend away.', 'The police rang in the morning.', 'A teacher told us.'])[h % 4 + 1],
      day - (h % 40)::integer, day - (h % 40)::integer, 'day', 'said_nothing_of_it',
      (array['They owe somebody money.', 'They have nowhere else to sleep.', 'They are afraid for their family.', 'They have no papers and nobody to ask.'])[h % 4 + 1],
      state, worker, at, worker, at from worried`)
  await client.query(`insert into waymark.concern_response (child_id, concern_id, kind, on_day, what, written_by, written_at, changed_by, changed_at)
    select child_id, id, case when h % 3 = 0 then 'criminal' when h % 11 = 0 then 'immigration' else 'safeguarding' end,
      day - (h % 40)::integer, 'As the record of that day says.', worker, at, worker, at from worried where h % 5 <> 0`)
  await client.query(`insert into waymark.child_background (child_id, words, grouped, said_by, changed_by, changed_at)
    select child_id, (array['Vietnamese', 'Sudanese', 'Black British', 'White British', 'Kurdish', 'Mixed, my dad is from Ghana'])[h % 6 + 1],
      (array['asian', 'black', 'black', 'white', 'other', 'mixed'])[h % 6 + 1], 'child', worker, at from worried where part <> 9`)
}

async function looksAndDecisions(client: Client): Promise<void> {
  const look = (place: string, by: string, after: string, where: string) =>
    client.query(`insert into waymark.concern_look (child_id, concern_id, place, finds, reasoning, looked_by, looked_at, changed_by, changed_at)
      select child_id, id, '${place}', case when state = 'not_referred' then 'not_suspect' else 'suspect' end,
        (array['What was seen fits with somebody having a hold on them.', 'Money, fear and a stranger: taken together I cannot explain it otherwise.', 'I talked to the school and to their carer.'])[h % 3 + 1],
        ${by}, at + interval '${after}', ${by}, at + interval '${after}' from worried where ${where}`)
  await look('first', 'worker', '1 hour', 'part > 0')
  await look('second', 'manager', '1 day', 'part > 1')
  await client.query(`insert into waymark.concern_decision (child_id, concern_id, decision, because, reasoning, decided_on, decided_by, decided_at, changed_by, changed_at)
    select child_id, id, state, case when state = 'referred' then 'suspected' else (array['something_else_explains', 'not_enough_known', 'already_referred'])[h % 3 + 1] end,
      'Both looks, and what they think of it themselves.', ((at + interval '2 days') at time zone 'Europe/London')::date, manager, at + interval '2 days', manager, at + interval '2 days'
    from worried where state <> 'pending'`)
}

async function safeAndSent(client: Client): Promise<void> {
  await client.query(`insert into waymark.protection_step (child_id, kind, state, who, asked_on, in_place_on, changed_by, changed_at)
    select w.child_id, k.kind, case when w.h % 4 = k.n then 'asked' else 'in_place' end,
      k.who, w.day, case when w.h % 4 = k.n then null else w.day + k.n end, w.worker, w.at
    from worried w cross join (values ('safe_place', 'Placement team', 0), ('guardian_or_key_worker', 'Guardianship service', 1),
      ('strategy_discussion', 'Council, police and health', 2)) k(kind, who, n)`)
  await client.query(`insert into waymark.linked_referral (child_id, kind, state, to_body, prepared_on, sent_on, answered_on, because, changed_by, changed_at)
    select w.child_id, k.kind, s.state, k.body, w.day + 2,
      case when s.state <> 'preparing' then w.day + 2 end, case when s.state in ('taken_up', 'refused') then w.day + 2 end,
      case when s.state = 'refused' then 'Not enough was written down.' end, w.worker, w.at + interval '2 days'
    from worried w cross join (values ('local_authority', 'Children’s services', 0), ('guardianship', 'Independent Child Trafficking Guardians (ICTG), Barnardo’s', 1),
      ('nrm', 'Single Competent Authority, through the Home Office form', 2)) k(kind, body, n)
    cross join lateral (select (array['taken_up', 'sent', 'preparing', 'refused'])[(w.h / 80 + k.n) % 4 + 1] as state) s
    where w.state = 'referred'`)
}

async function happened(client: Client): Promise<void> {
  await client.query(`create temporary table happened on commit drop as
    select gen_random_uuid() as situation, w.* from worried w where w.state = 'referred'`)
  await client.query(`insert into waymark.exploitation_situation (id, child_id, what, began_earliest, began_latest, began_precision, goes_on, place, rests_on, changed_by, changed_at)
    select situation, child_id, 'Somebody made them work and kept what they earned.', date_trunc('year', day)::date, (date_trunc('year', day) + interval '1 year - 1 day')::date,
      'year', 'not_known', (array['uk', 'uk', 'both', 'overseas', 'not_known'])[h % 5 + 1], id, worker, at from happened`)
  await client.query(`insert into waymark.situation_form (child_id, situation_id, form_id, changed_by, changed_at)
    select s.child_id, s.situation, f.id, s.worker, s.at from happened s
    join waymark.exploitation_form f on f.organisation_id is null
      and f.code = (array['criminal_drugs', 'criminal_cannabis', 'labour', 'servitude', 'sexual', 'criminal_drugs', 'not_yet_known'])[s.h % 7 + 1]`)
  await client.query(`insert into waymark.situation_element (child_id, situation_id, element, finding, rests_on_text, changed_by, changed_at)
    select s.child_id, s.situation, e.element, e.finding, e.rests, s.worker, s.at from happened s
    cross join (values ('act', 'supported', 'Where they were found, and who took them there.'), ('means', 'not_required', null), ('purpose', 'partly', 'What was found in the house.')) e(element, finding, rests)`)
}

/** Councils refer themselves; the guardianship service asks a council to. */
async function responders(client: Client): Promise<void> {
  await client.query(`insert into waymark.first_responder_setting (organisation_id, is_one, listed_as, goes_to, how, set_by)
    select o.id, council.is_one, case when council.is_one then o.name end, case when not council.is_one then 'the council’s children’s services' end,
      case when not council.is_one then 'by the duty line, day and night' end,
      (select p.id from waymark.person p where p.organisation_id = o.id and p.role = 'manager' order by p.team_id nulls first, p.id limit 1)
    from waymark.organisation o cross join lateral (select o.name ilike '%council%' as is_one) council
    where exists (select from waymark.person p where p.organisation_id = o.id and p.role = 'manager')`)
}
