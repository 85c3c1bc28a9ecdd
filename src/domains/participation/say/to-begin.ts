import { randomUUID } from 'node:crypto'
import { trustedId } from '#kernel/ids.ts'
import type { Visit } from '#platform/http/page.ts'
import { getOwnChild, languageOf } from '#domains/words/index.ts'
import { ownStatement } from './own-statement.ts'
import { MEDIA } from './said.rules.ts'
import { beginStatement } from './said.queries.ts'
import type { Statement } from './said-row.ts'

/** Stands in an address for a thing said that is not begun yet. */
const NEW = 'new'

/**
 * The pages of a thing said that is not begun yet. A phone brings them along while there is signal, and
 * puts in the id that it made, so that something can be begun, made and sent without signal.
 */
export const PAGES_TO_BEGIN_WITH: readonly string[] = [
  `/me/say/${NEW}`,
  `/me/say/${NEW}/send`,
  ...MEDIA.map((way) => `/me/say/${NEW}/make/${way}`),
]

/** On a worker's device nothing is made without signal, so there is no such page. */
export const isToBegin = (visit: Visit): boolean =>
  visit.params['statement'] === NEW && !visit.actor.handedTo

/** The thing said that a page is for; on a page to begin with, one that nobody has begun. */
export async function statementOfPage(visit: Visit): Promise<Statement | undefined> {
  if (!isToBegin(visit)) return ownStatement(visit)
  return {
    id: trustedId(NEW),
    childId: getOwnChild(visit),
    status: 'draft',
    about: undefined,
    audience: undefined,
    occasionId: undefined,
    company: undefined,
    interpreterMode: 'none_needed',
    interpreterLanguage: undefined,
    language: await languageOf(visit),
    startedAt: visit.now,
    sentAt: undefined,
    withdrawnAt: undefined,
  }
}

/** Begins another for what has come too late for the one it was made for: nothing is lost, and nothing sent unasked. */
export async function beginAnother(visit: Visit): Promise<Statement | undefined> {
  return beginStatement(visit.tx, {
    id: trustedId(randomUUID()),
    childId: getOwnChild(visit),
    language: await languageOf(visit),
    occasion: undefined,
  })
}
