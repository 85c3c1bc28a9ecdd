-- Working days are counted from one table of bank holidays: those of the nation. An organisation adds only the days
-- on which it is closed besides.

set local role waymark_reach;
grant execute on function waymark.nation_of(uuid, date) to waymark_reach;
set local role waymark_owner;
grant select on waymark.nation_holiday, waymark.nation_holiday_year to waymark_reach;

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
      and not exists (select from waymark.nation_holiday h where h.division = whose and h.on_day = day)
      and not exists (select from waymark.bank_holiday h where h.organisation_id = of_organisation and h.on_day = day) then
      remaining := remaining - 1;
    end if;
  end loop;
  return day;
end $$;
comment on function waymark.day_counted(uuid, date, integer, text) is 'So many days on. Working days by the bank holidays of the organisation''s nation and the days on which it is closed besides. Past the years whose bank holidays are known every day counts, which is never later.';
set local role waymark_owner;
comment on table waymark.bank_holiday is 'Days on which an organisation is closed besides the bank holidays of its nation, which are in nation_holiday.';
