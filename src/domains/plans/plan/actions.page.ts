import { daysOf, typedFrom, workersOf } from '#domains/children/index.ts'
import { inWords } from '#kernel/calendar-day.ts'
import type { Visit } from '#platform/http/page.ts'
import { raiseConflict, settleConflict } from '../conflict-writing.queries.ts'
import { saveAction } from '../plan-writing.queries.ts'
import { ACTION_STATES, AGENCIES, citesWell } from '../plan.rules.ts'
import type { PlanAction } from '../plan.queries.ts'
import type { Reading } from '../read.form.ts'
import { type Sheet, sheet } from '../sheet.ts'
import {
  addressOf,
  at,
  ENDED,
  type Found,
  planOf,
  rowOf,
  shared,
  theirWords,
  URL,
  written,
} from './plan-of-page.ts'

type WithPeople = Found & {
  readonly people: Readonly<Record<string, string>>
  readonly action: PlanAction | undefined
}

async function actionFound(visit: Visit): Promise<WithPeople | undefined> {
  const found = await planOf(visit)
  if (!found) return undefined
  const asked = visit.params['action']
  const action = found.plan.actions.find((a) => a.id === asked)
  if (asked !== undefined && !action) return undefined
  const people = await workersOf(visit.tx, found.child.organisationId)
  return { ...found, action, people: Object.fromEntries(people.map((p) => [p.id, p.name])) }
}

const goalsIn = ({ plan }: Found) =>
  Object.fromEntries(
    plan.goals.map((g) => [g.id, g.joint ? `${g.words} (shared by everybody)` : g.words]),
  )

const actionSheet: Omit<Sheet<WithPeople>, 'url' | 'act' | 'title'> = {
  ...shared,
  find: actionFound,
  beside: theirWords,
  intro: ({ action }: WithPeople) =>
    action?.ownerLeft
      ? [`${action.owner} has left. What they were to do is kept. Choose who does it now.`]
      : [],
  asks: (found: WithPeople) => [
    {
      kind: 'choice',
      name: 'goal',
      label: 'For which goal?',
      hint: 'What another agency does is for a goal that is shared by everybody',
      choices: goalsIn(found),
    },
    { kind: 'words', name: 'what', label: 'What is done?' },
    {
      kind: 'text',
      name: 'plain',
      label: 'In plain words, for their page',
      hint: 'For example: somebody rings the college about the evening class',
    },
    { kind: 'choice', name: 'agency', label: 'Whose part is it?', choices: AGENCIES },
    {
      kind: 'choice',
      name: 'owner',
      label: 'Who of us does it?',
      choices: { other: 'Somebody elsewhere, named below', ...found.people },
    },
    { kind: 'text', name: 'ownerName', label: 'Their name, for somebody elsewhere' },
    { kind: 'day', name: 'dueOn', label: 'By which day?' },
    { kind: 'choice', name: 'state', label: 'How far is it?', choices: ACTION_STATES },
    { kind: 'words', name: 'cameOf', label: 'What came of it, or why not? (once it is over)' },
  ],
  kept: ({ action: a }: WithPeople) =>
    a
      ? {
          ...typedFrom({
            goal: a.goalId,
            what: a.what,
            plain: a.plain,
            agency: a.agency,
            owner: a.ownerLeft ? '' : (a.ownerId ?? 'other'),
            ownerName: a.ownerId ? '' : a.owner,
            state: a.state,
            cameOf: a.cameOf,
          }),
          ...daysOf('dueOn', a.dueOn),
        }
      : { state: 'open' },
  version: ({ action }: WithPeople) => action?.version ?? 0,
  async save(visit: Visit, found: WithPeople, read: Reading) {
    const action = readAction(found, read)
    if (found.plan.state === 'ended') read.wrong('what', ENDED)
    return written(read, found, () =>
      saveAction(visit.tx, at(found, read), found.action?.id, action),
    )
  },
}

