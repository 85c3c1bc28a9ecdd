import { dayIn, type Frame, say, sayMany } from '#domains/words/index.ts'
import type { Beside } from './beside.queries.ts'
import { type Medium, SYMBOL_OF } from './said.rules.ts'
import type { Part, Statement } from './said-row.ts'

/** The symbol that stands for a way of saying something. */
export const SYMBOL_OF_MEDIUM: Readonly<Record<Medium, string>> = {
  voice: 'microphone',
  drawing: 'artist-palette',
  photo: 'camera',
  words: 'pencil',
  cards: 'puzzle-piece',
}

/** One part, as a page shows it: seen, heard or read. */
export type PartLine = {
  readonly id: string
  readonly medium: Medium
  readonly label: string
  readonly symbol: string
  /** Where its picture or sound is; undefined while it may not be opened. */
  readonly src: string | undefined
  readonly width: number | undefined
  readonly height: number | undefined
  readonly length: string | undefined
  /** Why it does not open. */
  readonly closed: string | undefined
  readonly words: string | undefined
  readonly wordsLanguage: string
  readonly cards: readonly { readonly text: string; readonly symbol: string }[]
  readonly beside: readonly BesideLine[]
  readonly at: string
  readonly change: string | undefined
}

export type BesideLine = {
  readonly id: string
  readonly who: string
  readonly words: string
  readonly language: string
  readonly notSaid: readonly {
    readonly text: string
    readonly words: string | undefined
    readonly language: string
  }[]
}

/** The parts of a thing said, for the young person whose it is. */
export function partLines(
  frame: Frame,
  statement: Statement,
  parts: readonly Part[],
  beside: readonly Beside[] = [],
): readonly PartLine[] {
  return parts.map((part) => {
    const at = `/me/say/${statement.id}/part/${part.id}`
    const closed = closedBecause(frame, part)
    const editable = part.medium === 'words' || part.medium === 'cards'
    return {
      id: part.id,
      medium: part.medium,
      label: frame.w.made[part.medium],
      symbol: SYMBOL_OF_MEDIUM[part.medium],
      src: part.file && !closed ? `${at}/file` : undefined,
      width: part.file?.width,
      height: part.file?.height,
      length: lengthOf(frame, part),
      closed,
      words: part.words,
      wordsLanguage: part.wordsLanguage,
      cards: part.cards.map((card) => ({ text: frame.w.cards[card], symbol: SYMBOL_OF[card] })),
      beside: beside.filter((b) => b.partId === part.id).map((b) => besideLine(frame, b)),
      at,
      change: editable ? `/me/say/${statement.id}/make/${part.medium}?part=${part.id}` : undefined,
    }
  })
}

function closedBecause({ w }: Frame, { file }: Part): string | undefined {
  if (file?.scan === 'found') return w.made.found
  // Their own stays open to them while it waits: it is on its way to others only.
  return undefined
}

const lengthOf = (frame: Frame, { file }: Part): string | undefined =>
  file?.seconds === undefined
    ? undefined
    : sayMany(frame, frame.w.made.seconds, Math.max(1, Math.round(file.seconds)))

function besideLine(frame: Frame, b: Beside): BesideLine {
  const { w, language } = frame
  const day = dayIn(language, b.writtenAt)
  const by = b.writtenBy ?? w.sent.somebody
  return {
    id: b.id,
    who: b.machine
      ? say(w.beside.machine, { who: b.madeByWho, by, day })
      : say(w.beside[b.kind], { who: b.madeByWho, day }),
    words: b.words,
    language: b.language,
    notSaid: b.notSaid.map((n) => ({
      text: say(w.beside.youSaid, { day: dayIn(language, n.at) }),
      words: n.words,
      language: n.language,
    })),
  }
}
