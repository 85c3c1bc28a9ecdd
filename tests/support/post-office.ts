import { createServer as createWebServer } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'

/** How the little mail server behaves: it takes letters, is busy, says no, or hangs up with the letter in its hand. */
export type Behaviour = 'takes' | 'busy' | 'says-no' | 'hangs-up'

export type PostOffice = {
  readonly url: string
  /** Every byte that reached it, a conversation each. */
  readonly heard: string[]
  /** Whole letters it was given. */
  readonly letters: () => readonly string[]
  behave: Behaviour
  readonly close: () => Promise<void>
}

/** A real SMTP server, as small as one can be, that keeps every byte it hears. */
export async function postOffice(): Promise<PostOffice> {
  const heard: string[] = []
  const state: { behave: Behaviour } = { behave: 'takes' }
  const server = createServer((socket) => {
    const at = heard.push('') - 1
    let inLetter = false
    let kept = ''
    socket.on('error', () => undefined)
    socket.write('220 ready\r\n')
    socket.on('data', (bytes) => {
      heard[at] += bytes.toString('utf8')
      kept += bytes.toString('utf8')
      if (inLetter) {
        if (!kept.includes('\r\n.\r\n')) return
        inLetter = false
        kept = ''
        if (state.behave === 'hangs-up') socket.destroy()
        else socket.write('250 taken\r\n')
        return
      }
      for (const line of kept.split('\r\n').slice(0, -1)) {
        const verb = line.slice(0, 4).toUpperCase()
        if (verb === 'DATA') inLetter = true
        socket.write(answerTo(verb, state.behave))
        if (verb === 'QUIT') socket.end()
      }
      kept = ''
    })
  })
  const port = await listening(server)
  return {
    url: `smtp://127.0.0.1:${port}`,
    heard,
    letters: () => heard.flatMap((h) => h.split(/^DATA\r\n/m).slice(1)),
    get behave() {
      return state.behave
    },
    set behave(value) {
      state.behave = value
    },
    close: () => closed(server),
  }
}

function answerTo(verb: string, behave: Behaviour): string {
  if (verb === 'RCPT' && behave === 'busy') return '451 not now\r\n'
  if (verb === 'RCPT' && behave === 'says-no') return '550 no such person\r\n'
  if (verb === 'DATA') return '354 go on\r\n'
  if (verb === 'QUIT') return '221 bye\r\n'
  return '250 yes\r\n'
}

export type TextOffice = {
  readonly url: string
  readonly heard: { readonly path: string; readonly body: string }[]
  status: number
  readonly close: () => Promise<void>
}

/** Speaks as GOV.UK Notify does, and keeps what it is asked. */
export async function textOffice(): Promise<TextOffice> {
  const heard: { path: string; body: string }[] = []
  const state = { status: 201 }
  const server = createWebServer((request, response) => {
    let body = ''
    request.on('data', (bytes: Buffer) => {
      body += bytes.toString('utf8')
    })
    request.on('end', () => {
      heard.push({ path: request.url ?? '', body })
      response.writeHead(state.status, { 'content-type': 'application/json' })
      response.end('{}')
    })
  })
  const port = await listening(server)
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    get status() {
      return state.status
    },
    set status(value) {
      state.status = value
    },
    close: () => closed(server),
  }
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server on a port has such an address
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
  })
}
