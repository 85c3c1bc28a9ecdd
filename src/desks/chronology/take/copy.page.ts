import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { writtenAsPdf } from '#platform/pdf/written.ts'
import { childIdOf, EVENT_KINDS, marksOf } from '#domains/children/index.ts'
import { type Narrowed, readNarrowed } from '../asked.form.ts'
import { askedEvents } from '../see/chronology.page.ts'
import { chronologyCsv, chronologyParts } from './copy.view.ts'

/** As many as fit a file somebody still reads; with more, the file says which it holds. */
const MOST = 1500
const MISSING =
  'Some letters of this text cannot be printed in this file. The page in Waymark shows them all.'

const copy = (format: 'csv' | 'pdf'): Page => ({
  method: 'GET',
  url: `/children/:childId/chronology.${format}`,
  may: 'children.read',
  audit: { action: 'chronology.copy', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = childIdOf(visit)
    const asked = readNarrowed(visit.query)
    if (!child || asked.problems.length > 0) return { kind: 'not-found' }
    const found = await askedEvents(visit, child, asked, MOST + 1, undefined)
    const events = found.slice(0, MOST).toReversed()
    const marks = await marksOf(visit.tx, child, events)
    visit.note({ events: events.length, format })
    // Its name says nothing of whose it is: it will lie about on a disk.
    if (format === 'csv') {
      const body = chronologyCsv(events, marks)
      return { kind: 'file', name: 'by-day.csv', type: 'text/csv; charset=utf-8', body }
    }
    const title = 'What happened, by day'
    const leading = leadingOf(visit, asked, found.length > MOST)
    const parts = chronologyParts({ title, leading }, events, marks)
    const body = await writtenAsPdf({
      title,
      language: 'en-GB',
      parts,
      whenLettersAreMissing: MISSING,
    })
    return { kind: 'file', name: 'by-day.pdf', type: 'application/pdf', body }
  },
})

/** What the file holds, so that nobody takes a part for the whole. */
function leadingOf({ now, actor }: Visit, asked: Narrowed, more: boolean): readonly string[] {
  return [
    `Made on ${inWords(londonCalendarDay(now))} for ${actor.name}, of what they may read in this record.`,
    ...(asked.kind ? [`Only: ${EVENT_KINDS[asked.kind]}.`] : []),
    ...(asked.from ? [`From ${inWords(asked.from)}.`] : []),
    ...(asked.until ? [`Until ${inWords(asked.until)}.`] : []),
    ...(asked.marked ? ['Only what somebody marked as mattering.'] : []),
    ...(more
      ? [`There is more: these are the latest ${MOST}. Choose a shorter time for the rest.`]
      : []),
  ]
}

export const takeAsTable = copy('csv')
export const takeAsPdf = copy('pdf')
