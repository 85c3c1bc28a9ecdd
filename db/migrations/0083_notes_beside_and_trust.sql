-- A note about what a council sent, or about how others see it, stands beside that very line too, though no row of the
-- record holds the line. And an adult they trust is chosen by the young person alone.

alter table waymark.correction
  add column line_key text check (length(line_key) between 1 and 100),
  add constraint a_key_where_no_row_is_the_line check (line_key is null or about in ('council', 'view'));
comment on column waymark.correction.line_key is 'Which line of what a council sent (its day and kind), or which entry of somebody else''s (its check-in), where no row of the record is the line.';

create function waymark.trust_is_theirs() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if waymark.actor_role() <> 'young_person' and new.trusted_adult and (tg_op = 'INSERT' or not old.trusted_adult) then
    raise exception 'an adult they trust is chosen by the young person' using errcode = 'restrict_violation', constraint = 'trust_is_theirs';
  end if;
  return new;
end $$;
comment on function waymark.trust_is_theirs() is 'Nobody but the young person says whom they trust. What was written before stays as it is.';
create trigger trust_is_theirs before insert or update of trusted_adult on waymark.person_who_matters for each row execute function waymark.trust_is_theirs();
