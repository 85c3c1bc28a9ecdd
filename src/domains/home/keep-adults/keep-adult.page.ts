import { type CalendarDay, inWords } from '#kernel/calendar-day.ts'
import type { Visit } from '#platform/http/page.ts'
import type { Reading } from '#platform/http/reading.ts'
import {
  type Ask,
  type AskedForm,
  askedPages,
  type Child,
  daysOf,
} from '#domains/children/index.ts'
import { addAdult, type Adult, type AdultToKeep, changeAdult, findAdult } from '../adult.queries.ts'
import { auditOf, childOf, hrefOf, type OfStay, stayOf } from '../child-of-page.ts'
import { CHECKED, RELATIONS, SHARES } from '../home.rules.ts'

const ASKS: readonly Ask[] = [
  {
    kind: 'text',
    name: 'who',
    label: 'Who is it?',
    hint: 'As people there call them. For example: the other lodger',
  },
  { kind: 'choice', name: 'relation', label: 'Who are they to the child?', choices: RELATIONS },
  { kind: 'ticks', name: 'shares', label: 'What do they share with the child?', choices: SHARES },
  { kind: 'choice', name: 'checked', label: 'Was a criminal record check seen?', choices: CHECKED },
  { kind: 'day', name: 'sinceOn', label: 'Since which day do they live or stay there?' },
  {
    kind: 'day',
    name: 'untilOn',
    label: 'Until which day? (leave it empty while they are there)',
  },
]

const INTRO = [
  'Every adult who lives or stays where the child lives. One who is not related to them and does not care for them, or of whom nobody knows, is shown to a manager until it is no longer so.',
]

/** An adult who lives where the child lives. */
const ADD: AskedForm<OfStay, AdultToKeep> = {
  url: '/children/:childId/home/:stay/adults/add',
  may: 'children.write',
  audit: auditOf('home.ask', 'home.adult-add'),
  find: stayOf,
  title: ({ stay }) => `An adult who lives there: ${stay.called}`,
  child: (at) => at.child,
  back: (at) => hrefOf(at.child),
  intro: () => INTRO,
  help: ['home-right'],
  asks: () => ASKS,
  read: readAdult,
  async keep({ tx }, { child, stay }, adult) {
    await addAdult(tx, { child: child.id, stay: stay.id }, adult)
    return { to: hrefOf(child) }
  },
}

type OfAdult = { readonly child: Child; readonly adult: Adult }

export async function adultOf(visit: Visit): Promise<OfAdult | undefined> {
  const child = await childOf(visit)
  const adult = await findAdult(visit.tx, child.id, visit.params['adult'])
  return adult && { child, adult }
}

const CHANGE: AskedForm<OfAdult, AdultToKeep> = {
  url: '/children/:childId/home/adults/:adult/change',
  may: 'children.write',
  audit: auditOf('home.ask', 'home.adult-change'),
  find: adultOf,
  title: 'An adult who lives there: correct it, or write that they left',
  child: (at) => at.child,
  back: (at) => hrefOf(at.child),
  asks: () => ASKS,
  typed: ({ adult }) => ({
    who: adult.who,
    relation: adult.relation,
    shares: adult.shares.join(' '),
    checked: adult.checked,
    ...daysOf('sinceOn', adult.sinceOn),
    ...daysOf('untilOn', adult.untilOn),
  }),
  version: ({ adult }) => adult.version,
  read: readAdult,
  async keep({ tx }, { child, adult }, change, version) {
    if (await changeAdult(tx, { id: adult.id, version }, change)) return { to: hrefOf(child) }
    const there = (await findAdult(tx, child.id, adult.id)) ?? adult
    return { meanwhile: { by: undefined, lines: adultLines(there) }, version: there.version }
  },
}

function readAdult(read: Reading): AdultToKeep | undefined {
  const who = read.needed('who', 'Enter who it is', 200)
  const relation = read.choice('relation', RELATIONS, 'Choose who they are to the child')
  const shares = read.ticks('shares', SHARES)
  if (shares.length === 0) read.wrong('shares', 'Choose what they share, the building at least')
  const checked = read.choice('checked', CHECKED, 'Choose whether a check was seen')
  const sinceOn = read.day('sinceOn', 'Enter since which day', { until: read.today })
  const untilOn = read.dayOrNone('untilOn', { from: sinceOn, until: read.today })
  if (!relation || !checked || !sinceOn) return undefined
  return { who, relation, shares, checked, sinceOn, untilOn }
}

const day = (on: CalendarDay | undefined): string => (on ? inWords(on) : '')

export const adultLines = (adult: Adult) => [
  { label: 'Who', text: adult.who },
  { label: 'Who they are to the child', text: RELATIONS[adult.relation] },
  { label: 'Shares', text: adult.shares.map((s) => SHARES[s]).join('; ') },
  { label: 'Criminal record check seen', text: CHECKED[adult.checked] },
  { label: 'Since', text: day(adult.sinceOn) },
  { label: 'Until', text: day(adult.untilOn) },
]

export const adultPages = [...askedPages(ADD), ...askedPages(CHANGE)]
