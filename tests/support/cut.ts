import net from 'node:net'

/** A cable between a browser and the server that can be pulled and put back. */
export type Cable = {
  readonly address: string
  readonly pull: () => void
  readonly plug: () => void
  /** Keeps what the server answers on its way, until what this gives is called. */
  readonly hold: () => () => void
  readonly close: () => Promise<void>
}

/** A way to the server on a port of its own, at first plugged in. Pulled, it breaks whatever is on its way. */
export async function cableTo(port: number): Promise<Cable> {
  const open = new Set<net.Socket>()
  const answering = new Set<net.Socket>()
  let plugged = true
  const server = net.createServer((near) => {
    if (!plugged) {
      near.destroy()
      return
    }
    const far = net.connect(port, '127.0.0.1')
    answering.add(far)
    far.on('close', () => answering.delete(far))
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('The cable has no end')
  return {
    address: `http://127.0.0.1:${at.port}`,
    pull: () => {
      plugged = false
      for (const socket of open) socket.destroy()
    },
    plug: () => {
      plugged = true
    },
    hold: () => {
      for (const far of answering) far.pause()
      return () => {
        for (const far of answering) far.resume()
      }
    },
    close: () =>
      new Promise((done) => {
        for (const socket of open) socket.destroy()
        server.close(() => done())
      }),
  }
}
