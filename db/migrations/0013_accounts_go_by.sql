-- A young person's account carries the name they go by. When they go by another, so does the account:
-- a name left behind must not greet them at the top of their own page.

grant select, update (name) on waymark.person to waymark_keeper;
create policy keeper_reads_young_people on waymark.person for select to waymark_keeper using (role = 'young_person');
create policy keeper_names_young_people on waymark.person for update to waymark_keeper
  using (role = 'young_person') with check (role = 'young_person');

create function waymark.account_goes_by() returns trigger language plpgsql security definer set search_path = pg_catalog
  as $$
begin
  update waymark.person set name = new.known_as where id = new.person_id and name <> new.known_as;
  return null;
end $$;
comment on function waymark.account_goes_by() is 'After a change of the name a child goes by: their own account goes by it too.';
create trigger account_goes_by after update of known_as on waymark.child
  for each row when (new.person_id is not null and old.known_as is distinct from new.known_as)
  execute function waymark.account_goes_by();
alter function waymark.account_goes_by() owner to waymark_keeper;
