import { type Rows, rowsFor } from './copy.queries.ts'
import { dayOf } from './days.ts'
import type { InventedChild } from './invented.ts'
import { random, type Random, uuid } from './random.ts'

/** A stream of chance of its own for the ids of these rows. */
const ROW_IDS = 0x41000000
/** One in so many children has a way to be reached written down by staff. */
const EVERY = 3

const COLUMNS = {
  contact_way: 'id child_id channel address given_by',
  contact_safety:
    'id child_id way_id voice state only_from only_until code_word who_may_answer note said_by said_by_name confirmed_at',
  notice_wish: 'id child_id wanted way_id reasons',
  sharing_choice: 'id child_id kind choice people private_to',
  own_setting: 'id child_id level private_to',
  asked_not_about: 'id child_id topics',
  setting_suggestion: 'id child_id about share why suggested_by suggested_at answer answered_at',
}

const empty = (table: keyof typeof COLUMNS) =>
  rowsFor(table, `${COLUMNS[table]} changed_by changed_at`.split(' '))

const emptyTables = () => ({
  way: empty('contact_way'),
  safety: empty('contact_safety'),
  wish: empty('notice_wish'),
  sharing: empty('sharing_choice'),
  setting: empty('own_setting'),
  away: empty('asked_not_about'),
  suggestion: empty('setting_suggestion'),
})

type Tables = ReturnType<typeof emptyTables>

/** How to reach a batch of children, and what those with pages of their own have set. */
export function rowsOfSettings(batch: readonly InventedChild[], today: number): readonly Rows[] {
  const tables = emptyTables()
  for (const child of batch) {
    const r = random(child.number, ROW_IDS)
    const beside = child.allocations.filter((a) => a.to === undefined).map((a) => a.personId)
    const [worker] = beside
    if (child.accountId && worker) {
      pushOwn(tables, { child, r, today, account: child.accountId, worker, beside })
    } else if (worker && child.number % EVERY === 0) {
      pushByStaff(tables, { child, r, today, worker })
    }
  }
  return Object.values(tables)
}

/** Numbers that Ofcom keeps for stories: they ring nowhere. */
const invented = (n: number) => `07700900${String(n % 1000).padStart(3, '0')}`

const noonOf = (today: number, ago: number) => `${dayOf(today - ago)}T12:00:00Z`

type ByStaff = {
  readonly child: InventedChild
  readonly r: Random
  readonly today: number
  readonly worker: string
}

function pushByStaff(tables: Tables, { child, r, today, worker }: ByStaff): void {
  const way = uuid(r)
  // Some were said within the month, most long ago: those are asked first.
  const said = noonOf(today, child.number % 90)
  const hand = [worker, said]
  tables.way.rows.push([way, child.id, 'call', invented(child.number), 'staff', ...hand])
  const state = child.number % 4 === 0 ? 'no_message' : 'safe'
  const more = [undefined, undefined, undefined, undefined, undefined]
  const line = [uuid(r), child.id, way, 'staff', state, ...more, 'young_person', undefined, said]
  tables.safety.rows.push([...line, ...hand])
}

type Own = ByStaff & { readonly account: string; readonly beside: readonly string[] }

/** A young person's own: two ways in both voices, what they share, and a suggestion they have not answered. */
function pushOwn(tables: Tables, { child, r, today, account, worker, beside }: Own): void {
  const mine = [account, noonOf(today, 6)]
  const theirs = [worker, noonOf(today, 20)]
  const [call, text] = [uuid(r), uuid(r)]
  const number = invented(child.number)
  tables.way.rows.push([call, child.id, 'call', number, 'staff', ...theirs])
  tables.way.rows.push([text, child.id, 'text', number, 'young_person', ...mine])
  const line = (way: string, voice: string) => [uuid(r), child.id, way, voice]
  const own = ['young_person', undefined, mine[1], ...mine]
  const evenings = [
    'no_message',
    '16:00',
    '20:30',
    'left back',
    'Only me',
    'Not on Sundays, please',
  ]
  tables.safety.rows.push([...line(call, 'young_person'), ...evenings, ...own])
  const nothing = [undefined, undefined, undefined, undefined]
  const heard = ['somebody_else', 'the foster carer', theirs[1], ...theirs]
  const note = 'The phone is shared with somebody else at weekends'
  tables.safety.rows.push([...line(call, 'staff'), 'safe', ...nothing, note, ...heard])
  tables.safety.rows.push([...line(text, 'young_person'), 'safe', ...nothing, undefined, ...own])
  tables.wish.rows.push([
    uuid(r),
    child.id,
    true,
    text,
    ['reply', 'calendar', 'suggestion'],
    ...mine,
  ])
  tables.setting.rows.push([uuid(r), child.id, 'each_person', account, ...mine])
  tables.sharing.rows.push([
    uuid(r),
    child.id,
    'people',
    'some',
    [...new Set(beside)],
    account,
    ...mine,
  ])
  tables.away.rows.push([uuid(r), child.id, ['words/culture', 'words/identity'], ...mine])
  const suggestion = (about: string, share: string | undefined, why: string) => {
    return [uuid(r), child.id, about, share, why, worker, theirs[1]]
  }
  const asked = suggestion(
    'contact',
    undefined,
    'You changed your phone. Is the number still right?',
  )
  tables.suggestion.rows.push([...asked, undefined, undefined, ...theirs])
  const agreed = suggestion(
    'people',
    'with_me',
    'So that I know whom to ask before I book something.',
  )
  tables.suggestion.rows.push([...agreed, 'yes', mine[1], ...mine])
}
