import type { FastifyReply, FastifyRequest } from 'fastify'
import { ROLE_NAMES } from '#platform/access/capability.ts'
import { ourMarkup } from '#platform/views/environment.ts'
import { csrfField, csrfToken } from './csrf.ts'
import { newNonce, secureHeaders, type Sounding } from './headers.ts'
import type { Actor, Answer } from './page.ts'
import type { Serving } from './serving.ts'
import { keepToken } from './sessions.ts'

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
  if ('cookies' in answer) {
    for (const cookie of answer.cookies ?? []) keepToken(reply, serving, cookie.value)
  }
  switch (answer.kind) {
    case 'view':
      return showView(serving, request, reply, actor, answer)
    case 'redirect':
    case 'file':
    case 'media':
      secureHeaders(reply, newNonce(), serving.origin.startsWith('https:'))
      return giveBare(reply, answer)
    case 'not-found':
      return shown('platform/views/errors/404.njk', 404)
    case 'refused':
      return shown('platform/views/errors/403.njk', 403)
  }
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
  const path = request.url.split('?')[0] ?? '/'
  const html = serving.views.render(template, {
    page: {},
    ...model,
    csrf: ourMarkup(csrfField(csrfToken(serving.keys.csrf, session))),
    shell: {
      actor: actor && {
        name: actor.name,
        role: ROLE_NAMES[actor.role],
        isYoungPerson: actor.role === 'young_person',
        organisationName: actor.organisationName,
        handed: actor.handedTo !== undefined,
      },
      nav: actor && !actor.handedTo ? navigation(serving, actor, path) : [],
      nonce,
      path,
      language: 'en',
      dir: 'ltr',
      demo: serving.demonstration,
    },
  })
  secureHeaders(reply, nonce, serving.origin.startsWith('https:'), sounding)
  return reply.code(status).type('text/html; charset=utf-8').send(html)
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
