import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Beside } from '#platform/http/beside.ts'
import type { Visit } from '#platform/http/page.ts'
import {
  nationOf,
  ownTexts,
  shownFor,
  topicOf,
  type Nation,
  type OwnText,
} from '#domains/guidance/index.ts'
import {
  adviceToShow,
  adviseAfter,
  noticeOf,
  ownList,
  ownPhrases,
  type OwnList,
} from '#domains/wording/index.ts'

/** What an organisation says itself, held for a moment: it is asked for on every page of staff. */
type Held = {
  readonly at: number
  readonly words: OwnList
  readonly texts: ReadonlyMap<string, OwnText>
  readonly nation: Nation
}

/** Another process may have written something new; this one forgets at once when it did itself. */
const HELD_FOR = 10_000

/** Help and advice beside the pages of staff: the one place where they meet the rest of the house. */
export function besideStaff(): Beside {
  const held = new Map<string, Held>()
  const heldFor = async (visit: Visit): Promise<Held> => {
    const known = held.get(visit.actor.organisationId)
    const age = visit.now.getTime() - (known?.at ?? 0)
    if (known && age >= 0 && age < HELD_FOR) return known
    const read = await readOwn(visit)
    held.set(visit.actor.organisationId, read)
    return read
  }
  return {
    before: async (visit) => {
      const own = await heldFor(visit)
      return whatStandsBeside(visit, own)
    },
    after: async (visit, page, childId, answer) => {
      if (/^(wording|guidance|complaints)\./.test(page.audit.action)) {
        held.delete(visit.actor.organisationId)
      }
      return adviseAfter(visit, page.url, childId, answer, (await heldFor(visit)).words)
    },
  }
}

async function readOwn({ tx, actor, now }: Visit): Promise<Held> {
  const texts = await ownTexts(tx)
  return {
    at: now.getTime(),
    words: await ownList(tx),
    texts: new Map(texts.map((text) => [text.topic, text])),
    nation: await nationOf(tx, actor.organisationId, londonCalendarDay(now)),
  }
}

async function whatStandsBeside(visit: Visit, own: Held): Promise<object> {
  const today = londonCalendarDay(visit.now)
  const open = await adviceToShow(visit)
  return {
    help: (code: string) => {
      const topic = topicOf(code)
      if (!topic) throw new Error(`There is no help on ${code}`)
      return shownFor(topic, own.texts.get(code), own.nation, today)
    },
    parts: open.length > 0 ? ['domains/wording/answer-advice/notice.njk'] : [],
    notice: open.length > 0 ? noticeOf(open, own.words.list) : undefined,
    scripts: [
      {
        src: '/assets/wording/beside.browser.js',
        id: 'wording-beside',
        own: JSON.stringify(ownPhrases(own.words.list)),
      },
    ],
  }
}
