import { londonDay } from '#kernel/london-time.ts'
import type { Correction } from './corrections.queries.ts'
import { CORRECTION_OUTCOMES } from './corrections.rules.ts'

/** A note as staff read it beside the line. */
export type NoteShown = {
  readonly id: string
  readonly day: string
  readonly itSaid: string | undefined
  readonly wrong: string | undefined
  readonly right: string | undefined
  readonly language: string
  readonly decided: string
}

export function noteShown(c: Correction): NoteShown {
  return {
    id: c.id,
    day: londonDay(c.writtenAt),
    itSaid: c.itSaid,
    wrong: c.wrong,
    right: c.right,
    language: c.language,
    decided: decidedInWords(c),
  }
}

export function decidedInWords({ decision }: Correction): string {
  if (!decision) return 'Nothing is decided about it yet.'
  const who = decision.by ?? 'Somebody'
  return `${CORRECTION_OUTCOMES[decision.outcome]}. ${who}, ${londonDay(decision.at)}: ${decision.why}`
}

/** The notes beside each line, ready to be shown. */
export const notesShown = (
  notes: ReadonlyMap<string, readonly Correction[]>,
  line: string,
): readonly NoteShown[] => (notes.get(line) ?? []).map(noteShown)
