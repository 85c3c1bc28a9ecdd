import autocannon from 'autocannon'
import { setTimeout as pause } from 'node:timers/promises'
import { type Figures, figuresOf, type Measured, round } from './figures.ts'
import type { Served, Server } from './server.ts'

/** A page to be visited again and again by one person. */
export type Visit = {
  readonly name: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Undefined for a page that is read. A list is gone through in turn. */
  readonly bodies?: readonly string[]
  readonly expects: number
}

/** What is needed of a server to measure it. */
export type Measurable = Pick<Server, 'address' | 'served' | 'processorTime'>

/**
 * Visits a page from so many connections at once for so many seconds, after a short warm-up.
 * A connection waits for its answer before it asks again (a closed loop), so what queues beyond
 * the connections is not seen; the load generator shares this machine, so the server's own clock
 * is the better witness and both are given.
 */
export async function measure(
  server: Measurable,
  visit: Visit,
  connections: number,
  seconds: number,
): Promise<Measured> {
  const bytes = await sizeOf(server.address, visit)
  await visited(server.address, visit, connections, 1)
  await pause(50)
  server.served()
  const had = server.processorTime()
  const began = performance.now()
  const seen = await visited(server.address, visit, connections, seconds)
  const took = (performance.now() - began) / 1000
  const processor = round((server.processorTime() - had) / Math.max(1, seen.times.length))
  await pause(100)
  return {
    name: visit.name,
    connections,
    asVisited: figuresOf(seen.times, took),
    atServer: atServer(server.served(), took),
    processor,
    bytes,
    wrong: seen.wrong,
  }
}

function atServer(served: readonly Served[], seconds: number): Figures {
  return figuresOf(
    served.map((s) => s.ms),
    seconds,
  )
}

async function sizeOf(address: string, visit: Visit): Promise<number> {
  if (visit.bodies) return 0
  const answer = await fetch(`${address}${visit.url}`, {
    headers: visit.headers,
    redirect: 'manual',
  })
  if (answer.status !== visit.expects) {
    throw new Error(`${visit.name} answered ${answer.status}, not ${visit.expects}`)
  }
  return (await answer.arrayBuffer()).byteLength
}

type Seen = { readonly times: readonly number[]; readonly wrong: number }

function visited(
  address: string,
  visit: Visit,
  connections: number,
  seconds: number,
): Promise<Seen> {
  const times: number[] = []
  let wrong = 0
  const headers = { 'accept-encoding': 'br', ...visit.headers }
  return new Promise((resolve, reject) => {
    const run = autocannon(
      {
        url: `${address}${visit.url}`,
        connections,
        duration: seconds,
        ...(visit.bodies
          ? { requests: visit.bodies.map((body) => ({ method: 'POST' as const, body, headers })) }
          : { headers }),
      },
      (error: Error | null) => (error ? reject(error) : resolve({ times, wrong })),
    )
    run.on('response', (_client, status, _bytes, ms) => {
      times.push(ms)
      if (status !== visit.expects) wrong += 1
    })
  })
}
