import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { countArea, countChanged, type Cut } from '../area.queries.ts'
import { type NewPicture, newPicture, POLICY } from '../disclosure.rules.ts'
import { frameworksToChoose, getAreaFramework } from '../framework.queries.ts'
import { publishArea } from '../picture.rules.ts'
import { findLastRelease, keepRelease, takeTurn } from '../release.queries.ts'
import { reportingYears } from '../reporting-year.rules.ts'
import { countsRecords } from '../strengths.rules.ts'

/** What came of asking for a new picture, and which release it is when there is a new one. */
export type Made = { readonly outcome: NewPicture; readonly release: string | undefined }

/**
 * Makes the next picture of the actor's organisation, unless too little has changed since the
 * last. Counts, publishes and keeps it in one transaction; nothing unpublished leaves here.
 */
export async function makeAPicture(tx: Tx, cut: Cut): Promise<Made> {
  await takeTurn(tx, cut)
  const last = await findLastRelease(tx, cut)
  const changed = last && (await countChanged(tx, cut, last.madeAt))
  const outcome = newPicture(changed, last === undefined || countsRecords(last.figures))
  if (outcome === 'unchanged' || outcome === 'too-few-changed')
    return { outcome, release: undefined }
  const figures = publishArea(await countArea(tx, cut), POLICY)
  return { outcome, release: await keepRelease(tx, cut, (last?.number ?? 0) + 1, figures, POLICY) }
}

/**
 * Makes the pictures of the actor's organisation for this year and the last, for every framework
 * in use: for a demonstration, and for a job that runs at night. The actor is an analyst or manager.
 */
export async function makePictures(tx: Tx, now: Date): Promise<readonly Made[]> {
  const made: Made[] = []
  for (const year of reportingYears(londonCalendarDay(now)).slice(0, 2)) {
    for (const { id } of await frameworksToChoose(tx)) {
      made.push(await makeAPicture(tx, { year, framework: await getAreaFramework(tx, id) }))
    }
  }
  return made
}
