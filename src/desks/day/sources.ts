import { answers } from './answers.source.ts'
import { betweenCouncils } from './between-councils.source.ts'
import { appointments, missedByUs } from './calendar.source.ts'
import { clocks } from './clocks.source.ts'
import { homes } from './home.source.ts'
import { deadlines } from './legal-days.source.ts'
import { askedLater, turning } from './past-eighteen.source.ts'
import { agreedContact } from './people-map.source.ts'
import { handovers, keyWorkers } from './standing-beside.source.ts'
import { sameChild } from './same-child.source.ts'
import { reviews, worries } from './worries.source.ts'
import type { DayLine, Source } from './line.ts'
import { plans } from './plans.source.ts'

/** Everything a worker's day is gathered from. A domain adds a file like those above, and one line here. */
const SOURCES: readonly Source[] = [
  answers,
  worries,
  reviews,
  sameChild,
  betweenCouncils,
  plans,
  appointments,
  missedByUs,
  homes,
  deadlines,
  turning,
  askedLater,
  clocks,
  keyWorkers,
  handovers,
  agreedContact,
]

/** A worker's day: every line, what has a day first in its order. */
export async function dayOf(visit: Parameters<Source>[0]): Promise<readonly DayLine[]> {
  const lines: DayLine[] = []
  for (const source of SOURCES) lines.push(...(await source(visit)))
  return inOrder(lines)
}

/** By the day it is for; what has no day last, each in the order it came. */
export const inOrder = (lines: readonly DayLine[]): readonly DayLine[] =>
  lines.toSorted((a, b) => (a.on ?? NO_DAY).localeCompare(b.on ?? NO_DAY))

const NO_DAY = '9999'
