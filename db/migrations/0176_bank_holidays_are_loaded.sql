-- Bank holidays that are published later: an administrator, or a command, loads the list as it is published. A day that
-- was moved is withdrawn and stays to be read.

alter table waymark.nation_holiday
  add column withdrawn_at timestamptz,
  add column loaded_by uuid references waymark.person default waymark.actor_id();
comment on column waymark.nation_holiday.withdrawn_at is 'Set when a later list no longer has the day: it was moved. It is not counted any more, and stays to be read.';
alter table waymark.nation_holiday_year add column loaded_by uuid references waymark.person default waymark.actor_id();

alter table waymark.nation_holiday enable row level security;
alter table waymark.nation_holiday force row level security;
alter table waymark.nation_holiday_year enable row level security;
alter table waymark.nation_holiday_year force row level security;
create policy given_by_migrations on waymark.nation_holiday to waymark_owner using (true) with check (true);
create policy given_by_migrations on waymark.nation_holiday_year to waymark_owner using (true) with check (true);
create policy known_to_all on waymark.nation_holiday for select to waymark_app, waymark_reach using (true);
create policy known_to_all on waymark.nation_holiday_year for select to waymark_app, waymark_reach using (true);
create policy loaded_by_administrators on waymark.nation_holiday for insert to waymark_app
  with check ((select waymark.actor_role()) in ('administrator', 'system') and loaded_by = (select waymark.actor_id()) and withdrawn_at is null);
create policy loaded_by_administrators on waymark.nation_holiday_year for insert to waymark_app
  with check ((select waymark.actor_role()) in ('administrator', 'system') and loaded_by = (select waymark.actor_id()));
create policy withdrawn_by_administrators on waymark.nation_holiday for update to waymark_app
  using ((select waymark.actor_role()) in ('administrator', 'system')) with check (loaded_by = (select waymark.actor_id()));
grant insert on waymark.nation_holiday, waymark.nation_holiday_year to waymark_app;
grant update (withdrawn_at, called, loaded_by) on waymark.nation_holiday to waymark_app;

set local role waymark_reach;
create or replace function waymark.day_counted(of_organisation uuid, from_day date, days integer, counted text) returns date
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  day date := from_day;
  remaining integer := days;
  whose text;
begin
  if counted = 'days' then
    return from_day + days;
  end if;
  whose := case waymark.nation_of(of_organisation, from_day)
    when 'scotland' then 'scotland' when 'northern_ireland' then 'northern_ireland' else 'england_and_wales' end;
  while remaining > 0 loop
    day := day + 1;
    if not exists (select from waymark.nation_holiday_year y where y.division = whose and y.year = extract(year from day)) then
      return from_day + days;
    end if;
    if extract(isodow from day) < 6
      and not exists (select from waymark.nation_holiday h where h.division = whose and h.on_day = day and h.withdrawn_at is null)
      and not exists (select from waymark.bank_holiday h where h.organisation_id = of_organisation and h.on_day = day) then
      remaining := remaining - 1;
    end if;
  end loop;
  return day;
end $$;
set local role waymark_owner;
