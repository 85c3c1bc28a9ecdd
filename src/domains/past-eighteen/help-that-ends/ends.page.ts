import type { Ask } from '#domains/children/index.ts'
import { daysOf } from '#domains/children/index.ts'
import type { Visit } from '#platform/http/page.ts'
import { childOf, type Reading, sheet, versionIn } from '#domains/plans/index.ts'
import { addressOf, shared, URL } from '../child-of-eighteen.ts'
import { addRow, changeRow, helpThatEnds } from '../eighteen.queries.ts'
import { HELP } from '../eighteen.rules.ts'

const asks: readonly Ask[] = [
  { kind: 'choice', name: 'help', label: 'Which help could end?', choices: HELP },
  { kind: 'day', name: 'endsOn', label: 'On which day? (leave empty when nobody knows)' },
  {
    kind: 'words',
    name: 'reasoning',
    label: 'Why do you think so?',
    hint: 'What is known, from whom, and what is not known. No score, no colour',
  },
  {
    kind: 'words',
    name: 'dependsOn',
    label: 'Does it hang on a decision or a paper? Which, and each way it may go (optional)',
    hint: 'Stands closed on the page',
  },
  { kind: 'words', name: 'goesOn', label: 'How could it go on?' },
  { kind: 'text', name: 'ownerName', label: 'Who sees to it?' },
  { kind: 'day', name: 'byOn', label: 'By which day?' },
]

const readEnd = (read: Reading) => ({
  help: read.choice('help', HELP, 'Choose which help could end'),
  ends_on: read.dayOrNone('endsOn') ?? null,
  reasoning: read.needed('reasoning', 'Enter why you think so', 5000),
  depends_on: read.maybe('dependsOn', 2000) ?? null,
  goes_on: read.needed('goesOn', 'Enter how it could go on', 5000),
  owner_name: read.needed('ownerName', 'Enter who sees to it', 200),
  by_on: read.dayNeeded('byOn', 'Enter by which day'),
})

/** Where somebody could fall between two services: reasoning in words, with days and somebody who sees to it. */
export const addEndPages = sheet({
  ...shared,
  url: `${URL}/ends/add`,
  act: 'past-eighteen.ends.add',
  find: async (visit) => ({ child: await childOf(visit) }),
  title: () => 'Help that could end',
  help: ['past-eighteen'],
  asks: () => asks,
  async save(visit, found, read) {
    const columns = readEnd(read)
    if (read.problems.length > 0) return 'asked-again'
    await addRow(visit.tx, 'help_that_ends', found.child.id, columns)
    return { to: addressOf(found) }
  },
})

async function endOf(visit: Visit) {
  const child = await childOf(visit)
  const end = (await helpThatEnds(visit.tx, child.id)).find((e) => e.id === visit.params['end'])
  return end && { child, end }
}

export const changeEndPages = sheet({
  ...shared,
  url: `${URL}/ends/:end`,
  act: 'past-eighteen.ends.change',
  find: endOf,
  title: () => 'Help that could end',
  asks: () => [
    ...asks,
    { kind: 'day', name: 'settledOn', label: 'If it goes on now: since which day? (optional)' },
    { kind: 'words', name: 'settledHow', label: 'How does it go on? (only if it does)' },
  ],
  kept: ({ end }) => ({
    help: end.help,
    ...daysOf('endsOn', end.endsOn),
    reasoning: end.reasoning,
    dependsOn: end.dependsOn ?? '',
    goesOn: end.goesOn,
    ownerName: end.ownerName,
    ...daysOf('byOn', end.byOn),
    ...daysOf('settledOn', end.settledOn),
    settledHow: end.settledHow ?? '',
  }),
  version: ({ end }) => end.version,
  async save(visit, found, read) {
    const columns = readEnd(read)
    const settledOn = read.dayOrNone('settledOn', { until: read.today })
    const how = settledOn ? read.needed('settledHow', 'Enter how it goes on', 2000) : undefined
    if (read.problems.length > 0) return 'asked-again'
    const row = { child: found.child.id, id: found.end.id, version: versionIn(read) }
    const kept = { ...columns, settled_on: settledOn ?? null, settled_how: how ?? null }
    const saved = await changeRow(visit.tx, 'help_that_ends', row, kept)
    return saved ? { to: addressOf(found) } : 'changed-meanwhile'
  },
})
