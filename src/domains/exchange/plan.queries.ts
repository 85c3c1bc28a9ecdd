import { type RawBuilder, sql } from 'kysely'
import { type ReceivedChildren, newBirths, newNumbers } from '#domains/children/index.ts'
import { differenceFrom, RECEIVED_FILES } from '#domains/processes/index.ts'
import type { OrganisationId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Counts, About } from './import.rules.ts'
import type { RunId } from './staging.queries.ts'

/** The run, the organisation whose return it is, and the year the return is of. */
export type Run = {
  readonly id: RunId
  readonly organisationId: OrganisationId
  readonly year: number
  readonly about: About
}

/** Files whose rows are kept as they were sent, each with the file its rows are staged under. */
export const KEPT_FILES = [
  'header',
  'uasc',
  'oc2',
  'oc3',
  'ad1',
  'placed_adoption',
  'prev_perm',
  'dolo',
] as const
/** Kept apart: managers, auditors and the command line read them, and no list shows them. */
export const KEPT_APART: readonly string[] = ['uasc', 'episode_place']

/** All the staged rows, for making the plan; or, once it is made, those of children it changes. */
export type Which = 'all' | 'changing'

const changing = (which: Which, what: RawBuilder<unknown>) =>
  which === 'all' ? sql`` : sql`and ${what}`

/** The staged rows of a file: child_id, natural_key, facts, as_sent. */
export function stagedRows(
  run: Run,
  file: string,
  which: Which,
  change = file,
): RawBuilder<unknown> {
  return sql`
    select c.record_id as child_id, r.natural_key, r.facts, r.as_sent
    from waymark.import_row r
    join waymark.import_child c on c.run_id = r.run_id and c.child = r.child
    where r.run_id = ${run.id}::uuid and r.file = ${file}
      ${changing(which, sql`jsonb_exists(c.changes, ${change})`)}`
}

/** Where each home is, taken out of the episodes: the same shape. */
export function stagedPlaces(run: Run, which: Which): RawBuilder<unknown> {
  return sql`
    select e.child_id, e.natural_key, p.facts, p.facts as as_sent
    from (${stagedRows(run, 'episodes', which, 'episode_place')}) e
    cross join lateral (select jsonb_strip_nulls(jsonb_build_object(
      'HOME_POST', e.facts ->> 'HOME_POST', 'PL_POST', e.facts ->> 'PL_POST', 'URN', e.facts ->> 'URN')) as facts) p
    where p.facts <> '{}'::jsonb`
}

/** The children of the run, as the children domain takes them. With changes named, those that have one of them. */
export function stagedChildren(run: Run, ...changes: readonly string[]): ReceivedChildren {
  return {
    organisationId: run.organisationId,
    rows: sql`
      select c.record_id as child_id, c.child as number, c.born, c.upn
      from waymark.import_child c where c.run_id = ${run.id}::uuid
        ${changing(changes.length > 0 ? 'changing' : 'all', sql`jsonb_exists_any(c.changes, ${[...changes]}::text[])`)}`,
  }
}

/** The children whose record is opened. */
export function childrenToOpen(run: Run): ReceivedChildren {
  return {
    organisationId: run.organisationId,
    rows: sql`
      select c.record_id as child_id, c.child as number, c.born, c.upn
      from waymark.import_child c where c.run_id = ${run.id}::uuid and c.outcome = 'opened'`,
  }
}

/**
 * Says for each child whether a record will be opened, changed or left. A child is the same by the
 * council's own number; without it, by the unique pupil number, when the day of birth does not speak
 * against it. Anything else opens a record: two records of one child can be joined, two children
 * under one record cannot be told apart again.
 */
export async function makePlan(tx: Tx, run: Run): Promise<Counts> {
  await sql`delete from waymark.import_child where run_id = ${run.id}`.execute(tx)
  await match(tx, run)
  await compare(tx, run)
  return count(tx, run)
}

/*
 * Whose number it is: looked up one by one by the index, whatever the planner thinks of tables that
 * this very transaction has filled. Compared column with column: below a policy an index is only
 * used for leakproof operators, and an expression over jsonb is not one.
 */
const holderOf = (run: Run, kind: 'la_child_id' | 'upn', number: string) => sql`
  lateral (
    select i.child_id from waymark.child_identifier i
    where i.organisation_id = ${run.organisationId} and i.kind = ${kind} and i.value = ${sql.ref(number)}
    limit 1) as holder`

