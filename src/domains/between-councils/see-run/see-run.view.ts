import { londonDay, londonDayAndTime } from '#kernel/london-time.ts'
import type { KeptMessage } from '../message.queries.ts'
import type { KeptPair } from '../pair.queries.ts'
import type { Partner } from '../partner.queries.ts'
import type { Run } from '../run.queries.ts'
import { BAND_WORDS, KIND_WORDS, pairState, PURPOSE_WORDS, stateWords } from '../words.view.ts'

type Seen = {
  readonly run: Run
  readonly pairs: readonly KeptPair[]
  readonly partners: readonly Partner[]
  readonly messages: readonly KeptMessage[]
  readonly lead: boolean
  readonly notTold: number
}

const OVER = new Set(['declined', 'ended'])

/** What stands on the page of one question. */
export function runView(seen: Seen) {
  const { run, pairs, partners, messages, lead } = seen
  const nameOf = (id: string) => partners.find((p) => p.id === id)?.card.name
  const other = nameOf(run.partnerId) ?? 'Another council'
  const lines = messages.map((m) => messageLine(m, lead))
  return {
    title: run.side === 'asks' ? 'What we asked another council' : 'What another council asks us',
    other,
    asked: run.side === 'asks',
    state: stateWords(run),
    here: `/between/runs/${run.id}`,
    version: run.version,
    rows: rowsOf(seen, other, nameOf(run.matcherId) ?? 'A matcher we do not know any more'),
    ...mayDo(seen),
    compared: run.comparedAt !== null,
    crowded: run.crowded ?? 0,
    pairs: pairs.map((pair) => ({
      href: `/children/${pair.childId}/between/${pair.id}`,
      name: pair.knownAs,
      band: BAND_WORDS[pair.band],
      state: pairState(pair),
    })),
    waiting: lines.filter((m) => m.file || m.stuck),
    gone: lines.filter((m) => !m.file && !m.stuck),
  }
}

const messageLine = (m: KeptMessage, lead: boolean) => ({
  what: KIND_WORDS[m.kind],
  way: m.direction === 'out' ? 'Out' : 'In',
  when: londonDayAndTime(m.at),
  state: m.refused ?? goneWords(m),
  id: m.id,
  file: lead && m.direction === 'out' && m.goneAt === null && m.refused === null,
  /** Refused on the way: somebody looks at it. */
  stuck: m.refused !== null,
})

/** What a lead may do on the page; nobody else may do anything. */
function mayDo({ run, lead, notTold }: Seen) {
  const waitsHere = run.side === 'answers' && run.state === 'asked'
  return {
    mayDecide: lead && waitsHere,
    mayEnd: lead && !OVER.has(run.state) && !waitsHere,
    notTold: lead ? notTold : 0,
  }
}

const goneWords = (m: KeptMessage): string => {
  if (m.direction === 'in') return 'Taken in'
  return m.goneAt ? `Gone on ${londonDayAndTime(m.goneAt)}` : 'Waits to go'
}

type Line = { readonly key: string; readonly value: string }

function rowsOf({ run, notTold }: Seen, other: string, matcher: string): readonly Line[] {
  const lines: readonly (Line | undefined)[] = [
    { key: 'What it is for', value: PURPOSE_WORDS[run.purpose] },
    { key: 'Why', value: run.why },
    { key: 'About', value: run.asks === 'one' ? 'One child, among others' : 'Everybody' },
    { key: 'Asked', value: londonDayAndTime(run.askedAt) },
    { key: 'Matcher', value: matcher },
    run.ownLead ? { key: 'Lead here', value: run.ownLead } : undefined,
    run.theirLead ? { key: `Lead of ${other}`, value: run.theirLead } : undefined,
    ...ourRows(run, notTold),
  ]
  return lines.filter((line) => line !== undefined)
}

/** What our own side decided and did. */
function ourRows(run: Run, notTold: number): readonly (Line | undefined)[] {
  return [
    run.ringName
      ? { key: 'Whom they may ring', value: `${run.ringName}, ${run.ringPhone ?? ''}` }
      : undefined,
    run.tell
      ? {
          key: 'Young people see it',
          value: run.tell === 'at_once' ? 'At once' : notYetWords(run, notTold),
        }
      : undefined,
    run.encodedAt ? { key: 'Encoded here', value: encodedWords(run) } : undefined,
    run.declinedBecause ? { key: 'Why we said no', value: run.declinedBecause } : undefined,
    run.endedAt
      ? { key: 'Ended', value: `${londonDay(run.endedAt)}: ${run.endedBecause ?? ''}` }
      : undefined,
  ]
}

function notYetWords({ encodedAt, tellBecause }: Run, notTold: number): string {
  if (encodedAt && notTold === 0) return 'Not at once; all of them by now'
  return `Not yet: ${tellBecause ?? ''}`
}

function encodedWords(run: Run): string {
  const little = run.tooLittle ?? 0
  const beside = (run.rowsSent ?? 0) - (run.children ?? 0)
  return `${run.children === 1 ? '1 child' : `${run.children} children`}, among ${beside} who do not exist${
    little > 0 ? `. Of ${little} too little is known` : ''
  }`
}
