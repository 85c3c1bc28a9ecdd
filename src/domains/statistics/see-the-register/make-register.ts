import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { newPicture, POLICY } from '../disclosure.rules.ts'
import { takeTurn } from '../ledger.queries.ts'
import type { Made } from '../make-a-picture/make-a-picture.ts'
import {
  countRegister,
  countRegisterChanged,
  findLastRegisterRelease,
  keepRegisterRelease,
} from '../register.queries.ts'
import { publishRegister } from '../register.rules.ts'
import { type ReportingYear, reportingYears } from '../reporting-year.rules.ts'

/** Makes the next picture of the register of the actor's organisation, unless too little has changed. */
export async function makeRegister(tx: Tx, year: ReportingYear): Promise<Made> {
  await takeTurn(tx, 'register_release', year)
  const last = await findLastRegisterRelease(tx, year)
  const outcome = newPicture(last && (await countRegisterChanged(tx, year, last)))
  if (outcome === 'unchanged' || outcome === 'too-few-changed') {
    return { outcome, release: undefined }
  }
  const figures = publishRegister(await countRegister(tx, year), POLICY)
  const next = { number: (last?.number ?? 0) + 1, figures }
  return { outcome, release: await keepRegisterRelease(tx, year, next, POLICY) }
}

/** This year's and the last's, for a demonstration and at night. The actor is an analyst or manager. */
export async function makeRegisters(tx: Tx, now: Date): Promise<readonly Made[]> {
  const made: Made[] = []
  for (const year of reportingYears(londonCalendarDay(now)).slice(0, 2)) {
    made.push(await makeRegister(tx, year))
  }
  return made
}
