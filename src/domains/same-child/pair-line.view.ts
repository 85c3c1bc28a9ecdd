import type { ChildId } from '#kernel/ids.ts'
import { londonDay } from '#kernel/london-time.ts'
import type { Pair } from './pairs.queries.ts'
import { inWordsOf, STANDING_WORDS } from './same-child.rules.ts'

/** The other of the two, as seen from one. */
export const otherOf = (
  pair: Pair,
  child: ChildId,
): { readonly id: ChildId; readonly knownAs: string } =>
  pair.oneId === child
    ? { id: pair.twoId, knownAs: pair.twoName }
    : { id: pair.oneId, knownAs: pair.oneName }

export const pairHref = (pair: Pick<Pair, 'id' | 'oneId'>, from?: ChildId): string =>
  `/children/${from ?? pair.oneId}/same-child/${pair.id}`

export type PairLine = {
  readonly name: string
  readonly href: string
  readonly detail: string
  readonly action: { readonly text: string; readonly href: string }
}

/** A pair in a list. `from`: the record it is looked at from; both names where it is from none. */
export function pairLine(pair: Pair, from?: ChildId): PairLine {
  const href = pairHref(pair, from)
  const name = from ? otherOf(pair, from).knownAs : `${pair.oneName} and ${pair.twoName}`
  const detail = [
    STANDING_WORDS[pair.standing],
    pair.standing === 'open' || pair.standing === 'proposed' ? inWordsOf(pair.weight) : undefined,
    pair.handedToName && `${pair.handedToName} was asked to decide`,
    `Found on ${londonDay(pair.foundAt)}`,
  ]
  const text = pair.standing === 'proposed' ? 'Answer, as the second person' : 'Look at both'
  return { name, href, detail: detail.filter(Boolean).join('. '), action: { text, href } }
}
