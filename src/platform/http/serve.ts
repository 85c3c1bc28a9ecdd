import { createHmac } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { ChildId, PersonId } from '#kernel/ids.ts'
import { may } from '#platform/access/capability.ts'
import { record, type AuditEntry } from '#platform/audit/record.ts'
import { asActor, atTheDoor, type Tx } from '#platform/db/unit-of-work.ts'
import { organisationFiles } from '#platform/files/organisation-files.ts'
import { fileStore } from '#platform/files/store.ts'
import { withBeside } from './beside.ts'
import { csrfHolds, csrfToken } from './csrf.ts'
import { readable } from './fields.ts'
import { seal } from './held.ts'
import { once } from './once.ts'
import type { Actor, Answer, Page, Visit } from './page.ts'
import { onOwnSide, ORDINARY, OWN_DOOR } from './own-side.ts'
import { give, show } from './reply.ts'
import type { Serving } from './serving.ts'
import { cookieOf, keepCookie, tokenOf } from './cookies.ts'
import { actorOf, endSession, formerHolder, startSession } from './sessions.ts'
import { readBody } from './uploads.ts'

/** Puts a page on the server: who is asking, may they, do it, write it down, answer. */
export function servePage(app: FastifyInstance, serving: Serving, page: Page): void {
  app.route({
    method: page.method,
    url: page.url,
    bodyLimit: bodyLimitOf(page),
    handler: async (request, reply) => {
      const actor = await actorOf(serving.db, tokenOf(request, serving))
      if (!actor) return signInFirst(serving, page, request, reply)
      // Before anything sent is read: nobody fills the memory with what they may not send.
      const refusal = refuseEntry(page, actor)
      if (refusal) return refuse(serving, page, request, reply, actor, refusal)
      if (page.method === 'GET') {
        return visitPage(serving, page, request, reply, actor, { form: {}, files: [] })
      }
      const body = await readBody(request, page)
      if (!csrfHolds(serving.keys.csrf, actor.sessionId, body.form)) {
        return refuse(serving, page, request, reply, actor, 'csrf')
      }
      return visitPage(serving, page, request, reply, actor, body)
    },
  })
}

/** A page that says itself that a file is too large is asked with it: what is beyond its limit passes through and is not kept. */
function bodyLimitOf({ upload }: Page): number {
  if (!upload) return 1024 * 1024
  return upload.saysSo ? 128 * 1024 * 1024 : upload.bytes
}

type Refusal = 'role' | 'csrf' | 'handed'

function refuseEntry(page: Page, actor: Actor): Refusal | undefined {
  if (!may(actor.role, page.may)) return 'role'
  if (actor.handedTo && !page.whileHanded) return 'handed'
  return undefined
}

async function visitPage(
  serving: Serving,
  page: Page,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor,
  body: Pick<Visit, 'form' | 'files'>,
): Promise<FastifyReply> {
  const shown = new Set<ChildId>()
  let detail: AuditEntry['detail'] = {}
  const now = serving.now()
  const visitIn = (tx: Tx): Visit => ({
    tx,
    actor,
    now,
    params: paramsOf(request),
    query: queryOf(request),
    ...body,
    store: fileStore(serving.keys.files, serving.scanner),
    recordings: organisationFiles(serving.keys.files, serving.scanner),
    range: request.headers.range,
    path: request.url,
    origin: serving.origin,
    own: serving.own ?? ORDINARY,
    device: request.headers['user-agent'] ?? '',
    csrf: csrfToken(serving.keys.csrf, actor.sessionId),
    sends: serving.sends ?? { email: false, text: false },
    show: (children) => children.forEach((id) => shown.add(id)),
    note: (more) => {
      detail = { ...detail, ...more }
    },
    deviceToken: cookieOf(request, serving, 'device'),
    keyed: (text) => createHmac('sha256', serving.keys.names).update(text).digest(),
    door: (work) => atTheDoor(serving.db, work),
  })
  const entry = (outcome: AuditEntry['outcome'], childId: ChildId | undefined): AuditEntry => ({
    ...entryOf(page, request, actor, outcome),
    childId,
    shown: [...shown],
    detail,
  })
  try {
    const answer = await asActor(serving.db, actor.id, async (tx) => {
      const visit = visitIn(tx)
      const childId = page.audit.childId?.(visit)
      const answering = () => answerBeside(serving, request, page, visit, childId)
      const given =
        page.method === 'POST'
          ? await once(tx, serving.keys.csrf, { ...body, url: request.url }, answering)
          : await answering()
      // A child out of reach is written down as asked for, so that looking for somebody else's child leaves a trace.
      await record(tx, entry(outcomeOf(given), childId))
      return given
    })
    return await carryOut(serving, request, reply, actor, answer)
  } catch (error) {
    await recordFailure(serving, entry('failed', aboutChild(page, request, actor)))
    throw error
  }
}

/** As the page answers, with what stands beside the pages of staff. */
const answerBeside = (
  serving: Serving,
  request: FastifyRequest,
  page: Page,
  visit: Visit,
  childId: ChildId | undefined,
): Promise<Answer> =>
  withBeside(serving.beside, request, visit, page, childId, () =>
    answerWithinReach(visit.tx, page, visit, childId),
  )

