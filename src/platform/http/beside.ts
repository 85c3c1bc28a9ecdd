import type { FastifyRequest } from 'fastify'
import { isStaff } from '#platform/access/capability.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Actor, Answer, Page, Visit } from './page.ts'

/**
 * What stands beside every page of staff, given to the house when it is built: the platform knows that there
 * is something, and not what it is about. Never on a young person's pages, nor on a device in their hands.
 */
export type Beside = {
  /** In the page's own transaction, before it answers. What it gives stands in the shell as `beside`. */
  readonly before: (visit: Visit, page: Page) => Promise<object>
  /** After a form was carried out, in the same transaction: the answer that is sent. */
  readonly after: (
    visit: Visit,
    page: Page,
    childId: ChildId | undefined,
    answer: Answer,
  ) => Promise<Answer>
}

const besides = new WeakMap<FastifyRequest, object>()

export const besideOf = (request: FastifyRequest): object | undefined => besides.get(request)

const staffAlone = (actor: Actor): boolean => isStaff(actor.role) && actor.handedTo === undefined

/** Answers a page with what stands beside it. */
export async function withBeside(
  beside: Beside | undefined,
  request: FastifyRequest,
  visit: Visit,
  page: Page,
  childId: ChildId | undefined,
  answering: () => Promise<Answer>,
): Promise<Answer> {
  if (!beside || !staffAlone(visit.actor)) return answering()
  besides.set(request, await beside.before(visit, page))
  const answer = await answering()
  return page.method === 'POST' ? beside.after(visit, page, childId, answer) : answer
}
