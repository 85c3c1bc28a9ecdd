-- Sign-in: second factors, passkeys, recovery codes, and who may give whom a way in.

alter table waymark.session add column passed_factor boolean not null default false;
comment on column waymark.session.passed_factor is 'The second factor was shown in this sign-in, and something else still stands before it is complete.';

create table waymark.one_time_code (
  person_id uuid primary key references waymark.person,
  sealed_secret text not null,
  last_step bigint not null,
  set_up_at timestamptz not null default now()
);
comment on table waymark.one_time_code is 'The authenticator app of an account (TOTP, RFC 6238).';
comment on column waymark.one_time_code.sealed_secret is 'Sealed under a key kept outside the database: a copy of this table makes no codes.';
comment on column waymark.one_time_code.last_step is 'The 30-second step of the last code taken. A code is taken once.';

create table waymark.recovery_code (
  person_id uuid not null references waymark.person,
  code_hash bytea not null,
  made_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (person_id, code_hash)
);
comment on table waymark.recovery_code is 'Codes for when the second factor is lost, each taken once. 80 random bits, so a plain SHA-256 keeps them.';

create table waymark.passkey (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references waymark.person,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null check (length(name) between 1 and 60),
  added_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_of_person on waymark.passkey (person_id);
comment on table waymark.passkey is 'WebAuthn credentials. Public keys only; the private key never leaves the person''s device.';
comment on column waymark.passkey.counter is 'Signatures the authenticator says it has made. It never goes back; a copied one would.';

create table waymark.passkey_challenge (
  challenge text primary key,
  person_id uuid references waymark.person,
  made_at timestamptz not null default now()
);
comment on table waymark.passkey_challenge is 'Random questions asked of authenticators, removed as they are answered. person_id is set when a passkey is being added or is the second factor.';

grant select, insert, update, delete on waymark.one_time_code, waymark.recovery_code, waymark.passkey, waymark.passkey_challenge to waymark_door;

-- Tries are kept as long as they tell something (30 days), and no longer.
create index sign_in_attempt_by_time on waymark.sign_in_attempt (at);
grant delete on waymark.sign_in_attempt to waymark_door;

-- ---------------------------------------------------------------- who may give whom a way in
create function waymark.manages_account(account uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$
  select exists (
    select from waymark.person p where p.id = account and (
      (waymark.actor_role() = 'administrator' and p.organisation_id = waymark.actor_organisation()
        and p.role not in ('young_person', 'system'))
      or (p.role = 'young_person' and waymark.actor_role() in ('practitioner', 'guardian', 'manager') and exists (
        select from waymark.child c where c.person_id = p.id and (
          c.id in (select waymark.actor_children())
          or (waymark.actor_role() = 'manager' and c.organisation_id = waymark.actor_organisation()
              and (waymark.actor_team() is null or c.team_id = waymark.actor_team())))))))
$$;
comment on function waymark.manages_account(uuid) is 'Administrators manage their organisation''s staff accounts; those who stand beside a child manage the child''s own. Neither manages the other.';
alter function waymark.manages_account(uuid) owner to waymark_reach;

-- A guardian often belongs to another organisation than the record: the account belongs where the record is.
create policy those_beside_open_young_accounts on waymark.person for insert to waymark_app with check (
  role = 'young_person' and (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager')
  and organisation_id in (select c.organisation_id from waymark.child c where c.id = any (array(select waymark.actor_children())))
);

/* What an administrator, or somebody beside a child, does to another's credentials. Functions of the door's,
   so that it happens in the page's own transaction with its audit entry, and never without the check. */
create function waymark.give_password(account uuid, hash text, one_time boolean) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$
begin
  if not waymark.manages_account(account) then raise exception 'this account is not theirs to manage'; end if;
  insert into waymark.credential (person_id, password_hash, must_change) values (account, hash, one_time)
    on conflict (person_id) do update set password_hash = excluded.password_hash, must_change = excluded.must_change, changed_at = now();
  update waymark.session s set ended_at = now(), ended_why = 'given a new password' where s.person_id = account and s.ended_at is null;
end $$;
comment on function waymark.give_password(uuid, text, boolean) is 'Gives an account a password made elsewhere, as its hash, and ends its sessions. one_time: to be changed at the next sign-in.';

create function waymark.end_sessions_of(account uuid, why text) returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$
declare
  ended integer;
begin
  if not waymark.manages_account(account) then raise exception 'this account is not theirs to manage'; end if;
  update waymark.session s set ended_at = now(), ended_why = why where s.person_id = account and s.ended_at is null;
  get diagnostics ended = row_count;
  return ended;
end $$;
comment on function waymark.end_sessions_of(uuid, text) is 'Ends every session of an account, wherever it is signed in. Gives how many there were.';

create function waymark.reset_second_factor(account uuid) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$
begin
  perform waymark.end_sessions_of(account, 'second factor was reset');
  delete from waymark.one_time_code x where x.person_id = account;
  delete from waymark.passkey x where x.person_id = account;
  delete from waymark.recovery_code x where x.person_id = account;
end $$;
comment on function waymark.reset_second_factor(uuid) is 'Forgets an account''s authenticator app, passkeys and recovery codes, and ends its sessions. The next sign-in sets them up again.';

create function waymark.account_sign_in(account uuid) returns table (has_password boolean, must_change boolean, has_code boolean, passkeys integer, sessions integer, last_used timestamptz)
  language sql stable security definer set search_path = pg_catalog
  as $$
  select c.person_id is not null, coalesce(c.must_change, false),
    exists (select from waymark.one_time_code x where x.person_id = account),
    (select count(*)::integer from waymark.passkey x where x.person_id = account),
    (select count(*)::integer from waymark.session x where x.person_id = account and x.ended_at is null and x.step = 'signed-in'
      and x.last_seen_at > now() - interval '30 minutes' and x.created_at > now() - interval '12 hours'),
    (select max(x.last_seen_at) from waymark.session x where x.person_id = account and x.step = 'signed-in')
  from (select) one left join waymark.credential c on c.person_id = account
  where waymark.manages_account(account)
$$;
comment on function waymark.account_sign_in(uuid) is 'How an account signs in, for whoever manages it. No secret and no address.';

create function waymark.user_name_free(wanted text) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select not exists (select from waymark.person p where p.user_name = lower(wanted)) $$;
comment on function waymark.user_name_free(text) is 'Whether a user name may still be chosen. For those who open accounts: policies hide most accounts from them.';

grant create on schema waymark to waymark_door;
alter function waymark.give_password(uuid, text, boolean) owner to waymark_door;
alter function waymark.end_sessions_of(uuid, text) owner to waymark_door;
alter function waymark.reset_second_factor(uuid) owner to waymark_door;
alter function waymark.account_sign_in(uuid) owner to waymark_door;
alter function waymark.user_name_free(text) owner to waymark_door;
revoke create on schema waymark from waymark_door;

revoke execute on function waymark.manages_account(uuid), waymark.give_password(uuid, text, boolean), waymark.end_sessions_of(uuid, text),
  waymark.reset_second_factor(uuid), waymark.account_sign_in(uuid), waymark.user_name_free(text) from public;
grant execute on function waymark.give_password(uuid, text, boolean), waymark.end_sessions_of(uuid, text),
  waymark.reset_second_factor(uuid), waymark.account_sign_in(uuid), waymark.user_name_free(text) to waymark_app;
grant execute on function waymark.manages_account(uuid) to waymark_door, waymark_app;
