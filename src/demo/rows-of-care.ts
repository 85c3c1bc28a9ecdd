import { type Rows, rowsFor } from './copy.queries.ts'
import type { Day, InventedChild } from './invented.ts'
import type { Cast } from './organisations.ts'
import { at, random, uuid } from './random.ts'

const ROW_IDS = 0x40000001
const LEARNING_IDS = 0x40000005

/** The rows of times in care, of missing periods, and of where children learn. Guardianship services send no return. */
export function rowsOfCare(cast: Cast, batch: readonly InventedChild[]): readonly Rows[] {
  const episodes = rowsFor(
    'care_episode',
    'id child_id organisation_id began_on ended_on began_because legal_status need placement provider ended_because moved_because said_in'.split(
      ' ',
    ),
  )
  const missing = rowsFor(
    'missing_period',
    'id child_id organisation_id began_on ended_on kind said_in'.split(' '),
  )
  const learning = rowsFor(
    'place_of_learning',
    'id child_id kind name began_on ended_on ended_why said_by changed_by changed_at'.split(' '),
  )
  for (const child of batch) {
    learning.rows.push(...rowsOfLearning(child))
    const organisation = at(cast.organisations, child.organisation)
    if (organisation.kind !== 'council') continue
    const r = random(child.number, ROW_IDS)
    const start = () => [uuid(r), child.id, organisation.id]
    for (const e of child.episodes) {
      const codes = [e.reasonForNew, e.legalStatus, e.categoryOfNeed, e.placeType, e.provider]
      const end = [e.reasonCeased, e.reasonForChange, collectionYear(e.to ?? e.from)]
      episodes.rows.push([...start(), e.from, e.to, ...codes, ...end])
    }
    for (const m of child.missing) {
      missing.rows.push([...start(), m.from, m.to, m.kind, collectionYear(m.from)])
    }
  }
  return [episodes, missing, learning]
}

/** Written down by whoever stands beside them now, as they said it. */
function rowsOfLearning(child: InventedChild): Rows['rows'] {
  const r = random(child.number, LEARNING_IDS)
  const worker = child.allocations.find((a) => a.to === undefined)?.personId
  return child.learning.map((l) => [
    uuid(r),
    child.id,
    l.kind,
    l.name,
    l.from,
    l.until,
    l.endedWhy,
    'child',
    worker,
    `${l.until ?? l.from}T09:00:00Z`,
  ])
}

/** The year of the return a day falls in: collections run from 1 April to 31 March, and are named by their end. */
function collectionYear(day: Day): number {
  const year = Number(day.slice(0, 4))
  return day.slice(5) >= '04-01' ? year + 1 : year
}
