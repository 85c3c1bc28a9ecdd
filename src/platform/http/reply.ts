import type { FastifyReply, FastifyRequest } from 'fastify'
import { ROLE_NAMES } from '#platform/access/capability.ts'
import { ourMarkup } from '#platform/views/environment.ts'
import { besideOf } from './beside.ts'
import { csrfField, csrfToken } from './csrf.ts'
import { onceField } from './once.ts'
import { OUR_CREDIT } from '#platform/views/symbols.ts'
import { newNonce, secureHeaders, type Sounding } from './headers.ts'
import type { Actor, Answer } from './page.ts'
import type { Serving } from './serving.ts'
import { keepCookie } from './cookies.ts'
import { forget, leaveAddress } from './leaving.ts'
import { onOwnSide, ORDINARY } from './own-side.ts'

/** Sends what a page answered. */
export function give(
  serving: Serving,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor | undefined,
  answer: Exclude<Answer, { kind: 'hand-over' }>,
): FastifyReply | Promise<FastifyReply> {
  const shown = (template: string, status: number) =>
    show(serving, request, reply, actor, template, status, {})
  keepAll(serving, reply, answer)
  switch (answer.kind) {
    case 'view':
      return showView(serving, request, reply, actor, answer)
    case 'redirect':
    case 'file':
    case 'media':
      secureHeaders(reply, newNonce(), serving.origin.startsWith('https:'))
      return giveBare(reply, answer)
    case 'leave':
      return leave(serving, reply, answer)
    case 'not-found':
      return shown('platform/views/errors/404.njk', 404)
    case 'refused':
      return shown('platform/views/errors/403.njk', 403)
  }
}

function keepAll(serving: Serving, reply: FastifyReply, answer: Answer): void {
  const cookies = 'cookies' in answer ? (answer.cookies ?? []) : []
  for (const cookie of cookies) keepCookie(reply, serving, cookie)
}

function showView(
  serving: Serving,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor | undefined,
  { template, status = 200, model, media }: Extract<Answer, { kind: 'view' }>,
): FastifyReply {
  return show(serving, request, reply, actor, template, status, model, media)
}

type Bare = Extract<Answer, { kind: 'redirect' | 'file' | 'media' }>

/** What is sent without a page around it. */
function giveBare(reply: FastifyReply, answer: Bare): FastifyReply {
  if (answer.kind === 'redirect') return reply.redirect(answer.to, 303)
  if (answer.kind === 'media') return giveMedia(reply, answer)
  return reply
    .header('content-disposition', asAttachment(answer.name))
    .type(answer.type)
    .send(answer.body)
}

/** A picture or a recording, whole or the part that was asked for. Never run, never kept by the browser. */
function giveMedia(
  reply: FastifyReply,
  { type, total, part, body }: Extract<Answer, { kind: 'media' }>,
): FastifyReply {
  void reply.headers({ 'accept-ranges': 'bytes', 'content-disposition': 'inline' }).type(type)
  if (part === undefined) return reply.send(body)
  if (part === 'none') return reply.code(416).header('content-range', `bytes */${total}`).send('')
  return reply
    .code(206)
    .header('content-range', `bytes ${part.start}-${part.end}/${total}`)
    .send(body)
}

/** A file's name as a header may carry it. */
const asAttachment = (name: string): string =>
  `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`

/** Renders a template in the shell of whoever is looking. */
export function show(
  serving: Serving,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor | undefined,
  template: string,
  status: number,
  model: object,
  sounding?: Sounding,
): FastifyReply {
  const nonce = newNonce()
  const session = actor?.sessionId ?? doorSession(request)
  const html = serving.views.render(template, {
    page: {},
    ...model,
    csrf: ourMarkup(csrfField(csrfToken(serving.keys.csrf, session)) + onceField()),
    shell: {
      ...shellOf(serving, actor, request.url.split('?')[0] ?? '/'),
      nonce,
      beside: besideOf(request),
    },
  })
  secureHeaders(reply, nonce, serving.origin.startsWith('https:'), sounding)
  return reply.code(status).type('text/html; charset=utf-8').send(html)
}

/** What stands around every page, for whoever is looking at it. */
function shellOf(serving: Serving, actor: Actor | undefined, path: string): object {
  const own = serving.own ?? ORDINARY
  const young = actor ? actor.role === 'young_person' : onOwnSide(path)
  return {
    actor: actor && {
      name: actor.name,
      role: ROLE_NAMES[actor.role],
      isYoungPerson: actor.role === 'young_person',
      organisationName: actor.organisationName,
      handed: actor.handedTo !== undefined,
      ownDevice: !actor.borrowed && actor.handedTo === undefined,
    },
    nav: actor && !actor.handedTo ? navigation(serving, actor, path) : [],
    look: lookOf(actor),
    path,
    language: 'en',
    dir: 'ltr',
    demo: serving.demonstration,
    /** Whose the drawings on young people's pages are, as their licence asks. */
    drawings: creditOf(serving),
    young,
    site: young ? own.name : 'Waymark',
    own: {
      name: own.name,
      leave: leaveAddress(serving.keys.csrf, actor?.sessionId),
      place: new URL(own.leaveTo).host,
    },
  }
}

const creditOf = ({ symbols }: Serving): string => symbols?.credit ?? OUR_CREDIT

/** Out, with nothing said to the next place about where from. */
function leave(
  serving: Serving,
  reply: FastifyReply,
  answer: Extract<Answer, { kind: 'leave' }>,
): FastifyReply {
  forget(reply, serving, answer.everything)
  secureHeaders(reply, newNonce(), serving.origin.startsWith('https:'))
  return reply.header('referrer-policy', 'no-referrer').redirect(answer.to, 303)
}

/** The classes of a young person's look, for the style sheet. */
function lookOf(actor: Actor | undefined): string {
  if (!actor?.look) return ''
  const { larger, calm, colours } = actor.look
  return [
    ...(larger ? ['wm-look-larger'] : []),
    ...(calm ? ['wm-look-calm'] : []),
    ...(colours === 'as_device' ? [] : [`wm-look-${colours}`]),
  ].join(' ')
}

/** Before sign-in a form is tied to the browser's address: enough to stop other sites posting blindly with Origin checked too. */
export const doorSession = (request: FastifyRequest): string => `door ${request.ip}`

function navigation(serving: Serving, actor: Actor, path: string): readonly object[] {
  const links = serving.navigation(actor)
  const best = links
    .filter((l) => path === l.href || path.startsWith(`${l.href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0]
  return links.map((l) => ({ ...l, current: l === best }))
}
