import { sql } from 'kysely'
import { trustedId, type ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import {
  type Asked,
  askedOf,
  type Importance,
  IMPORTANCE,
  type Influence,
  NOT_HELD_BECAUSE,
  type Said,
  SINCE_LAST,
  type SinceLast,
  type Voice,
  VOICES,
  WHO_SHOULD_KNOW,
  type WhoShouldKnow,
} from './check-in.rules.ts'
import { type CheckInId, influenceOf, known, saidOf } from './check-in-row.ts'
import type { FrameworkVersionId } from './framework-kept.rules.ts'

/** One thing somebody said of one outcome, and when, and in whose voice. */
export type Spoken = {
  readonly checkInId: CheckInId
  readonly voice: Voice
  /** Who wrote it, or for a carer who said it. Undefined for the young person themselves. */
  readonly by: string | undefined
  readonly at: Date
  /** Shared by all versions of a framework. */
  readonly frameworkKey: string
  /** The version it was answered under: its words stay readable there. */
  readonly frameworkVersionId: FrameworkVersionId
  readonly code: string
  readonly said: Said
  readonly importance: Importance
  readonly sinceLast: SinceLast
  readonly words: string | undefined
  readonly wordsLanguage: string
  readonly whoShouldKnow: WhoShouldKnow
  readonly whoShouldKnowWords: string | undefined
  readonly influences: readonly Influence[]
  /** Undefined when they answered alone. */
  readonly with: string | undefined
  readonly interpreterMode: string
  /** Said on a device a worker handed over, rather than on their own. */
  readonly onWorkersDevice: boolean
}

type SpokenRow = {
  readonly check_in_id: string
  readonly voice: string
  readonly by: string | null
  readonly shared_at: Date
  readonly framework_key: string
  readonly framework_version_id: string
  readonly code: string
  readonly state: string | null
  readonly reason: string | null
  readonly importance: string
  readonly since_last: string
  readonly words: string | null
  readonly words_language: string
  readonly who_should_know: string
  readonly who_should_know_words: string | null
  readonly company_relationship: string | null
  readonly interpreter_mode: string
  readonly on_workers_device: boolean
  readonly influences: readonly { direction: string; level: string; words: string | null }[]
}

/** Everything shared about a child in every voice, each apart, in order of time. Drafts are not here, the actor's own included. */
export async function spokenOf(tx: Tx, child: ChildId): Promise<readonly Spoken[]> {
  const { rows } = await sql<SpokenRow>`
    select a.check_in_id, i.voice, coalesce(i.said_by_name, case when i.voice <> 'young_person' then p.name end) as by,
      i.shared_at, f.key as framework_key, v.id as framework_version_id, o.code, a.state, a.reason, a.importance, a.since_last, a.words,
      a.words_language, a.who_should_know, a.who_should_know_words, i.company_relationship, i.interpreter_mode,
      i.occasion_id is not null as on_workers_device,
      coalesce((select jsonb_agg(jsonb_build_object('direction', n.direction, 'level', n.level, 'words', n.words)
          order by n.direction desc, n.level)
        from waymark.check_in_influence n
        where n.check_in_id = a.check_in_id and n.outcome_id = a.outcome_id and not n.taken_out), '[]') as influences
    from waymark.check_in i
    join waymark.check_in_answer a on a.check_in_id = i.id and not a.taken_out
    join waymark.outcome o on o.id = a.outcome_id
    join waymark.framework_version v on v.id = i.framework_version_id
    join waymark.framework f on f.id = v.framework_id
    left join waymark.person p on p.id = i.author_id
    where i.child_id = ${child} and i.status = 'shared'
    order by i.shared_at, i.id, o.position`.execute(tx)
  return rows.map(spoken)
}

function spoken(row: SpokenRow): Spoken {
  return {
    checkInId: trustedId(row.check_in_id),
    voice: known(VOICES, row.voice),
    by: row.by ?? undefined,
    at: row.shared_at,
    frameworkKey: row.framework_key,
    frameworkVersionId: trustedId(row.framework_version_id),
    code: row.code,
    said: saidOf(row),
    importance: known(IMPORTANCE, row.importance),
    sinceLast: known(SINCE_LAST, row.since_last),
    words: row.words ?? undefined,
    wordsLanguage: row.words_language,
    whoShouldKnow: known(WHO_SHOULD_KNOW, row.who_should_know),
    whoShouldKnowWords: row.who_should_know_words ?? undefined,
    influences: row.influences.map(influenceOf),
    with: row.company_relationship ?? undefined,
    interpreterMode: row.interpreter_mode,
    onWorkersDevice: row.on_workers_device,
  }
}

/** Whether the young person was asked, and what came of it. */
export async function askedWhether(tx: Tx, child: ChildId): Promise<Asked> {
  const { rows } = await sql<{
    shared_at: Date | null
    withdrawn_at: Date | null
    not_held: { reason: string; day: string } | null
    not_shared: boolean
  }>`
    select
      'check_ins' in (select waymark.not_shared(${child})) as not_shared,
      (select max(shared_at) from waymark.check_in where child_id = ${child} and voice = 'young_person' and status = 'shared') as shared_at,
      (select max(withdrawn_at) from waymark.check_in where child_id = ${child} and voice = 'young_person' and status = 'withdrawn') as withdrawn_at,
      (select jsonb_build_object('reason', reason, 'day', on_day) from waymark.check_in_not_held
        where child_id = ${child} order by on_day desc, changed_at desc limit 1) as not_held`.execute(
    tx,
  )
  const [row] = rows
  if (row?.not_shared) return { kind: 'not-shared' }
  return askedOf({
    sharedAt: row?.shared_at ?? undefined,
    withdrawnAt: row?.withdrawn_at ?? undefined,
    notHeld: row?.not_held
      ? { reason: known(NOT_HELD_BECAUSE, row.not_held.reason), day: row.not_held.day }
      : undefined,
  })
}
