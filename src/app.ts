import { HOME_SYMBOLS } from '#desks/my-home/tiles.ts'
import { sheetOf } from '#platform/views/symbols.ts'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { brotliCompressSync, constants } from 'node:zlib'
import { refuseOtherSites } from '#platform/http/other-sites.ts'
import { giveManifest } from '#platform/http/site-manifest.ts'
import { show } from '#platform/http/reply.ts'
import { servePage } from '#platform/http/serve.ts'
import { serveDoorPage } from '#platform/http/serve-door.ts'
import type { Serving } from '#platform/http/serving.ts'
import { tokenOf } from '#platform/http/cookies.ts'
import { actorOf } from '#platform/http/sessions.ts'
import { besideStaff } from './beside.ts'
import { wordingForBrowsers } from '#domains/wording/index.ts'
import { doorPages, pages } from './pages.ts'

/** The whole house, given what it needs. Listens nowhere yet. */
export async function buildApp(given: Serving): Promise<FastifyInstance> {
  const serving: Serving = { ...given, beside: given.beside ?? besideStaff() }
  const app = Fastify({
    logger: false,
    trustProxy: (_address, hop) => hop <= serving.proxies,
    bodyLimit: 1024 * 1024,
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    genReqId: () => crypto.randomUUID(),
    // An address that cannot be read, or with an id longer than any of ours, is an address of nothing.
    frameworkErrors: (_error, request, reply) => {
      void show(serving, request, reply, undefined, 'platform/views/errors/404.njk', 404, {})
    },
  })
  // Every form of ours is a form. Other shapes of the same fields would only be ways round its checks.
  app.removeAllContentTypeParsers()
  await app.register(compress, {
    global: true,
    threshold: 1024,
    encodings: ['br', 'gzip'],
    // A window of 256 KiB holds a page; the usual one of 4 MiB is taken for each answer under way and
    // left the server's memory in pieces.
    brotliOptions: {
      params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 },
    },
  })
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: 1024 * 1024 })
  await app.register(multipart)
  await serveAssets(app)
  serveSymbols(app, serving)
  serveHomeSymbols(app, serving)

  app.addHook('onRequest', async (request, reply) => refuseOtherSites(serving, request, reply))
  app.addHook('onResponse', async (request, reply) => writeLine(serving, request, reply))
  app.get('/site.webmanifest', async (_request, reply) => giveManifest(serving, reply))
  serveWorker(app)
  serveWording(app)
  app.get('/health', async (_request, reply) => health(serving, reply))
  for (const page of doorPages) serveDoorPage(app, serving, page)
  for (const page of pages) servePage(app, serving, page)

  app.setNotFoundHandler(async (request, reply) => {
    const actor = await actorOf(serving.db, tokenOf(request, serving))
    return show(serving, request, reply, actor, 'platform/views/errors/404.njk', 404, {})
  })
  app.setErrorHandler<FastifyError>((error, request, reply) =>
    answerError(serving, error, request, reply),
  )
  return app
}

async function serveAssets(app: FastifyInstance): Promise<void> {
  const packageFolder = (name: string) => path.resolve(import.meta.dirname, '../node_modules', name)
  const folders: readonly (readonly [string, string])[] = [
    ['/assets/', path.join(import.meta.dirname, 'platform/views/assets')],
    ['/assets/in/', path.join(import.meta.dirname, 'domains/coming-and-going/browser')],
    ['/assets/without-signal/', path.join(import.meta.dirname, 'domains/without-signal/browser')],
    ['/assets/wording/', path.join(import.meta.dirname, 'domains/wording/browser')],
    ['/assets/people/', path.join(import.meta.dirname, 'domains/people/browser')],
    ['/assets/open-record/', path.join(import.meta.dirname, 'desks/open-record/browser')],
    ['/assets/participation/', path.join(import.meta.dirname, 'domains/participation/browser')],
    ['/assets/govuk/', path.join(packageFolder('govuk-frontend'), 'dist/govuk')],
    ['/assets/webauthn/', path.join(packageFolder('@simplewebauthn/browser'), 'dist/bundle')],
    ['/assets/fonts/noto-sans/', path.join(packageFolder('@fontsource/noto-sans'), 'files')],
    [
      '/assets/fonts/noto-sans-arabic/',
      path.join(packageFolder('@fontsource/noto-sans-arabic'), 'files'),
    ],
    [
      '/assets/fonts/noto-sans-ethiopic/',
      path.join(packageFolder('@fontsource/noto-sans-ethiopic'), 'files'),
    ],
  ]
  for (const [n, [prefix, root]] of folders.entries()) {
    await app.register(fastifyStatic, {
      root,
      prefix,
      decorateReply: n === 0,
      index: false,
      // What is compressed beforehand is sent so: a young person's data is not ours to spend.
      preCompressed: n === 0,
      maxAge: '1h',
      setHeaders: (response) => {
        response.header('x-content-type-options', 'nosniff')
        response.header('cross-origin-resource-policy', 'same-origin')
      },
    })
  }
}

