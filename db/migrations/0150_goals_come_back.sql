-- A goal of a plan is let go with why, by whom and when, and can come back; each step is kept. A disagreement that the
-- chair cannot settle goes up to somebody else, who has not chaired it.

create table waymark.plan_goal_step (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  plan_id uuid not null,
  goal_id uuid not null,
  kind text not null check (kind in ('let_go', 'came_back')),
  why text not null check (length(btrim(why)) between 1 and 2000),
  written_by uuid not null references waymark.person default waymark.actor_id(),
  written_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, plan_id) references waymark.plan (child_id, id),
  foreign key (plan_id, goal_id) references waymark.plan_goal (plan_id, id)
);
create index plan_goal_step_of on waymark.plan_goal_step (goal_id, written_at);
create index plan_goal_step_of_child on waymark.plan_goal_step (child_id);
comment on table waymark.plan_goal_step is 'That a goal of a plan was let go or came back, and why. What was said at each step stays.';
call waymark.hold_for_child('waymark.plan_goal_step');
call waymark.staff_only('waymark.plan_goal_step');
revoke update on waymark.plan_goal_step from waymark_app;
create policy step_by_oneself on waymark.plan_goal_step as restrictive for insert to waymark_app with check (written_by = (select waymark.actor_id()));

-- Nothing that somebody still owes hangs on a goal that was let go.
create function waymark.goal_let_go_with_nothing_owed() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_table_name = 'plan_goal' then
    if new.let_go_why is not null and exists (select from waymark.plan_action a where a.goal_id = new.id and a.state = 'open') then
      raise exception 'something is still to do for this goal' using errcode = 'restrict_violation', constraint = 'let_go_with_nothing_owed';
    end if;
  elsif new.state = 'open' and exists (select from waymark.plan_goal g where g.id = new.goal_id and g.let_go_why is not null) then
    raise exception 'nothing is owed for a goal that was let go' using errcode = 'restrict_violation', constraint = 'let_go_with_nothing_owed';
  end if;
  return new;
end $$;
revoke execute on function waymark.goal_let_go_with_nothing_owed() from public;
create trigger let_go_with_nothing_owed before update on waymark.plan_goal for each row execute function waymark.goal_let_go_with_nothing_owed();
create trigger let_go_with_nothing_owed before insert or update on waymark.plan_action for each row execute function waymark.goal_let_go_with_nothing_owed();

-- A goal that was let go is not one the plan is for.
create or replace function waymark.plan_gaps(asked waymark.plan, on_day date) returns text[] language sql stable set search_path = pg_catalog as $$
  select array_remove(array[
    case when (asked).strengths is null then 'strengths' end,
    case when not exists (select from waymark.plan_said s where s.plan_id = (asked).id)
      and coalesce((asked).hear_next_on < plan_gaps.on_day, true) then 'view' end,
    case when exists (select from waymark.plan_head h where h.template_id = (asked).template_id and h.required
      and not exists (select from waymark.plan_text t where t.plan_id = (asked).id and t.head_code = h.code)) then 'heads' end,
    case when exists (select from waymark.plan_said s where s.plan_id = (asked).id and s.kind in ('proposes', 'disagrees') and s.answer is null) then 'answers' end,
    case when not exists (select from waymark.plan_goal g where g.plan_id = (asked).id and g.let_go_why is null) then 'goals' end
  ], null)
$$;

-- ---------------------------------------------------------------- what the chair cannot settle
alter table waymark.plan_conflict
  add column gone_up_to uuid references waymark.person,
  add column gone_up_why text check (length(btrim(gone_up_why)) between 1 and 2000),
  add column gone_up_at timestamptz,
  add constraint gone_up_is_whole check (num_nonnulls(gone_up_to, gone_up_why, gone_up_at) in (0, 3));
comment on column waymark.plan_conflict.gone_up_to is 'Who settles it when the chair could not: somebody else than the chair.';
create index plan_conflict_gone_up on waymark.plan_conflict (gone_up_to) where settled_at is null;
create index plan_chaired on waymark.plan (chair_id) where state <> 'ended';
create index plan_review_to_come on waymark.plan_review (child_id, planned_on) where held_on is null;

create function waymark.goes_up_past_the_chair() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.gone_up_to is not null and new.gone_up_to is distinct from old.gone_up_to
    and new.gone_up_to = (select p.chair_id from waymark.plan p where p.id = new.plan_id) then
    raise exception 'what the chair cannot settle goes to somebody else' using errcode = 'check_violation', constraint = 'goes_up_past_the_chair';
  end if;
  return new;
end $$;
revoke execute on function waymark.goes_up_past_the_chair() from public;
create trigger goes_up_past_the_chair before update on waymark.plan_conflict for each row execute function waymark.goes_up_past_the_chair();

insert into waymark.event_source (code, table_name) values
  ('conflict_gone_up', 'plan_conflict'),
  ('conflict_settled', 'plan_conflict'),
  ('plan_goal_step', 'plan_goal_step');
