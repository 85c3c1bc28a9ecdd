import { type CalendarDay, inWords } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import { londonInstant } from '#kernel/london-time.ts'
import type { Visit } from '#platform/http/page.ts'
import { birthsOf, daysOf, workersOf } from '#domains/children/index.ts'
import {
  clocksOf,
  correctStart,
  lengthInWords,
  ruleFor,
  startClock,
  stopClock,
} from '#domains/clocks/index.ts'
import { sheet, versionIn } from '#domains/plans/index.ts'
import { daysAged } from '#domains/processes/index.ts'
import { addressOf, shared, type Turns, turnsOf, URL } from '../child-of-eighteen.ts'
import { keepTurning } from '../eighteen.queries.ts'
import { BEGINS_MONTHS } from '../eighteen.rules.ts'
import { readSays, saysAsks } from '../their-words.ts'

const ASSESSMENT = 'care.needs-assessment'
const PATHWAY = 'care.pathway-plan'
const aboutOf = (id: string) => ({ kind: 'turning_eighteen', id })
const noonOf = (day: CalendarDay, now: Date): Date => londonInstant(`${day}T12:00`) ?? now

async function sixteenOf(visit: Visit) {
  const found = await turnsOf(visit)
  const births = (await birthsOf(visit.tx, found.child.id)).map((b) => b.birth)
  const rule = await ruleFor(visit.tx, found.child.id, ASSESSMENT, visit.now)
  return { ...found, rule, sixteen: daysAged(births, BEGINS_MONTHS)?.earliest }
}

/** From sixteen, or from becoming eligible later, the assessment is owed: its clock begins. */
export const beginPages = sheet({
  ...shared,
  url: `${URL}/begin`,
  act: 'past-eighteen.begin',
  find: sixteenOf,
  title: () => 'Since when the assessment is owed',
  help: ['needs-assessment', 'past-eighteen'],
  intro: ({ rule, sixteen }) => [
    ...(rule
      ? [
          `${rule.owed}. Who owes it: ${rule.owedBy}. Within what time, from this day: ${lengthInWords(rule)}.`,
        ]
      : []),
    ...(sixteen
      ? [`By the dates of birth there are, they are sixteen from ${inWords(sixteen)}.`]
      : []),
  ],
  asks: () => [
    {
      kind: 'day',
      name: 'eligibleOn',
      label: 'When did they turn sixteen, or become eligible after that?',
    },
  ],
  kept: ({ turning, sixteen }) => daysOf('eligibleOn', turning?.eligibleOn ?? sixteen),
  version: ({ turning }) => turning?.version ?? 0,
  async save(visit, found, read) {
    const { turning, sixteen, child } = found
    const bounds = { from: sixteen, until: turning?.assessedOn ?? read.today }
    const eligibleOn = read.dayNeeded('eligibleOn', 'Enter since which day', bounds)
    if (read.problems.length > 0) return 'asked-again'
    const id = await keepTurning(visit.tx, child.id, versionIn(read), { eligible_on: eligibleOn })
    if (!id) return 'changed-meanwhile'
    const which = { rule: ASSESSMENT, about: aboutOf(id) }
    const startedAt = noonOf(eligibleOn, visit.now)
    await startClock(visit.tx, { ...which, childId: child.id, startedAt })
    if (turning && turning.eligibleOn !== eligibleOn) {
      await correctStart(visit.tx, { ...which, startedAt, reason: 'The day was put right' })
    }
    return { to: addressOf(found) }
  },
})

async function begunOf(visit: Visit) {
  const found = await turnsOf(visit)
  return found.turning && { ...found, turning: found.turning }
}

/** The assessment was done: its clock has done its work, and the pathway plan is owed. */
export const assessedPages = sheet({
  ...shared,
  url: `${URL}/assessed`,
  act: 'past-eighteen.assessed',
  find: begunOf,
  title: () => 'The assessment was done',
  help: ['needs-assessment', 'pathway-plan'],
  intro: () => ['From this day on the pathway plan is owed, as soon as possible.'],
  asks: () => [{ kind: 'day', name: 'assessedOn', label: 'On which day was it done?' }],
  kept: ({ turning }) => daysOf('assessedOn', turning.assessedOn),
  version: ({ turning }) => turning.version,
  async save(visit, found, read) {
    const { turning, child } = found
    const bounds = { from: turning.eligibleOn, until: read.today }
    const day = read.dayNeeded('assessedOn', 'Enter the day it was done', bounds)
    if (read.problems.length > 0) return 'asked-again'
    const id = await keepTurning(visit.tx, child.id, versionIn(read), { assessed_on: day })
    if (!id) return 'changed-meanwhile'
    const at = noonOf(day, visit.now)
    const about = aboutOf(id)
    await assessmentDone(visit, child.id, at)
    await startClock(visit.tx, { rule: PATHWAY, about, childId: child.id, startedAt: at })
    return { to: addressOf(found) }
  },
})

