import { keysOfChild } from '#domains/children/index.ts'
import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { type Rows, rowsFor } from './copy.queries.ts'
import type { InventedChild } from './invented.ts'
import type { Cast } from './organisations.ts'
import { at, random, type Random, uuid } from './random.ts'

/** Streams of chance for the ids of rows, away from those that invent. */
const ROW_IDS = 0x40000000

/** What every row of a record ends with: whose hand it was, and when. */
type Hand = readonly [by: string | undefined, at: string]

/** The rows of a batch of children: the record, the keys it is found by, who stands beside them. */
export function rowsOfRecords(cast: Cast, batch: readonly InventedChild[]): readonly Rows[] {
  const tables = emptyTables()
  for (const child of batch) {
    const r = random(child.number, ROW_IDS)
    const worker = child.allocations.find((a) => a.to === undefined)?.personId
    const hand: Hand = [worker, `${child.openedOn}T10:00:00Z`]
    pushChild(tables, cast, child, hand)
    pushFacts(tables, cast, { child, r, hand })
    pushWords(tables, { child, r, hand })
    for (const a of child.allocations) {
      const start = [uuid(r), child.id, a.personId, a.part, a.from, a.to, a.endedWhy]
      tables.allocation.rows.push([...start, a.personId, `${a.to ?? a.from}T09:00:00Z`])
    }
  }
  return Object.values(tables)
}

type Tables = ReturnType<typeof emptyTables>

const COLUMNS = {
  child: 'id organisation_id team_id person_id known_as say_it invented opened_at opened_by',
  child_name: 'id child_id name kind script note',
  child_identifier: 'id child_id organisation_id kind value',
  date_of_birth_claim: 'id child_id earliest latest precision source contested note',
  child_language: 'id child_id language dialect speaks reads writes for_feelings never_use note',
  about_me: 'id child_id topic words language said_by said_on',
  own_meaning: 'id child_id word meaning language',
  person_who_matters: 'id child_id name who_they_are why trusted_adult',
  allocation: 'id child_id person_id part started_on ended_on ended_why',
}

const empty = (table: keyof typeof COLUMNS) =>
  rowsFor(table, `${COLUMNS[table]} changed_by changed_at`.split(' '))

function emptyTables() {
  return {
    child: empty('child'),
    name: empty('child_name'),
    identifier: empty('child_identifier'),
    birth: empty('date_of_birth_claim'),
    language: empty('child_language'),
    about: empty('about_me'),
    meaning: empty('own_meaning'),
    mattering: empty('person_who_matters'),
    allocation: empty('allocation'),
    key: rowsFor('child_key', ['child_id', 'keys']),
  }
}

function day(text: string): CalendarDay {
  const read = calendarDay(text)
  if (!read) throw new Error(`An invented day does not exist: ${text}`)
  return read
}

function pushChild(tables: Tables, cast: Cast, child: InventedChild, hand: Hand): void {
  const organisation = at(cast.organisations, child.organisation)
  const [by, openedAt] = hand
  const team = at(organisation.teams, child.team).id
  const names = [child.accountId, child.goesBy, child.sayIt]
  tables.child.rows.push([child.id, organisation.id, team, ...names, true, openedAt, by, ...hand])
  const keys = keysOfChild({
    names: [child.goesBy, ...child.names.map((n) => n.text)],
    births: child.births.map((b) => ({ earliest: day(b.from), latest: day(b.to) })),
    identifiers: child.identifiers.map((i) => i.value),
  })
  tables.key.rows.push([child.id, keys])
}

type Held = { readonly child: InventedChild; readonly r: Random; readonly hand: Hand }

function pushFacts(tables: Tables, cast: Cast, { child, r, hand }: Held): void {
  const start = () => [uuid(r), child.id]
  const organisation = at(cast.organisations, child.organisation).id
  for (const n of child.names) {
    tables.name.rows.push([...start(), n.text, n.kind, n.script, n.note, ...hand])
  }
  for (const i of child.identifiers) {
    tables.identifier.rows.push([...start(), organisation, i.kind, i.value, ...hand])
  }
  for (const b of child.births) {
    const said = [b.from, b.to, b.precision, b.source, b.contested, b.note]
    tables.birth.rows.push([...start(), ...said, ...hand])
  }
  for (const l of child.languages) {
    const flags = [l.speaks, l.reads, l.writes, l.forFeelings, l.neverUse]
    tables.language.rows.push([...start(), l.name, l.dialect, ...flags, l.note, ...hand])
  }
}

function pushWords(tables: Tables, { child, r, hand: [by] }: Held): void {
  const start = () => [uuid(r), child.id]
  for (const a of child.about) {
    const hand = [by, `${a.saidOn}T12:00:00Z`]
    tables.about.rows.push([...start(), a.topic, a.words, a.language, a.saidBy, a.saidOn, ...hand])
  }
  const hand = [by, `${child.openedOn}T12:00:00Z`]
  for (const m of child.meanings) {
    tables.meaning.rows.push([...start(), m.word, m.meaning, m.language, ...hand])
  }
  for (const p of child.people) {
    const [id, of] = start()
    const said = [p.name, p.relation, p.why, p.trustedAdult]
    tables.mattering.rows.push([p.id ?? id, of, ...said, ...hand])
  }
}
