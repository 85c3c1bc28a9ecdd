import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import { aboutMeOf, meaningsOf, SAID_BY, TOPICS, type AboutMe } from '#domains/children/index.ts'
import type { Section } from './section.ts'

/** Asked first, so shown first even when nobody has asked yet. */
const FIRST = ['want_known', 'strengths', 'wishes'] as const

const NOT_ASKED: Readonly<Record<(typeof FIRST)[number], string>> = {
  want_known: 'Nobody has asked yet what they want you to know.',
  strengths: 'Nobody has asked yet what they are good at.',
  wishes: 'Nobody has asked yet what they hope for.',
}

/** The child in their own words, strengths before anything a service writes. */
export const ownWords: Section = {
  place: 'own-words',
  template: 'desks/child-overview/own-words.njk',
  async gather({ tx }, child) {
    const words = await aboutMeOf(tx, child.id)
    const missing = FIRST.filter((topic) => !words.some((w) => w.topic === topic))
    return {
      words: words.map((w) => ({ ...w, title: titleOf(w), who: whoSays(w, child.knownAs) })),
      missing: missing.map((topic) => ({ topic, text: NOT_ASKED[topic] })),
      meanings: await meaningsOf(tx, child.id),
    }
  },
}

function titleOf({ topic }: AboutMe): string {
  const titles: Readonly<Record<string, string>> = TOPICS
  return titles[topic] ?? topic
}

function whoSays(words: AboutMe, knownAs: string): string {
  const day = calendarDay(words.saidOn)
  const when = day ? `, ${inWords(day)}` : ''
  const other = words.saidByName
  if (words.saidBy === 'child') return `${knownAs} says${when}`
  if (words.saidBy === 'child_with_someone') {
    return `${knownAs} says, with ${other ?? 'somebody'} helping${when}`
  }
  return `${other ?? SAID_BY.someone_else}${when}`
}
