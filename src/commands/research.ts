import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { commandLineOf, organisationCodes } from '#domains/exchange/index.ts'
import { extractFile, extractProblems, makeExtract, TOO_FEW } from '#domains/past-eighteen/index.ts'
import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { record } from '#platform/audit/record.ts'
import { asActor, atTheDoor } from '#platform/db/unit-of-work.ts'
import {
  argumentsOf,
  type Command,
  type ExitCode,
  type Terminal,
  WrongArguments,
} from './command.ts'
import { openExisting, type Opened } from './database.ts'

const ONLY_MINE = 0o600

export const researchCommand: Command = {
  name: 'research',
  summary: 'Make an extract for research, of those who agree to it',
  help: `Usage: ./waymark research extract --organisation CODE --for "WHO RECEIVES IT"
         --purpose "WHICH QUESTION, AND WHO APPROVED IT" --output FILE [--key-file FILE] [--json]

Makes an extract of the answers of those who agree to research today, and of nobody else, as a
file of comma-separated values. No name, number, day of birth or word of anybody's is in it. Each
person stands under a name made with a key of 32 random bytes for this extract alone.

  --key-file FILE  Keep the key, for whoever links records in a trusted research environment
                   for those who agreed to that as well. Readable by you alone. Never give it to
                   whoever has the extract. Left out, the key is thrown away and nobody can link.
  --json           Print one object: extract, people and lines

Files that are there already are not overwritten.

Exit codes: 0 done; 1 refused, with a sentence; 2 called in a way it does not understand.`,
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, {
      options: {
        organisation: { type: 'string' },
        for: { type: 'string' },
        purpose: { type: 'string' },
        output: { type: 'string' },
        'key-file': { type: 'string' },
        json: { type: 'boolean' },
      },
    })
    if (positionals.length !== 1 || positionals[0] !== 'extract') {
      throw new WrongArguments('The research command knows one word: extract')
    }
    const { organisation, output } = values
    if (!organisation || !output) throw new WrongArguments('Say --organisation and --output')
    const order = { recipient: values.for?.trim() ?? '', purpose: values.purpose?.trim() ?? '' }
    const [problem] = extractProblems(order)
    if (problem) throw new WrongArguments(problem.text)
    const asked = { organisation, output, keyFile: values['key-file'], json: values.json === true }
    const opened = await openExisting(terminal.settings)
    try {
      return await extract(opened, terminal, { ...asked, ...order })
    } finally {
      await opened.close()
    }
  },
}

type Asked = {
  readonly organisation: string
  readonly output: string
  readonly keyFile: string | undefined
  readonly json: boolean
  readonly recipient: string
  readonly purpose: string
}

async function extract(opened: Opened, terminal: Terminal, asked: Asked): Promise<ExitCode> {
  const code = asked.organisation.toUpperCase()
  const here = await atTheDoor(opened.db, organisationCodes)
  const acts = here.includes(code)
    ? await atTheDoor(opened.db, (door) => commandLineOf(door, code))
    : undefined
  if (!acts) {
    terminal.err(`There is no organisation with the code ${code}. Here are: ${here.join(', ')}.`)
    return 1
  }
  const key = randomBytes(32)
  const onDay = londonCalendarDay(new Date())
  // The files are written within the transaction: what could not be written was not made.
  const made = await asActor(opened.db, acts.id, async (tx) => {
    const { recipient, purpose } = asked
    const found = await makeExtract(tx, { key, onDay, recipient, purpose })
    if (found === 'too-few') return undefined
    await record(tx, {
      actorId: acts.id,
      actorRole: 'system',
      organisationId: acts.organisationId,
      sessionId: undefined,
      action: 'research.extract',
      outcome: 'done',
      childId: undefined,
      shown: [],
      address: undefined,
      requestId: undefined,
      detail: { extract: found.id, lines: found.rows.length, key: asked.keyFile !== undefined },
    })
    await writeNew(asked.output, extractFile(found.rows))
    if (asked.keyFile !== undefined) await writeNew(asked.keyFile, `${key.toString('hex')}\n`)
    const people = new Set(found.rows.map((r) => r.pseudonym)).size
    return { extract: found.id, people, lines: found.rows.length }
  })
  if (!made) {
    terminal.err(`${TOO_FEW}.`)
    return 1
  }
  terminal.out(
    asked.json
      ? JSON.stringify(made)
      : `${asked.output}: ${made.people} people, ${made.lines} lines.`,
  )
  return 0
}

const writeNew = (file: string, text: string): Promise<void> =>
  writeFile(file, text, { flag: 'wx', mode: ONLY_MINE })
