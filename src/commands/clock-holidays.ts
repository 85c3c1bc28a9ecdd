import { readFile, stat } from 'node:fs/promises'
import { commandLineOf } from '#domains/exchange/index.ts'
import {
  changesNothing,
  type HolidayChange,
  holidayChange,
  loadHolidays,
  readHolidays,
} from '#domains/clocks/index.ts'
import { record } from '#platform/audit/record.ts'
import { asActor, atTheDoor } from '#platform/db/unit-of-work.ts'
import type { Opened } from './database.ts'

/** Far more than any list that is published; a larger file is something else. */
const MOST_BYTES = 1024 * 1024

type Loaded =
  | { readonly change: HolidayChange; readonly committed: boolean }
  | { readonly problem: string }

/** Reads a list of bank holidays and says what it changes; carries it out when asked. */
export async function holidaysFromFile(
  opened: Pick<Opened, 'db'>,
  file: string,
  asked: { readonly organisation: string; readonly commit: boolean; readonly now: Date },
): Promise<Loaded> {
  const text = await textOfFile(file)
  if (text === undefined) return { problem: `${file} cannot be read.` }
  const read = readHolidays(text)
  if ('problem' in read) return { problem: `${read.problem}.` }
  const acts = await atTheDoor(opened.db, (door) => commandLineOf(door, asked.organisation))
  if (!acts) return { problem: `There is no organisation with the code ${asked.organisation}.` }
  return asActor(opened.db, acts.id, async (tx) => {
    if (!asked.commit) return { change: await holidayChange(tx, read.list), committed: false }
    const change = await loadHolidays(tx, read.list, asked.now)
    await record(tx, {
      actorId: acts.id,
      actorRole: 'system',
      organisationId: acts.organisationId,
      sessionId: undefined,
      action: 'clock-rules.holidays',
      outcome: 'done',
      childId: undefined,
      shown: [],
      address: undefined,
      requestId: undefined,
      detail: countsOf(change),
    })
    return { change, committed: true }
  })
}

async function textOfFile(file: string): Promise<string | undefined> {
  try {
    const { size } = await stat(file)
    return size > MOST_BYTES ? undefined : await readFile(file, 'utf8')
  } catch {
    return undefined
  }
}

export const countsOf = (change: HolidayChange) => ({
  years: change.years.length,
  added: change.add.length,
  withdrawn: change.withdraw.length,
})

/** What a list changes, in sentences. */
export function holidayWords(change: HolidayChange, committed: boolean): readonly string[] {
  if (changesNothing(change)) return ['Every day of this list is known already.']
  const { years, added, withdrawn } = countsOf(change)
  const said = `${years} years become known, ${added} days are added, ${withdrawn} are not counted any more.`
  return [
    ...change.add.map((d) => `+ ${d.division} ${d.on} ${d.called}`),
    ...change.withdraw.map((d) => `- ${d.division} ${d.on} ${d.called}`),
    committed ? `Kept. ${said}` : `${said} Nothing was changed: add --commit to carry it out.`,
  ]
}