const OF_A_SYMBOL = {
  'cache-control': 'public, max-age=3600',
  'content-security-policy': "default-src 'none'; img-src data:",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
}

/** A service's own symbols, where it has some, at the addresses of ours. */
function serveSymbols(app: FastifyInstance, { symbols }: Serving): void {
  for (const [name, svg] of symbols?.svgs ?? []) {
    app.get(`/assets/symbols/${name}.svg`, async (_request, reply) =>
      reply.headers(OF_A_SYMBOL).type('image/svg+xml').send(svg),
    )
  }
}

/** The symbols of a home in one sheet, compressed once and well, since every first visit takes it. */
function serveHomeSymbols(app: FastifyInstance, { symbols }: Serving): void {
  const sheet = sheetOf(HOME_SYMBOLS, symbols)
  const small = brotliCompressSync(sheet)
  app.get('/assets/home-symbols.svg', async (request, reply) => {
    reply.headers({ ...OF_A_SYMBOL, vary: 'accept-encoding' }).type('image/svg+xml')
    const takes = (request.headers['accept-encoding'] ?? '').includes('br')
    return takes ? reply.header('content-encoding', 'br').send(small) : reply.send(sheet)
  })
}

/** What works without signal on a young person's own phone: at the root, since it answers for every page of theirs. */
function serveWorker(app: FastifyInstance): void {
  const folder = path.join(import.meta.dirname, 'domains/without-signal/browser')
  const parts = [
    'store.browser.js',
    'ahead.browser.js',
    'leave-late.browser.js',
    'worker.browser.js',
  ]
  const text = parts.map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n')
  app.get('/worker.js', async (_request, reply) =>
    reply
      .headers({
        'cache-control': 'no-cache',
        'content-security-policy': "default-src 'none'; connect-src 'self'",
        'x-content-type-options': 'nosniff',
      })
      .type('text/javascript; charset=utf-8')
      .send(text),
  )
}

/** The list of wordings, for the browser of whoever writes: it comes with the product and tells nothing of anybody. */
function serveWording(app: FastifyInstance): void {
  const text = JSON.stringify(wordingForBrowsers())
  app.get('/assets/wording/list.json', async (_request, reply) =>
    reply
      .headers({
        'cache-control': 'public, max-age=3600',
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      })
      .type('application/json; charset=utf-8')
      .send(text),
  )
}

async function health(serving: Serving, reply: FastifyReply): Promise<FastifyReply> {
  await serving.db.selectNoFrom((eb) => eb.lit(1).as('one')).execute()
  return reply.header('cache-control', 'no-store').send({ status: 'ready' })
}

/** One line a request, with the address's pattern and never the address: it may hold what was searched for. */
function writeLine(serving: Serving, request: FastifyRequest, reply: FastifyReply): void {
  serving.log({
    at: serving.now().toISOString(),
    id: request.id,
    method: request.method,
    page: request.routeOptions.url ?? 'not-found',
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
  })
}

async function answerError(
  serving: Serving,
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  // Somebody closed the page before it was whole: nothing of ours failed.
  if (error.code === 'ERR_STREAM_PREMATURE_CLOSE') return reply
  const status = error.statusCode ?? 500
  if (status >= 500) {
    // The message of a database error can quote what was typed, so only its kind and place are written down.
    serving.log({
      id: request.id,
      page: request.routeOptions.url,
      failed: error.name,
      code: error.code,
      where: placeOf(error),
    })
  }
  const actor = await actorOf(serving.db, tokenOf(request, serving)).catch(() => undefined)
  if (status === 413) {
    return show(serving, request, reply, actor, 'platform/views/errors/413.njk', 413, {
      sentence: error.message,
    })
  }
  if (status >= 400 && status < 500) {
    return show(serving, request, reply, actor, 'platform/views/errors/400.njk', status, {
      sentence: error.message,
    })
  }
  return show(serving, request, reply, actor, 'platform/views/errors/500.njk', 500, {
    requestId: request.id,
  })
}

const placeOf = (error: Error): string | undefined =>
  error.stack
    ?.split('\n')
    .find((line) => line.includes('/src/'))
    ?.replace(/^.*\/src\//, 'src/')
    .replace(/\)$/, '')
