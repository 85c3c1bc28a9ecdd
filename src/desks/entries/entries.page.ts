import { readId, type ChildId } from '#kernel/ids.ts'
import type { Answer, Asked, Page, Visit } from '#platform/http/page.ts'
import { entriesOf } from '#domains/outcomes/index.ts'
import { getOwnChild, ownChild } from '#domains/words/index.ts'
import { entriesCsv, entriesJson } from './entries-file.view.ts'

type Format = 'csv' | 'json'

const childId = (visit: Asked): ChildId | undefined => readId<'child'>(visit.params['childId'])

/** Everything shared about one child, for those beside them to take away. */
const takeEntries = (format: Format): Page => ({
  method: 'GET',
  url: `/children/:childId/picture/entries.${format}`,
  may: 'children.read',
  audit: { action: 'child.copy-entries', childId },
  async answer(visit): Promise<Answer> {
    const child = childId(visit)
    return child ? fileOf(visit, child, format) : { kind: 'not-found' }
  },
})

/** The same for the young person: what they said is theirs to take. */
const takeOwnEntries = (format: Format): Page => ({
  method: 'GET',
  url: `/me/picture/entries.${format}`,
  may: 'me.open',
  audit: { action: 'me.copy-entries', childId: ownChild },
  answer: async (visit): Promise<Answer> => fileOf(visit, getOwnChild(visit), format),
})

async function fileOf(visit: Visit, child: ChildId, format: Format): Promise<Answer> {
  const entries = await entriesOf(visit.tx, child)
  visit.note({ entries: entries.length, format })
  // Its name says nothing of whose it is: it will lie about on a disk.
  return format === 'csv'
    ? {
        kind: 'file',
        name: 'entries.csv',
        type: 'text/csv; charset=utf-8',
        body: entriesCsv(child, entries),
      }
    : {
        kind: 'file',
        name: 'entries.json',
        type: 'application/json; charset=utf-8',
        body: entriesJson(child, entries, visit.now),
      }
}

export const takeAsTable = takeEntries('csv')
export const takeAsData = takeEntries('json')
export const takeOwnAsTable = takeOwnEntries('csv')
export const takeOwnAsData = takeOwnEntries('json')
