import { sql } from 'kysely'
import { allocationsOf, peopleOf } from '#domains/children/index.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { ChildId, PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import {
  type OwnViewCode,
  peopleAround,
  type PersonAround,
  type Reach,
  type Trust,
} from './around.rules.ts'

/** Everybody around a young person now. */
export async function aroundChild(
  tx: Tx,
  child: ChildId,
  unnamed: string,
): Promise<readonly PersonAround[]> {
  return peopleAround(await allocationsOf(tx, child), await peopleOf(tx, child), unnamed)
}

/** How those people can be reached at work, by account. */
export async function reachOf(
  tx: Tx,
  people: readonly string[],
): Promise<ReadonlyMap<string, Reach>> {
  if (people.length === 0) return new Map()
  const { rows } = await sql<Kept<Reach & { readonly id: string }>>`
    select person_id as id, phone, hours, when_away as "whenAway", cover_name as "coverName",
           cover_phone as "coverPhone", away_from as "awayFrom", away_until as "awayUntil", language, version
    from waymark.way_to_reach where person_id = any (${people}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, known<Reach & { readonly id: string }>(row)]))
}

export type ReachToKeep = Omit<Reach, 'version'>

/** Keeps how one can be reached oneself. False when it changed meanwhile, in another window. */
export async function keepReach(
  tx: Tx,
  me: PersonId,
  reach: ReachToKeep,
  version: number,
): Promise<boolean> {
  const { rows } = await sql`
    insert into waymark.way_to_reach as w
      (person_id, phone, hours, when_away, cover_name, cover_phone, away_from, away_until, language)
    values (${me}, ${reach.phone ?? null}, ${reach.hours ?? null}, ${reach.whenAway ?? null},
      ${reach.coverName ?? null}, ${reach.coverPhone ?? null}, ${reach.awayFrom ?? null}::date,
      ${reach.awayUntil ?? null}::date, ${reach.language})
    on conflict (person_id) do update set
      phone = excluded.phone, hours = excluded.hours, when_away = excluded.when_away,
      cover_name = excluded.cover_name, cover_phone = excluded.cover_phone,
      away_from = excluded.away_from, away_until = excluded.away_until, language = excluded.language
    where w.version = ${version} returning id`.execute(tx)
  return rows.length === 1
}

/** Where a person around a child is written about: their account when they are staff, else their entry. */
export type About = Pick<PersonAround, 'staffId' | 'mattersId'>
const aboutOf = (about: About) =>
  about.staffId ? { staff: about.staffId, entry: null } : { staff: null, entry: about.mattersId }

export type OwnView = {
  readonly about: string
  readonly view: OwnViewCode
  readonly words: string | undefined
  readonly language: string
  /** Whether the people beside the young person may read it. */
  readonly shown: boolean
  readonly saidAt: Date
  readonly version: number
}

/** How the young person sees each person, as far as the actor may read it; by whom it is about. */
export async function ownViewsOf(tx: Tx, child: ChildId): Promise<ReadonlyMap<string, OwnView>> {
  const { rows } = await sql<Kept<OwnView>>`
    select coalesce(about_staff_id, about_matters_id) as about, view, words, language,
           private_to is null as shown, said_at as "saidAt", version
    from waymark.own_view_of_person where child_id = ${child}`.execute(tx)
  return new Map(rows.map((row) => [row.about, known<OwnView>(row)]))
}

export type ViewToKeep = {
  readonly view: OwnViewCode
  readonly words: string | undefined
  readonly language: string
  readonly shown: boolean
}

/** Keeps how the young person sees somebody. False when it changed meanwhile. */
export async function keepOwnView(
  tx: Tx,
  at: { readonly child: ChildId; readonly me: PersonId; readonly about: About; readonly now: Date },
  view: ViewToKeep,
  version: number,
): Promise<boolean> {
  const { staff, entry } = aboutOf(at.about)
  const key = staff
    ? sql`(child_id, about_staff_id) where about_staff_id is not null`
    : sql`(child_id, about_matters_id) where about_matters_id is not null`
  const { rows } = await sql`
    insert into waymark.own_view_of_person as v
      (child_id, about_staff_id, about_matters_id, view, words, language, private_to, said_at)
    values (${at.child}, ${staff}, ${entry}, ${view.view}, ${view.words ?? null}, ${view.language},
      ${view.shown ? null : at.me}, ${at.now})
    on conflict ${key} do update set view = excluded.view, words = excluded.words,
      language = excluded.language, private_to = excluded.private_to, said_at = excluded.said_at
    where v.version = ${version} returning id`.execute(tx)
  return rows.length === 1
}

/** Whether somebody is chosen, since when not, and what they said about being asked. */
export async function trustOf(
  tx: Tx,
  child: ChildId,
  now: Date,
): Promise<
  Trust & { readonly days: number; readonly answered: Date | undefined; readonly version: number }
> {
  const { rows } = await sql<{
    chosen: boolean
    emptySince: Date
    answer: 'not_now' | 'ask_me' | null
    said_at: Date | null
    version: number | null
    days: number
  }>`
    select exists (select from waymark.person_who_matters m
             where m.child_id = c.id and m.trusted_adult and m.ended_at is null)
             -- whom they trust and do not show to this reader is not nobody
             or c.id in (select waymark.kept_back('people')) as chosen,
           coalesce((select max(t.ended_at) from waymark.trusted_time t where t.child_id = c.id), c.opened_at) as "emptySince",
           a.answer, a.said_at, a.version, waymark.days_for('nobody_trusted_yet', ${now}) as days
    from waymark.child c left join waymark.trusted_answer a on a.child_id = c.id
    where c.id = ${child}`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('This child is out of reach')
  return {
    chosen: row.chosen,
    emptySince: row.emptySince,
    answer: row.answer ?? undefined,
    answered: row.said_at ?? undefined,
    version: row.version ?? 0,
    days: row.days,
  }
}

/** Keeps what was said about being asked. A worker writes down what was said to them. */
export async function keepTrustAnswer(
  tx: Tx,
  child: ChildId,
  answer: {
    readonly answer: 'not_now' | 'ask_me'
    readonly by: 'child' | 'child_with_someone'
    readonly words: string | undefined
    readonly language: string
    readonly at: Date
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into waymark.trusted_answer as t (child_id, answer, said_at, said_by, words, language)
    values (${child}, ${answer.answer}, ${answer.at}, ${answer.by}, ${answer.words ?? null}, ${answer.language})
    on conflict (child_id) do update set answer = excluded.answer, said_at = excluded.said_at,
      said_by = excluded.said_by, words = excluded.words, language = excluded.language
    where t.said_by <> 'child' or excluded.said_by = 'child' returning id`.execute(tx)
  return rows.length === 1
}
