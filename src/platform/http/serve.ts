import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { ChildId, PersonId } from '#kernel/ids.ts'
import { may } from '#platform/access/capability.ts'
import { record, type AuditEntry } from '#platform/audit/record.ts'
import { asActor, atTheDoor, type Tx } from '#platform/db/unit-of-work.ts'
import { fileStore } from '#platform/files/store.ts'
import { csrfHolds } from './csrf.ts'
import { readable } from './fields.ts'
import { seal } from './held.ts'
import type { Actor, Answer, Page, Visit } from './page.ts'
import { give, show } from './reply.ts'
import type { Serving } from './serving.ts'
import { actorOf, endSession, formerHolder, keepToken, startSession, tokenOf } from './sessions.ts'
import { readBody } from './uploads.ts'

/** Puts a page on the server: who is asking, may they, do it, write it down, answer. */
export function servePage(app: FastifyInstance, serving: Serving, page: Page): void {
  app.route({
    method: page.method,
    url: page.url,
    bodyLimit: bodyLimitOf(page),
    handler: async (request, reply) => {
      const actor = await actorOf(serving.db, tokenOf(request))
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
    range: request.headers.range,
    path: request.url,
    origin: serving.origin,
    show: (children) => children.forEach((id) => shown.add(id)),
    note: (more) => {
      detail = { ...detail, ...more }
    },
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
      const given = await answerWithinReach(tx, page, visit, childId)
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

async function answerWithinReach(
  tx: Tx,
  page: Page,
  visit: Visit,
  childId: ChildId | undefined,
): Promise<Answer> {
  if (page.audit.childId) {
    if (!childId || !(await reaches(tx, childId))) return { kind: 'not-found' }
  }
  return page.answer(visit)
}

/** The child that was asked for, reached or not. */
const aboutChild = (page: Page, request: FastifyRequest, actor: Actor): ChildId | undefined =>
  page.audit.childId?.({ params: paramsOf(request), actor })

async function reaches(tx: Tx, child: ChildId): Promise<boolean> {
  const { rows } = await sql`select from waymark.child where id = ${child}`.execute(tx)
  return rows.length === 1
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
    keepToken(reply, serving, token)
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
    const to = `/sign-in?next=${encodeURIComponent(request.url)}`
    return give(serving, request, reply, undefined, { kind: 'redirect', to })
  }
  const person = await formerHolder(serving.db, tokenOf(request))
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
  const { _csrf: _, ...typed } = form
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
