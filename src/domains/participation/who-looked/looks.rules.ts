/** What each act on a record is called for the young person whose record it is. Pure. */
import type { YouthWords } from '#domains/words/index.ts'

export type LookKind = keyof YouthWords['looked']['kinds']

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
  [
    /^(clocks|concerns|cross-border|decisions|missed-chances|missing|plans|protection|referrals?|same-child|systems|wording)\.(.*\.)?(open|read|see|see-documents|see-pair|ready-see|ask|ask-change|board|list)$|^referral-file/,
    'opened',
  ],
  [
    /^(clocks|concerns|cross-border|decisions|missed-chances|missing|plans|protection|referrals?|same-child|systems|wording)\./,
    'wrote',
  ],
  [/\.(change|add|save|write|end|remove|allocate|record|set|confirm)$/, 'wrote'],
  [
    /\.(open|read|see|ask|ask-change|list|overview|change\.see|add\.see)$|^child\.|^children\./,
    'opened',
  ],
]

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
  if (look.inAList) return fits === 'searched' || fits === 'brought' ? fits : 'list'
  return fits === 'yours' ? 'other' : (fits ?? 'other')
}