/** Whoever began to count it, here or among what is owed: the assessment is there, and no clock of it runs on. */
async function assessmentDone(visit: Visit, child: ChildId, day: Date): Promise<void> {
  for (const { rule, about, startedAt } of await clocksOf(visit.tx, child)) {
    if (rule !== ASSESSMENT || !about) continue
    const at = day < startedAt ? startedAt : day
    await stopClock(visit.tx, { rule, about, at, how: 'done' })
  }
}

async function planOf(visit: Visit) {
  const found = await begunOf(visit)
  if (!found) return undefined
  const people = await workersOf(visit.tx, found.child.organisationId)
  const owners = Object.fromEntries(people.map((p) => [p.id, p.name]))
  const { ownerId, owner } = found.turning
  return {
    ...found,
    owners: {
      ...(ownerId && !owners[ownerId] ? { [ownerId]: `${owner ?? 'Somebody'} (left)` } : {}),
      ...owners,
      outside: 'Somebody of another service, named below',
    },
  }
}

/** The plan for turning eighteen, as a whole: somebody who owns it afterwards, what stays, what changes, what they say. */
export const planPages = sheet({
  ...shared,
  url: `${URL}/plan`,
  act: 'past-eighteen.plan',
  find: planOf,
  title: () => 'The plan for turning eighteen',
  help: ['past-eighteen', 'pathway-plan', 'personal-adviser'],
  intro: () => [
    'Write it together. It stands beside the pathway plan and says one thing that plan may leave out: who goes on, by name.',
  ],
  asks: (found) => [
    {
      kind: 'choice',
      name: 'owner',
      label: 'Who owns this plan after they are eighteen?',
      choices: found.owners,
    },
    { kind: 'text', name: 'ownerName', label: 'Their name, if they are of another service' },
    { kind: 'text', name: 'ownerService', label: 'Their team or service (optional)' },
    { kind: 'day', name: 'ownerFrom', label: 'From which day on do they own it?' },
    {
      kind: 'words',
      name: 'stays',
      label: 'What stays as it is?',
      hint: 'Home, people, college, help: by name and until when',
    },
    { kind: 'words', name: 'changes', label: 'What changes, and on which day?' },
    { kind: 'words', name: 'ifItFails', label: 'If a part of this fails: who does what?' },
    ...saysAsks(found),
  ],
  kept: ({ turning }) => ({
    owner: turning.ownerId ?? (turning.ownerName ? 'outside' : ''),
    ownerName: turning.ownerName ?? '',
    ownerService: turning.ownerService ?? '',
    ...daysOf('ownerFrom', turning.ownerFrom),
    stays: turning.stays ?? '',
    changes: turning.changes ?? '',
    ifItFails: turning.ifItFails ?? '',
    says: turning.says ?? '',
    language: turning.saysLanguage,
    notSaidWhy: turning.notSaidWhy ?? '',
  }),
  version: ({ turning }) => turning.version,
  async save(visit, found, read) {
    const owner = read.choice('owner', found.owners, 'Choose who owns it after they are eighteen')
    const outside = owner === 'outside'
    const name = outside
      ? read.needed('ownerName', 'Enter the name of whoever owns it', 200)
      : undefined
    const service = read.maybe('ownerService', 200)
    const from = read.dayNeeded('ownerFrom', 'Enter from which day on they own it', {
      from: found.turning.eligibleOn,
    })
    const columns = {
      owner_id: outside ? null : owner,
      owner_name: name ?? null,
      owner_service: service ?? null,
      owner_from: from,
      stays: read.needed('stays', 'Enter what stays as it is', 5000),
      changes: read.needed('changes', 'Enter what changes, and on which day', 5000),
      if_it_fails: read.needed('ifItFails', 'Enter who does what if a part of it fails', 5000),
    }
    const said = readSays(read)
    if (read.problems.length > 0) return 'asked-again'
    const id = await keepTurning(visit.tx, found.child.id, versionIn(read), {
      ...columns,
      says: said.says,
      says_language: said.language,
      not_said_why: said.notSaidWhy,
    })
    return id ? { to: addressOf(found) } : 'changed-meanwhile'
  },
})

export type { Turns }
