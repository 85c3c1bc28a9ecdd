import type { Client } from 'pg'
import { LANGUAGES, wordsFor } from '#domains/words/index.ts'
import { loadProvisionalSetThrough } from '#domains/outcomes/index.ts'
import type { KnownOutcome } from './answers.ts'
import type { FrameworkInUse } from './rows-of-outcomes.ts'

/** Says that this database holds invented people. Throws with a sentence when it already holds something. */
export async function declareDemonstration(client: Client): Promise<void> {
  const { rowCount } = await client.query('select from waymark.deployment')
  if (rowCount !== 0) {
    throw new Error(
      'This database already holds a demonstration. Use another WAYMARK_DATA or DATABASE_URL, or delete this one first.',
    )
  }
  await client.query(`insert into waymark.deployment (kind) values ('demonstration')`)
}

/** Publishes the provisional set of outcomes, and gives its version and its outcomes in order. */
export async function keepProvisionalSet(client: Client): Promise<FrameworkInUse> {
  await loadProvisionalSetThrough(client)
  const { rows: versions } = await client.query<{ id: string }>(
    `select id from waymark.framework_version where status = 'live' order by published_at desc limit 1`,
  )
  const id = versions[0]?.id ?? ''
  const { rows: outcomes } = await client.query<KnownOutcome>(
    `select o.id, o.code, coalesce(w.title, o.code) as title, o.child_only as "childOnly"
       from waymark.outcome o
       left join waymark.outcome_wording w on w.outcome_id = o.id and w.language = 'en'
      where o.framework_version_id = $1 order by o.position`,
    [id],
  )
  return { id, outcomes }
}

/** Every language the pages are whole in is offered, and each young person reads what they used last. */
export async function keepLanguages(client: Client): Promise<void> {
  const whole = LANGUAGES.filter((l) => l !== 'en' && wordsFor(l).counts.untranslated === 0)
  await client.query(
    `insert into waymark.page_language (organisation_id, language, offered)
     select o.id, l, true from waymark.organisation o cross join unnest($1::text[]) l`,
    [whole],
  )
  await client.query(
    `insert into waymark.chosen_language (child_id, language)
     select distinct on (child_id) child_id, language from waymark.check_in
      where voice = 'young_person' order by child_id, started_at desc`,
  )
}

/**
 * Every young person with an account has read how to leave, so that a visitor comes to their pages at
 * once. Those who can sign in were once signed out everywhere by a worker, were told, and came back
 * with a code.
 */
export async function keepComings(client: Client): Promise<void> {
  await client.query(
    `insert into waymark.leaving_shown (child_id)
     select c.id from waymark.child c where c.person_id is not null`,
  )
  const theirs = `from waymark.child c
      join waymark.credential k on k.person_id = c.person_id
      join lateral (select a.person_id from waymark.allocation a
                     where a.child_id = c.id and a.ended_on is null and a.part in ('key_worker', 'social_worker')
                     order by a.started_on, a.id limit 1) w on true`
  await client.query(
    `insert into waymark.sessions_ended (child_id, why, sessions, devices_forgotten, ended_by, ended_at, told_at)
     select c.id, 'device_gone', 1, true, w.person_id, now() - interval '40 days', now() - interval '39 days' ${theirs}`,
  )
  await client.query(
    `insert into waymark.way_in_code (person_id, code_hash, given_by, given_at, ends_at, used_at)
     select c.person_id, sha256(c.id::text::bytea), w.person_id, now() - interval '39 days',
       now() - interval '39 days' + interval '20 minutes', now() - interval '39 days' + interval '2 minutes' ${theirs}`,
  )
}

/** Tells the planner what was loaded, so that the first pages are planned as well as later ones. */
export async function analyse(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'waymark' and c.relkind = 'r'
        and pg_has_role(c.relowner, 'usage') order by 1`,
  )
  for (const { name } of rows) await client.query(`analyze ${name}`)
}
