import { sql } from 'kysely'
import { trustedId, type Id, type PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Progress } from './assessment.rules.ts'
import type { Choice, Choices, Row, Values } from './fields.form.ts'
import { sectionsMissing, type Template } from './template.rules.ts'

export type AssessmentId = Id<'assessment'>

export type Assessment = {
  readonly id: AssessmentId
  readonly title: string
  readonly ownerId: PersonId
  readonly ownerName: string
  readonly begunBy: PersonId
  readonly template: Template
  readonly revision: number
  readonly writers: readonly string[]
  readonly changedBy: string | undefined
  readonly changedAt: Date
  /** Every column, as text and lists. */
  readonly row: Row
}

type AssessmentRow = {
  readonly row: Row
  readonly template: Template
  readonly owner_name: string | null
  readonly changed_by_name: string | null
  readonly changed_at: Date
  readonly revision: number
  readonly writers: readonly string[]
}

/** One assessment within the actor's reach. */
export async function findAssessment(tx: Tx, id: AssessmentId): Promise<Assessment | undefined> {
  const { rows } = await sql<AssessmentRow>`
    select to_jsonb(a) as row, to_jsonb(t) as template, o.name as owner_name, c.name as changed_by_name,
      a.changed_at, coalesce(r.revision, 0) as revision, coalesce(r.writers, '{}') as writers
    from waymark.assessment a
    join waymark.assessment_template t on t.id = a.template_id
    left join waymark.person o on o.id = a.owner_id
    left join waymark.person c on c.id = a.changed_by
    left join waymark.assessment_revision r on r.of_id = a.id
    where a.id = ${id}`.execute(tx)
  const [found] = rows
  if (!found) return undefined
  const { row } = found
  return {
    id: trustedId(String(row['id'])),
    title: String(row['title']),
    ownerId: trustedId(String(row['owner_id'])),
    ownerName: found.owner_name ?? 'somebody who has left',
    begunBy: trustedId(String(row['begun_by'])),
    template: found.template,
    revision: found.revision,
    writers: found.writers,
    changedBy: found.changed_by_name ?? undefined,
    changedAt: found.changed_at,
    row,
  }
}

/** Waits for others who write the same assessment, so that what is compared stays so. */
export async function holdAssessment(tx: Tx, id: AssessmentId): Promise<void> {
  await sql`select from waymark.assessment where id = ${id} for update`.execute(tx)
}

/** Begins an assessment under a template, which it keeps. */
export async function beginAssessment(
  tx: Tx,
  owner: PersonId,
  values: Values,
): Promise<AssessmentId> {
  const { rows } = await sql<{ id: string }>`
    insert into waymark.assessment (template_id, title, owner_id, owner_post, drafting_began_on, proposal)
    values (${values['template_id']}, ${values['title']}, ${owner}, ${values['owner_post']},
      ${values['drafting_began_on']}, ${values['proposal']}) returning id`.execute(tx)
  return trustedId(rows[0]?.id ?? '')
}

/** Writes some columns of an assessment. The names come from our own forms, never from outside. */
export async function changeAssessment(tx: Tx, id: AssessmentId, values: Values): Promise<void> {
  const set = Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  await sql`update waymark.assessment set ${sql.join(set)} where id = ${id}`.execute(tx)
}

/** The newest version of each nation's template. */
export async function currentTemplates(tx: Tx): Promise<readonly Template[]> {
  const { rows } = await sql<{ template: Template }>`
    select to_jsonb(t) as template from (
      select distinct on (nation) * from waymark.assessment_template order by nation, as_of desc, version desc) t
    order by array_position(array['scotland', 'wales', 'northern_ireland', 'england'], t.nation)`.execute(
    tx,
  )
  return rows.map((row) => row.template)
}

const OUTCOME_CHOICE = sql`
  select o.id as value, concat(coalesce(w.title, o.code), ' (', v.name, ', ', v.version,
    case v.status when 'live' then '' else ', no longer in use' end, ')') as text,
    v.published_at, o.framework_version_id, o.position
  from waymark.outcome o join waymark.framework_version v on v.id = o.framework_version_id
  left join waymark.outcome_wording w on w.outcome_id = o.id and w.language = v.language`

