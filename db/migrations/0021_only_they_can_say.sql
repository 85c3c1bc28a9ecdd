-- What only the young person can say (peace, feeling safe, belonging) is held in no other voice: the
-- pages do not ask anybody else, and here nothing else could write it.
create policy only_they_can_say on waymark.check_in_answer as restrictive for insert to waymark_app with check (
  not exists (
    select from waymark.check_in i join waymark.outcome o on o.id = outcome_id
    where i.id = check_in_id and i.voice <> 'young_person' and o.child_only)
);
