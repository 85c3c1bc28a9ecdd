import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import { londonDay } from '#kernel/london-time.ts'
import type { Action } from '../finding.queries.ts'

const dayInWords = (text: string): string => {
  const day = calendarDay(text)
  return day ? inWords(day) : text
}

export const KIND_WORDS = {
  for_this_child: 'For this child',
  learning: 'Learning, for everybody who does this work',
} as const

/** An action as its readers see it. An owner who left is said to have. */
export function actionView(action: Action) {
  const owner = action.owner ?? 'Somebody in another organisation'
  return {
    words: action.words,
    kind: KIND_WORDS[action.kind],
    owner: action.ownerLeft
      ? `${owner} has left, so somebody else has to take it on.`
      : `${owner}, by ${dayInWords(action.dueOn)}.`,
    standing: standingOf(action),
    done: action.doneWords,
    verified: action.verifiedWords,
  }
}

function standingOf(action: Action): string {
  if (action.verifiedAt) {
    return `Over: ${action.verifiedBy ?? 'somebody else'} saw it done, ${londonDay(action.verifiedAt)}.`
  }
  return action.doneOn
    ? `Done ${dayInWords(action.doneOn)}, and waits for somebody else to see it.`
    : 'Open.'
}
