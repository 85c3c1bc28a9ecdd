import type { Visit } from '#platform/http/page.ts'
import { daysOf } from '#domains/children/index.ts'
import { languageAsk, type Reading, sheet, speaking, versionIn } from '#domains/plans/index.ts'
import { addressOf, shared, URL } from '../child-of-eighteen.ts'
import { addRow, type AdultPerson, adultsOf, changeRow } from '../eighteen.queries.ts'
import { ADULT_PARTS, mayTakeOver, NOT_MET, WISHES } from '../eighteen.rules.ts'
import { readSays, saysAsks } from '../their-words.ts'

const asks = [
  { kind: 'text', name: 'name', label: 'Their name', hint: 'A person, not a team' },
  { kind: 'text', name: 'service', label: 'Their team or service' },
  { kind: 'choice', name: 'part', label: 'What are they there for?', choices: ADULT_PARTS },
  { kind: 'words', name: 'takesOver', label: 'What do they go on with, and from when?' },
  { kind: 'day', name: 'namedOn', label: 'Since which day is it known that it is them?' },
] as const

const readPerson = (read: Reading) => ({
  name: read.needed('name', 'Enter their name', 200),
  service: read.needed('service', 'Enter their team or service', 200),
  part: read.choice('part', ADULT_PARTS, 'Choose what they are there for'),
  takes_over: read.needed('takesOver', 'Enter what they go on with', 2000),
  named_on: read.dayNeeded('namedOn', 'Enter since which day it is them', { until: read.today }),
})

/** Somebody of a service for adults, by name. */
export const namePages = sheet({
  ...shared,
  url: `${URL}/people/add`,
  act: 'past-eighteen.people.add',
  find: speaking,
  title: () => 'Somebody who goes on after eighteen',
  help: ['past-eighteen', 'personal-adviser'],
  intro: () => [
    'They meet before anything is handed over, unless the young person would rather not.',
  ],
  asks: () => asks,
  async save(visit, found, read) {
    const columns = readPerson(read)
    if (read.problems.length > 0) return 'asked-again'
    await addRow(visit.tx, 'adult_person', found.child.id, columns)
    return { to: addressOf(found) }
  },
})

async function adultOf(visit: Visit) {
  const spoken = await speaking(visit)
  const adult = (await adultsOf(visit.tx, spoken.child.id)).find(
    (a) => a.id === visit.params['adult'],
  )
  return adult && { ...spoken, adult }
}
type Found = NonNullable<Awaited<ReturnType<typeof adultOf>>>

const one = { ...shared, find: adultOf, version: ({ adult }: Found) => adult.version } as const
const rowOf = ({ child, adult }: Found, read: Reading) => ({
  child: child.id,
  id: adult.id,
  version: versionIn(read),
})

export const changePages = sheet({
  ...one,
  url: `${URL}/people/:adult`,
  act: 'past-eighteen.people.change',
  title: () => 'Somebody who goes on after eighteen',
  asks: () => [
    ...asks,
    { kind: 'day', name: 'endedOn', label: 'If it is no longer them: since which day? (optional)' },
    { kind: 'words', name: 'endedWhy', label: 'Why? (only if it is no longer them)' },
  ],
  kept: ({ adult }) => ({
    name: adult.name,
    service: adult.service,
    part: adult.part,
    takesOver: adult.takesOver,
    ...daysOf('namedOn', adult.namedOn),
    ...daysOf('endedOn', adult.endedOn),
    endedWhy: adult.endedWhy ?? '',
  }),
  async save(visit, found, read) {
    const columns = readPerson(read)
    const endedOn = read.dayOrNone('endedOn', { from: columns.named_on, until: read.today })
    const endedWhy = endedOn
      ? read.needed('endedWhy', 'Enter why it is no longer them', 1000)
      : undefined
    const { handedOverOn } = found.adult
    if (handedOverOn && columns.named_on > handedOverOn) {
      read.wrong('namedOn', 'This must be the day it was handed over, or earlier')
    }
    if (read.problems.length > 0) return 'asked-again'
    const kept = { ...columns, ended_on: endedOn ?? null, ended_why: endedWhy ?? null }
    const saved = await changeRow(visit.tx, 'adult_person', rowOf(found, read), kept)
    return saved ? { to: addressOf(found) } : 'changed-meanwhile'
  },
})

