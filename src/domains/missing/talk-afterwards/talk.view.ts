import { londonDayAndTime } from '#kernel/london-time.ts'
import type { KeptReturn } from '../return.queries.ts'
import {
  ACCEPTED,
  CHOSEN,
  KNOWN,
  NO_WORDS,
  OFFERED,
  offeredInTime,
  PRIVATE,
  YES_NO,
} from '../return.rules.ts'

export type TalkView = {
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  readonly words: readonly { readonly label: string; readonly text: string }[]
  readonly language: string
  readonly cameOfIt: string | undefined
}

/** The conversation as it is read: their words first. */
export function talkView(
  r: KeptReturn | undefined,
  foundAt: Date,
  situation: string | undefined,
): TalkView | undefined {
  if (!r) return undefined
  return {
    facts: [...offeredFacts(r, foundAt), ...heldFacts(r, situation)].flatMap(([label, text]) =>
      text === undefined ? [] : [{ label, text }],
    ),
    words: (
      [
        ['What made them leave', r.pushed],
        ['What drew them', r.pulled],
        ['What they want', r.want],
      ] as const
    ).flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }])),
    language: r.language,
    cameOfIt: r.cameOfIt,
  }
}

type Fact = readonly [string, string | undefined]

function offeredFacts(r: KeptReturn, foundAt: Date): readonly Fact[] {
  const soon = r.offeredAt && offeredInTime(foundAt, r.offeredAt)
  const within = soon ? 'within 72 hours' : 'later than 72 hours'
  return [
    ['Offered', r.offeredAt ? `${londonDayAndTime(r.offeredAt)}, ${within}` : OFFERED[r.offered]],
    ['Why not', r.because],
    ['With', r.talkedWith],
    ['Who chose that person', r.chosen && CHOSEN[r.chosen]],
    ['Taken up', r.accepted && ACCEPTED[r.accepted]],
  ]
}

const heldFacts = (r: KeptReturn, situation: string | undefined): readonly Fact[] => [
  ['Held', r.heldAt && londonDayAndTime(r.heldAt)],
  ['Somebody with no part in their care', r.independent && YES_NO[r.independent]],
  ['Where nobody else heard it', r.privatePlace && PRIVATE[r.privatePlace]],
  ['No words, because', r.noWordsBecause && NO_WORDS[r.noWordsBecause]],
  ['Exploited while they were away', r.exploited && KNOWN[r.exploited]],
  ['Those from before had to do with it', r.again && KNOWN[r.again]],
  ['What is written down of it', situation],
]
