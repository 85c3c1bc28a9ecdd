import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import { languageName } from '#kernel/languages.ts'
import { londonDay } from '#kernel/london-time.ts'
import { may } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { childIdOf } from '#domains/children/index.ts'
import { childOf } from '../child-of-page.ts'
import { kindNames, processesOf } from '../happening.queries.ts'
import { staleDays } from '../stale.queries.ts'
import { isStale, type Process, PROCESS_STATES } from '../happening.rules.ts'
import { languagesToOffer } from './other-words.page.ts'

/** What is happening around a child, as the young person reads it, for those who keep it up to date. */
export const seeChildHappening: Page = {
  method: 'GET',
  url: '/children/:childId/happening',
  may: 'children.read',
  audit: { action: 'happening.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const { tx, now, actor } = visit
    const child = await childOf(visit)
    const kinds = await kindNames(tx)
    const days = await staleDays(tx, now)
    const page = {
      title: 'What is happening',
      child: { id: child.id, knownAs: child.knownAs },
      lines: (await processesOf(tx, child.id)).map((p) => lineOf(p, kinds, days, now)),
      languages: await languagesToOffer(visit, child),
      mayWrite: may(actor.role, 'children.write'),
    }
    return {
      kind: 'view',
      template: 'domains/processes/keep-happening/see-child-happening.njk',
      model: { page },
    }
  },
}

function lineOf(p: Process, kinds: ReadonlyMap<string, string>, days: number, now: Date) {
  return {
    ...p,
    kindName: kinds.get(p.kind) ?? p.kind,
    stateName: PROCESS_STATES[p.state],
    waiting: p.state === 'waiting' && p.waitingSince ? dayText(p.waitingSince) : undefined,
    lastChange: dayText(p.lastChangeOn),
    next: p.nextOn && dayText(p.nextOn),
    told: p.toldOn && dayText(p.toldOn),
    stale: isStale(p, days, now),
    checked: londonDay(p.confirmedAt),
    inLanguages: p.other.map((o) => ({
      name: languageName(o.language),
      current: o.ofVersion === p.version,
    })),
  }
}

const dayText = (text: string): string => {
  const day = calendarDay(text)
  return day ? inWords(day) : text
}
