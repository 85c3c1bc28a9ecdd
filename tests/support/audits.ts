import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { QUESTIONS } from '#domains/workforce/index.ts'
import type { ChildId, OrganisationId } from '#kernel/ids.ts'
import { type TestPerson, northmere } from './people.ts'
import type { Published } from './said.ts'
import type { Fields, World } from './world.ts'

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

/** How people work with audits on their pages, in a world whose framework has the outcome "apple". */
export function auditing(w: World, apple: string) {
  /** Sends a form, which must be taken; gives where it leads. */
  const done = async (who: TestPerson, url: string, fields: Fields): Promise<string> => {
    const res = await w.post(who, url, fields)
    assert.equal(
      res.statusCode,
      303,
      `${url}: ${/error-summary[\s\S]{0,400}/.exec(res.payload)?.[0]}`,
    )
    return String(res.headers.location)
  }
  const says = async (who: TestPerson, url: string, status = 200): Promise<string> => {
    const res = await w.get(who, url)
    assert.equal(
      res.statusCode,
      status,
      `${url} ${res.statusCode === 500 ? JSON.stringify(w.logged.findLast((l) => 'failed' in l)) : ''}`,
    )
    return res.payload
  }
  /** Every item answered alike, but for those said. */
  const readAll = async (who: TestPerson, a: ArrangedAudit, but: Record<string, string> = {}) => {
    for (const item of [apple, ...QUESTIONS]) {
      await done(who, `${a.url}/read/${item}`, {
        version: '0',
        code: but[item] ?? 'yes',
        shows: `${who.name} on ${item === apple ? 'apple' : item}`,
      })
    }
  }
  const share = async (who: TestPerson, a: ArrangedAudit, more: Fields = {}) => {
    const version =
      /name="version" value="(\d+)"/.exec(await says(who, `${a.url}/share`))?.[1] ?? ''
    await done(who, `${a.url}/share`, {
      version,
      standsOut: `${who.name} saw care`,
      grade: '',
      ...more,
    })
  }
  return { done, says, readAll, share }
}
