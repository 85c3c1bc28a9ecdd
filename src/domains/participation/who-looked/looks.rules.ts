/** What each act on a record is called for the young person whose record it is. Pure. */
import type { YouthWords } from '#domains/words/index.ts'

export type LookKind = keyof YouthWords['looked']['kinds']

/** Parts of a record in which whatever does not open something writes something. */
const PARTS = [
  'clocks',
  'concerns',
  'cross-border',
  'decisions',
  'home',
  'missed-chances',
  'missing',
  'networks',
  'past-eighteen',
  'plans',
  'protection',
  'referrals?',
  'same-child',
  'systems',
  'wording',
]

/** How an act of theirs ends that only opens something. */
const OPENING = [
  'address',
  'ask',
  'ask-change',
  'board',
  'entry',
  'list',
  'open',
  'read',
  'ready-see',
  'see',
  'see-documents',
  'see-pair',
]

const anyOf = (words: readonly string[]): string => `(${words.join('|')})`

/** The first that fits an act's name. The one map from acts to plain words. */
const KINDS: readonly (readonly [RegExp, LookKind])[] = [
  [/^me\./, 'yours'],
  [/^case-audit/, 'audit'],
  [/^said\.(open|file)$/, 'sentOpened'],
  [/^said\.beside/, 'sentBeside'],
  [/^said\.pass-on$/, 'sentPassedOn'],
  [/^said\.used$/, 'sentUsed'],
  [/^said\./, 'opened'],
  [/^contact\.use$/, 'number'],
  [/^contact\.notice$/, 'notice'],
  [/^contact\.(stop|start)$/, 'stopped'],
  [/^settings\.write$/, 'suggested'],
  [/find|search/, 'searched'],
  [/copy/, 'copied'],
  [/picture/, 'picture'],
  [/who-looked|history|trail/, 'history'],
  // Who was compared reads it from the comparing itself, and not from the asking: a lead may have said not yet.
  [/^between\.encode$/, 'compared'],
  [/^between\.ask$/, 'opened'],
  [/^between\.(pair\.answer|tell)$/, 'wrote'],
  [/import|^return\./, 'brought'],
  [/^check-in\.(with|not-held)$/, 'spoke'],
  [/^goals\.(write|change)$/, 'wrote'],
  [/^child\.(open-sign-in|new-words|give-code|end-code)$/, 'wayIn'],
  [/^child\.end-sessions$/, 'signedOut'],
  [/^views\.write$/, 'view'],
  [/^answers\.(read|list)$/, 'readSent'],
  [/^answers\./, 'answered'],
  [/^meetings\./, 'meeting'],
  [/^corrections\.read$/, 'readNote'],
  [/^corrections\.decide$/, 'answered'],
  [/^come-back\.read$/, 'readSent'],
  [/^come-back\.answer$/, 'answered'],
  [/^loved\.read$/, 'readSent'],
  [/^loved\.plan$/, 'wrote'],
  [/^word\.write$/, 'askedHow'],
  [/^notes\.show$/, 'letRead'],
  [/^(views|goals|check-in)\./, 'opened'],
  [/^missed-chances\.open$/, 'wrote'],
  [/^looking-after\.say$/, 'view'],
  [/^carers\.(see|ask|items\.see)$|^looking-after\./, 'opened'],
  [/^carers\./, 'wrote'],
  [/^children\.beside\.(step|hand-over)\.(write|change)$/, 'wrote'],
  [new RegExp(`^${anyOf(PARTS)}\\.(.*\\.)?${anyOf(OPENING)}$|^referral-file`), 'opened'],
  [new RegExp(`^${anyOf(PARTS)}\\.`), 'wrote'],
  [/\.(change|add|save|write|end|remove|allocate|record|set|confirm)$/, 'wrote'],
  [
    /\.(open|read|see|ask|ask-change|list|overview|change\.see|add\.see)$|^child\.|^children\./,
    'opened',
  ],
]

/** What is still said of an act when somebody was only one of many. */
const IN_A_LIST: readonly LookKind[] = ['searched', 'brought', 'compared']

/** Which plain words an act gets. `mine`: done from the young person's own account. */
export function lookKind(look: {
  readonly action: string
  readonly mine: boolean
  readonly refused: boolean
  readonly inAList: boolean
}): LookKind {
  if (look.mine) return 'yours'
  if (look.refused) return 'refused'
  const fits = KINDS.find(([pattern]) => pattern.test(look.action))?.[1]
  if (look.inAList) return IN_A_LIST.find((kind) => kind === fits) ?? 'list'
  return fits === 'yours' ? 'other' : (fits ?? 'other')
}
