import { withNobodyBeside } from '#domains/children/index.ts'
import { clocksOwedToChildren } from '#domains/clocks/index.ts'
import { handoversOwed, withoutKeyWorker } from '#domains/standing-beside/index.ts'
import { owedLine } from '../clocks.source.ts'
import { type DayLine, MOST_LINES } from '../line.ts'
import { handoverLines, noKeyWorkerLine } from '../standing-beside.source.ts'
import { ALLOCATION, type Part } from './part.ts'

export const allocation: Part = {
  slug: 'somebody',
  title: 'Somebody to stand beside them',
  empty: 'Nobody waits for somebody to stand beside them.',
  async gather(visit, team) {
    const alone = team ? await withNobodyBeside(visit.tx, team, MOST_LINES) : []
    const { clocks } = await clocksOwedToChildren(visit.tx, {
      of: 'my-team',
      ...(team && { team }),
      rules: ALLOCATION,
      most: MOST_LINES,
    })
    const running = clocks.filter(({ clock }) => clock.state === 'running')
    const without = team ? await withoutKeyWorker(visit.tx, team, visit.now, MOST_LINES) : []
    return [
      ...without.map((one) => ({
        ...noKeyWorkerLine(one),
        action: { text: 'Give them somebody', href: `/children/${one.childId}/beside/add` },
      })),
      ...running.map((one) => ({
        ...owedLine(one, visit.now),
        action: {
          text: 'Give them somebody',
          href: `/children/${one.clock.childId}/beside/add`,
        },
      })),
      ...alone.map(
        (c): DayLine => ({
          kind: 'owed',
          childId: c.id,
          name: c.knownAs,
          detail: 'Nobody from here stands beside them now',
          on: undefined,
          action: { text: 'Give them somebody', href: `/children/${c.id}/beside/add` },
        }),
      ),
    ]
  },
}

/** Goodbyes and hellos that are planned or to be tried again. */
export const handovers: Part = {
  slug: 'handovers',
  title: 'Goodbyes and hellos',
  empty: 'No goodbye or hello is open.',
  gather: async ({ tx }, team) =>
    team ? (await handoversOwed(tx, team, MOST_LINES)).flatMap(handoverLines) : [],
}
