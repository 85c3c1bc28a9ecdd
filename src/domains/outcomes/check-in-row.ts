import { trustedId, type ChildId, type Id, type PersonId } from '#kernel/ids.ts'
import {
  type Answer,
  DIRECTIONS,
  IMPORTANCE,
  type Influence,
  LEVELS_OF_INFLUENCE,
  REASONS,
  type Said,
  SINCE_LAST,
  STATES,
  type Voice,
  VOICES,
  WHO_SHOULD_KNOW,
} from './check-in.rules.ts'
import type { FrameworkVersionId, OutcomeId } from './framework-kept.rules.ts'

export type CheckInId = Id<'check-in'>
export type OccasionId = Id<'check-in-occasion'>

const STATUSES = ['draft', 'shared', 'withdrawn', 'thrown_away'] as const
export type CheckInStatus = (typeof STATUSES)[number]

/** One time somebody said how things are. */
export type CheckIn = {
  readonly id: CheckInId
  readonly childId: ChildId
  readonly frameworkVersionId: FrameworkVersionId
  readonly voice: Voice
  readonly authorId: PersonId | undefined
  readonly status: CheckInStatus
  readonly chosen: readonly OutcomeId[]
  readonly language: string
  readonly startedAt: Date
  readonly sharedAt: Date | undefined
  readonly withdrawnAt: Date | undefined
  readonly version: number
}

/** An answer as it is kept. */
export type KeptAnswer = Answer & {
  readonly outcomeId: OutcomeId
  readonly version: number
}

/** The code, when it is one we know. Throws for one the database should not have let in. */
export function known<T extends string>(codes: readonly T[], text: string): T {
  const found = codes.find((code) => code === text)
  if (found === undefined) throw new Error('The database holds a code that the rules do not know')
  return found
}

type CheckInRow = {
  readonly id: string
  readonly child_id: string
  readonly framework_version_id: string
  readonly voice: string
  readonly author_id: string | null
  readonly status: string
  readonly chosen: readonly string[]
  readonly language: string
  readonly started_at: Date
  readonly shared_at: Date | null
  readonly withdrawn_at: Date | null
  readonly version: number
}

export function checkInOf(row: CheckInRow): CheckIn {
  return {
    id: trustedId(row.id),
    childId: trustedId(row.child_id),
    frameworkVersionId: trustedId(row.framework_version_id),
    voice: known(VOICES, row.voice),
    authorId: row.author_id === null ? undefined : trustedId(row.author_id),
    status: known(STATUSES, row.status),
    chosen: row.chosen.map((id) => trustedId<'outcome'>(id)),
    language: row.language,
    startedAt: row.started_at,
    sharedAt: row.shared_at ?? undefined,
    withdrawnAt: row.withdrawn_at ?? undefined,
    version: row.version,
  }
}

type AnswerRow = {
  readonly outcome_id: string
  readonly state: string | null
  readonly reason: string | null
  readonly importance: string
  readonly since_last: string
  readonly words: string | null
  readonly words_language: string
  readonly who_should_know: string
  readonly who_should_know_words: string | null
  readonly version: number
}

type InfluenceRow = {
  readonly outcome_id: string
  readonly direction: string
  readonly level: string
  readonly words: string | null
}

export function answerOf(row: AnswerRow, influences: readonly InfluenceRow[]): KeptAnswer {
  return {
    outcomeId: trustedId(row.outcome_id),
    said: saidOf(row),
    importance: known(IMPORTANCE, row.importance),
    sinceLast: known(SINCE_LAST, row.since_last),
    words: row.words ?? undefined,
    wordsLanguage: row.words_language,
    whoShouldKnow: known(WHO_SHOULD_KNOW, row.who_should_know),
    whoShouldKnowWords: row.who_should_know_words ?? undefined,
    influences: influences.filter((i) => i.outcome_id === row.outcome_id).map(influenceOf),
    version: row.version,
  }
}

export function saidOf(row: {
  readonly state: string | null
  readonly reason: string | null
}): Said {
  return row.state === null
    ? { reason: known(REASONS, row.reason ?? '') }
    : { state: known(STATES, row.state) }
}

export const influenceOf = (row: Omit<InfluenceRow, 'outcome_id'>): Influence => ({
  direction: known(DIRECTIONS, row.direction),
  level: known(LEVELS_OF_INFLUENCE, row.level),
  words: row.words ?? undefined,
})