function readAction(found: WithPeople, read: Reading) {
  const goalId = read.choice('goal', goalsIn(found), 'Choose for which goal')
  const goal = found.plan.goals.find((g) => g.id === goalId)
  const agency = read.choice('agency', AGENCIES, 'Choose whose part it is')
  if (goal && agency && !citesWell(agency, goal)) {
    read.wrong('goal', 'What another agency does is for a goal that is shared by everybody')
  }
  const ownerId = read.choiceOrNone('owner', found.people)
  const ownerName = ownerId ? undefined : read.maybe('ownerName', 200)
  if (!ownerId && !ownerName) read.wrong('owner', 'Choose who does it, or name somebody elsewhere')
  const dueOn = read.dayNeeded('dueOn', 'Enter by which day')
  if (dueOn < found.plan.startsOn) {
    read.wrong('dueOn', `The plan begins on ${inWords(found.plan.startsOn)}. Enter a later day`)
  }
  const state = read.choice('state', ACTION_STATES, 'Choose how far it is')
  const cameOf = read.maybe('cameOf', 2000)
  if (state !== 'open' && !cameOf) read.wrong('cameOf', 'Enter what came of it, or why not')
  return {
    goalId,
    agency,
    ownerId,
    ownerName,
    dueOn,
    state,
    cameOf,
    what: read.needed('what', 'Enter what is done', 2000),
    plain: read.needed('plain', 'Enter it in plain words', 500),
  }
}

export const addActionPages = sheet({
  ...actionSheet,
  url: `${URL}/actions/add`,
  act: 'plans.actions',
  title: () => 'Something to do',
})

export const actionPages = sheet({
  ...actionSheet,
  url: `${URL}/actions/:action`,
  act: 'plans.action',
  title: () => 'Something to do',
})

/** Where an agency's own aim goes against a goal that everybody shares: the chair sees it. */
export const conflictPages = sheet({
  ...shared,
  url: `${URL}/conflicts/add`,
  act: 'plans.conflicts',
  find: planOf,
  title: () => 'Something gets in the way of what was agreed',
  intro: ({ plan }) => [`The chair of this plan, ${plan.chair ?? 'nobody yet'}, sees it.`],
  asks: () => [
    { kind: 'choice', name: 'agency', label: 'Whose aim gets in the way?', choices: AGENCIES },
    { kind: 'words', name: 'words', label: 'What is it, and which goal does it go against?' },
  ],
  async save(visit, found, read) {
    const agency = read.choice('agency', AGENCIES, 'Choose whose aim it is')
    const words = read.needed('words', 'Enter what gets in the way', 2000)
    if (read.problems.length > 0) return 'asked-again'
    await raiseConflict(visit.tx, rowOf(found), { agency, words })
    return { to: addressOf(found) }
  },
})

async function conflictFound(visit: Visit) {
  const found = await planOf(visit)
  const conflict = found?.plan.conflicts.find((c) => c.id === visit.params['conflict'])
  return found && conflict && { ...found, conflict }
}

export const settlePages = sheet({
  ...shared,
  url: `${URL}/conflicts/:conflict`,
  act: 'plans.settle',
  find: conflictFound,
  title: () => 'How it was settled',
  beside: ({ conflict }) => [{ title: 'What gets in the way', lines: [{ text: conflict.words }] }],
  asks: () => [{ kind: 'words', name: 'words', label: 'How was it settled, and for whom?' }],
  kept: ({ conflict }) => typedFrom({ words: conflict.settledWords }),
  version: ({ conflict }) => conflict.version,
  async save(visit, found, read) {
    const words = read.needed('words', 'Enter how it was settled', 2000)
    if (found.conflict.settledWords) read.wrong('words', 'This was settled already, and stays')
    const row = { ...at(found, read), conflict: found.conflict.id }
    return written(read, found, () => settleConflict(visit.tx, row, words))
  },
})
