import type { Phrase } from './advice.rules.ts'
import { LISTED } from './phrases/index.rules.ts'
import type { ListedPhrase } from './phrase.rules.ts'
import { REASONS, SOURCES } from './reasons.rules.ts'

/** A phrase as it stands for a service: from the list, or its own. */
export type Standing = Phrase & {
  readonly label: string
  readonly say: string
  /** Why, in whole sentences. */
  readonly why: readonly string[]
  /** Whose guidance it follows. */
  readonly from: readonly string[]
  readonly check: boolean
  readonly inUse: boolean
  /** The service’s own, or worded by it. */
  readonly ours: boolean
  /** Which version of the service’s it is; 0 when it never changed it. */
  readonly version: number
}

/** What a service wrote over the list, the newest of each code. */
export type Change = {
  readonly code: string
  readonly version: number
  readonly inUse: boolean
  readonly label: string
  readonly ways: readonly string[]
  readonly unless: readonly string[]
  readonly say: string
  readonly why: string
}

const fromList = (phrase: ListedPhrase): Standing => ({
  ...phrase,
  why: phrase.why.map((reason) => REASONS[reason]),
  from: phrase.from.map((source) => SOURCES[source]),
  check: phrase.check ?? false,
  inUse: true,
  ours: false,
  version: 0,
})

/** Every phrase, in use or not, as it stands after what the service changed. */
export function listWith(changes: readonly Change[]): readonly Standing[] {
  const by = new Map(changes.map((change) => [change.code, change]))
  const listed = LISTED.map((phrase) => {
    const change = by.get(phrase.code)
    return change ? changed(fromList(phrase), change) : fromList(phrase)
  })
  const known = new Set(LISTED.map((phrase) => phrase.code))
  const own = changes.filter((change) => !known.has(change.code)).map(ownPhrase)
  return [...listed, ...own]
}

function changed(phrase: Standing, change: Change): Standing {
  const { inUse, version, label, say } = change
  const same = label === phrase.label && say === phrase.say
  const ways = change.ways.length > 0 ? { ways: change.ways, unless: change.unless } : {}
  const why = phrase.why.join(' ') === change.why ? phrase.why : [change.why]
  return {
    ...phrase,
    ...ways,
    inUse,
    version,
    label,
    say,
    why,
    ours: !same || change.ways.length > 0,
  }
}

const ownPhrase = (change: Change): Standing => ({
  ...change,
  why: [change.why],
  from: [SOURCES.SERVICE],
  check: false,
  ours: true,
})

/** Why somebody keeps a wording as it is. */
export const KEEPING = {
  quoting: 'I am quoting',
  their_word: 'It is the young person’s own word',
  legal_term: 'It is a term of law, or the name of something',
  not_about_them: 'It is not about the young person',
  right_here: 'It is right here: nothing else says it',
  other: 'Another reason',
} as const

export type Keeping = keyof typeof KEEPING

export const isKeeping = (text: string): text is Keeping => Object.hasOwn(KEEPING, text)
