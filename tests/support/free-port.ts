import { createServer } from 'node:net'

/*
 * Below the ports a system gives away by itself (32768 and up, or 49152), so that no other test and no
 * connection to a database is given it between this look and its use.
 */
const [FIRST, HOW_MANY] = [20_000, 12_000]

/** A port nobody listens at. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = FIRST + ((process.pid * 7 + tries * 101) % HOW_MANY)
    if (await isFree(port)) return port
  }
  throw new Error('No port is free on this machine')
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
