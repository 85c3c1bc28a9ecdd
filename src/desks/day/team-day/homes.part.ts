import { sharedHomes } from '#domains/home/index.ts'
import { sharedHomeLine } from '../home.source.ts'
import { momentsOf } from '../moments.ts'
import type { Part } from './part.ts'

/** Few homes are shared so: they are read for a whole organisation too. */
export const homes: Part = {
  slug: 'homes',
  title: 'Homes shared with adults not related to a child',
  everywhere: true,
  empty: 'No home that is shared so waits to be looked at.',
  async gather({ tx, now }, team) {
    const waiting = await sharedHomes(tx, team, momentsOf(now).today)
    return waiting.map((home) =>
      sharedHomeLine(
        home,
        'Decide what happens',
        `/children/${home.childId}/home/adults/${home.adultId}/answer`,
      ),
    )
  },
}
