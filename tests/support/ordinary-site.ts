import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'

/** An ordinary site somewhere else, so that leaving leads to a real page that is not ours. */
export async function ordinarySite(): Promise<{
  readonly server: Server
  readonly address: string
}> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end('<!doctype html><title>Weather</title><h1>Weather</h1>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  assert.ok(bound && typeof bound === 'object')
  return { server, address: `http://localhost:${bound.port}/weather` }
}
