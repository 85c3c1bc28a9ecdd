import type { FastifyReply } from 'fastify'
import { ORDINARY } from './own-side.ts'
import type { Serving } from './serving.ts'

const ICONS = [
  { src: '/assets/page-192.png', sizes: '192x192', type: 'image/png' },
  { src: '/assets/page-512.png', sizes: '512x512', type: 'image/png' },
  { src: '/assets/page.svg', sizes: 'any', type: 'image/svg+xml' },
]

/** What a phone shows of the young person's side when it is put on the first screen: its ordinary name and icon. */
export function giveManifest(serving: Serving, reply: FastifyReply): FastifyReply {
  const { name } = serving.own ?? ORDINARY
  return reply
    .headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    .type('application/manifest+json')
    .send(
      JSON.stringify({
        name,
        short_name: name,
        id: '/me',
        start_url: '/me',
        scope: '/',
        display: 'standalone',
        icons: ICONS,
        background_color: '#fffaf3',
        theme_color: '#4b4485',
      }),
    )
}
