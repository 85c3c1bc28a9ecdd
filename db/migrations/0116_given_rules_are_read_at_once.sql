-- A rule that was given with the product is for everybody: whether there is a clock within reach that is counted
-- by it need not be asked. Asked first, it read every clock of that rule for each line of a day.
alter policy of_a_clock_within_reach on waymark.clock_rule
  using (organisation_id is not null and organisation_id <> (select waymark.actor_organisation())
    and exists (select from waymark.clock c where c.rule_id = clock_rule.id));
