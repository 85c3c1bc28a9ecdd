-- Help beside decisions: what a service says in the place of, or beside, the texts that come with the product.

create table waymark.guidance_text (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  topic text not null check (topic ~ '^[a-z][a-z-]{1,59}$'),
  version integer not null check (version >= 1),
  text text not null check (length(text) between 1 and 3000),
  source text not null check (length(source) between 1 and 500),
  confidence text not null check (confidence in ('certain', 'likely', 'check')),
  owner_id uuid not null references waymark.person,
  read_on date not null,
  review_on date not null,
  in_use boolean not null,
  because text not null check (length(because) between 1 and 500),
  written_by uuid not null references waymark.person default waymark.actor_id(),
  written_at timestamptz not null default clock_timestamp(),
  unique (organisation_id, topic, version),
  constraint reviewed_after_reading check (review_on > read_on)
);
create index guidance_text_owned on waymark.guidance_text (owner_id, review_on);
comment on table waymark.guidance_text is 'What an organisation says on a topic of help, in the place of the text that comes with the product, which stays readable. The newest version of a topic stands; nothing is changed or removed.';
comment on column waymark.guidance_text.owner_id is 'Who looks at it again by the day of its review.';
comment on column waymark.guidance_text.in_use is 'False: the text that comes with the product stands again.';

alter table waymark.guidance_text enable row level security;
alter table waymark.guidance_text force row level security;
grant select, insert on waymark.guidance_text to waymark_app;
create policy of_ones_organisation on waymark.guidance_text for select to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) <> 'young_person');
create policy kept_by_those_who_answer_for_it on waymark.guidance_text for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation()) and written_by = (select waymark.actor_id())
  and (select waymark.actor_role()) in ('manager', 'administrator')
  and exists (select from waymark.person p where p.id = owner_id and p.organisation_id = guidance_text.organisation_id));
