-- Lists of a whole organisation begin with what has waited longest, not with every child.

create index process_asylum_by_age on waymark.process ((coalesce(waiting_since, last_change_on)), child_id)
  where system = 'asylum' and state <> 'ended';
create index missing_episode_by_age on waymark.missing_episode (missing_since, id);
create index clock_live_of_rule on waymark.clock (rule, due_at, child_id) where state in ('running', 'paused');