/** They met: where, who came along, and what the young person says of it. */
export const metPages = sheet({
  ...one,
  url: `${URL}/people/:adult/met`,
  act: 'past-eighteen.people.met',
  title: () => 'They met',
  intro: ({ adult }) => [`${adult.name}, ${adult.service}.`],
  asks: (found) => [
    { kind: 'day', name: 'metOn', label: 'On which day?' },
    { kind: 'text', name: 'place', label: 'Where?' },
    {
      kind: 'text',
      name: 'withThem',
      label: 'Who came along? (optional)',
      hint: 'Best somebody they know and chose',
    },
    ...saysAsks(found),
  ],
  kept: () => ({ language: 'en' }),
  async save(visit, found, read) {
    const metOn = read.dayNeeded('metOn', 'Enter the day they met', { until: read.today })
    const place = read.needed('place', 'Enter where they met', 200)
    const withThem = read.maybe('withThem', 200)
    const said = readSays(read)
    if (read.problems.length > 0) return 'asked-again'
    await addRow(visit.tx, 'adult_meeting', found.child.id, {
      adult_id: found.adult.id,
      met_on: metOn,
      place,
      with_them: withThem ?? null,
      says: said.says,
      says_language: said.language,
      not_said_why: said.notSaidWhy,
    })
    return { to: addressOf(found) }
  },
})

/** What they told somebody of meeting or not meeting, in their own words. */
export const wishPages = sheet({
  ...one,
  url: `${URL}/people/:adult/wish`,
  act: 'past-eighteen.people.wish',
  title: () => 'What they want about meeting',
  intro: () => [
    'They can say it themselves on their own page. What is written here stays; the newest holds.',
  ],
  asks: (found) => [
    { kind: 'choice', name: 'wish', label: 'What do they want?', choices: WISHES },
    { kind: 'words', name: 'words', label: 'In their own words' },
    languageAsk(found),
  ],
  kept: () => ({ language: 'en' }),
  async save(visit, found, read) {
    const columns = {
      adult_id: found.adult.id,
      wish: read.choice('wish', WISHES, 'Choose what they want'),
      words: read.needed('words', 'Enter what they said, in their own words', 5000),
      words_language: read.language('language'),
      said_by: 'child_with_someone',
    }
    if (read.problems.length > 0) return 'asked-again'
    await addRow(visit.tx, 'adult_wish', found.child.id, columns)
    return { to: addressOf(found) }
  },
})

const whatIsKept = ({ adult, child }: Found) =>
  adult.meetings.flatMap((m) =>
    m.says
      ? [{ title: `What ${child.knownAs} says`, lines: [{ text: m.says, lang: m.language }] }]
      : [],
  )

/** Handed over: only after they met, or the young person said that they would rather not. The database holds it too. */
export const handOverPages = sheet({
  ...one,
  url: `${URL}/people/:adult/hand-over`,
  act: 'past-eighteen.people.hand-over',
  title: () => 'Hand over',
  help: ['past-eighteen'],
  beside: whatIsKept,
  intro: ({ adult }) => [
    `${adult.name} goes on: ${adult.takesOver}`,
    'Nobody is taken away by this. Whoever stands beside them stays until that is ended in its own place.',
  ],
  asks: () => [{ kind: 'day', name: 'handedOverOn', label: 'On which day is it handed over?' }],
  kept: ({ adult }) => daysOf('handedOverOn', adult.handedOverOn),
  submit: 'Hand over',
  async save(visit, found, read) {
    const bounds = { from: found.adult.namedOn, until: read.today }
    const on = read.dayNeeded('handedOverOn', 'Enter the day it is handed over', bounds)
    if (read.problems.length === 0 && !mayTakeOver(found.adult, on))
      read.wrong('handedOverOn', NOT_MET)
    if (read.problems.length > 0) return 'asked-again'
    const saved = await changeRow(visit.tx, 'adult_person', rowOf(found, read), {
      handed_over_on: on,
    })
    return saved ? { to: addressOf(found) } : 'changed-meanwhile'
  },
})

export type { AdultPerson }
