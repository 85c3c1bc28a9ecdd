import { typedFrom, workersOf } from '#domains/children/index.ts'
import type { Visit } from '#platform/http/page.ts'
import { takeConflictUp } from '../conflict-writing.queries.ts'
import { sheet } from '../sheet.ts'
import { at, planOf, shared, URL, written } from './plan-of-page.ts'

async function conflictFound(visit: Visit) {
  const found = await planOf(visit)
  const conflict = found?.plan.conflicts.find((c) => c.id === visit.params['conflict'])
  if (!found || !conflict) return undefined
  const people = await workersOf(visit.tx, found.child.organisationId)
  const others = people.filter((p) => p.id !== found.plan.chairId)
  return { ...found, conflict, others: Object.fromEntries(others.map((p) => [p.id, p.name])) }
}

/** What the chair cannot settle goes to somebody else, with why: it is on their day until it is settled. */
export const conflictUpPages = sheet({
  ...shared,
  url: `${URL}/conflicts/:conflict/up`,
  act: 'plans.conflict-up',
  find: conflictFound,
  title: () => 'The chair cannot settle it',
  beside: ({ conflict }) => [{ title: 'What gets in the way', lines: [{ text: conflict.words }] }],
  intro: ({ plan }) => [
    `${plan.chair ?? 'Whoever chairs this plan'} goes on chairing it. Choose somebody who can decide across agencies.`,
  ],
  asks: ({ others }) => [
    { kind: 'choice', name: 'to', label: 'Who settles it?', choices: others },
    { kind: 'words', name: 'why', label: 'What was tried, and why did it not settle it?' },
  ],
  kept: ({ conflict }) => typedFrom({ why: conflict.goneUpWhy }),
  version: ({ conflict }) => conflict.version,
  submit: 'Ask them',
  async save(visit, found, read) {
    const to = read.choice('to', found.others, 'Choose who settles it')
    const why = read.needed('why', 'Enter what was tried', 2000)
    if (found.conflict.settledWords) read.wrong('why', 'This was settled already, and stays')
    const row = { ...at(found, read), conflict: found.conflict.id }
    return written(read, found, () => takeConflictUp(visit.tx, row, { to, why }))
  },
})
