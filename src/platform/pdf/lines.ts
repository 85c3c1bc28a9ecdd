import bidiModule from 'bidi-js'

/** What is used of the library, whose own types describe another way of loading it. */
type Bidi = {
  readonly getEmbeddingLevels: (
    text: string,
    direction?: 'ltr' | 'rtl',
  ) => { readonly levels: Uint8Array; readonly paragraphs: readonly { readonly level: number }[] }
  readonly getMirroredCharacter: (letter: string) => string | null
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see Bidi
const bidi = (bidiModule as unknown as () => Bidi)()

/** A stretch of a line in one typeface and one direction, in the order in which it is read. */
export type Stretch = { readonly text: string; readonly face: string; readonly level: number }

export type FaceFor = (letter: string) => string | undefined

/** A text broken into lines no wider than `width`; a word wider than a line is broken within. */
export function brokenInto(
  text: string,
  width: number,
  widthOf: (text: string) => number,
): readonly string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    let filled = 0
    for (const word of paragraph.split(/(?<=\s)/u).flatMap((w) => pieces(w, width, widthOf))) {
      const wide = widthOf(word)
      if (line !== '' && filled + widthOf(word.trimEnd()) > width) {
        lines.push(line.trimEnd())
        line = ''
        filled = 0
      }
      line += word
      filled += wide
    }
    lines.push(line.trimEnd())
  }
  return lines
}

function pieces(word: string, width: number, widthOf: (text: string) => number): readonly string[] {
  if (widthOf(word) <= width) return [word]
  const all: string[] = []
  let piece = ''
  let filled = 0
  for (const letter of word) {
    const wide = widthOf(letter)
    if (piece !== '' && filled + wide > width) {
      all.push(piece)
      piece = ''
      filled = 0
    }
    piece += letter
    filled += wide
  }
  return [...all, piece]
}

/** Whether a paragraph reads from right to left: by its first letter that has a direction. */
export const readsRightToLeft = (text: string): boolean => levelOf(text) % 2 === 1

const levelOf = (text: string): number => bidi.getEmbeddingLevels(text).paragraphs[0]?.level ?? 0

/** A line as stretches in the order in which they stand on paper, from left to right. */
export function inVisualOrder(
  line: string,
  faceFor: FaceFor,
  fallback: string,
): readonly Stretch[] {
  const { levels } = bidi.getEmbeddingLevels(line, levelOf(line) % 2 === 1 ? 'rtl' : 'ltr')
  const stretches: Drawn[] = []
  let at = 0
  for (const letter of line) {
    const level = levels[at] ?? 0
    const shown = mirrored(letter, level)
    const last = stretches.at(-1)
    const face = faceOf(shown, last, faceFor) ?? fallback
    if (last?.face === face && last.level === level) last.text += shown
    else stretches.push({ text: shown, face, level })
    at += letter.length
  }
  return reordered(stretches.map(asDrawn))
}

type Drawn = { text: string; readonly face: string; readonly level: number }

/** A bracket opens to the other side where the text reads from right to left. */
const mirrored = (letter: string, level: number): string =>
  level % 2 === 1 ? (bidi.getMirroredCharacter(letter) ?? letter) : letter

/** A mark stands on the letter before it, in that letter's typeface. */
const faceOf = (letter: string, last: Drawn | undefined, faceFor: FaceFor): string | undefined =>
  last && /\p{M}/u.test(letter) ? last.face : faceFor(letter)

/** Signs and spaces between words that read from right to left have no direction of their own to be drawn in. */
const asDrawn = (s: Stretch): Stretch =>
  s.level % 2 === 1 && !/\p{L}/u.test(s.text)
    ? { ...s, text: Array.from(s.text).toReversed().join('') }
    : s

/** From the deepest level up, what stands at it or deeper is turned round (rule L2 of UAX 9). */
function reordered(stretches: readonly Stretch[]): readonly Stretch[] {
  const deepest = Math.max(0, ...stretches.map((s) => s.level))
  let order = [...stretches]
  for (let level = deepest; level > 0; level -= 1) {
    order = turnedAt(order, level)
  }
  return order
}

function turnedAt(order: readonly Stretch[], level: number): Stretch[] {
  const out: Stretch[] = []
  let run: Stretch[] = []
  for (const stretch of order) {
    if (stretch.level >= level) run.unshift(stretch)
    else {
      out.push(...run, stretch)
      run = []
    }
  }
  return [...out, ...run]
}
