import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import {
  type AboutMe,
  aboutMeOf,
  meaningsOf,
  notSharedInWords,
  TOPICS,
} from '#domains/children/index.ts'
import { ofWords } from '#domains/own-settings/index.ts'
import { notShared, putAway } from './asked-once.ts'
import type { Section } from './section.ts'

/** In this order; the first of them are shown even when nobody has asked yet. */
const ORDER = Object.keys(TOPICS)
/** Read each time the page is opened. */
const OPEN: ReadonlySet<string> = new Set(['want_known', 'strengths'])
const NOT_ASKED: Readonly<Record<string, string>> = {
  want_known: 'Nobody has asked yet what they want you to know.',
  strengths: 'Nobody has asked yet what they are good at.',
  wishes: 'Nobody has asked yet what they hope for.',
}

/** The child in their own words, strengths before anything a service writes. */
export const ownWords: Section = {
  place: 'own-words',
  template: 'desks/child-overview/own-words.njk',
  async gather(visit, child) {
    const { tx } = visit
    const kept = await notShared(visit, child)
    if (kept.has('words'))
      return { notShared: notSharedInWords(child.knownAs), first: [], rest: [], meanings: [] }
    const words = await aboutMeOf(tx, child.id)
    const away = await putAway(visit, child)
    const items = ORDER.map((topic) => {
      const said = words.find((w) => w.topic === topic)
      return {
        topic,
        title: titleOf(topic),
        notAsked: away.includes(ofWords(topic))
          ? `${child.knownAs} does not want to be asked about this.`
          : NOT_ASKED[topic],
        away: away.includes(ofWords(topic)),
        ...(said && toldBy(said, child.knownAs)),
      }
    })
    const shown = items.filter((item) => 'words' in item || item.notAsked)
    return {
      first: shown.filter((item) => OPEN.has(item.topic)),
      rest: shown.filter((item) => !OPEN.has(item.topic)),
      meanings: await meaningsOf(tx, child.id),
    }
  },
}

function titleOf(topic: string): string {
  const titles: Readonly<Record<string, string>> = TOPICS
  return titles[topic] ?? topic
}

function toldBy(said: AboutMe, knownAs: string) {
  const day = calendarDay(said.saidOn)
  const on = day ? `, ${inWords(day)}` : ''
  const { words, saidByName } = said
  if (said.saidBy === 'child') return { words, who: knownAs, how: `in their own words${on}` }
  if (said.saidBy === 'child_with_someone') {
    return { words, who: knownAs, how: `with ${saidByName ?? 'somebody'} helping${on}` }
  }
  return { words, who: saidByName ?? 'Somebody else', how: `about them${on}` }
}
