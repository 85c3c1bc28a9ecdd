// Made by `npm run wording` from the rules beside this folder. Change those, not this.
// @ts-nocheck -- checked where it is written, with its types
// How a text is taken apart into words, and which of them are nobody's to touch: words between quotation
// marks, words after “said:”, titles of laws, names of organisations. This file goes to the browser as it
// stands, without its types, so it knows nothing but itself.

/** A word of a text: as it is compared, where it stands, and what stands before it. */

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu
/** What ends a sentence, or a line of a list. */
const BREAK = /[.!?;:]\s|\n\s*(?:\n|[-–•*\d])|[“”"«»]/

/** The words of a text, in order. One pass, and one more over the marks of quotation. */
export function wordsOf(text        )                  {
  const quoted = quotedSpans(text)
  const words         = []
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
  given        ,
  start        ,
  where                                         ,
)       {
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

/** Opening marks, and what closes each. A straight mark opens before a letter and closes after one. */
const CLOSES                                   = {
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
export function quotedSpans(text        )                  {
  const spans         = []
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

function quoteEnd(text        , mark        , at        , paragraph        )                     {
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

const isLetter = (one                    )          =>
  one !== undefined && /[\p{L}\p{N}]/u.test(one)

const opens = (text        , mark        , at        )          =>
  (mark !== "'" && mark !== '"') ||
  (!isLetter(text[at - 1]) && !/[\s.,)]/.test(text[at + 1] ?? ' '))

function lineEnd(text        , from        )         {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

function paragraphEnd(text        , from        )         {
  const end = text.indexOf('\n\n', from)
  return end < 0 ? text.length : end
}

/** Small words that stand within a title without a capital. */
const WITHIN = new Set(['of', 'and', 'the', 'for', 'in', 'on', 'to', 'with'])

/**
 * Two or more capitals in a row within a sentence are a name: Victim Support, the Children Act 1989. The
 * first word of a sentence has its capital anyway, and an abbreviation is no name by itself.
 */
function setNamesApart(words                 )       {
  let run         = []
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

const named = (word      )          => word.capitalised && !word.capitals && !word.first

function setApart(run                 )       {
  if (run.filter(named).length < 2) return
  for (const word of run) word.apart = true
}

// A way of writing a phrase, as those who keep the list write it, and how it is found. Goes to the browser
// as it stands, like reading.rules.ts.

/**
 * One place of a pattern. `forms` is what may stand there; undefined is any word. An optional place may be
 * left out. A gap lets up to three words stand there.
 */

/** At most so many words stand in a gap. */
const GAP = 3

/**
 * Reads a pattern: words with spaces between. `a|b` is either, `~run` any form of the word, `abscond*` any
 * ending, `very?` may be left out, `..` up to three words, and capitals only match capitals.
 */
export function patternOf(text        )          {
  return text.trim().split(/\s+/).map(placeOf)
}

function placeOf(given        )        {
  if (given === '..')
    return { forms: undefined, starts: [], capitals: false, optional: true, gap: true }
  const optional = given.length > 1 && given.endsWith('?')
  const choices = (optional ? given.slice(0, -1) : given).split('|').filter((one) => one !== '')
  const forms = choices.filter((one) => !one.endsWith('*')).flatMap(formsOf)
  return {
    forms: new Set(forms),
    starts: choices.filter((one) => one.endsWith('*')).map((one) => one.slice(0, -1).toLowerCase()),
    capitals: choices.every((one) => /^[A-Z]{2,}$/.test(one)),
    optional,
    gap: false,
  }
}

const IRREGULAR                                   = {
  be: 'is are was were been being am',
  become: 'becomes became becoming',
  choose: 'chooses chose chosen choosing',
  fall: 'falls fell fallen falling',
  get: 'gets got getting',
  go: 'goes went gone going',
  hang: 'hangs hung hanging',
  have: 'has had having',
  keep: 'keeps kept keeping',
  lead: 'leads led leading',
  leave: 'leaves left leaving',
  make: 'makes made making',
  put: 'puts putting',
  run: 'runs ran running',
  sell: 'sells sold selling',
  send: 'sends sent sending',
  speak: 'speaks spoke spoken speaking',
  spend: 'spends spent spending',
  take: 'takes took taken taking',
  teach: 'teaches taught teaching',
}

/** A word and, after `~`, its forms. */
export function formsOf(given        )                    {
  const word = given.replace(/^~/, '').toLowerCase()
  if (!given.startsWith('~')) return [word]
  const irregular = IRREGULAR[word]
  return irregular ? [word, ...irregular.split(' ')] : [word, ...regular(word)]
}

function regular(word        )                    {
  if (word.endsWith('e')) return [`${word}s`, `${word}d`, `${word.slice(0, -1)}ing`]
  if (/[^aeiou]y$/.test(word)) {
    return [`${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`, `${word}ing`]
  }
  if (/(s|x|ch|sh)$/.test(word)) return [`${word}es`, `${word}ed`, `${word}ing`]
  const stem = /^[^aeiou]+[aeiou][bdgmnpt]$/.test(word) ? word + word.slice(-1) : word
  return [`${word}s`, `${stem}ed`, `${stem}ing`]
}

/** Words a pattern can begin with; undefined when it can begin with any of too many. */
export function beginnings(pattern         )                    {
  const found           = []
  for (const place of pattern) {
    found.push(...(place.forms ?? []), ...place.starts.map((start) => `${start.slice(0, 4)}*`))
    if (!place.optional) break
  }
  return found
}

/** Counts the comparisons, so that a test can hold the work to the length of the text. */

/**
 * The place after the last word of the pattern, when it stands in the words from there; undefined when not.
 * Never across the beginning of a sentence, and never through words that are set apart.
 */
export function endOf(
  pattern         ,
  words                 ,
  from        ,
  counted         ,
  at = 0,
)                     {
  const place = pattern[at]
  if (!place) return from
  const on = (next        ) => endOf(pattern, words, next, counted, at + 1)
  if (place.gap) return afterGap(words, from, at > 0, on)
  counted.work += 1
  const word = usable(words, from, at > 0)
  const end = word && fits(place, word) ? on(from + 1) : undefined
  return end ?? (place.optional ? on(from) : undefined)
}

function afterGap(
  words                 ,
  from        ,
  within         ,
  on                                      ,
)                     {
  for (let skipped = 0; skipped <= GAP; skipped += 1) {
    if (skipped > 0 && !usable(words, from + skipped - 1, within)) return undefined
    const end = on(from + skipped)
    if (end !== undefined) return end
  }
  return undefined
}

function usable(words                 , n        , within         )                   {
  const word = words[n]
  if (word === undefined || word.apart) return undefined
  return within && word.first && n > 0 ? undefined : word
}

function fits(place       , word      )          {
  if (place.capitals && !word.capitals) return false
  if (place.forms?.has(word.text) === true || place.forms?.has(word.bare) === true) return true
  return place.starts.some((start) => word.text.startsWith(start))
}

// Advice on wording: pure, and the same here and in the browser, which gets this file without its types.

/** A phrase to look at again: how it is written, and when it is meant otherwise. */

/** A place in a text where a phrase was found. */

/** The phrases, ready to be looked for. Made once for each list. */

export function engineOf(phrases                   )         {
  const byWord = new Map                 ()
  const byStart = new Map                 ()
  for (const phrase of phrases) {
    const compiled           = {
      unless: (phrase.unless ?? []).map(patternOf),
      near: phrase.near && new Set(phrase.near),
      denies: phrase.denies ?? false,
    }
    for (const way of phrase.ways) {
      const pattern = patternOf(way)
      const entry        = { code: phrase.code, pattern, phrase: compiled }
      for (const word of new Set(beginnings(pattern))) {
        const [into, key] = word.endsWith('*') ? [byStart, word.slice(0, -1)] : [byWord, word]
        into.set(key, [...(into.get(key) ?? []), entry])
      }
    }
  }
  return { byWord, byStart }
}

/** Longer than this is not looked at whole: the first part is, as far as here. */
const AT_MOST = 60_000

/** Where the phrases stand in a text, in order; of two that overlap, the longer. */
export function lookAt(
  engine        ,
  text        ,
  counted          = { work: 0 },
)                   {
  const words = wordsOf(text.slice(0, AT_MOST))
  const hits        = []
  for (const [n, word] of words.entries()) {
    if (!word.apart) hits.push(...startingAt(engine, words, n, counted))
  }
  return longest(hits).map(({ code, from, to }) => ({
    code,
    start: words[from]?.start ?? 0,
    end: words[to - 1]?.end ?? 0,
  }))
}

function startingAt(
  engine        ,
  words                 ,
  n        ,
  counted         ,
)                 {
  const word = words[n]
  if (!word) return []
  const hits        = []
  for (const entry of candidates(engine, word)) {
    const to = endOf(entry.pattern, words, n, counted)
    if (to === undefined || to <= n) continue
    if (meant(entry.phrase, words, n, to, counted)) hits.push({ code: entry.code, from: n, to })
  }
  return hits
}

const NONE                   = []

function candidates({ byWord, byStart }        , word      )                   {
  const whole = byWord.get(word.text) ?? NONE
  const bare = word.bare === word.text ? NONE : (byWord.get(word.bare) ?? NONE)
  const start = byStart.get(word.text.slice(0, 4)) ?? NONE
  if (bare.length === 0 && start.length === 0) return whole
  return [...new Set([...whole, ...bare, ...start])]
}

function meant(
  phrase          ,
  words                 ,
  from        ,
  to        ,
  counted         ,
)          {
  if (!phrase.denies && denied(words, from)) return false
  if (mentioned(words, from)) return false
  if (phrase.near && !nearby(words, from, to, phrase.near)) return false
  return !phrase.unless.some((pattern) => over(pattern, words, from, to, counted))
}

/** How many words back a denial still reaches, and a title that a phrase is part of begins. */
const BACK = 5
const BEFORE = 7

const DENIALS = new Set(
  (
    "not never no nobody none neither nor without cannot avoid isn't wasn't aren't weren't don't doesn't didn't " +
    "can't couldn't won't wouldn't shouldn't hardly instead rather nothing"
  ).split(' '),
)

/** “He did not choose this life”: a denial shortly before, in the same sentence; “not only” is none. */
function denied(words                 , from        )          {
  for (let n = from; n > Math.max(0, from - BACK); n -= 1) {
    const [word, last] = [words[n], words[n - 1]]
    if (!word || !last || word.first || word.comma) return false
    if (DENIALS.has(last.text)) return !NO_DENIAL_AFTER.has(word.text)
  }
  return false
}

/** “Not only”, “no longer”: what follows holds, or held. */
const NO_DENIAL_AFTER = new Set(['only', 'just', 'longer'])

const MENTIONS = new Set(
  'word words term terms phrase phrases label labels labelled called wrongly stereotype stereotyped myth'.split(
    ' ',
  ),
)

const SAYING = new Set(['say', 'saying', 'write', 'writing', 'wrote', 'call', 'calling', 'record'])
const STOPPING = new Set([...DENIALS, 'stop', 'stopped', 'stopping', 'against'])

/** The writer speaks of the word itself, or of somebody’s use of it; or says that it is not to be said. */
function mentioned(words                 , from        )          {
  for (let n = from; n > Math.max(0, from - BACK); n -= 1) {
    if (words[n]?.first) return false
    const text = words[n - 1]?.text ?? ''
    if (MENTIONS.has(text)) return true
    if (SAYING.has(text)) return stoppedFrom(words, n - 1)
  }
  return false
}

function stoppedFrom(words                 , saying        )          {
  for (let n = saying; n > Math.max(0, saying - BACK); n -= 1) {
    if (words[n]?.first) return false
    if (STOPPING.has(words[n - 1]?.text ?? '')) return true
  }
  return false
}

/** A sentence goes no further than this either way. */
const FURTHEST = 25

function nearby(
  words                 ,
  from        ,
  to        ,
  near                     ,
)          {
  for (let n = sentenceStart(words, from); n < to + FURTHEST; n += 1) {
    const word = words[n]
    if (!word || (n > from && word.first)) return false
    if (near.has(word.text) || near.has(word.bare)) return true
  }
  return false
}

function sentenceStart(words                 , from        )         {
  const furthest = Math.max(0, from - FURTHEST)
  let start = from
  while (start > furthest && words[start]?.first !== true) start -= 1
  return start
}

/** Whether the pattern stands in the text so that it covers part of what was found. */
function over(
  pattern         ,
  words                 ,
  from        ,
  to        ,
  counted         ,
)          {
  for (let n = Math.max(0, from - BEFORE); n < to; n += 1) {
    const end = endOf(pattern, words, n, counted)
    if (end !== undefined && end > from) return true
  }
  return false
}

function longest(hits                )                 {
  const best        = []
  const ordered = hits.toSorted((a, b) => a.from - b.from || b.to - a.to)
  for (const hit of ordered) {
    const last = best.at(-1)
    if (!last || hit.from >= last.to) best.push(hit)
    else if (hit.to - hit.from > last.to - last.from) best.splice(-1, 1, hit)
  }
  return best
}
