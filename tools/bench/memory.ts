import autocannon from 'autocannon'
import type { Visit } from './measure.ts'
import type { Server } from './server.ts'

/** How much the server's process held while many people used the main pages at once. */
export type Held = {
  readonly connections: number
  readonly seconds: number
  /** Resident memory in MiB: before, the most seen, and after. The database is other processes. */
  readonly before: number
  readonly most: number
  readonly after: number
  readonly perSecond: number
  readonly wrong: number
  readonly pages: readonly string[]
}

const LOOK_EVERY_MS = 50

/** The pages people are on most of the day, one of each kind of person's. */
export const MAIN_PAGES = [
  'my children',
  'a child’s page',
  'the picture over time',
  'a young person’s home',
  'the area',
] as const

/**
 * Visits the main pages in turn from so many connections for so many seconds, and looks at the server's
 * memory all the while. The server runs with the limits it is started with for people.
 */
export async function measureMemory(
  server: Pick<Server, 'address' | 'memory' | 'served'>,
  visits: readonly Visit[],
  connections: number,
  seconds: number,
): Promise<Held> {
  const pages = MAIN_PAGES.map((name) => {
    const visit = visits.find((v) => v.name === name)
    if (!visit) throw new Error(`There is no visit called ${name}`)
    return visit
  })
  const before = server.memory()
  let most = before
  const looking = setInterval(() => {
    most = Math.max(most, server.memory())
  }, LOOK_EVERY_MS)
  try {
    const { answers, wrong, took } = await visitAll(server.address, pages, connections, seconds)
    const after = server.memory()
    return {
      connections,
      seconds,
      before,
      most: Math.max(most, after),
      after,
      perSecond: Math.round(answers / took),
      wrong,
      pages: pages.map((p) => p.name),
    }
  } finally {
    clearInterval(looking)
    server.served()
  }
}

type Seen = { readonly answers: number; readonly wrong: number; readonly took: number }

function visitAll(
  address: string,
  pages: readonly Visit[],
  connections: number,
  seconds: number,
): Promise<Seen> {
  let answers = 0
  let wrong = 0
  const began = performance.now()
  const requests = pages.map((page) => ({
    method: 'GET' as const,
    path: page.url,
    headers: { 'accept-encoding': 'br', ...page.headers },
  }))
  return new Promise((resolve, reject) => {
    const run = autocannon(
      { url: address, connections, duration: seconds, requests },
      (error: Error | null) =>
        error
          ? reject(error)
          : resolve({ answers, wrong, took: (performance.now() - began) / 1000 }),
    )
    run.on('response', (_client, status) => {
      answers += 1
      if (status !== 200) wrong += 1
    })
  })
}
