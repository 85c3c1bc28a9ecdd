import type { ChildId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Asked, Visit } from '#platform/http/page.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { chosenLanguage, mendedSince } from './words.queries.ts'
import { LANGUAGES, layOver } from './words.ts'
import type { Translation } from './words.rules.ts'

/** A young person's own record: every page of theirs is about it. */
export const ownChild = (visit: Asked): ChildId | undefined => visit.actor.childId

/** The own record of whoever is here. The platform has made sure that there is one. */
export function getOwnChild(visit: Visit): ChildId {
  if (!visit.actor.childId) throw new Error('A page of one’s own was opened without a record')
  return visit.actor.childId
}

/** The language to show: asked for in the address, or chosen before, or English. */
export async function languageOf(visit: Visit): Promise<string> {
  return (await languagesOf(visit)).language
}

export type OwnLanguages = {
  readonly language: string
  /** What they may choose from, English first. */
  readonly offered: readonly string[]
}

/**
 * The language to show and those to choose from. A language once chosen is kept when the
 * organisation stops offering it: nobody's page turns foreign overnight.
 */
export async function languagesOf(visit: Visit): Promise<OwnLanguages> {
  const { tx, actor } = visit
  const found = await chosenLanguage(tx, getOwnChild(visit), actor.organisationId)
  if (found.newestMended > readTo) await readMended(tx)
  const offered = LANGUAGES.filter(
    (l) => l === 'en' || l === found.chosen || found.offered.includes(l),
  )
  const asked = textOf(visit.query, 'in')
  return { language: offered.includes(asked) ? asked : (found.chosen ?? 'en'), offered }
}

/** What this server has read of the mended texts: a copy of the database's, read again when it grows. */
let readTo = 0
const mended = new Map<string, Translation>()

/** Lays what speakers have mended since over the words this server knows. */
export async function readMended(tx: Tx): Promise<void> {
  const { newest, found } = await mendedSince(tx, readTo)
  for (const [language, texts] of found) {
    const whole = { ...mended.get(language), ...texts }
    mended.set(language, whole)
    layOver(language, whole)
  }
  readTo = Math.max(readTo, newest)
}
