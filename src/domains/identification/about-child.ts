import { aboutMeOf, type Child, TOPICS } from '#domains/children/index.ts'
import { lookUp } from '#kernel/look-up.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Aside } from './question.view.ts'

/** The child in their own words, to stand beside whatever somebody writes of them. */
export async function aboutChild(tx: Tx, child: Child): Promise<readonly Aside[]> {
  const words = await aboutMeOf(tx, child.id)
  const lines = words.map((w) => ({
    label: lookUp<string>(TOPICS, w.topic) ?? '',
    text: w.words,
    lang: w.language,
  }))
  return [
    {
      title: 'In their own words',
      lines:
        lines.length > 0
          ? lines
          : [{ label: '', text: 'Nobody has written down their own words yet.' }],
    },
  ]
}
