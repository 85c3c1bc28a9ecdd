import { inWords } from '#kernel/calendar-day.ts'
import { may } from '#platform/access/capability.ts'
import { RELATIONS, SHARES, type SharedHome, sharedHomes } from '#domains/home/index.ts'
import type { DayLine, Source } from './line.ts'
import { momentsOf } from './moments.ts'

/** Homes that children share with adults not related to them, until a manager has looked, and again on their day. */
export const homes: Source = async ({ tx, actor, now }) => {
  if (!may(actor.role, 'children.write')) return []
  const waiting = await sharedHomes(tx, 'beside-me', momentsOf(now).today)
  return waiting.map((home) => sharedHomeLine(home, 'See their home'))
}

export const sharedHomeLine = (home: SharedHome, action: string, href?: string): DayLine => ({
  kind: 'owed',
  childId: home.childId,
  name: home.knownAs,
  detail: `Shares a home with an adult: ${RELATIONS[home.relation].toLowerCase()}. Shared: ${home.shares
    .map((s) => SHARES[s].toLowerCase())
    .join('; ')}. ${
    home.again ? `A manager looks again by ${inWords(home.again)}` : 'A manager has to look'
  }`,
  on: home.again,
  action: { text: action, href: href ?? `/children/${home.childId}/home` },
})
