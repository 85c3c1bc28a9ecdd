-- Where several frameworks are in use, which of them a child is asked about. An instrument made for adults
-- cannot be chosen for somebody who may be under 18, whatever a page does.
create table waymark.chosen_framework (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null unique references waymark.child,
  framework_id uuid not null references waymark.framework,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
comment on table waymark.chosen_framework is 'The framework a worker chose for check-ins with this child, of those in use. Without a row, or where it is no longer in use or no longer fits, the first that fits is used.';
call waymark.hold_for_child('waymark.chosen_framework');
create policy workers_choose on waymark.chosen_framework as restrictive for insert to waymark_app
  with check ((select waymark.actor_role()) in ('practitioner', 'guardian', 'manager'));
create policy workers_choose_again on waymark.chosen_framework as restrictive for update to waymark_app
  using ((select waymark.actor_role()) in ('practitioner', 'guardian', 'manager'));

create function waymark.chosen_framework_fits() returns trigger language plpgsql as $$
begin
  if exists (
      select from waymark.framework_version v
      where v.framework_id = new.framework_id and v.status = 'live' and v.population = 'adult' and not v.adult_labelled_for_under_18)
    and not exists (
      select from waymark.date_of_birth_claim b where b.child_id = new.child_id and b.ended_at is null
      having count(*) > 0 and bool_and(b.latest <= (clock_timestamp() at time zone 'Europe/London')::date - interval '18 years')) then
    raise exception 'this framework was made for adults' using errcode = 'check_violation', constraint = 'framework_for_their_age';
  end if;
  return new;
end $$;
create trigger chosen_framework_fits before insert or update on waymark.chosen_framework
  for each row execute function waymark.chosen_framework_fits();
