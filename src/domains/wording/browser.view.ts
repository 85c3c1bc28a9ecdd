import { BOXES } from './boxes.rules.ts'
import { KEEPING, listWith, type Standing } from './list.rules.ts'

/** A phrase as the browser looks for it and speaks of it. */
const forBrowser = ({
  code,
  ways,
  unless,
  near,
  denies,
  label,
  say,
  why,
  from,
  check,
}: Standing) => ({
  code,
  ways,
  unless,
  near,
  denies,
  label,
  say,
  check,
  why: why.join(' '),
  from: from.join('; '),
})

/** The list as it comes with the product, and which boxes it is for: the same for everybody, so it may be kept. */
export const wordingForBrowsers = (): object => ({
  phrases: listWith([]).map(forBrowser),
  boxes: BOXES.filter((boxes) => boxes.ours.length > 0).map(({ at, ours, only }) => ({
    at,
    ours,
    only,
  })),
  keeping: Object.entries(KEEPING)
    .filter(([code]) => code !== 'other')
    .map(([code, text]) => ({ code, text })),
})

/** What the service changed: sent with its own pages, since it is nobody else's. */
export const ownPhrases = (list: readonly Standing[]): readonly object[] =>
  list
    .filter((phrase) => phrase.version > 0)
    .map((phrase) => (phrase.inUse ? forBrowser(phrase) : { code: phrase.code, off: true }))
