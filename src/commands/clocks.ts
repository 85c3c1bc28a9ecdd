import { clocksToCount, openRecount, type Recount, recountNext } from '#domains/clocks/index.ts'
import { commandLineOf, organisationCodes } from '#domains/exchange/index.ts'
import { record } from '#platform/audit/record.ts'
import { asActor, atTheDoor } from '#platform/db/unit-of-work.ts'
import { countsOf, holidaysFromFile, holidayWords } from './clock-holidays.ts'
import {
  argumentsOf,
  type Command,
  type ExitCode,
  type Terminal,
  WrongArguments,
} from './command.ts'
import { openExisting, type Opened } from './database.ts'

const AT_ONCE = 5000

export const clocksCommand: Command = {
  name: 'clocks',
  summary: 'Count every clock again, or load bank holidays as they are published',
  help: `Usage: ./waymark clocks recompute [--organisation CODE] [--again] [--json]
       ./waymark clocks holidays FILE [--organisation CODE] [--commit] [--json]

Counts every clock of a rule again, by the rules and bank holidays as they are now, and
writes those that come out otherwise. What stood before is kept. Stop it at any time with
Ctrl+C: what is done is kept, and the next run goes on from there.

holidays reads bank-holidays.json as gov.uk publishes it and says which years and days would
become known, and which days were moved. Nothing is changed without --commit; with it every
clock is counted again too.

  --organisation CODE  Only the clocks of that organisation's children; for holidays, as whom
                       they are loaded: they hold for every organisation here
  --commit             Keep the bank holidays of the file
  --again              Begin at the first clock, where an earlier run was stopped
  --json               Print one object for each organisation, with the counts clocks and
                       changed, and whether it was finished; for holidays one object first,
                       with the counts years, added and withdrawn

Exit codes: 0 done, or every clock was counted; 1 it was stopped, or the organisation or the
file is not here;
2 called in a way it does not understand.`,
  async run(args, terminal) {
    const asked = readWords(args)
    const opened = await openExisting(terminal.settings)
    try {
      const here = await atTheDoor(opened.db, organisationCodes)
      if (asked.wanted !== undefined && !here.includes(asked.wanted)) {
        terminal.err(
          `There is no organisation with the code ${asked.wanted}. Here are: ${here.join(', ')}.`,
        )
        return 1
      }
      const { file } = asked
      if (file === undefined) {
        const codes = asked.wanted === undefined ? here : [asked.wanted]
        return await recomputeAll(opened, codes, terminal, asked)
      }
      const organisation = asked.wanted ?? here[0] ?? ''
      const loaded = await holidays(opened, terminal, { ...asked, file, organisation })
      return asked.commit && loaded === 0
        ? await recomputeAll(opened, here, terminal, asked)
        : loaded
    } finally {
      await opened.close()
    }
  },
}

/** What was asked for: to count again, or to load a file of bank holidays first. */
function readWords(args: readonly string[]) {
  const { values, positionals } = argumentsOf(args, {
    options: {
      organisation: { type: 'string' },
      again: { type: 'boolean' },
      commit: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  })
  const [word, file] = positionals
  const fits = positionals.length === (word === 'holidays' ? 2 : 1)
  if (!fits || (word !== 'recompute' && word !== 'holidays')) {
    throw new WrongArguments('The clocks command knows two words: recompute, and holidays FILE')
  }
  return {
    file,
    wanted: values.organisation?.toUpperCase(),
    again: values.again === true,
    commit: values.commit === true,
    json: values.json === true,
  }
}

type Given = { readonly again: boolean; readonly json: boolean }

async function holidays(
  opened: Opened,
  terminal: Terminal,
  asked: Given & {
    readonly file: string
    readonly organisation: string
    readonly commit: boolean
  },
): Promise<ExitCode> {
  const loaded = await holidaysFromFile(opened, asked.file, { ...asked, now: new Date() })
  if ('problem' in loaded) {
    terminal.err(loaded.problem)
    return 1
  }
  if (asked.json) terminal.out(JSON.stringify(countsOf(loaded.change)))
  else for (const line of holidayWords(loaded.change, loaded.committed)) terminal.out(line)
  return 0
}

async function recomputeAll(
  opened: Opened,
  codes: readonly string[],
  terminal: Terminal,
  { again, json }: Given,
): Promise<ExitCode> {
  for (const code of codes) {
    const counted = await recompute(opened, code, {
      again,
      stopped: terminal.stopped,
      say: (sentence) => terminal.err(`${code}: ${sentence}`),
    })
    terminal.out(json ? JSON.stringify(counted) : inWords(counted))
    if (!counted.finished) return 1
  }
  return 0
}

export type Recomputed = {
  readonly organisation: string
  readonly clocks: number
  readonly changed: number
  readonly finished: boolean
  readonly seconds: number
}

const inWords = (c: Recomputed): string =>
  c.finished
    ? `${c.organisation}: ${c.clocks} clocks were counted again in ${c.seconds} s; ${c.changed} came out otherwise.`
    : `${c.organisation}: stopped after ${c.clocks} clocks. Run it again to go on from there.`

type Asked = {
  readonly again: boolean
  readonly stopped: AbortSignal
  readonly say: (sentence: string) => void
}

/** Counts every clock of an organisation again, some at a time, each lot kept as it is done. */
export async function recompute(
  opened: Pick<Opened, 'db'>,
  code: string,
  { again, stopped, say }: Asked,
): Promise<Recomputed> {
  const began = performance.now()
  const acts = await atTheDoor(opened.db, (door) => commandLineOf(door, code))
  if (!acts) throw new Error(`There is no organisation with the code ${code}`)
  const [total, first] = await asActor(opened.db, acts.id, async (tx) => {
    const opening = { now: new Date(), again }
    return [await clocksToCount(tx), await openRecount(tx, opening)] as const
  })
  let at: Recount = first
  let finished = false
  while (!finished && !stopped.aborted) {
    const next = await asActor(opened.db, acts.id, (tx) =>
      recountNext(tx, at, { now: new Date(), most: AT_ONCE }),
    )
    if (next) {
      at = next
      say(`${at.seen} of ${total} clocks counted`)
    } else finished = true
  }
  await asActor(opened.db, acts.id, (tx) =>
    record(tx, {
      actorId: acts.id,
      actorRole: 'system',
      organisationId: acts.organisationId,
      sessionId: undefined,
      action: 'clock-rules.recompute',
      outcome: 'done',
      childId: undefined,
      shown: [],
      address: undefined,
      requestId: undefined,
      detail: { clocks: at.seen, changed: at.changed, finished },
    }),
  )
  const seconds = Math.round((performance.now() - began) / 100) / 10
  return { organisation: code, clocks: at.seen, changed: at.changed, finished, seconds }
}
