-- The places an organisation has for children to live, who cares there, and what they have learnt, with the day
-- until which it holds. No child and no address is in these tables.

create table waymark.training_topic (
  id uuid primary key default gen_random_uuid(),
  code text not null check (code ~ '^[a-z_]{3,40}$'),
  called text not null check (length(called) between 1 and 100),
  meaning text not null check (length(meaning) between 1 and 500),
  needed boolean not null,
  lasts_months integer not null check (lasts_months between 1 and 120),
  place integer not null check (place > 0),
  from_day date not null,
  until_day date,
  source text not null check (length(source) between 1 and 500),
  unique (code, from_day),
  constraint ends_after_it_began check (until_day is null or until_day >= from_day)
);
comment on table waymark.training_topic is 'What somebody who cares for a child has to know, as dated data: whether it is needed before a child lives with them, and for how many months it holds. A topic that changes is ended and followed by a new row with the same code.';
insert into waymark.training_topic (code, called, meaning, needed, lasts_months, place, from_day, source)
select v.code, v.called, v.meaning, v.needed, v.months, v.place, '2026-01-01', v.source
from (values
  ('signs', 'Signs of exploitation', 'What to look for, and what to do with a worry', true, 24, 1, 'Study 000, key finding 4: carers need training in signs of exploitation. The months are the default of this product, to be confirmed'),
  ('trauma', 'Trauma, and what helps', 'How a body and a mind keep what happened, and what makes a home calm', true, 24, 2, 'Study 002, topics of continuing training. The months are the default of this product, to be confirmed'),
  ('going_missing', 'When a child goes missing', 'The first hours, what is ready beforehand, and coming back', true, 24, 3, 'DfE, Children who run away or go missing from home or care, January 2014; the Philomena Protocol. The months are the default of this product, to be confirmed'),
  ('curiosity', 'Professional curiosity', 'Asking on, gently, where something does not fit', false, 36, 4, 'Study 002, topics of continuing training. The months are the default of this product, to be confirmed'),
  ('rights', 'Rights of children', 'The Convention, the law of the nation, and where a child turns', false, 36, 5, 'Study 002, topics of continuing training. The months are the default of this product, to be confirmed'),
  ('culture', 'Culture, faith and language', 'Living with somebody whose food, faith and words are others', false, 36, 6, 'Study 002, topics of continuing training. The months are the default of this product, to be confirmed'),
  ('forms', 'Forms that children meet', 'Criminal, sexual, labour and other exploitation of children, each by itself', false, 36, 7, 'Study 002, child-specific forms. The months are the default of this product, to be confirmed')
) as v(code, called, meaning, needed, months, place, source);
alter table waymark.training_topic enable row level security;
alter table waymark.training_topic force row level security;
create policy everybody_reads on waymark.training_topic for select to waymark_app using (true);
grant select on waymark.training_topic to waymark_app;

create table waymark.home_place (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  called text not null check (length(btrim(called)) between 1 and 200),
  kind text not null check (kind in ('foster', 'family_or_friends', 'supported_lodgings', 'supported_accommodation', 'childrens_home', 'secure', 'shared_house', 'hotel', 'own_tenancy', 'other')),
  run_by text not null check (run_by in ('council', 'agency', 'charity', 'other')),
  room_for integer not null check (room_for between 0 and 200),
  at_short_notice boolean not null,
  night text not null check (night in ('awake', 'sleeping_in', 'on_call', 'none', 'not_known')),
  specialist text[] not null default '{}' check (specialist <@ array['after_exploitation', 'alone_in_the_country', 'with_a_baby', 'brothers_and_sisters', 'mental_health', 'disability']),
  access text[] not null default '{}' check (access <@ array['step_free', 'wide_doors', 'adapted_bathroom', 'alarm_seen', 'quiet_room']),
  note text check (length(note) between 1 and 2000),
  ended_on date,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (organisation_id, id)
);
create index home_place_of_organisation on waymark.home_place (organisation_id, called) where ended_on is null;
comment on table waymark.home_place is 'A place of the organisation''s where children may live, and what it can do. Named as people there call it; where it is, is not here.';
comment on column waymark.home_place.night is 'Who is there at night: awake, sleeping in the house, on call elsewhere, nobody.';

create table waymark.home_carer (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  place_id uuid not null,
  name text not null check (length(btrim(name)) between 1 and 200),
  part text not null check (part in ('foster_carer', 'lodgings_host', 'key_worker', 'night_worker', 'other')),
  languages text[] not null default '{}' check (cardinality(languages) <= 20),
  specialist text[] not null default '{}' check (specialist <@ array['after_exploitation', 'alone_in_the_country', 'with_a_baby', 'brothers_and_sisters', 'mental_health', 'disability']),
  began_on date not null,
  ended_on date,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (organisation_id, id),
  foreign key (organisation_id, place_id) references waymark.home_place (organisation_id, id),
  constraint ends_after_start check (ended_on is null or ended_on >= began_on)
);
create index home_carer_of_place on waymark.home_carer (place_id) where ended_on is null;
create index home_carer_of_organisation on waymark.home_carer (organisation_id, name) where ended_on is null;
comment on table waymark.home_carer is 'Somebody who cares for children in a place, the languages they speak, and what they are there for especially.';
comment on column waymark.home_carer.languages is 'By their short codes (BCP 47).';

