import type { Somebody } from '../board.queries.ts'
import type { Quote } from '../groups.queries.ts'
import type { Level } from '../taking-part.rules.ts'

const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  group: 'Only this group may read it',
  inside: 'Everybody in the organisation may read it',
  published: 'It may be published',
}

/** A quote as its lead reads it: what may be done with it, and under which name. */
export const quoteLine = (q: Quote, members: readonly Somebody[]) => ({
  words: q.words,
  language: q.wordsLanguage,
  from: members.find((m) => m.childId === q.childId)?.name ?? 'Somebody',
  state: q.level === null ? 'They have not said yes. Nobody else reads it' : LEVEL_WORDS[q.level],
  name:
    q.level === null
      ? undefined
      : q.shownName === null
        ? 'Without a name'
        : `With the name ${q.shownName}`,
})
