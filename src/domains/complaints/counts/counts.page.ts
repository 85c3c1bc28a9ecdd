import { calendarDay, inWords, londonCalendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { publish, textOf } from '#domains/statistics/index.ts'
import { ABOUT, ABOUT_WORDS, FOUND, FOUND_WORDS } from '../complaints.rules.ts'
import { type ComplaintCount, complaintCounts } from './counts.queries.ts'

/** What the organisation may know of complaints: counts, after disclosure control, up to the end of last month. */
export const seeCounts: Page = {
  method: 'GET',
  url: '/independent/counts',
  may: 'complaints.count',
  audit: { action: 'complaints.count.see' },
  async answer({ tx, now }): Promise<Answer> {
    const until = firstOfMonth(londonCalendarDay(now))
    const figures = protectedCounts(await complaintCounts(tx, until))
    const line = (key: string, text: string) => ({ text, n: figures.get(key) ?? '0' })
    return {
      kind: 'view',
      template: 'domains/complaints/counts/counts.njk',
      model: {
        page: {
          title: 'Complaints, counted',
          until: inWords(until),
          all: line('all', 'All'),
          about: ABOUT.map((a) => line(`about ${a}`, ABOUT_WORDS[a])),
          found: [
            ...FOUND.map((f) => line(`found ${f}`, FOUND_WORDS[f])),
            line('found open', 'Not answered yet'),
            line('found taken_back', 'Taken back'),
          ],
        },
      },
    }
  },
}

function firstOfMonth(day: CalendarDay): CalendarDay {
  const first = calendarDay(`${day.slice(0, 8)}01`)
  if (!first) throw new Error('A month has a first day')
  return first
}

/** Every figure as it may be shown: what points at few is hidden together with what would give it away. */
export function protectedCounts(counts: readonly ComplaintCount[]): ReadonlyMap<string, string> {
  const about = ABOUT.map((a) => `about ${a}`)
  const found = [...FOUND, 'open', 'taken_back'].map((f) => `found ${f}`)
  const sums = new Map<string, number>([...about, ...found, 'all'].map((key) => [key, 0]))
  const add = (key: string, n: number) => sums.set(key, (sums.get(key) ?? 0) + n)
  for (const c of counts) {
    add('all', c.n)
    add(`about ${c.about}`, c.n)
    add(`found ${c.found}`, c.n)
  }
  const shown = publish({
    counts: sums,
    sums: [
      { total: 'all', parts: about },
      { total: 'all', parts: found },
    ],
  })
  return new Map([...shown].map(([key, figure]) => [key, textOf(figure)]))
}
