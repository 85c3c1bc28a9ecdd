import { daysOf, typedFrom } from '#domains/children/index.ts'
import { couldNotTell, tell, weigh } from '../decision-writing.queries.ts'
import { CHILD_STANDS, OTHERS_STAND, WEIGHTS } from '../decision.rules.ts'
import type { Reading } from '../read.form.ts'
import { sheet } from '../sheet.ts'
import {
  addressOf,
  at,
  decisionOf,
  FINISHED,
  type Found,
  theirWords,
  URL,
} from './decision-of-page.ts'

const shared = {
  may: 'children.write',
  find: decisionOf,
  back: addressOf,
  help: ['best-interests'],
  beside: theirWords,
  version: ({ decision }: Found) => decision.version,
} as const

const optionsOf = ({ decision }: Found) =>
  Object.fromEntries(decision.options.map((o) => [o.id, o.what]))

/** The weight of what they say, the option, the reasons, and who agrees. May be left half done and gone on with. */
export const weighPages = sheet({
  ...shared,
  url: `${URL}/weigh`,
  act: 'decisions.weigh',
  title: () => 'Weigh it up',
  asks: (found) => [
    {
      kind: 'choice',
      name: 'weight',
      label: 'What weight does their view have?',
      choices: WEIGHTS,
    },
    { kind: 'words', name: 'weightWhy', label: 'Why that weight?' },
    {
      kind: 'choice',
      name: 'chosenOption',
      label: 'Which option is chosen?',
      choices: optionsOf(found),
    },
    { kind: 'words', name: 'reasons', label: 'For which reasons?' },
    {
      kind: 'choice',
      name: 'childStands',
      label: 'Does the child agree?',
      choices: CHILD_STANDS,
    },
    {
      kind: 'choice',
      name: 'othersStand',
      label: 'Does anybody else disagree?',
      choices: OTHERS_STAND,
    },
  ],
  kept: ({ decision: d }) =>
    typedFrom({
      weight: d.weight,
      weightWhy: d.weightWhy,
      chosenOption: d.chosenOption,
      reasons: d.reasons,
      childStands: d.childStands,
      othersStand: d.othersStand,
    }),
  async save(visit, found, read) {
    const weighed = {
      weight: read.choiceOrNone('weight', WEIGHTS),
      weightWhy: read.maybe('weightWhy', 5000),
      chosenOption: read.choiceOrNone('chosenOption', optionsOf(found)),
      reasons: read.maybe('reasons', 10_000),
      childStands: read.choiceOrNone('childStands', CHILD_STANDS),
      othersStand: read.choiceOrNone('othersStand', OTHERS_STAND),
    }
    if (found.decision.completedAt) read.wrong('reasons', FINISHED)
    if (read.problems.length > 0) return 'asked-again'
    const saved = await weigh(visit.tx, at(found, read), weighed)
    return saved ? { to: addressOf(found) } : 'changed-meanwhile'
  },
})

/** What they were told and how, in words they understand. */
export const tellPages = sheet({
  ...shared,
  url: `${URL}/told`,
  act: 'decisions.told',
  title: () => 'What they were told',
  asks: () => [
    { kind: 'words', name: 'toldWhat', label: 'What were they told?' },
    {
      kind: 'text',
      name: 'toldHow',
      label: 'How?',
      hint: 'Who told them, in which language, with which interpreter, where',
    },
    { kind: 'day', name: 'toldOn', label: 'On which day?' },
  ],
  kept: ({ decision: d }) => ({
    ...typedFrom({ toldWhat: d.toldWhat, toldHow: d.toldHow }),
    ...daysOf('toldOn', d.toldOn),
  }),
  async save(visit, found, read) {
    const told = {
      what: read.needed('toldWhat', 'Enter what they were told', 5000),
      how: read.needed('toldHow', 'Enter how they were told', 1000),
      on: read.dayNeeded('toldOn', 'Enter the day they were told', { until: read.today }),
    }
    if (found.decision.completedAt && found.decision.toldOn) read.wrong('toldWhat', FINISHED)
    return kept(read, found, () => tell(visit.tx, at(found, read), told))
  },
})

/** Why they could not be told yet, and the day somebody tries again. */
export const notToldPages = sheet({
  ...shared,
  url: `${URL}/not-told`,
  act: 'decisions.not-told',
  title: () => 'Why they were not told yet',
  asks: () => [
    { kind: 'words', name: 'notToldBecause', label: 'Why not?' },
    { kind: 'day', name: 'tellNextOn', label: 'On which day will somebody tell them?' },
  ],
  kept: ({ decision: d }) => ({
    ...typedFrom({ notToldBecause: d.notToldBecause }),
    ...daysOf('tellNextOn', d.tellNextOn),
  }),
  async save(visit, found, read) {
    const why = {
      because: read.needed('notToldBecause', 'Enter why not', 2000),
      on: read.today,
      nextOn: read.dayNeeded('tellNextOn', 'Enter the day somebody will tell them', {
        from: read.today,
      }),
    }
    if (found.decision.completedAt) read.wrong('notToldBecause', FINISHED)
    return kept(read, found, () => couldNotTell(visit.tx, at(found, read), why))
  },
})

async function kept(read: Reading, found: Found, write: () => Promise<boolean>) {
  if (read.problems.length > 0) return 'asked-again'
  return (await write()) ? { to: addressOf(found) } : 'changed-meanwhile'
}
