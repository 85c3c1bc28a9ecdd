-- Who opens a file follows from what it belongs to. Each kind of file brings one function that answers for it, and
-- says so once; nobody writes down the rules of the other kinds again, so that none can be left out by mistake.

create table waymark.file_rule (
  n integer primary key generated always as identity,
  rule text not null unique check (rule ~ '^[a-z_]+$'),
  says text not null check (length(btrim(says)) between 1 and 300)
);
comment on table waymark.file_rule is 'For each kind of file, the function in this schema that is asked whether the actor may open one. Whoever made a file opens it without being asked here.';
comment on column waymark.file_rule.rule is 'The name of a function of one uuid, the file''s, owned by waymark_reach. It answers for its own kind and says no to all others.';

create function waymark.said_file_is_open(file uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from waymark.statement_part p where p.file_id = file and waymark.part_is_open(p.id)) $$;
comment on function waymark.said_file_is_open(uuid) is 'Whether a file is part of something said that the actor may read. Reaching the child is asked for beside it, never instead.';
revoke execute on function waymark.said_file_is_open(uuid) from public;
grant execute on function waymark.said_file_is_open(uuid) to waymark_app;
alter function waymark.said_file_is_open(uuid) owner to waymark_reach;

/* Writes file_is_open anew from the list, so that asking costs what it did when it was written by hand. */
create procedure waymark.file_opens_by(rule text, says text) language plpgsql as $$
declare
  asked text;
begin
  if not exists (select from pg_proc p where p.oid = to_regprocedure(format('waymark.%I(uuid)', file_opens_by.rule))
      and p.prorettype = 'boolean'::regtype and p.proowner = 'waymark_reach'::regrole) then
    raise exception 'waymark.%(uuid) must answer yes or no and belong to waymark_reach', file_opens_by.rule;
  end if;
  insert into waymark.file_rule (rule, says) values (file_opens_by.rule, file_opens_by.says);
  select string_agg(format(E'\n    or waymark.%I(file)', r.rule), '' order by r.n) into asked from waymark.file_rule r;
  set local role waymark_reach;
  execute format('create or replace function waymark.file_is_open(file uuid) returns boolean language sql stable security definer set search_path = pg_catalog as %L',
    'select exists (select from waymark.stored_file f where f.id = file and f.made_by = waymark.actor_id())' || asked);
  set local role waymark_owner;
end $$;
comment on procedure waymark.file_opens_by(text, text) is 'Called once by each kind of file: from then on file_is_open asks that function too.';
revoke execute on procedure waymark.file_opens_by(text, text) from public;

call waymark.file_opens_by('said_file_is_open', 'Drawn, photographed or recorded as part of something said: whoever may read that part.');
call waymark.file_opens_by('photo_is_open', 'A photo of somebody: whoever the young person shows their view of that person.');
call waymark.file_opens_by('answer_is_heard', 'An answer that was spoken: the young person, and whoever may read that ledger.');
call waymark.file_opens_by('evidence_is_open', 'What goes with a referral: staff within reach.');
call waymark.file_opens_by('ready_photo_is_open', 'The photo kept ready for a time missing: whoever stands beside the child now, and managers.');
