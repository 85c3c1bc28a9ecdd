-- Whoever is asked when a young person needs somebody now is told outside the screen too, by text and mail, where
-- their turn says how and a way out of the house is set up. A notice says that somebody is needed, and nothing else.

alter table waymark.duty_turn
  add column text_to text check (text_to ~ '^[+]?[0-9 ]{7,20}$'),
  add column email_to text check (email_to ~ '^[^@[:space:]<>]+@[^@[:space:]<>]+$' and length(email_to) <= 200);
comment on column waymark.duty_turn.text_to is 'Where a text goes when they are asked. Without it, none goes.';
comment on column waymark.duty_turn.email_to is 'Where a letter goes when they are asked. Without it, none goes.';

create table waymark.duty_notice (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation,
  signal_id uuid not null references waymark.somebody_now,
  person_id uuid not null references waymark.person,
  channel text not null check (channel in ('text', 'email')),
  status text not null default 'waiting' check (status in ('waiting', 'sent', 'not_needed', 'given_up')),
  why text check (why in ('nothing_set_up', 'refused', 'service_away', 'seen', 'next_asked', 'turn_over')),
  tries integer not null default 0,
  queued_at timestamptz not null,
  next_try_at timestamptz not null,
  settled_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (signal_id, person_id, channel),
  constraint settled_when_settled check ((status = 'waiting') = (settled_at is null))
);
create index duty_notice_due on waymark.duty_notice (organisation_id, next_try_at) where status = 'waiting';
comment on table waymark.duty_notice is 'That somebody on the rota is told that they are needed, and what became of telling them. Holds no address and no words: the address is the one of their turn at the moment of sending. Told twice is better than not told: what may not have left is sent again.';

create function waymark.duty_tells() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into waymark.duty_notice (organisation_id, signal_id, person_id, channel, queued_at, next_try_at, changed_by)
  select s.organisation_id, s.id, new.to_id, w.channel, new.at, new.at, null
    from waymark.somebody_now s
    join lateral (select t.text_to, t.email_to from waymark.duty_turn t
      where t.organisation_id = s.organisation_id and t.person_id = new.to_id and t.from_at <= new.at and t.until_at > new.at
      order by t.place, t.from_at, t.id limit 1) t on true
    join lateral (values ('text', t.text_to), ('email', t.email_to)) w (channel, to_address) on w.to_address is not null
   where s.id = new.signal_id
  on conflict do nothing;
  return null;
end $$;
comment on function waymark.duty_tells() is 'Whoever is asked is told by the ways their turn gives.';
create trigger duty_tells after insert on waymark.somebody_now_step for each row
  when (new.kind = 'asked' and new.to_id is not null) execute function waymark.duty_tells();

create function waymark.next_duty_notice(at_moment timestamptz) returns table (id uuid, channel text, to_address text, tries integer)
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if waymark.actor_role() <> 'system' then return; end if;
  -- What was seen, or went on to the next, is not told any more.
  update waymark.duty_notice n set status = 'not_needed', settled_at = at_moment,
      why = case when s.state <> 'asked' then 'seen' when s.asked_id is distinct from n.person_id then 'next_asked' else 'turn_over' end
    from waymark.somebody_now s
   where n.organisation_id = waymark.actor_organisation() and n.status = 'waiting' and n.signal_id = s.id
     and (s.state <> 'asked' or s.asked_id is distinct from n.person_id or not exists (
       select from waymark.duty_turn t where t.organisation_id = n.organisation_id and t.person_id = n.person_id and t.from_at <= at_moment and t.until_at > at_moment
         and (case n.channel when 'text' then t.text_to else t.email_to end) is not null));
  return query
    update waymark.duty_notice n set tries = n.tries + 1, next_try_at = at_moment + interval '1 minute'
     where n.id = (select x.id from waymark.duty_notice x
        where x.organisation_id = waymark.actor_organisation() and x.status = 'waiting' and x.next_try_at <= at_moment
        order by x.next_try_at, x.id limit 1 for update skip locked)
    returning n.id, n.channel, (select case n.channel when 'text' then t.text_to else t.email_to end from waymark.duty_turn t
      where t.organisation_id = n.organisation_id and t.person_id = n.person_id and t.from_at <= at_moment and t.until_at > at_moment
        and (case n.channel when 'text' then t.text_to else t.email_to end) is not null
      order by t.place, t.from_at, t.id limit 1), n.tries;
end $$;
comment on function waymark.next_duty_notice(timestamptz) is 'Takes the next notice whose time has come, with the address of that moment. One that is taken and not settled comes again after a minute.';

create function waymark.duty_told_by(at_moment timestamptz) returns table (by_text boolean, by_email boolean)
  language sql stable security definer set search_path = pg_catalog as $$
  select t.text_to is not null, t.email_to is not null from waymark.duty_turn t join waymark.person p on p.id = t.person_id
   where t.organisation_id = waymark.actor_organisation() and t.from_at <= at_moment and t.until_at > at_moment
     and p.ended_at is null and p.role in ('practitioner', 'guardian', 'manager')
   order by t.place, t.from_at, t.id limit 1
$$;
comment on function waymark.duty_told_by(timestamptz) is 'By which ways the first on the rota would be told now: never where.';

revoke execute on function waymark.duty_tells(), waymark.next_duty_notice(timestamptz), waymark.duty_told_by(timestamptz) from public;
grant execute on function waymark.next_duty_notice(timestamptz), waymark.duty_told_by(timestamptz) to waymark_app;
alter function waymark.duty_tells() owner to waymark_keeper;
alter function waymark.next_duty_notice(timestamptz) owner to waymark_keeper;
alter function waymark.duty_told_by(timestamptz) owner to waymark_reach;

alter table waymark.duty_notice enable row level security;
alter table waymark.duty_notice force row level security;
grant select on waymark.duty_notice to waymark_app;
grant update (status, why, settled_at) on waymark.duty_notice to waymark_app;
create policy known_with_what_was_pressed on waymark.duty_notice for select to waymark_app using (
  (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) = 'system')
  or exists (select from waymark.somebody_now s where s.id = signal_id));
create policy settled_by_the_sender on waymark.duty_notice for update to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) = 'system' and status = 'waiting')
  with check (organisation_id = (select waymark.actor_organisation()));
grant select on waymark.duty_turn to waymark_keeper;
grant select, insert, update on waymark.duty_notice to waymark_keeper;
create policy keeper_reads on waymark.duty_turn for select to waymark_keeper using (true);
create policy keeper_keeps on waymark.duty_notice to waymark_keeper using (true) with check (true);
create trigger keep_version before update on waymark.duty_notice for each row execute function waymark.keep_version();
