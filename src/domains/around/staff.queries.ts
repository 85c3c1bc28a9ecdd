import { type RawBuilder, sql } from 'kysely'
import { type Kept, known } from '#kernel/known.ts'
import { trustedId, type ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Actor } from '#platform/http/page.ts'
import type { About } from './around.queries.ts'
import type { AgencyViewCode } from './around.rules.ts'

export type AgencyView = {
  readonly about: string
  readonly organisationId: string
  readonly organisation: string | undefined
  readonly view: AgencyViewCode
  readonly reason: string
  readonly source: string
  readonly toldOn: string | undefined
  readonly toldHow: string | undefined
  readonly by: string | undefined
  readonly at: Date
  readonly version: number
}

/** How organisations see the people around a child, as far as the actor may read it. */
export async function agencyViewsOf(tx: Tx, child: ChildId): Promise<readonly AgencyView[]> {
  const { rows } = await sql<Kept<AgencyView>>`
    select coalesce(v.about_staff_id, v.about_matters_id) as about, v.organisation_id as "organisationId",
           o.name as organisation, v.view, v.reason, v.source, v.told_on as "toldOn", v.told_how as "toldHow",
           p.name as by, v.changed_at as at, v.version
    from waymark.agency_view_of_person v
    left join waymark.organisation o on o.id = v.organisation_id
    left join waymark.person p on p.id = v.changed_by
    where v.child_id = ${child} order by v.changed_at`.execute(tx)
  return rows.map((row) => known<AgencyView>(row))
}

export type AgencyViewToKeep = {
  readonly view: string
  readonly reason: string
  readonly source: string
  readonly toldOn: string | undefined
  readonly toldHow: string | undefined
}

/** Keeps how the actor's organisation sees somebody. False when it changed meanwhile. */
export async function keepAgencyView(
  tx: Tx,
  at: { readonly child: ChildId; readonly about: About },
  kept: AgencyViewToKeep,
  version: number,
): Promise<boolean> {
  const { staffId: staff } = at.about
  const entry = staff ? undefined : at.about.mattersId
  const key = staff
    ? sql`(child_id, organisation_id, about_staff_id) where about_staff_id is not null`
    : sql`(child_id, organisation_id, about_matters_id) where about_matters_id is not null`
  const { rows } = await sql`
    insert into waymark.agency_view_of_person as v
      (child_id, about_staff_id, about_matters_id, view, reason, source, told_on, told_how)
    values (${at.child}, ${staff ?? null}, ${entry ?? null}, ${kept.view}, ${kept.reason}, ${kept.source},
      ${kept.toldOn ?? null}::date, ${kept.toldHow ?? null})
    on conflict ${key} do update set view = excluded.view, reason = excluded.reason, source = excluded.source,
      told_on = excluded.told_on, told_how = excluded.told_how
    where v.version = ${version} returning id`.execute(tx)
  return rows.length === 1
}

export type ContactRule = {
  readonly id: string
  readonly mattersId: string
  readonly rule: string
  readonly ownRule: string | undefined
  readonly ownLanguage: string | undefined
  readonly decidedBy: string
  readonly childAgrees: string
  readonly childSays: string | undefined
  readonly reviewOn: string | undefined
  readonly language: string
  readonly version: number
}

/** What was agreed about seeing and speaking with people, by their entry. */
export async function contactRulesOf(
  tx: Tx,
  child: ChildId,
): Promise<ReadonlyMap<string, ContactRule>> {
  const { rows } = await sql<Kept<ContactRule>>`
    select id, matters_id as "mattersId", rule, own_rule as "ownRule", own_language as "ownLanguage",
           decided_by as "decidedBy", child_agrees as "childAgrees", child_says as "childSays",
           review_on as "reviewOn", language, version
    from waymark.contact_rule where child_id = ${child} and ended_at is null`.execute(tx)
  return new Map(rows.map((row) => [row.mattersId, known<ContactRule>(row)]))
}

export type RuleToKeep = Omit<ContactRule, 'id' | 'mattersId' | 'language' | 'version'>

/** Keeps what was agreed about one person. False when it changed meanwhile. */
export async function keepContactRule(
  tx: Tx,
  at: { readonly child: ChildId; readonly mattersId: string },
  kept: RuleToKeep,
  version: number,
): Promise<boolean> {
  const { rows } = await sql`
    insert into waymark.contact_rule as r
      (child_id, matters_id, rule, own_rule, own_language, decided_by, child_agrees, child_says, review_on)
    values (${at.child}, ${at.mattersId}, ${kept.rule}, ${kept.ownRule ?? null}, ${kept.ownLanguage ?? null},
      ${kept.decidedBy}, ${kept.childAgrees}, ${kept.childSays ?? null}, ${kept.reviewOn ?? null}::date)
    on conflict (matters_id) where ended_at is null do update set rule = excluded.rule,
      own_rule = excluded.own_rule, own_language = excluded.own_language, decided_by = excluded.decided_by,
      child_agrees = excluded.child_agrees, child_says = excluded.child_says, review_on = excluded.review_on
    where r.version = ${version} returning id`.execute(tx)
  return rows.length === 1
}

