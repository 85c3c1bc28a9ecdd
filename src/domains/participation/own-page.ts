import { readId } from '#kernel/ids.ts'
import type { Visit } from '#platform/http/page.ts'
import {
  type CheckIn,
  findCheckIn,
  frameworkVersion,
  isOnOccasion,
  latestOccasion,
  type UsedFramework,
} from '#domains/outcomes/index.ts'
import { getOwnChild } from '#domains/words/index.ts'

export type OwnCheckIn = { readonly checkIn: CheckIn; readonly framework: UsedFramework }

/**
 * The check-in named in the address, when it is the young person's own. On a worker's device only the
 * one that was begun on it: what they wrote elsewhere, and keep to themselves, stays closed there.
 */
export async function ownCheckIn(visit: Visit): Promise<OwnCheckIn | undefined> {
  const id = readId<'check-in'>(visit.params['checkIn'])
  const checkIn = id && (await findCheckIn(visit.tx, id))
  if (!checkIn || checkIn.voice !== 'young_person' || checkIn.childId !== visit.actor.childId) {
    return undefined
  }
  if (visit.actor.handedTo && !(await isOnThisDevice(visit, checkIn))) return undefined
  const framework = await frameworkVersion(visit.tx, checkIn.frameworkVersionId)
  return framework && { checkIn, framework }
}

/** What was arranged on this device, by the worker whose it is. */
export async function occasionHere(visit: Visit) {
  const { actor, now, tx } = visit
  return actor.handedBy && latestOccasion(tx, getOwnChild(visit), actor.handedBy, now)
}

async function isOnThisDevice(visit: Visit, checkIn: CheckIn): Promise<boolean> {
  const occasion = await occasionHere(visit)
  return occasion !== undefined && (await isOnOccasion(visit.tx, checkIn, occasion.id))
}
