-- A person knows what no comparison can: that two records are one child, though little in them agrees. They propose the
-- pair themselves; a second person answers, as for any other.

alter table waymark.same_child_pair drop constraint same_child_pair_found_by_check;
alter table waymark.same_child_pair add constraint same_child_pair_found_by_check check (found_by in ('run', 'record', 'person'));
comment on column waymark.same_child_pair.found_by is 'A comparison of the whole register, a record that was written or changed, or a person who proposed it.';

-- Both records are within the writer''s reach (the policies of waymark.child say which), of one organisation, and no case file.
create policy a_person_proposes on waymark.same_child_pair for insert to waymark_app with check (
  (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager')
  and found_by = 'person' and standing = 'open' and decided_weight is null and handed_to is null
  and one_id <> all (array(select waymark.actor_only_audits())) and two_id <> all (array(select waymark.actor_only_audits()))
  and exists (select from waymark.child c where c.id = one_id and c.organisation_id = same_child_pair.organisation_id)
  and exists (select from waymark.child c where c.id = two_id and c.organisation_id = same_child_pair.organisation_id));
