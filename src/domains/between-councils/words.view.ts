import type { Band } from './match/bands.rules.ts'
import type { Kind } from './protocol/message.rules.ts'
import type { Purpose } from './protocol/terms.rules.ts'
import type { Run, RunState } from './run.queries.ts'

export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  missing: 'A child is missing',
  known_elsewhere: 'Whether the other council knows the same child',
  later_lives: 'How lives go on after leaving, for those who said yes to it',
}

/** What is said of a pair. How often each was right among invented pairs stands beside it on the page. */
export const BAND_WORDS: Readonly<Record<Band, string>> = {
  very_alike: 'Very alike',
  alike: 'Alike',
  perhaps: 'Perhaps',
}

export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  proposal: 'The question',
  answer: 'The answer of a lead',
  encodings: 'Encodings, sealed to the matcher',
  bands: 'What is alike, in bands',
  pair: 'A yes of a lead to one pair',
  ring: 'Whom to ring',
  nobody: 'Nobody to ring',
  end: 'The end of it',
}

const STATES: Readonly<Record<RunState, readonly [asks: string, answers: string]>> = {
  asked: ['Waits for a lead of the other council', 'Waits for a lead here'],
  accepted: [
    'Both leads said yes. The children are being encoded',
    'Both leads said yes. The children are being encoded',
  ],
  encoded: ['Encoded here. Waits for the matcher', 'Encoded here. Waits for the matcher'],
  compared: ['Compared', 'Compared'],
  declined: ['The other council said no', 'A lead here said no'],
  ended: ['Ended', 'Ended'],
}

export const stateWords = ({ state, side }: Pick<Run, 'state' | 'side'>): string =>
  STATES[state][side === 'asks' ? 0 : 1]

type Stands = {
  readonly ownAnswer: 'yes' | 'no' | null
  readonly theirYesAt: Date | null
  readonly revealedAt: Date | null
  readonly nobodyAt: Date | null
  readonly ended: boolean
}

export const NOBODY_TO_RING =
  'Nobody to ring: the other council said no or did not answer, or it was nobody'

/** How a pair stands. Never that the other said no: that, silence and a row that is nobody read the same. */
export function pairState(pair: Stands): string {
  if (pair.ownAnswer === 'no') return 'A lead here said no: nobody to ring'
  if (pair.revealedAt) return 'Both leads said yes'
  if (pair.ownAnswer === 'yes') return afterOurYes(pair)
  return pair.ended ? 'Nobody here answered before the question ended' : 'Waits for a lead here'
}

function afterOurYes({ theirYesAt, nobodyAt, ended }: Stands): string {
  if (theirYesAt) return 'Both leads said yes. Whom to ring is on its way'
  if (nobodyAt) return NOBODY_TO_RING
  if (ended) return 'Nobody to ring: the question ended before a yes came from the other council'
  return 'A lead here said yes. Waits for the other council'
}
