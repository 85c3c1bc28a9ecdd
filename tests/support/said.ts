import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { aChild } from './builders.ts'
import { type TestPerson, zoe } from './people.ts'
import type { World } from './world.ts'
import type { OrganisationId } from '#kernel/ids.ts'

/** A small framework for tests: its order is neither the alphabet's nor any count's. */
export const FRAMEWORK = {
  format: 'waymark-framework-1',
  key: 'for-tests',
  version: '1',
  name: 'A set for tests',
  owner: 'The tests',
  licence: 'MIT',
  attribution: '',
  notice: '',
  definedBy: 'The tests',
  nation: 'uk',
  provisional: true,
  language: 'en',
  population: { for: 'child', ageFrom: 8, ageTo: 25, labelledForUnder18: false },
  sources: [],
  principles: [
    {
      code: 'p3',
      articles: [3],
      wording: { en: { title: { text: 'What is best', state: 'draft' } } },
    },
    { code: 'p12', articles: [12], wording: { en: { title: { text: 'My say', state: 'draft' } } } },
  ],
  outcomes: [
    outcome('zebra', ['p12'], 'outcome'),
    outcome('apple', ['p3', 'p12'], 'outcome'),
    outcome('told', ['p3'], 'experience'),
    outcome('mango', ['p3'], 'outcome'),
  ],
}

function outcome(code: string, principles: readonly string[], level: string) {
  const wording = { en: { title: { text: `About ${code}`, state: 'draft' } } }
  const fixed = { polarity: 'neutral', definedBy: 'The tests', childOnly: false }
  return { code, principles, level, ...fixed, sources: [], links: [], indicators: [], wording }
}

export type Published = { readonly id: string; readonly outcomes: ReadonlyMap<string, string> }

export async function publishFramework(w: World, by: TestPerson = zoe): Promise<Published> {
  const { rows } = await w.acting(by, (tx) =>
    sql<{
      id: string
    }>`select waymark.keep_framework(${JSON.stringify(FRAMEWORK)}::jsonb, true) as id`.execute(tx),
  )
  const id = rows[0]?.id ?? ''
  const outcomes = await w.db
    .selectFrom('waymark.outcome')
    .select(['id', 'code'])
    .where('framework_version_id', '=', id)
    .execute()
  return { id, outcomes: new Map(outcomes.map((o) => [o.code, o.id])) }
}

/** What one child said: outcome code to a state, or to a reason written as `reason:skipped`. */
export type Said = Readonly<Record<string, string>>

type Sharing = { readonly voice?: string; readonly status?: 'shared' | 'withdrawn' | 'draft' }

/** A check-in of that child, past row-level security. */
export async function aCheckIn(
  w: World,
  framework: Published,
  child: string,
  at: string,
  said: Said,
  { voice = 'young_person', status = 'shared' }: Sharing = {},
): Promise<void> {
  const id = randomUUID()
  await w.db
    .insertInto('waymark.check_in')
    .values({
      id,
      child_id: child,
      framework_version_id: framework.id,
      voice,
      author_id: voice === 'young_person' && status !== 'draft' ? null : zoe.id,
      status,
      started_at: at,
      shared_at: status === 'draft' ? null : at,
      withdrawn_at: status === 'withdrawn' ? at : null,
      withdrawn_reason: status === 'withdrawn' ? 'changed_my_mind' : null,
    })
    .execute()
  const answers = Object.entries(said).map(([code, answer]) => {
    const reason = answer.startsWith('reason:') ? answer.slice('reason:'.length) : null
    const outcomeId = framework.outcomes.get(code) ?? ''
    return {
      check_in_id: id,
      child_id: child,
      outcome_id: outcomeId,
      state: reason === null ? answer : null,
      reason,
      private_to: null,
    }
  })
  if (answers.length > 0) await w.db.insertInto('waymark.check_in_answer').values(answers).execute()
}

/** So many children who each shared one check-in and said the same. */
export async function childrenWhoSaid(
  w: World,
  framework: Published,
  howMany: number,
  said: Said,
  {
    at = '2026-06-01T12:00:00Z',
    organisationId,
  }: { at?: string; organisationId?: OrganisationId } = {},
): Promise<readonly string[]> {
  const children: string[] = []
  for (let n = 0; n < howMany; n += 1) {
    const child = await aChild(
      w,
      organisationId ? { organisationId, allocatedTo: [] } : { allocatedTo: [] },
    )
    await aCheckIn(w, framework, child, at, said)
    children.push(child)
  }
  return children
}
