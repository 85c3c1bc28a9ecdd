import type { Client } from 'pg'
import { keysOfChild, scriptOf } from '#domains/children/index.ts'
import type { MatchRecord } from '#domains/matching/index.ts'
import { forAsMany, weighed } from '#domains/same-child/index.ts'
import { calendarDay } from '#kernel/calendar-day.ts'
import { PAIRS, type Speaker, type ToldPair, type ToldRecord } from './same-child-told.ts'

/** About as many records as the organisation of a small demonstration has. */
const RECORDS = 300

type Told = Readonly<Record<Speaker, string>> & {
  readonly organisation: string
  readonly child: string
  readonly today: Date
}

/**
 * Records that are about one child, or look so, in ways of writing that are hard to compare: waiting,
 * proposed, linked by two people, left open, and told apart. One of them is of the young person told in full.
 */
export async function tellSameChild(client: Client, told: Told): Promise<void> {
  for (const [n, pair] of PAIRS.entries()) {
    const first = pair.one
      ? await openTold(client, told, { pair, record: pair.one, mark: `${n} one` })
      : await ownRecord(client, told.child)
    const born = pair.two.born ?? first.births?.[0]?.earliest
    const second = await openTold(client, told, {
      pair,
      record: { ...pair.two, born },
      mark: `${n} two`,
    })
    await keepPair(client, told, { pair, first, second })
  }
}

async function ownRecord(client: Client, child: string): Promise<MatchRecord> {
  const { rows } = await client.query<{ names: string[]; births: string[]; languages: string[] }>(
    `select array(select name from waymark.child_name where child_id = $1 order by id) as names,
       array(select earliest::text from waymark.date_of_birth_claim where child_id = $1 and earliest = latest order by id) as births,
       array(select language from waymark.child_language where child_id = $1 and speaks order by id) as languages`,
    [child],
  )
  const [row] = rows
  return {
    id: child,
    names: row?.names ?? [],
    births: (row?.births ?? []).map((day) => ({ earliest: day, latest: day })),
    languages: row?.languages ?? [],
  }
}

type Opening = { readonly pair: ToldPair; readonly record: ToldRecord; readonly mark: string }

async function openTold(
  client: Client,
  told: Told,
  { pair, record, mark }: Opening,
): Promise<MatchRecord> {
  const worker = told[pair.beside]
  const at = new Date(told.today.getTime() - 40 * 24 * 60 * 60 * 1000)
  const { rows } = await client.query<{ id: string }>(
    `insert into waymark.child (id, organisation_id, team_id, known_as, invented, opened_at, opened_by, changed_by, changed_at)
     select md5('same child ' || $1)::uuid, $2, p.team_id, $3, true, $4, p.id, p.id, $4
     from waymark.person p where p.id = $5 returning id`,
    [mark, told.organisation, record.names[0] ?? '', at, worker],
  )
  const id = rows[0]?.id ?? ''
  for (const [n, name] of record.names.entries()) {
    const kind = n === 0 ? 'calls_themselves' : 'on_documents'
    await client.query(
      `insert into waymark.child_name (child_id, name, kind, script, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, name, kind, scriptOf(name), worker, at],
    )
  }
  if (record.born)
    await client.query(
      `insert into waymark.date_of_birth_claim (child_id, earliest, latest, precision, source, changed_by, changed_at) values ($1, $2, $2, 'day', $3, $4, $5)`,
      [id, record.born, record.source, worker, at],
    )
  await client.query(
    `insert into waymark.child_language (child_id, language, changed_by, changed_at) values ($1, $2, $3, $4)`,
    [id, record.language, worker, at],
  )
  if (record.phone)
    await client.query(
      `insert into waymark.contact_way (child_id, channel, address, given_by, changed_by, changed_at) values ($1, 'call', $2, 'staff', $3, $4)`,
      [id, record.phone, worker, at],
    )
  await client.query(
    `insert into waymark.allocation (child_id, person_id, part, started_on, changed_by, changed_at) values ($1, $2, 'key_worker', ($3::timestamptz at time zone 'Europe/London')::date, $2, $3)`,
    [id, worker, at],
  )
  await keysFor(client, id, record)
  return asMatch(id, record)
}

async function keysFor(client: Client, id: string, { names, born }: ToldRecord): Promise<void> {
  const day = born === undefined ? undefined : calendarDay(born)
  const keys = keysOfChild({
    names,
    births: day ? [{ earliest: day, latest: day }] : [],
    identifiers: [],
  })
  await client.query(`insert into waymark.child_key (child_id, keys) values ($1, $2)`, [id, keys])
}

const asMatch = (id: string, { names, born, language, phone }: ToldRecord): MatchRecord => ({
  id,
  names,
  births: born ? [{ earliest: born, latest: born }] : [],
  languages: [language],
  phones: phone ? [phone] : [],
})

type Found = { readonly pair: ToldPair; readonly first: MatchRecord; readonly second: MatchRecord }

/** The pair as the service finds and weighs it, and then what people say, in order, as the pages would keep it. */
async function keepPair(client: Client, told: Told, { pair, first, second }: Found): Promise<void> {
  const [found] = weighed(first, [second], forAsMany(RECORDS))
  if (!found) return
  const { start, steps, weight } = found.waterfall
  const [one, two] = first.id < second.id ? [first.id, second.id] : [second.id, first.id]
  const at = new Date(told.today.getTime() - 30 * 24 * 60 * 60 * 1000)
  const { rows } = await client.query<{ id: string }>(
    `insert into waymark.same_child_pair (id, organisation_id, one_id, two_id, weight, steps, found_by, found_at, weighed_at, changed_at)
     values (md5('pair ' || $2)::uuid, $1, $2::text::uuid, $3, $4, $5, 'record', $6, $6, $6) returning id`,
    [told.organisation, one, two, weight, JSON.stringify({ start, steps }), at],
  )
  for (const [n, said] of pair.said.entries())
    await client.query(
      `insert into waymark.same_child_act (pair_id, act, reason, to_person, by_id, at, pair_version) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        rows[0]?.id,
        said.act,
        said.reason,
        said.to ? told[said.to] : null,
        told[said.by],
        new Date(at.getTime() + (n + 1) * 24 * 60 * 60 * 1000),
        n + 1,
      ],
    )
}
