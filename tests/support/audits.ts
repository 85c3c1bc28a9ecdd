import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { ChildId, OrganisationId } from '#kernel/ids.ts'
import { type TestPerson, northmere } from './people.ts'
import type { Published } from './said.ts'
import type { World } from './world.ts'

type Wanted = {
  readonly by: TestPerson
  readonly practitioner?: TestPerson
  readonly auditor?: TestPerson
  readonly second?: TestPerson
  readonly organisationId?: OrganisationId
  /** Why there is no reflection, so that reading can begin. */
  readonly noReflection?: string
}

export type ArrangedAudit = { readonly round: string; readonly audit: string; readonly url: string }

/** A round about the outcome "apple" with one record in it, past row-level security. */
export async function anAudit(
  w: World,
  framework: Published,
  child: ChildId,
  wanted: Wanted,
): Promise<ArrangedAudit> {
  const [round, audit] = [randomUUID(), randomUUID()]
  await sql`
    insert into waymark.case_audit_round (id, organisation_id, title, question, framework_version_id, open_from, open_to,
      stratified, sample_size, eligible_count, sampling_key, set_up_by)
    values (${round}, ${wanted.organisationId ?? northmere}, 'Are they heard?', 'Is what they say in the record?', ${framework.id},
      '2026-01-01', '2026-11-01', false, 1, 1, 'a key of the tests', ${wanted.by.id})`.execute(w.db)
  await sql`
    insert into waymark.case_audit_outcome (round_id, outcome_id) values (${round}, ${framework.outcomes.get('apple') ?? ''})`.execute(
    w.db,
  )
  await sql`
    insert into waymark.case_audit_eligible (round_id, child_id, place, drawn) values (${round}, ${child}, 1, true)`.execute(
    w.db,
  )
  await sql`
    insert into waymark.case_audit (id, round_id, child_id, practitioner_id, no_reflection_because, auditor_id, second_auditor_id)
    values (${audit}, ${round}, ${child}, ${wanted.practitioner?.id ?? null}, ${wanted.noReflection ?? null},
      ${wanted.auditor?.id ?? null}, ${wanted.second?.id ?? null})`.execute(w.db)
  return { round, audit, url: `/children/${child}/case-audits/${audit}` }
}
