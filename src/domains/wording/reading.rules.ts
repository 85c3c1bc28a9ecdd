// How a text is taken apart into words, and which of them are nobody's to touch: words between quotation
// marks, words after “said:”, titles of laws, names of organisations. This file goes to the browser as it
// stands, without its types, so it knows nothing but itself.

/** A word of a text: as it is compared, where it stands, and what stands before it. */
export type Word = {
  /** In small letters, with a straight apostrophe. */
  readonly text: string
  /** Without a possessive ending. */
  readonly bare: string
  readonly start: number
  readonly end: number
  /** All capitals, two or more: an abbreviation. */
  readonly capitals: boolean
  readonly capitalised: boolean
  /** A sentence begins here: nothing is matched across its beginning. */
  readonly first: boolean
  /** After a comma: what was denied before it is not denied any more. */
  readonly comma: boolean
  /** Quoted, or part of a name: never advised on. */
  apart: boolean
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu
/** What ends a sentence, or a line of a list. */
const BREAK = /[.!?;:]\s|\n\s*(?:\n|[-–•*\d])|[“”"«»]/

/** The words of a text, in order. One pass, and one more over the marks of quotation. */
export function wordsOf(text: string): readonly Word[] {
  const quoted = quotedSpans(text)
  const words: Word[] = []
  let end = 0
  let span = 0
  for (const found of text.matchAll(WORD)) {
    const [given] = found
    const start = found.index
    while (span < quoted.length && (quoted[span]?.end ?? 0) <= start) span += 1
    const between = text.slice(end, start)
    const first = words.length === 0 || BREAK.test(between)
    const comma = between.includes(',')
    end = start + given.length
    const apart = (quoted[span]?.start ?? Infinity) <= start
    words.push(wordFrom(given, start, { first, comma, apart }))
  }
  setNamesApart(words)
  return words
}

function wordFrom(
  given: string,
  start: number,
  where: Pick<Word, 'first' | 'comma' | 'apart'>,
): Word {
  const text = given.toLowerCase().replaceAll('’', "'")
  return {
    text,
    bare: text.endsWith("'s") ? text.slice(0, -2) : text,
    start,
    end: start + given.length,
    capitals: given.length > 1 && given === given.toUpperCase() && /\p{L}/u.test(given),
    capitalised: /^\p{Lu}/u.test(given),
    ...where,
  }
}

type Span = { readonly start: number; readonly end: number }

/** Opening marks, and what closes each. A straight mark opens before a letter and closes after one. */
const CLOSES: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '‘': '’',
  "'": "'",
  '«': '»',
}
const MARK =
  /[“"‘'«]|(?:^|\n)[ \t]*>|\b(?:said|says|wrote|writes|words|told us|answered|replied)\s*:/g

/**
 * What is given as somebody else's words. A double mark that is not closed quotes up to the end of its
 * paragraph, as print does it; a single one that is not closed is an apostrophe.
 */
export function quotedSpans(text: string): readonly Span[] {
  const spans: Span[] = []
  let paragraph = -1
  MARK.lastIndex = 0
  for (let found = MARK.exec(text); found; found = MARK.exec(text)) {
    const from = found.index + found[0].length
    // Looked for once in a paragraph, not once for each mark in it.
    if (paragraph < from) paragraph = paragraphEnd(text, from)
    const end = quoteEnd(text, found[0], found.index, paragraph)
    if (end === undefined) continue
    spans.push({ start: found.index, end })
    MARK.lastIndex = Math.max(end, found.index + 1)
  }
  return spans
}

/** Words between single marks are few; further on it is another apostrophe. */
const LONGEST_SINGLE = 600

function quoteEnd(text: string, mark: string, at: number, paragraph: number): number | undefined {
  const close = CLOSES[mark]
  const from = at + mark.length
  if (close === undefined) return lineEnd(text, from)
  if (!opens(text, mark, at)) return undefined
  const single = close === '’' || close === "'"
  const most = single ? Math.min(paragraph, from + LONGEST_SINGLE) : paragraph
  for (let n = from; n < most; n += 1) {
    // Within a word it is an apostrophe.
    if (text[n] === close && (!single || !isLetter(text[n + 1]))) return n + 1
  }
  return single ? undefined : paragraph
}

const isLetter = (one: string | undefined): boolean =>
  one !== undefined && /[\p{L}\p{N}]/u.test(one)

const opens = (text: string, mark: string, at: number): boolean =>
  (mark !== "'" && mark !== '"') ||
  (!isLetter(text[at - 1]) && !/[\s.,)]/.test(text[at + 1] ?? ' '))

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

function paragraphEnd(text: string, from: number): number {
  const end = text.indexOf('\n\n', from)
  return end < 0 ? text.length : end
}

/** Small words that stand within a title without a capital. */
const WITHIN = new Set(['of', 'and', 'the', 'for', 'in', 'on', 'to', 'with'])

/**
 * Two or more capitals in a row within a sentence are a name: Victim Support, the Children Act 1989. The
 * first word of a sentence has its capital anyway, and an abbreviation is no name by itself.
 */
function setNamesApart(words: readonly Word[]): void {
  let run: Word[] = []
  for (const word of words) {
    const goesOn = !word.first && (named(word) || (run.length > 0 && WITHIN.has(word.text)))
    if (!goesOn) {
      setApart(run)
      run = []
    }
    if (goesOn || named(word)) run.push(word)
  }
  setApart(run)
}

const named = (word: Word): boolean => word.capitalised && !word.capitals && !word.first

function setApart(run: readonly Word[]): void {
  if (run.filter(named).length < 2) return
  for (const word of run) word.apart = true
}
