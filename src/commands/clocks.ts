import { clocksToCount, openRecount, type Recount, recountNext } from '#domains/clocks/index.ts'
import { commandLineOf, organisationCodes } from '#domains/exchange/index.ts'
import { record } from '#platform/audit/record.ts'
import { asActor, atTheDoor } from '#platform/db/unit-of-work.ts'
import { argumentsOf, type Command, WrongArguments } from './command.ts'
import { openExisting, type Opened } from './database.ts'

const AT_ONCE = 5000

export const clocksCommand: Command = {
  name: 'clocks',
  summary: 'Count every clock again after a rule or a bank holiday changed',
  help: `Usage: ./waymark clocks recompute [--organisation CODE] [--again] [--json]

Counts every clock of a rule again, by the rules and bank holidays as they are now, and
writes those that come out otherwise. What stood before is kept. Stop it at any time with
Ctrl+C: what is done is kept, and the next run goes on from there.

  --organisation CODE  Only the clocks of that organisation's children
  --again              Begin at the first clock, where an earlier run was stopped
  --json               Print one object for each organisation, with the counts clocks and
                       changed, and whether it was finished

Exit codes: 0 every clock was counted; 1 it was stopped, or the organisation is not here;
2 called in a way it does not understand.`,
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, {
      options: {
        organisation: { type: 'string' },
        again: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    })
    if (positionals.length !== 1 || positionals[0] !== 'recompute') {
      throw new WrongArguments('The clocks command knows one word: recompute')
    }
    const opened = await openExisting(terminal.settings)
    try {
      const here = await atTheDoor(opened.db, organisationCodes)
      const wanted = values.organisation?.toUpperCase()
      if (wanted !== undefined && !here.includes(wanted)) {
        terminal.err(
          `There is no organisation with the code ${wanted}. Here are: ${here.join(', ')}.`,
        )
        return 1
      }
      for (const code of wanted === undefined ? here : [wanted]) {
        const counted = await recompute(opened, code, {
          again: values.again === true,
          stopped: terminal.stopped,
          say: (sentence) => terminal.err(`${code}: ${sentence}`),
        })
        terminal.out(values.json ? JSON.stringify(counted) : inWords(counted))
        if (!counted.finished) return 1
      }
      return 0
    } finally {
      await opened.close()
    }
  },
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
