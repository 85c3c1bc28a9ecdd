import { cardsAmong, mediumNamed, SYMBOL_OF } from '#domains/participation/index.ts'
import { type Frame, say, sayMany } from '#domains/words/index.ts'
import type { Work } from '../gallery.queries.ts'
import type { ShownQuote } from '../groups.queries.ts'

type Shown = Omit<Work, 'shownName' | 'id'>

/** A work as a page shows it: seen, heard or read. `src`: where its file is. */
export function workLine(frame: Frame, work: Shown, src: string) {
  const { w } = frame
  const medium = mediumNamed(work.medium) ?? 'words'
  return {
    medium,
    label: w.made[medium],
    src: work.hasFile ? src : undefined,
    width: work.width ?? undefined,
    height: work.height ?? undefined,
    length:
      work.seconds === null
        ? undefined
        : sayMany(frame, w.made.seconds, Math.max(1, Math.round(Number(work.seconds)))),
    words: work.words ?? undefined,
    wordsLanguage: work.wordsLanguage,
    cards: cardsAmong(work.cards ?? []).map((card) => ({
      text: w.cards[card],
      symbol: SYMBOL_OF[card],
    })),
  }
}

/** What is shown in one place: works and quotes, each under the name its young person chose, or none. */
export function galleryView(
  frame: Frame,
  works: readonly Work[],
  quotes: readonly ShownQuote[],
  at: string,
) {
  const by = (name: string | null) =>
    name === null ? undefined : say(frame.w.takingPart.by, { name })
  return {
    empty: works.length === 0 && quotes.length === 0,
    works: works.map((work) => ({
      ...workLine(frame, work, `${at}/${work.id}/file`),
      by: by(work.shownName),
    })),
    quotes: quotes.map((q) => ({ words: q.words, language: q.wordsLanguage, by: by(q.shownName) })),
  }
}
