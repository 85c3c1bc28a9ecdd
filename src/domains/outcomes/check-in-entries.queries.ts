import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import {
  type Direction,
  DIRECTIONS,
  type LevelOfInfluence,
  LEVELS_OF_INFLUENCE,
  type Voice,
  VOICES,
} from './check-in.rules.ts'
import { known } from './check-in-row.ts'

/** What helps or gets in the way, as it was named beside an entry. */
export type EntryLink = {
  readonly direction: Direction
  readonly level: LevelOfInfluence
  readonly words: string | null
  readonly language: string
}

/** One thing somebody said of one outcome, in codes, for a file that somebody takes away. */
export type Entry = {
  readonly id: string
  readonly checkInId: string
  readonly sharedAt: Date
  readonly outcomeId: string
  readonly outcomeCode: string
  readonly outcomeTitle: string
  readonly framework: string
  readonly frameworkVersion: string
  readonly voice: Voice
  /** Who wrote it, or for a carer who said it. Null for the young person themselves. */
  readonly by: string | null
  readonly state: string | null
  readonly reason: string | null
  readonly importance: string
  readonly sinceLast: string
  readonly words: string | null
  readonly wordsLanguage: string
  readonly whoShouldKnow: string
  readonly whoShouldKnowWords: string | null
  readonly links: readonly EntryLink[]
}

type EntryRow = Omit<Entry, 'voice' | 'links'> & {
  readonly voice: string
  readonly links: readonly (Omit<EntryLink, 'direction' | 'level'> & {
    readonly direction: string
    readonly level: string
  })[]
}

/**
 * Everything shared about a child and not taken back, one entry for each voice and outcome, in order of
 * time. No draft is here, the actor's own included.
 */
export async function entriesOf(tx: Tx, child: ChildId): Promise<readonly Entry[]> {
  const { rows } = await sql<EntryRow>`
    select a.id, a.check_in_id as "checkInId", i.shared_at as "sharedAt", o.id as "outcomeId",
      o.code as "outcomeCode", coalesce(w.title, o.code) as "outcomeTitle",
      v.name as framework, v.version as "frameworkVersion", i.voice,
      coalesce(i.said_by_name, case when i.voice <> 'young_person' then p.name end) as by,
      a.state, a.reason, a.importance, a.since_last as "sinceLast", a.words, a.words_language as "wordsLanguage",
      a.who_should_know as "whoShouldKnow", a.who_should_know_words as "whoShouldKnowWords",
      coalesce((select jsonb_agg(jsonb_build_object('direction', n.direction, 'level', n.level,
          'words', n.words, 'language', n.words_language) order by n.direction desc, n.level)
        from waymark.check_in_influence n
        where n.check_in_id = a.check_in_id and n.outcome_id = a.outcome_id and not n.taken_out), '[]') as links
    from waymark.check_in i
    join waymark.check_in_answer a on a.check_in_id = i.id and not a.taken_out
    join waymark.outcome o on o.id = a.outcome_id
    join waymark.framework_version v on v.id = i.framework_version_id
    left join waymark.outcome_wording w on w.outcome_id = o.id and w.language = v.language
    left join waymark.person p on p.id = i.author_id
    where i.child_id = ${child} and i.status = 'shared'
    order by i.shared_at, i.id, o.position`.execute(tx)
  return rows.map((row) => ({
    ...row,
    voice: known(VOICES, row.voice),
    links: row.links.map((link) => ({
      ...link,
      direction: known(DIRECTIONS, link.direction),
      level: known(LEVELS_OF_INFLUENCE, link.level),
    })),
  }))
}
