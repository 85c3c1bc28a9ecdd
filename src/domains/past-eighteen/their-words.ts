import type { Ask } from '#domains/children/index.ts'
import { languageAsk, type Reading, type Speaking } from '#domains/plans/index.ts'
import { NOT_SAID } from './eighteen.rules.ts'

const MOST = 5000

/** What they say in their own words, or why there are none: one of the two is always kept. */
export const saysAsks = (found: Speaking): readonly Ask[] => [
  {
    kind: 'words',
    name: 'says',
    label: `What ${found.child.knownAs} says of it, in their own words`,
  },
  languageAsk(found),
  {
    kind: 'choice',
    name: 'notSaidWhy',
    label: 'If there are no words of theirs: why?',
    choices: { ...NOT_SAID, said: 'Their words are above' },
  },
]

export function readSays(read: Reading) {
  const says = read.maybe('says', MOST)
  const why = says ? undefined : read.choiceOrNone('notSaidWhy', NOT_SAID)
  if (!says && !why)
    read.wrong('says', 'Enter what they say, or choose why there are no words of theirs')
  return { says: says ?? null, language: read.language('language'), notSaidWhy: why ?? null }
}
