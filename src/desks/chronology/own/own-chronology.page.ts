import { readId } from '#kernel/ids.ts'
import { textOf, versionOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type Part, writtenAsPdf } from '#platform/pdf/written.ts'
import {
  changeMark,
  eventsOf,
  findEvent,
  markEvent,
  marksOf,
  type ToldEvent,
} from '#domains/children/index.ts'
import { frameIn, getOwnChild, languageOf, ownChild } from '#domains/words/index.ts'
import { addressOf, readNarrowed } from '../asked.form.ts'
import { ownLines } from './own-chronology.view.ts'
import { OWN_SOURCES } from './own-sources.ts'

const url = '/me/by-day'
const may = 'me.open'
const AT_ONCE = 20
const MOST = 1500

/** What happened, from what is theirs to read, in plain words. */
export const seeOwnChronology: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'me.by-day', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const frame = frameIn(await languageOf(visit), false, (w) => w.byDay.title)
    const { marked, before } = readNarrowed(visit.query)
    const asked = { ...readNarrowed({}), marked }
    const found = await ownEvents(visit, { marked, before, most: AT_ONCE + 1 })
    const events = found.slice(0, AT_ONCE)
    const last = events.at(-1)
    const page = {
      ...frame,
      lines: ownLines(frame, events, await marksOf(visit.tx, getOwnChild(visit), events)),
      marked,
      here: visit.path,
      earlier: found.length > AT_ONCE && last ? addressOf(url, asked, last) : undefined,
      latest: before ? addressOf(url, asked) : undefined,
    }
    return {
      kind: 'view',
      template: 'desks/chronology/own/own-chronology.njk',
      model: { page },
    }
  },
}

type OwnAsked = Pick<Parameters<typeof eventsOf>[1], 'before' | 'most'> & {
  readonly marked: boolean
}

const ownEvents = (visit: Visit, asked: OwnAsked): Promise<readonly ToldEvent[]> =>
  eventsOf(visit.tx, { ...asked, child: getOwnChild(visit), sources: OWN_SOURCES, now: visit.now })

/** My mark on an event, set or taken off. Asked twice, it is as it was asked. */
export const markOwn: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'me.by-day.mark', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const { tx, form } = visit
    const child = getOwnChild(visit)
    const [code = '', event] = textOf(form, 'event').split('/')
    const id = readId<'event'>(event)
    const source = OWN_SOURCES.find((s) => s.code === code)
    const told = source && id && (await findEvent(tx, child, source, id))
    if (!told || !source) return { kind: 'not-found' }
    const mark = (await marksOf(tx, child, [told])).find((m) => m.source === code)
    if (textOf(form, 'do') === 'unmark') {
      if (mark) await changeMark(tx, { id: mark.id, version: versionOf(form) }, 'taken-off')
    } else if (!mark) {
      await markEvent(tx, {
        child,
        source: code,
        event: told.id,
        voice: 'young_person',
        why: undefined,
      })
    }
    return { kind: 'redirect', to: backTo(form) }
  },
}

/** Back to the same stretch of the same list, and nowhere else. */
function backTo(form: Visit['form']): string {
  const from = textOf(form, 'from')
  const query = from.startsWith(`${url}?`) ? new URLSearchParams(from.slice(url.length + 1)) : []
  return addressOf(url, readNarrowed(Object.fromEntries(query)), undefined)
}

/** The same on paper, in the language of their pages; the earliest first. */
export const takeOwnChronology: Page = {
  method: 'GET',
  url: '/me/by-day.pdf',
  may,
  audit: { action: 'me.copy-by-day', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const frame = frameIn(await languageOf(visit), false, (w) => w.byDay.title)
    const { marked } = readNarrowed(visit.query)
    const events = await ownEvents(visit, { marked, before: undefined, most: MOST })
    const lines = ownLines(frame, events.toReversed(), [])
    const parts: readonly Part[] = [
      { kind: 'h1', text: frame.title },
      ...[...Map.groupBy(lines, (l) => l.day)].flatMap(([day, theirs]): readonly Part[] => [
        { kind: 'h3', text: day },
        ...theirs.flatMap((l): readonly Part[] => [
          { kind: 'text', text: l.what },
          ...(l.words === undefined ? [] : [{ kind: 'text', text: l.words } as const]),
        ]),
      ]),
    ]
    const body = await writtenAsPdf({
      title: frame.title,
      language: frame.language,
      parts,
      whenLettersAreMissing: frame.w.byDay.lettersMissing,
    })
    return { kind: 'file', name: 'by-day.pdf', type: 'application/pdf', body }
  },
}
