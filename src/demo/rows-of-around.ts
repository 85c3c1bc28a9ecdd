import { type Cell, type Rows, rowsFor } from './copy.queries.ts'
import { STORY } from './child.ts'
import { dayOf, instantOf } from './days.ts'
import type { InventedChild } from './invented.ts'
import type { Cast } from './organisations.ts'
import { at, chance, random, type Random, uuid } from './random.ts'

const STREAM = 0x40000011
const REACH_STREAM = -3000

/** How workers and guardians can be reached: most have written it, some have not yet. The numbers are kept for drama and reach nobody. */
export function rowsOfReach(cast: Cast, today: number): Rows {
  const rows = rowsFor(
    'way_to_reach',
    'id person_id phone hours when_away cover_name cover_phone away_from away_until changed_by changed_at'.split(
      ' ',
    ),
  )
  const r = random(0, REACH_STREAM)
  for (const [n, person] of [...cast.practitioners, ...cast.guardians].flat().entries()) {
    if (!person.signIn && !chance(r, 0.7)) continue
    const number = (place: number) => `01632 960${String(place % 1000).padStart(3, '0')}`
    const team = at(cast.organisations, person.organisation).teams[0]?.name ?? 'the team'
    const away = person.role === 'guardian' && person.signIn
    rows.rows.push([
      uuid(r),
      person.id,
      number(n),
      person.role === 'guardian' ? 'Every day from 9 to 7' : 'Monday to Thursday, 9 to 5',
      'Send a text. I read it when I am back. If it cannot wait, ring the person below.',
      `Duty worker, ${team}`,
      number(n + 500),
      away ? dayOf(today - 1) : null,
      away ? dayOf(today + 3) : null,
      person.id,
      instantOf(today - 40, 600),
    ])
  }
  return rows
}

const OWN =
  'id child_id about_staff_id about_matters_id view words language private_to said_at changed_by changed_at'.split(
    ' ',
  )
const AGENCY =
  'id child_id about_staff_id about_matters_id organisation_id view reason source told_on told_how changed_by changed_at'.split(
    ' ',
  )
const RULE =
  'id child_id matters_id rule decided_by child_agrees child_says review_on changed_by changed_at'.split(
    ' ',
  )

/** How people are seen, by the young person and by us; what was agreed; who wants nobody now. */
export function rowsOfAround(
  cast: Cast,
  batch: readonly InventedChild[],
  today: number,
): readonly Rows[] {
  const tables = {
    own: rowsFor('own_view_of_person', OWN),
    agency: rowsFor('agency_view_of_person', AGENCY),
    rule: rowsFor('contact_rule', RULE),
    answer: rowsFor(
      'trusted_answer',
      'id child_id answer said_at said_by changed_by changed_at'.split(' '),
    ),
  }
  for (const child of batch) {
    const r = random(child.number, STREAM)
    if (child.number === STORY) storyOf(tables, cast, { child, r, today })
    else notNow(tables.answer, { child, r, today })
  }
  return Object.values(tables)
}

type Told = { readonly child: InventedChild; readonly r: Random; readonly today: number }

/** A few who have chosen nobody have said that they do not want anybody now, or would like somebody. */
function notNow(rows: Rows, { child, r, today }: Told): void {
  const worker = child.allocations.find((a) => a.to === undefined)?.personId
  if (!worker || child.people.some((p) => p.trustedAdult) || !chance(r, 0.15)) return
  const said = instantOf(today - 25, 700)
  const answer = chance(r, 0.7) ? 'not_now' : 'ask_me'
  rows.rows.push([uuid(r), child.id, answer, said, 'child_with_someone', worker, said])
}

type StoryTables = { readonly own: Rows; readonly agency: Rows; readonly rule: Rows }

function storyOf(tables: StoryTables, cast: Cast, { child, r, today }: Told): void {
  const now = child.allocations.filter((a) => a.to === undefined)
  const worker = now.find((a) => a.part !== 'guardian')?.personId
  const guardian = now.find((a) => a.part === 'guardian')?.personId
  const organisation = at(cast.organisations, child.organisation).id
  const idOf = (name: string) => child.people.find((p) => p.name.startsWith(name))?.id
  const said = instantOf(today - 18, 1100)
  const own = (staff: Cell, person: Cell, view: string, words: Cell, mine: boolean) => {
    const row = [uuid(r), child.id, staff, person, view, words, 'en']
    tables.own.rows.push([...row, mine ? child.accountId : null, said, child.accountId, said])
  }
  own(worker, null, 'helps', 'She writes it down when I say it.', false)
  own(guardian, null, 'helps', null, true)
  own(null, idOf('Marta'), 'helps', 'The light is always on.', false)
  own(null, idOf('Selam'), 'both', 'I miss her and I worry about her.', true)
  const wrote = instantOf(today - 90, 620)
  const agency = (person: Cell, view: string, reason: string, source: string, told: boolean) => {
    const row = [uuid(r), child.id, null, person, organisation, view, reason, source]
    const when = told ? [dayOf(today - 80), 'Spoken, with the interpreter'] : [null, null]
    tables.agency.rows.push([...row, ...when, worker, wrote])
  }
  agency(
    idOf('Selam'),
    'protective',
    'Speaks with him every Sunday. He sleeps better after it.',
    'Marta Lindqvist, at three visits',
    true,
  )
  agency(
    idOf('Biniam'),
    'unknown',
    'Nobody of us has met him. That says nothing about him.',
    'Our own record',
    false,
  )
  const rule = 'You and your mum speak every Sunday on Marta’s telephone, as long as you like.'
  const agreed = ['You, your mum and Marta', 'yes', 'Sundays are for her.', dayOf(today + 60)]
  tables.rule.rows.push([uuid(r), child.id, idOf('Selam'), rule, ...agreed, worker, wrote])
}
