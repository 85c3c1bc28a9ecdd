import type { FastifyReply, FastifyRequest } from 'fastify'
import { record } from '#platform/audit/record.ts'
import { atTheDoor } from '#platform/db/unit-of-work.ts'
import { tokenOf } from './cookies.ts'
import { show } from './reply.ts'
import type { Serving } from './serving.ts'
import { actorOf } from './sessions.ts'

/** A form posted from another site is refused before anything else looks at it, and written down. */
export async function refuseOtherSites(
  serving: Serving,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  if (request.method !== 'POST') return undefined
  const site = request.headers['sec-fetch-site']
  const foreign =
    site === undefined ? !fromHere(serving, request) : site !== 'same-origin' && site !== 'none'
  if (!foreign) return undefined
  await writeDown(serving, request)
  return show(serving, request, reply, undefined, 'platform/views/errors/form-too-old.njk', 403, {})
}

/** For browsers that do not say `Sec-Fetch-Site`: the site they name is the one they are at. */
function fromHere(serving: Serving, request: FastifyRequest): boolean {
  const { origin, host } = request.headers
  return origin === undefined || origin === serving.origin || origin.endsWith(`://${host}`)
}

/** Against whom, where the browser sent their cookie along; where to, as the page's pattern and not its address. */
async function writeDown(serving: Serving, request: FastifyRequest): Promise<void> {
  const actor = await actorOf(serving.db, tokenOf(request, serving))
  await atTheDoor(serving.db, (door) =>
    record(door, {
      actorId: actor?.id,
      actorRole: actor?.role,
      organisationId: actor?.organisationId,
      sessionId: actor?.sessionId,
      action: 'other-site.form',
      outcome: 'refused',
      childId: undefined,
      shown: [],
      address: request.ip,
      requestId: request.id,
      detail: { page: request.routeOptions.url ?? 'not-found' },
    }),
  )
}
