import { readFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { ourMarkup, viewEnvironment } from '#platform/views/environment.ts'

const ROOT = path.join(import.meta.dirname, '../..')

/** As the real server has them, the longest address first. */
const FOLDERS: readonly (readonly [string, string])[] = [
  ['/assets/govuk/', 'node_modules/govuk-frontend/dist/govuk'],
  ...['noto-sans', 'noto-sans-arabic', 'noto-sans-ethiopic'].map(
    (family) => [`/assets/fonts/${family}/`, `node_modules/@fontsource/${family}/files`] as const,
  ),
  ['/assets/', 'src/platform/views/assets'],
]

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.json': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

const POLICY =
  "default-src 'none'; script-src 'self' 'nonce-gallery'; style-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const MACROS = [
  ['chart', 'Chart'],
  ['conflict', 'Conflict'],
  ['date-claims', 'DateClaims'],
  ['empty-state', 'EmptyState'],
  ['lane', 'Lane'],
  ['person-lines', 'PersonLines'],
  ['quote', 'Quote'],
  ['state-choice', 'StateChoice'],
] as const

const imports = MACROS.map(
  ([folder, name]) =>
    `{% from "platform/views/components/${folder}/macro.njk" import waymark${name} %}`,
).join('')

export type Setting = { readonly layout: 'layout' | 'youth'; readonly dir: 'ltr' | 'rtl' }

/** A page of ours in the shell, with one of each part, told what a server would tell it. */
export function renderIn(setting: Setting, body: string, page: object = {}): string {
  const shell = {
    site: setting.layout === 'youth' ? 'My pages' : 'Waymark',
    own: { name: 'My pages', leave: '/leave', place: 'example.org' },
    actor: {
      name: 'Ada Okonkwo-Fairweather',
      role: 'Practitioner',
      organisationName: 'Invented Northmoor Borough Council',
    },
    nav: [
      { text: 'My day', href: '/', current: true },
      { text: 'Find a child', href: '/children' },
      { text: 'The area', href: '/area' },
    ],
    nonce: 'gallery',
    path: '/',
    language: setting.dir === 'rtl' ? 'ar' : 'en',
    dir: setting.dir,
    demo: true,
  }
  const template = `{% extends "platform/views/${setting.layout}.njk" %}${imports}{% block content %}${body}{% endblock %}`
  return viewEnvironment().renderString(template, {
    shell,
    page: { title: 'Every part', ...page },
    csrf: ourMarkup('<input type="hidden" name="_csrf" value="x">'),
  })
}

/** Serves rendered pages by address, with our assets and the policy of the real server. */
export async function serveStill(pages: Readonly<Record<string, string>>): Promise<{
  readonly origin: string
  readonly server: Server
}> {
  const server = createServer((request, response) => {
    const url = request.url ?? '/'
    response.setHeader('content-security-policy', POLICY)
    const html = pages[url]
    if (html === undefined) {
      void sendAsset(url, response)
      return
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server on a port has an address
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, server }
}

async function sendAsset(url: string, response: ServerResponse): Promise<void> {
  const [prefix, folder] = FOLDERS.find(([start]) => url.startsWith(start)) ?? ['', 'nowhere']
  const file = path.join(ROOT, folder, path.normalize(url.slice(prefix.length)))
  try {
    const bytes = await readFile(file)
    response.setHeader('content-type', TYPES[path.extname(file)] ?? 'text/plain')
    response.end(bytes)
  } catch {
    response.statusCode = 404
    response.end()
  }
}
