-- Three questions about everybody in a day are three of the ten, not three besides: who had asked ten about one
-- child could ask three more.
create or replace function waymark.between_run_rate() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  asked bigint;
  of_everybody bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.partner_id::text, 161));
  select count(*), count(*) filter (where r.asks = 'everybody') into asked, of_everybody from waymark.between_run r
   where r.partner_id = new.partner_id and r.side = new.side and r.asked_at > new.asked_at - interval '24 hours';
  if asked >= 10 or (new.asks = 'everybody' and of_everybody >= 3) then
    raise exception 'too many questions in a day' using errcode = 'restrict_violation', constraint = 'asked_too_often';
  end if;
  return new;
end $$;
