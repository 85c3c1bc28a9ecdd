import type { Visit } from '#platform/http/page.ts'
import {
  aboutMeOf,
  allocationsOf,
  claimsOf,
  birthsOf,
  getChild,
  languagesOf,
  learningOf,
  namesOf,
  numbersOf,
  peopleOf,
  writtenLines,
} from '#domains/children/index.ts'
import { spokenOf } from '#domains/outcomes/index.ts'
import { aroundThem, missingPeriods, systemEvents } from '#domains/processes/index.ts'
import { getOwnChild } from '#domains/words/index.ts'
import type { RecordGathered } from './record-lines.view.ts'

/** What the record holds, as the young person reaches it. */
export async function gatherRecord(visit: Visit): Promise<RecordGathered> {
  const { tx, actor } = visit
  const id = getOwnChild(visit)
  const child = await getChild(tx, id)
  const names = await namesOf(tx, id)
  return {
    me: actor.id,
    child,
    names: names.filter((n) => n.name !== child.knownAs),
    births: await birthsOf(tx, id),
    languages: await languagesOf(tx, id),
    allocations: await allocationsOf(tx, id),
    people: await peopleOf(tx, id),
    learning: await learningOf(tx, id),
    numbers: await numbersOf(tx, id),
    claims: await claimsOf(tx, id),
    around: await aroundThem(tx, id),
    aboutMe: await aboutMeOf(tx, id),
    events: await systemEvents(tx, id),
    missing: await missingPeriods(tx, id),
    spoken: await spokenOf(tx, id),
    written: await writtenLines(tx, id),
  }
}
