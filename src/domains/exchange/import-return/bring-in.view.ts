import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import type { RunFound } from '../runs.queries.ts'

/** The page where a return is chosen, with what was brought in before. */
export type BringInView = {
  readonly title: string
  readonly errors: Errors
  readonly year: string
  /** False for the manager of one team, who does not see all the children a return names. */
  readonly mayImport: boolean
  readonly runs: readonly {
    readonly href: string
    readonly text: string
    readonly when: Date
    readonly by: string
    readonly what: string
  }[]
}

export function bringInView(
  runs: readonly RunFound[],
  mayImport: boolean,
  year = '',
  problems: readonly Problem[] = [],
): BringInView {
  return {
    title: 'Bring in the council’s return',
    errors: errorsOf(problems),
    year,
    mayImport,
    runs: runs.map((run) => ({
      href: `/returns/${run.id}`,
      text: `Year to 31 March ${run.year}`,
      when: run.finishedAt ?? run.startedAt,
      by: run.startedByName,
      what: whatOf(run),
    })),
  }
}

function whatOf({ state, counts }: RunFound): string {
  if (state !== 'committed') return 'Waiting for you to look at it'
  return `${counts.opened} opened, ${counts.changed} changed, ${counts.refused} rows refused`
}
