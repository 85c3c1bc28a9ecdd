import type { Owed } from '../work.queries.ts'

export type OwedLine = {
  readonly knownAs: string
  readonly words: string
  readonly href: string
  readonly detail: string
}

/** An action in one line: whose it is, by when, and how far it has come. An owner who left is said to have. */
export function owedLine(action: Owed, dayInWords: (day: string) => string): OwedLine {
  const owner = action.ownerLeft
    ? `${action.owner} has left. Somebody else has to take this on.`
    : `${action.owner}, by ${dayInWords(action.dueOn)}.`
  return {
    knownAs: action.knownAs,
    words: action.words,
    href: `/children/${action.childId}/case-audits/${action.auditId}/actions/${action.actionId}`,
    detail: action.done ? `${owner} Done, and waits for somebody else to see it.` : owner,
  }
}
