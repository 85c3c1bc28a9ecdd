-- How a young person sees the people around them, and whom they trusted when, is shared as their people are.
create policy shared_as_they_say on waymark.own_view_of_person as restrictive for select to waymark_app
  using (child_id not in (select waymark.kept_back('people')));
create policy shared_as_they_say on waymark.trusted_time as restrictive for select to waymark_app
  using (child_id not in (select waymark.kept_back('people')));
create policy people_shared_as_they_say on waymark.row_history as restrictive for select to waymark_app using (
  table_name not in ('own_view_of_person', 'trusted_time') or child_id is null
  or child_id not in (select waymark.kept_back('people'))
);
