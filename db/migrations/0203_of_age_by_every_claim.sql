-- A search is closed because somebody turned 18 only when they did by every claim of when they were born. The page
-- asked it of whoever proposes; a claim that comes in later, or a row written past the page, must not end a search.

create function waymark.of_age_by_every_claim() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  on_day date := (coalesce(new.answered_at, new.proposed_at) at time zone 'Europe/London')::date;
begin
  if not exists (select from waymark.date_of_birth_claim b where b.child_id = new.child_id and b.ended_at is null)
    or exists (select from waymark.date_of_birth_claim b where b.child_id = new.child_id and b.ended_at is null
      and b.latest > (on_day - interval '18 years')::date) then
    raise exception 'by what is known of when they were born they may be under 18' using errcode = 'check_violation', constraint = 'of_age_by_every_claim';
  end if;
  return new;
end $$;
comment on function waymark.of_age_by_every_claim() is 'Nobody is looked for no longer as a child while any claim says that they may be one, nor while nothing is known of their age: asked of whoever proposes it and again of whoever agrees.';
revoke execute on function waymark.of_age_by_every_claim() from public;
create trigger of_age_to_propose before insert on waymark.missing_closing for each row
  when (new.because = 'turned_eighteen') execute function waymark.of_age_by_every_claim();
create trigger of_age_to_agree before update on waymark.missing_closing for each row
  when (new.because = 'turned_eighteen' and new.answer is not distinct from 'agreed') execute function waymark.of_age_by_every_claim();
