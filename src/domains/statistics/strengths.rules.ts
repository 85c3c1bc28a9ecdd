/**
 * How many records hold what a child is good at, and what helped them get through, in their own words.
 * A figure about records, so about services: there is no target, and none is better than another.
 */
import type { HangingTable } from './influences.rules.ts'

export const STRENGTH_TOPICS = ['strengths', 'got_through'] as const
export type StrengthTopic = (typeof STRENGTH_TOPICS)[number]

/** Each record stands at one of these: their own words, only somebody else's, or none yet. */
export const WHOSE_WORDS = ['own', 'others', 'none'] as const
export type WhoseWords = (typeof WHOSE_WORDS)[number]

export type StrengthCounts = Readonly<Record<StrengthTopic, Readonly<Record<WhoseWords, number>>>>

export const strengthFigure = (topic: StrengthTopic, whose: WhoseWords) =>
  `records/${topic}/${whose}`

/** That all records are alike is not hidden: it says what was asked, and nothing that a child said. */
export function strengthTables(total: string, strengths: StrengthCounts): readonly HangingTable[] {
  return STRENGTH_TOPICS.map((topic) => {
    const parts = WHOSE_WORDS.map((whose) => strengthFigure(topic, whose))
    const counts = new Map(
      WHOSE_WORDS.map((whose) => [strengthFigure(topic, whose), strengths[topic][whose]]),
    )
    counts.set(
      total,
      WHOSE_WORDS.reduce((sum, whose) => sum + strengths[topic][whose], 0),
    )
    return { counts, sums: [{ total, parts }], hangsFrom: [total] }
  })
}

/** Whether a release was made since records were counted: an older one lacks these figures. */
export const countsRecords = (figures: ReadonlyMap<string, unknown>): boolean =>
  figures.has(strengthFigure('strengths', 'own'))
