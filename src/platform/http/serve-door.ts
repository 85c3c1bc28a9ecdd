import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { trustedId, type PersonId } from '#kernel/ids.ts'
import { record, type AuditEntry } from '#platform/audit/record.ts'
import { atTheDoor, type Tx } from '#platform/db/unit-of-work.ts'
import { fileStore } from '#platform/files/store.ts'
import { csrfHolds } from './csrf.ts'
import { readable } from './fields.ts'
import type { Answer, DoorPage, DoorVisit } from './page.ts'
import { doorSession, give, show } from './reply.ts'
import { paramsOf, queryOf } from './serve.ts'
import type { Serving } from './serving.ts'
import { ORDINARY } from './own-side.ts'
import { cookieOf, tokenOf } from './cookies.ts'
import { actorOf } from './sessions.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Puts a page on the server for people who are not signed in. It acts as the door, which reaches no record. */
export function serveDoorPage(app: FastifyInstance, serving: Serving, page: DoorPage): void {
  app.route({
    method: page.method,
    url: page.url,
    handler: async (request, reply) => {
      const actor = await actorOf(serving.db, tokenOf(request, serving))
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the form parser's own shape
      const form = readable((request.body ?? {}) as Record<string, unknown>)
      const session = actor?.sessionId ?? doorSession(request)
      const holds =
        csrfHolds(serving.keys.csrf, session, form) ||
        csrfHolds(serving.keys.csrf, doorSession(request), form)
      if (page.method === 'POST' && !holds) {
        return show(serving, request, reply, actor, 'platform/views/errors/form-too-old.njk', 403, {
          path: request.url,
        })
      }
      let about: PersonId | undefined = actor?.id
      let detail: AuditEntry['detail'] = {}
      const visitIn = (tx: Tx): DoorVisit => ({
        tx,
        actor,
        now: serving.now(),
        query: queryOf(request),
        params: paramsOf(request),
        form,
        origin: serving.origin,
        address: request.ip,
        device: request.headers['user-agent'] ?? '',
        token: tokenOf(request, serving),
        deviceToken: cookieOf(request, serving, 'device'),
        prefers: request.headers['accept-language'],
        fromHere: request.headers['sec-fetch-site'] === 'same-origin',
        keys: serving.keys,
        store: fileStore(serving.keys.files, serving.scanner),
        range: request.headers.range,
        own: serving.own ?? ORDINARY,
        demonstration: serving.demonstration,
        note: (more) => {
          detail = { ...detail, ...more }
        },
        about: (person) => {
          about = person
        },
      })
      const answer = await atTheDoor(serving.db, async (tx) => {
        const given = await page.answer(visitIn(tx))
        if (page.audit !== 'nothing to record') {
          const entry = doorEntry(request, page.audit.action, given, about, detail)
          await record(tx, { ...entry, ...(await placeOf(tx, about)) })
        }
        return given
      })
      return sent(serving, request, reply, actor, answer)
    },
  })
}

/** Whose trail the act belongs to. Asked in the same way whether or not there is such an account, so that time tells nothing. */
async function placeOf(
  tx: Tx,
  about: PersonId | undefined,
): Promise<Pick<AuditEntry, 'actorRole' | 'organisationId'>> {
  const row = await tx
    .selectFrom('waymark.person')
    .select(['role', 'organisation_id'])
    .where('id', '=', about ?? NOBODY)
    .executeTakeFirst()
  return {
    actorRole: row?.role,
    organisationId: row && trustedId<'organisation'>(row.organisation_id),
  }
}

function sent(
  serving: Serving,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: DoorVisit['actor'],
  answer: Answer,
): FastifyReply | Promise<FastifyReply> {
  if (answer.kind === 'hand-over') throw new Error('A device is handed over by somebody signed in')
  return give(serving, request, reply, actor, answer)
}

function doorEntry(
  request: FastifyRequest,
  action: string,
  answer: Answer,
  about: PersonId | undefined,
  detail: AuditEntry['detail'],
): AuditEntry {
  const invalid = answer.kind === 'view' && (answer.status ?? 200) >= 400
  return {
    actorId: about,
    actorRole: undefined,
    organisationId: undefined,
    sessionId: undefined,
    action,
    outcome: answer.kind === 'refused' || invalid ? 'refused' : 'done',
    childId: undefined,
    shown: [],
    address: request.ip,
    requestId: request.id,
    detail,
  }
}