async function answerWithinReach(
  tx: Tx,
  page: Page,
  visit: Visit,
  childId: ChildId | undefined,
): Promise<Answer> {
  if (!page.audit.childId) return page.answer(visit)
  const reach = childId && (await reachOf(tx, childId))
  if (!reach) return { kind: 'not-found' }
  if (reach === 'whole') return page.answer(visit)
  // For a record somebody only reads, they are an auditor: what would change it is shut, and not offered.
  if (!may('auditor', page.may)) return { kind: 'refused' }
  return page.answer({ ...visit, actor: { ...visit.actor, role: 'auditor' } })
}

/** The child that was asked for, reached or not. */
const aboutChild = (page: Page, request: FastifyRequest, actor: Actor): ChildId | undefined =>
  page.audit.childId?.({ params: paramsOf(request), actor })

async function reachOf(tx: Tx, child: ChildId): Promise<'whole' | 'only-read' | undefined> {
  const { rows } = await sql<{ only_read: boolean }>`
    select c.id = any (array(select waymark.actor_only_audits())) as only_read
    from waymark.child c where c.id = ${child}`.execute(tx)
  return rows[0] && (rows[0].only_read ? 'only-read' : 'whole')
}

function outcomeOf(answer: Answer): AuditEntry['outcome'] {
  if (answer.kind === 'not-found') return 'not-found'
  if (answer.kind === 'refused') return 'refused'
  if (answer.kind === 'view' && (answer.status ?? 200) >= 400) return 'invalid'
  return 'done'
}

/** Answers that change who holds the device happen here, after the page's own transaction. */
async function carryOut(
  serving: Serving,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor,
  answer: Answer,
): Promise<FastifyReply> {
  if (answer.kind === 'hand-over') {
    const token = await atTheDoor(serving.db, async (door) => {
      await endSession(door, actor.sessionId, 'handed to a young person')
      return startSession(door, {
        person: answer.person,
        step: 'signed-in',
        address: request.ip,
        device: request.headers['user-agent'] ?? '',
        handed: { child: answer.child, by: actor.id },
      })
    })
    keepCookie(reply, serving, { name: 'session', value: token })
    return give(serving, request, reply, undefined, { kind: 'redirect', to: answer.to })
  }
  return give(serving, request, reply, actor, answer)
}

async function refuse(
  serving: Serving,
  page: Page,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor,
  why: Refusal,
): Promise<FastifyReply> {
  const childId = aboutChild(page, request, actor)
  await asActor(serving.db, actor.id, (tx) =>
    record(tx, { ...entryOf(page, request, actor, 'refused'), childId, detail: { why } }),
  )
  if (why === 'handed') {
    return show(serving, request, reply, actor, 'platform/views/errors/handed.njk', 403, {})
  }
  const template =
    why === 'csrf' ? 'platform/views/errors/form-too-old.njk' : 'platform/views/errors/403.njk'
  return show(serving, request, reply, actor, template, 403, { path: request.url })
}

async function signInFirst(
  serving: Serving,
  page: Page,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  await recordFailure(serving, entryOf(page, request, undefined, 'refused'))
  if (page.method === 'GET') {
    const door = onOwnSide(page.url) ? OWN_DOOR : '/sign-in'
    const to = `${door}?next=${encodeURIComponent(request.url)}`
    return give(serving, request, reply, undefined, { kind: 'redirect', to })
  }
  const person = await formerHolder(serving.db, tokenOf(request, serving))
  // Files are not kept, and what somebody unknown sends is not read.
  const held = person && !page.upload && (await keep(serving, page, request, person))
  return show(serving, request, reply, undefined, 'platform/views/errors/signed-out.njk', 401, {
    held,
    next: request.url,
  })
}

async function keep(
  serving: Serving,
  page: Page,
  request: FastifyRequest,
  person: PersonId,
): Promise<string> {
  const { form } = await readBody(request, page)
  const { _csrf: _, _once: __, ...typed } = form
  return seal(serving.keys.held, { person, to: request.url, form: typed })
}

async function recordFailure(serving: Serving, entry: AuditEntry): Promise<void> {
  await atTheDoor(serving.db, (tx) => record(tx, entry))
}

function entryOf(
  page: Page,
  request: FastifyRequest,
  actor: Actor | undefined,
  outcome: AuditEntry['outcome'],
): AuditEntry {
  return {
    actorId: actor?.id,
    actorRole: actor?.role,
    organisationId: actor?.organisationId,
    sessionId: actor?.sessionId,
    action: page.audit.action,
    outcome,
    childId: undefined,
    shown: [],
    address: request.ip,
    requestId: request.id,
    detail: {},
  }
}

export function paramsOf(request: FastifyRequest): Readonly<Record<string, string>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Fastify's own shape for path parameters
  return readable(request.params as Record<string, string>)
}

export function queryOf(request: FastifyRequest): Readonly<Record<string, unknown>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Fastify's own shape for a query
  return readable(request.query as Record<string, unknown>)
}
