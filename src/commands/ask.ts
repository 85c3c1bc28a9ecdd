import { createInterface, type Interface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { Terminal } from './command.ts'

/** Asks questions of whoever sits before the terminal, or reads what was piped in, a line for each. */
export type Asking = {
  /** True when a person can be asked. */
  readonly person: boolean
  readonly ask: (question: string) => Promise<string | undefined>
  /** The same, without showing what is typed. */
  readonly askSecretly: (question: string) => Promise<string | undefined>
  readonly close: () => void
}

/** Undefined as an answer: there was no more to read, or the person pressed Ctrl+C. */
export function asking(terminal: Terminal): Asking {
  const person = terminal.input.isTTY === true
  let hidden = false
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!hidden) process.stderr.write(chunk)
      done()
    },
  })
  const lines = createInterface({
    input: terminal.input,
    ...(person ? { output, terminal: true } : {}),
  })
  const piped = lines[Symbol.asyncIterator]()
  const answer = person ? (q: string) => askPerson(lines, q, terminal.stopped) : nextOf(piped)
  return {
    person,
    ask: answer,
    askSecretly: async (question) => {
      if (!person) return answer(question)
      process.stderr.write(question)
      hidden = true
      try {
        return await answer('')
      } finally {
        hidden = false
        process.stderr.write('\n')
      }
    },
    close: () => lines.close(),
  }
}

async function askPerson(
  lines: Interface,
  question: string,
  stopped: AbortSignal,
): Promise<string | undefined> {
  const ended = new Promise<undefined>((resolve) => {
    lines.once('close', () => resolve(undefined))
    lines.once('SIGINT', () => lines.close())
  })
  const answered = lines.question(question, { signal: stopped }).catch(() => undefined)
  return Promise.race([answered, ended])
}

const nextOf = (lines: AsyncIterator<string>) => async (): Promise<string | undefined> => {
  const next = await lines.next()
  return next.done ? undefined : next.value
}
