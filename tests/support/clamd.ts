import { createServer } from 'node:net'
import { EICAR } from './media.ts'

/** A daemon that speaks as ClamAV's does, and finds one thing. */
export type FakeClamd = {
  readonly address: { readonly host: string; readonly port: number }
  /** How many it was asked to scan. */
  readonly asked: () => number
  readonly close: () => Promise<void>
}

const COMMAND = 'zINSTREAM\0'

/** `silent`: takes what is sent and never answers. */
export async function fakeClamd({ silent = false, port = 0 } = {}): Promise<FakeClamd> {
  let asked = 0
  const server = createServer((socket) => {
    let got = Buffer.alloc(0)
    socket.on('error', () => socket.destroy())
    socket.on('data', (data) => {
      got = Buffer.concat([got, data])
      const body = streamed(got)
      if (body === undefined || silent) return
      asked += 1
      socket.end(body.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The daemon does not listen')
  return {
    address: { host: '127.0.0.1', port: address.port },
    asked: () => asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The bytes between the command and the empty chunk; undefined until that has come. */
function streamed(got: Buffer): Buffer | undefined {
  if (got.toString('latin1', 0, COMMAND.length) !== COMMAND) return undefined
  const chunks: Buffer[] = []
  for (let at = COMMAND.length; at + 4 <= got.length; ) {
    const length = got.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(got.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