create table waymark.carer_training (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  carer_id uuid not null,
  topic_id uuid not null references waymark.training_topic,
  done_on date not null,
  expires_on date not null,
  given_by text not null check (length(btrim(given_by)) between 1 and 200),
  not_so_because text check (length(btrim(not_so_because)) between 1 and 1000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (organisation_id, carer_id) references waymark.home_carer (organisation_id, id),
  constraint holds_for_a_time check (expires_on > done_on and expires_on <= done_on + 3660)
);
create index carer_training_of_carer on waymark.carer_training (carer_id, topic_id, expires_on);
comment on table waymark.carer_training is 'What a carer learnt, on which day, and until when it holds. Only added to; what was written in error stays and says why.';

create procedure waymark.hold_for_homes(held regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', held);
  execute format('alter table %s force row level security', held);
  execute format('create policy own_organisation on %s for select to waymark_app using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in (''practitioner'', ''guardian'', ''manager'', ''auditor'', ''system''))', held);
  execute format('create policy kept_by_those_who_place on %s for insert to waymark_app with check (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in (''practitioner'', ''manager'', ''system'') and version = 1 and changed_by = (select waymark.actor_id()))', held);
  execute format('create policy changed_by_those_who_place on %s for update to waymark_app using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in (''practitioner'', ''manager'', ''system''))', held);
  execute format('grant select, insert on %s to waymark_app', held);
  execute format('create trigger keep_version before update on %s for each row execute function waymark.keep_version()', held);
end $$;
comment on procedure waymark.hold_for_homes(regclass) is 'Puts a table of places and carers under its rules: read by those who work with children in the organisation, written by practitioners and managers.';
call waymark.hold_for_homes('waymark.home_place');
call waymark.hold_for_homes('waymark.home_carer');
call waymark.hold_for_homes('waymark.carer_training');
grant update (called, kind, run_by, room_for, at_short_notice, night, specialist, access, note, ended_on) on waymark.home_place to waymark_app;
grant update (name, part, languages, specialist, began_on, ended_on) on waymark.home_carer to waymark_app;
grant update (not_so_because) on waymark.carer_training to waymark_app;

create function waymark.gaps_of_carer(carer uuid, on_day date) returns table (code text, called text, lapsed_on date) language sql stable set search_path = pg_catalog as $$
  select t.code, t.called, had.until_day
  from waymark.training_topic t
  cross join lateral (
    select max(c.expires_on) as until_day from waymark.carer_training c join waymark.training_topic s on s.id = c.topic_id and s.code = t.code
     where c.carer_id = carer and c.not_so_because is null and c.done_on <= on_day) had
  where t.needed and t.from_day <= on_day and (t.until_day is null or t.until_day >= on_day)
    and (had.until_day is null or had.until_day < on_day)
  order by t.place
$$;
comment on function waymark.gaps_of_carer(uuid, date) is 'What a carer needs to know before a child lives with them and does not have on that day: never learnt, or no longer held.';
create function waymark.gaps_of_place(home uuid, on_day date) returns jsonb language sql stable set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(g order by g ->> 'carer', g ->> 'called'), '[]'::jsonb) from (
    select jsonb_build_object('carer', c.name, 'called', k.called, 'lapsedOn', k.lapsed_on) as g
      from waymark.home_carer c cross join lateral waymark.gaps_of_carer(c.id, on_day) k
     where c.place_id = home and c.began_on <= on_day and (c.ended_on is null or c.ended_on >= on_day)
    union all
    select jsonb_build_object('carer', null, 'called', 'Nobody who cares here is written down', 'lapsedOn', null)
      from waymark.home_place p where p.id = home and p.kind not in ('own_tenancy', 'shared_house', 'hotel', 'other')
       and not exists (select from waymark.home_carer c where c.place_id = home and c.began_on <= on_day and (c.ended_on is null or c.ended_on >= on_day))
  ) gaps
$$;
comment on function waymark.gaps_of_place(uuid, date) is 'The gaps of everybody who cares in a place on that day, and that nobody is written down where somebody should be.';
revoke execute on function waymark.gaps_of_carer(uuid, date), waymark.gaps_of_place(uuid, date) from public;
grant execute on function waymark.gaps_of_carer(uuid, date), waymark.gaps_of_place(uuid, date) to waymark_app;
