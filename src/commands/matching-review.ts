import { commandLineOf, organisationCodes } from '#domains/exchange/index.ts'
import { review, type Reviewed } from '#domains/same-child/index.ts'
import { atTheDoor } from '#platform/db/unit-of-work.ts'
import type { ExitCode, Terminal } from './command.ts'
import { openExisting } from './database.ts'

/** Compares every record with every other, of one organisation or of each, as its own system account. */
export async function reviewRegister(
  terminal: Terminal,
  asked: { readonly organisation: string | undefined; readonly json: boolean },
): Promise<ExitCode> {
  const opened = await openExisting(terminal.settings)
  try {
    const here = await atTheDoor(opened.db, organisationCodes)
    const wanted = asked.organisation?.toUpperCase()
    if (wanted !== undefined && !here.includes(wanted)) {
      terminal.err(
        `There is no organisation with the code ${wanted}. Here are: ${here.join(', ')}.`,
      )
      return 1
    }
    for (const code of wanted === undefined ? here : [wanted]) {
      const acts = await atTheDoor(opened.db, (door) => commandLineOf(door, code))
      if (!acts) continue
      const reviewed = await review(
        {
          db: opened.db,
          acts,
          stopped: terminal.stopped,
          now: () => new Date(),
          say: (sentence) => terminal.err(`${code}: ${sentence}`),
        },
        true,
      )
      terminal.out(
        asked.json ? JSON.stringify({ organisation: code, ...reviewed }) : inWords(code, reviewed),
      )
      if (reviewed.state !== 'done') return 1
    }
    return 0
  } finally {
    await opened.close()
  }
}

function inWords(code: string, { state, records, found, crowded }: Reviewed): string {
  if (state === 'nothing to do')
    return `${code}: another comparison is under way. Wait until it is over, or stop it first.`
  if (state === 'stopped')
    return `${code}: stopped; ${found} pairs were found until then. Run it again to go on from there.`
  const crowd =
    crowded > 0 ? ` ${crowded} records are alike to more others than the five kept for each.` : ''
  return `${code}: ${records} records were compared; ${found} pairs were found that nobody had found before.${crowd} People decide: /same-child.`
}