async function match(tx: Tx, run: Run): Promise<void> {
  await sql`
    insert into waymark.import_child (run_id, child, record_id, born, upn, outcome, matched_by)
    select h.run_id, h.child, coalesce(holder.child_id, gen_random_uuid()), (h.facts ->> 'DOB')::date,
      case when h.facts ->> 'UPN' ~ '^[A-Z][0-9]{11}[0-9A-Z]$' then h.facts ->> 'UPN' end,
      case when holder.child_id is null then 'opened' else 'unchanged' end,
      case when holder.child_id is not null then 'number' end
    from waymark.import_row h
    left join ${holderOf(run, 'la_child_id', 'h.child')} on true
    where h.run_id = ${run.id} and h.file = 'header'`.execute(tx)
  await sql`
    with same as materialized (
      select n.child, holder.child_id
      from waymark.import_child n
      join ${holderOf(run, 'upn', 'n.upn')} on true
      where n.run_id = ${run.id} and n.outcome = 'opened'
        and not exists (
          select from waymark.import_child o where o.run_id = ${run.id} and o.record_id = holder.child_id)
        and exists (
          select from waymark.date_of_birth_claim b
           where b.child_id = holder.child_id and b.ended_at is null
             and n.born between b.earliest and b.latest))
    update waymark.import_child c
    set record_id = same.child_id, outcome = 'unchanged', matched_by = 'upn'
    from same
    where c.run_id = ${run.id} and c.child = same.child`.execute(tx)
}

const counted = (what: string, difference: RawBuilder<unknown>) => sql`
  select child_id, ${what}::text as what, jsonb_build_object('added', added, 'changed', changed) as detail
  from (${difference}) d`

async function compare(tx: Tx, run: Run): Promise<void> {
  const children = stagedChildren(run)
  const all = [
    sql`select child_id, 'born'::text as what, jsonb_build_object('born', born, 'before', before) as detail
        from (${newBirths(children)}) b`,
    sql`select child_id, case when kind = 'upn' then 'upn' else 'number' end, '{"added": 1}'::jsonb
        from (${newNumbers(children)}) n`,
    ...RECEIVED_FILES.map((file) =>
      counted(
        file,
        differenceFrom(file, {
          organisationId: run.organisationId,
          year: run.year,
          rows: stagedRows(run, file, 'all'),
        }),
      ),
    ),
    ...KEPT_FILES.map((file) =>
      counted(file, keptDifference(run, file, stagedRows(run, file, 'all'))),
    ),
    counted('episode_place', keptDifference(run, 'episode_place', stagedPlaces(run, 'all'))),
  ]
  await sql`
    update waymark.import_child c
    set changes = d.changes, outcome = case when c.outcome = 'opened' then 'opened' else 'changed' end
    from (
      select child_id, jsonb_object_agg(what, detail) as changes
      from (${sql.join(all, sql` union all `)}) x group by child_id) d
    where c.run_id = ${run.id} and c.record_id = d.child_id`.execute(tx)
}

function keptDifference(run: Run, file: string, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select s.child_id, count(*) filter (where t.id is null) as added,
           count(*) filter (where t.id is not null) as changed
    from (${rows}) s
    left join waymark.return_row t on t.child_id = s.child_id and t.organisation_id = ${run.organisationId}
      and t.file = ${file} and t.natural_key = s.natural_key
    where t.id is null or t.facts is distinct from s.facts
    group by s.child_id`
}

async function count(tx: Tx, run: Run): Promise<Counts> {
  const { rows } = await sql<{ outcome: string; n: string }>`
    select outcome, count(*) as n from waymark.import_child where run_id = ${run.id} group by outcome`.execute(
    tx,
  )
  const of = (outcome: string) => Number(rows.find((r) => r.outcome === outcome)?.n ?? 0)
  const counts: Counts = {
    children: run.about.children,
    opened: of('opened'),
    matched: of('changed') + of('unchanged'),
    changed: of('changed'),
    unchanged: of('unchanged'),
    refused: run.about.refused,
    childrenRefused: run.about.childrenRefused,
    rows: run.about.rows,
  }
  await sql`update waymark.import_run set counts = ${JSON.stringify(counts)}::jsonb where id = ${run.id}`.execute(
    tx,
  )
  return counts
}