/** What can be chosen in the forms of one assessment: its own options, groups and evidence, outcomes in use and those it names already, and who may own it. */
export async function choicesFor(tx: Tx, id: AssessmentId): Promise<Choices> {
  const { rows } = await sql<{ list: string; value: string; text: string }>`
    select * from (
      select 'options' as list, o.id as value, o.name as text, o.begun_at as at, 0 as n from waymark.assessment_option o where o.assessment_id = ${id} and o.taken_off_at is null
      union all select 'groups', g.id, g.name, g.begun_at, 0 from waymark.assessment_group g where g.assessment_id = ${id} and g.taken_off_at is null
      union all select 'evidence', e.id, left(e.citation, 160), e.begun_at, 0 from waymark.assessment_evidence e where e.assessment_id = ${id} and e.taken_off_at is null
      union all select 'involvement', i.id, left(i.who, 160), i.begun_at, 0 from waymark.assessment_involvement i where i.assessment_id = ${id} and i.taken_off_at is null
      union all select 'owners', p.id, p.name, null, 0 from waymark.person p
        where p.organisation_id = waymark.actor_organisation() and p.role in ('analyst', 'manager') and p.ended_at is null
      union all select 'outcomes', c.value, c.text, c.published_at, c.position from (${OUTCOME_CHOICE}
        where v.status = 'live'
          or o.id in (select outcome_id from waymark.assessment_impact where assessment_id = ${id}
            union select outcome_id from waymark.assessment_measure where assessment_id = ${id})) c
    ) x order by list, at, n, text`.execute(tx)
  const lists: Record<string, Choice[]> = {}
  for (const { list, value, text } of rows) (lists[list] ??= []).push({ value, text })
  return lists
}

type Counts = {
  readonly groups: number
  readonly options: number
  readonly does_nothing: boolean | null
  readonly evidence: number
  readonly without_impact: number
  readonly impacts: number
  readonly involvement: number
  readonly words: number
  readonly measures: number
}

/** What stands in an assessment so far. */
export async function progressOf(
  tx: Tx,
  { id, row, template }: Assessment,
): Promise<Progress & { readonly words: number }> {
  const { rows } = await sql<Counts>`
    select (select count(*)::int from waymark.assessment_group where assessment_id = ${id} and taken_off_at is null) as groups,
      count(o.id)::int as options, bool_or(o.does_nothing) as does_nothing,
      (select count(*)::int from waymark.assessment_evidence where assessment_id = ${id} and taken_off_at is null) as evidence,
      (count(o.id) filter (where not exists (select from waymark.assessment_impact i where i.option_id = o.id and i.taken_off_at is null)))::int as without_impact,
      (select count(*)::int from waymark.assessment_impact where assessment_id = ${id} and taken_off_at is null) as impacts,
      (select count(*)::int from waymark.assessment_involvement where assessment_id = ${id} and taken_off_at is null) as involvement,
      (select count(*)::int from waymark.assessment_words where assessment_id = ${id} and taken_off_at is null and taken_back_at is null) as words,
      (select count(*)::int from waymark.assessment_measure where assessment_id = ${id} and taken_off_at is null) as measures
    from waymark.assessment_option o where o.assessment_id = ${id} and o.taken_off_at is null`.execute(
    tx,
  )
  const [counts] = rows
  if (!counts) throw new Error('A count always gives a row')
  const there = (...columns: readonly string[]) => columns.every((c) => typeof row[c] === 'string')
  return {
    affected: there('affected'),
    groups: counts.groups,
    options: counts.options,
    doesNothing: counts.does_nothing === true,
    evidence: counts.evidence,
    optionsWithoutImpact: counts.without_impact,
    impacts: counts.impacts,
    involvement: counts.involvement,
    words: counts.words,
    notInvolvedBecause: there('not_involved_because'),
    bestInterests: there('best_interests'),
    decided: there('decision', 'chosen_option_id'),
    dates: there('takes_effect_on', 'review_on'),
    measures: counts.measures,
    twin: there('twin_what', 'twin_change', 'twin_said', 'twin_decided', 'twin_next'),
    sectionsMissing: sectionsMissing(template, textsOf(row)),
  }
}

/** The texts of the sections that only this template has, by their keys. */
export function textsOf(row: Row): Readonly<Record<string, string>> {
  const texts = row['section_texts']
  if (typeof texts !== 'object' || texts === null) return {}
  return Object.fromEntries(
    Object.entries(texts).filter((e): e is [string, string] => typeof e[1] === 'string'),
  )
}
