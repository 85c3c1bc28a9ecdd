import { londonDayAndTime } from '#kernel/london-time.ts'
import { actInWords, outcomeInWords } from '../trail.rules.ts'
import type { Act } from '../trail.queries.ts'

type Row = {
  readonly at: string
  readonly who: string
  readonly did: string
  readonly child: { readonly name: string; readonly href: string } | undefined
  readonly outcome: string
}

export type ReadTheTrailView = {
  readonly title: string
  readonly rows: readonly Row[]
  readonly onlyRefused: boolean
  readonly older: string | undefined
}

export function readTheTrailView(
  acts: readonly Act[],
  wanted: { readonly onlyRefused: boolean; readonly most: number },
): ReadTheTrailView {
  const last = acts.length === wanted.most ? acts.at(-1)?.id : undefined
  const only = wanted.onlyRefused ? '&only=refused' : ''
  return {
    title: 'Who did what',
    rows: acts.map(rowOf),
    onlyRefused: wanted.onlyRefused,
    older: last && `/trail?before=${last}${only}`,
  }
}

function rowOf(act: Act): Row {
  const shown = act.shown > 0 ? ` (${act.shown} children shown)` : ''
  return {
    at: londonDayAndTime(act.at),
    who: act.actor_name ?? 'Somebody whose account is not here',
    did: `${actInWords(act.action)}${shown}`,
    child:
      act.child_id && act.child_name
        ? { name: act.child_name, href: `/children/${act.child_id}` }
        : undefined,
    outcome: outcomeInWords(act.outcome),
  }
}
