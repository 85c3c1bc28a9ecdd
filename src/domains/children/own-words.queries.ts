import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Topic } from './child.rules.ts'

/** What a young person writes about themselves, from their own account. */
export type OwnWords = {
  readonly topic: Topic
  readonly words: string
  readonly language: string
  readonly day: CalendarDay
}

/**
 * Keeps a young person's own words on a topic: version 0 for the first time. False when they were
 * changed meanwhile; nothing is overwritten then.
 */
export async function saveOwnWords(
  tx: Tx,
  child: ChildId,
  own: OwnWords,
  version: number,
): Promise<boolean> {
  const values = {
    words: own.words,
    language: own.language,
    said_by: 'child',
    said_by_name: null,
    said_on: own.day,
  }
  const saved =
    version === 0
      ? await tx
          .insertInto('waymark.about_me')
          .values({ child_id: child, topic: own.topic, ...values })
          .onConflict((c) => c.columns(['child_id', 'topic']).doNothing())
          .returning('id')
          .execute()
      : await tx
          .updateTable('waymark.about_me')
          .set(values)
          .where('child_id', '=', child)
          .where('topic', '=', own.topic)
          .where('version', '=', version)
          .returning('id')
          .execute()
  return saved.length === 1
}

/** What a word means to a young person, from their own account. */
export type OwnMeaning = {
  readonly word: string
  readonly meaning: string
  readonly language: string
}

/**
 * Keeps what a word means to them: version 0 for a word not explained before. False when that word was
 * explained or changed meanwhile; nothing is overwritten then, and earlier meanings are kept.
 */
export async function saveOwnMeaning(
  tx: Tx,
  child: ChildId,
  own: OwnMeaning,
  version: number,
): Promise<boolean> {
  const saved =
    version === 0
      ? await tx
          .insertInto('waymark.own_meaning')
          .values({ child_id: child, ...own })
          .onConflict((c) => c.doNothing())
          .returning('id')
          .execute()
      : await tx
          .updateTable('waymark.own_meaning')
          .set({ meaning: own.meaning, language: own.language })
          .where('child_id', '=', child)
          .where('word', '=', own.word)
          .where('version', '=', version)
          .returning('id')
          .execute()
  return saved.length === 1
}