export type RuleToReview = {
  readonly childId: ChildId
  readonly knownAs: string
  readonly reviewOn: string
  readonly mattersId: string
  readonly name: string | undefined
}

/** What was agreed about somebody and is to be looked at again by that day: of the reader's own children. */
export async function rulesToReview(
  tx: Tx,
  until: string,
  most: number,
): Promise<readonly RuleToReview[]> {
  const { rows } = await sql<Kept<RuleToReview>>`
    select c.id as "childId", c.known_as as "knownAs", r.review_on as "reviewOn", r.matters_id as "mattersId", m.name
    from (select distinct a.child_id from waymark.allocation a
           where a.person_id = (select waymark.actor_id()) and a.ended_on is null offset 0) own
    join waymark.child c on c.id = own.child_id
    cross join lateral (select * from waymark.contact_rule x where x.child_id = c.id and x.ended_at is null
      and x.review_on <= ${until}::date offset 0) r
    left join waymark.person_who_matters m on m.id = r.matters_id
    order by r.review_on, c.known_as, r.id limit ${most}`.execute(tx)
  return rows.map((row) => ({ ...known<RuleToReview>(row), childId: trustedId(row.childId) }))
}

export type NobodyYet = {
  readonly id: ChildId
  readonly knownAs: string
  readonly since: Date
  readonly askedFor: boolean
}

export const ALERTS_ON_A_PAGE = 50

/** Within the actor's own children, or the organisation or team they lead: who has chosen nobody for that long. */
export async function nobodyTrustedYet(
  tx: Tx,
  actor: Actor,
  now: Date,
  after: ChildId | undefined,
): Promise<{ readonly children: readonly NobodyYet[]; readonly more: boolean }> {
  const from =
    actor.role === 'manager'
      ? sql`waymark.child c where c.organisation_id = ${actor.organisationId} ${actor.teamId ? sql`and c.team_id = ${actor.teamId}` : sql``}`
      : sql`(select distinct a.child_id from waymark.allocation a
            where a.person_id = ${actor.id} and a.ended_on is null offset 0) own
          cross join lateral (select * from waymark.child x where x.id = own.child_id offset 0) c where true`
  // As for a list of children: without this a whole organisation would be sorted for one page.
  await sql`select set_config('enable_sort', 'off', true)`.execute(tx)
  const found = await pageOf(tx, from, now, after)
  await sql`select set_config('enable_sort', 'on', true)`.execute(tx)
  return found
}

async function pageOf(
  tx: Tx,
  from: RawBuilder<unknown>,
  now: Date,
  after: ChildId | undefined,
): Promise<{ readonly children: readonly NobodyYet[]; readonly more: boolean }> {
  const last =
    after &&
    (await tx
      .selectFrom('waymark.child')
      .select('known_as')
      .where('id', '=', after)
      .executeTakeFirst())
  const onwards = last ? sql`and (c.known_as, c.id) > (${last.known_as}, ${after}::uuid)` : sql``
  const { rows } = await sql<{ id: string; knownAs: string; since: Date; askedFor: boolean }>`
    select c.id, c.known_as as "knownAs", e.since, coalesce(said.answer = 'ask_me', false) as "askedFor"
    from (select c.id, c.known_as, c.opened_at from ${from} ${onwards} order by c.known_as, c.id) c
    left join lateral (select t.answer from waymark.trusted_answer t where t.child_id = c.id) said on true
    cross join lateral (select coalesce(
      (select max(t.ended_at) from waymark.trusted_time t where t.child_id = c.id), c.opened_at) as since) e
    where not exists (select from waymark.person_who_matters m
        where m.child_id = c.id and m.trusted_adult and m.ended_at is null)
      and c.id not in (select waymark.kept_back('people'))
      and said.answer is distinct from 'not_now'
      and (said.answer = 'ask_me' or e.since <= ${now}::timestamptz
        - make_interval(days => (select waymark.days_for('nobody_trusted_yet', ${now}))))
    order by c.known_as, c.id limit ${ALERTS_ON_A_PAGE + 1}`.execute(tx)
  return {
    children: rows.slice(0, ALERTS_ON_A_PAGE).map((row) => ({ ...row, id: trustedId(row.id) })),
    more: rows.length > ALERTS_ON_A_PAGE,
  }
}
