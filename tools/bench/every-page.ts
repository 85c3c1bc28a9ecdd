import { setTimeout as pause } from 'node:timers/promises'
import { crawl } from '#tests/support/crawl.ts'
import { figuresOf, type Figures } from './figures.ts'
import type { Server } from './server.ts'
import type { Visitor } from './visitor.ts'

/** A kind of page as one kind of person met it: the server's own times, in milliseconds. */
export type PageSpeed = {
  readonly who: string
  readonly page: string
  readonly atServer: Figures
}

const WARM_UP = 3

/**
 * Follows the links from the first page as each visitor, and reads one of each kind of page met so
 * many times, one after another. What no link reaches is not measured.
 */
export async function measureEveryPage(
  server: Server,
  visitors: Readonly<Record<string, Visitor>>,
  times: number,
  say: (progress: string) => void,
): Promise<readonly PageSpeed[]> {
  const speeds: PageSpeed[] = []
  const seen = new Set<string>()
  for (const [who, visitor] of Object.entries(visitors)) {
    const { reached } = await crawl(asked(server), visitor.headers['cookie'] ?? '', ['/'])
    say(`${who}: ${reached.length} pages come to by links`)
    for (const { url, pattern } of reached) {
      const kind = `${who} ${pattern}`
      if (seen.has(kind)) continue
      seen.add(kind)
      speeds.push({ who, page: pattern, atServer: await read(server, visitor, url, times) })
    }
  }
  return speeds
}

function asked(server: Server): Parameters<typeof crawl>[0] {
  return {
    inject: async ({ url, headers }) => {
      const answer = await fetch(server.address + url, { headers, redirect: 'manual' })
      return {
        statusCode: answer.status,
        headers: Object.fromEntries(answer.headers),
        payload: await answer.text(),
      }
    },
  }
}

async function read(
  server: Server,
  visitor: Visitor,
  url: string,
  times: number,
): Promise<Figures> {
  const once = async () => {
    const answer = await fetch(server.address + url, {
      headers: visitor.headers,
      redirect: 'manual',
    })
    await answer.arrayBuffer()
  }
  for (let n = 0; n < WARM_UP; n++) await once()
  await pause(20)
  server.served()
  const began = performance.now()
  for (let n = 0; n < times; n++) await once()
  await pause(20)
  return figuresOf(
    server.served().map((s) => s.ms),
    (performance.now() - began) / 1000,
  )
}

/** The slowest first, and how many are within the target; a page is named once for each kind of person. */
export function everyPageReport(
  speeds: readonly PageSpeed[],
  target: number,
  most: number,
): string {
  const slowest = speeds.toSorted((a, b) => b.atServer.p95 - a.atServer.p95)
  const within = speeds.filter((s) => s.atServer.p95 <= target).length
  return [
    `${within} of ${speeds.length} kinds of page have a p95 of ${target} ms or less at the server, read one after another.`,
    ...slowest
      .slice(0, most)
      .map((s) => `${s.atServer.p95} ms (median ${s.atServer.p50})  ${s.page}  as ${s.who}`),
  ].join('\n')
}
