import type { FastifyReply } from 'fastify'
import { ORDINARY } from './own-side.ts'
import type { Serving } from './serving.ts'

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
        display: 'browser',
        icons: [{ src: '/assets/page.svg', sizes: 'any', type: 'image/svg+xml' }],
        background_color: '#fffaf3',
        theme_color: '#4b4485',
      }),
    )
}
