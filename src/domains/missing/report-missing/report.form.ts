import type { Ask } from '#domains/children/index.ts'
import type { Episode, Report } from '../episode.queries.ts'
import { KINDS } from '../missing.rules.ts'
import { momentAsks, momentBoxes, type Reading } from '../read.form.ts'

const SINCE = 'Since when? The later of when they left and when a responsible adult last saw them'

/** The questions of a report: part two of the form, what only this time can say. */
export const reportAsks: readonly Ask[] = [
  { kind: 'choice', name: 'kind', label: 'Are they missing, or away?', choices: KINDS },
  ...momentAsks('since', SINCE),
  { kind: 'text', name: 'lastSeenPlace', label: 'Where were they last seen?' },
  { kind: 'text', name: 'lastSeenBy', label: 'By whom? (optional)' },
  { kind: 'words', name: 'wearing', label: 'What do they wear? (optional)' },
  {
    kind: 'words',
    name: 'hasWithThem',
    label: 'What do they have with them? (optional)',
    hint: 'Phone, money, bag, medicine, and medicine they left behind',
  },
  {
    kind: 'words',
    name: 'risk',
    label: 'What do you fear for them, and why?',
    hint: 'In words. There is no grade: who may wait for them, what they owe, their health, how this is unlike them or like before.',
  },
  { kind: 'text', name: 'policeReference', label: 'Police reference (optional)' },
]

export function readReport(read: Reading): Report | undefined {
  const kind = read.choice('kind', KINDS, 'Choose whether they are missing or away')
  const missingSince = read.moment('since', 'the day since which they are missing')
  const report = {
    lastSeenPlace: read.needed('lastSeenPlace', 'Enter where they were last seen', 500),
    lastSeenBy: read.maybe('lastSeenBy', 200),
    wearing: read.maybe('wearing', 2000),
    hasWithThem: read.maybe('hasWithThem', 2000),
    risk: read.needed('risk', 'Enter what you fear for them, and why', 5000),
    policeReference: read.maybe('policeReference', 60),
  }
  return kind && missingSince ? { kind, missingSince, ...report } : undefined
}

export const reportTyped = (e: Episode): Readonly<Record<string, string>> => ({
  kind: e.kind,
  ...momentBoxes('since', e.missingSince),
  lastSeenPlace: e.lastSeenPlace,
  lastSeenBy: e.lastSeenBy ?? '',
  wearing: e.wearing ?? '',
  hasWithThem: e.hasWithThem ?? '',
  risk: e.risk,
  policeReference: e.policeReference ?? '',
})
