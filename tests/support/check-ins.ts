import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import type { TestPerson } from './people.ts'
import type { World } from './world.ts'

type Wanted = {
  /** Outcome codes of the framework in use, each with a state or a reason, and words if any. */
  readonly answers: Readonly<
    Record<
      string,
      {
        readonly state?: string
        readonly reason?: string
        readonly words?: string
        readonly importance?: string
        readonly helps?: Readonly<Record<string, string>>
      }
    >
  >
  readonly at?: Date
  readonly voice?: 'young_person' | 'practitioner' | 'guardian' | 'carer'
  readonly author?: TestPerson
  readonly saidBy?: string
  readonly status?: 'draft' | 'shared'
}

/** A check-in of the test's own, past row-level security. Shared, and the young person's, unless said. */
export async function aCheckIn(w: World, child: ChildId, wanted: Wanted): Promise<string> {
  const { rows } = await sql<{ id: string; code: string; version: string }>`
    select o.id, o.code, v.id as version from waymark.outcome o
    join waymark.framework_version v on v.id = o.framework_version_id and v.status = 'live'`.execute(
    w.db,
  )
  const [first] = rows
  assert.ok(first, 'a framework is in use')
  const shared = wanted.status !== 'draft'
  const author = wanted.author?.id ?? null
  const row = await w.db
    .insertInto('waymark.check_in')
    .values({
      child_id: child,
      framework_version_id: first.version,
      voice: wanted.voice ?? 'young_person',
      author_id: author,
      said_by_name: wanted.saidBy ?? null,
      status: shared ? 'shared' : 'draft',
      started_at: wanted.at ?? new Date(),
      shared_at: shared ? (wanted.at ?? new Date()) : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [code, answer] of Object.entries(wanted.answers)) {
    const outcome = rows.find((r) => r.code === code)
    assert.ok(outcome, `there is an outcome ${code}`)
    const key = { check_in_id: row.id, child_id: child, outcome_id: outcome.id, private_to: author }
    await w.db
      .insertInto('waymark.check_in_answer')
      .values({
        ...key,
        state: answer.state ?? null,
        reason: answer.reason ?? null,
        words: answer.words ?? null,
        importance: answer.importance ?? 'not_said',
      })
      .execute()
    for (const [level, words] of Object.entries(answer.helps ?? {})) {
      await w.db
        .insertInto('waymark.check_in_influence')
        .values({ ...key, direction: 'helps', level, words })
        .execute()
    }
  }
  return row.id
}
