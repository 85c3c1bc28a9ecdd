import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import { type Kept, known, orNull } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { nextAsk, type Often } from './watch.rules.ts'

export type Watch = {
  readonly state: 'on' | 'stopped'
  readonly often: Often
  readonly askerId: string | undefined
  readonly asker: string | undefined
  readonly asks: string
  readonly language: string
  readonly agreedBy: string
  readonly stoppedByThem: boolean
  readonly version: number
  /** The day somebody asks next. */
  readonly nextOn: CalendarDay
}

type Row = Omit<Watch, 'nextOn'> & { readonly countsFrom: CalendarDay }

export async function watchOf(tx: Tx, child: ChildId): Promise<Watch | undefined> {
  const { rows } = await sql<Kept<Row>>`
    select w.state, w.often, w.asker_id as "askerId", p.name as asker, w.asks, w.asks_language as language, w.agreed_by as "agreedBy",
      w.stopped_by_them as "stoppedByThem", w.version, ${countsFrom} as "countsFrom"
    from waymark.own_watch w left join waymark.person p on p.id = w.asker_id where w.child_id = ${child}`.execute(
    tx,
  )
  if (!rows[0]) return undefined
  const row = known<Row>(rows[0])
  return { ...row, nextOn: nextAsk(row.often, row.countsFrom) }
}

const countsFrom = sql`greatest((w.agreed_at at time zone 'Europe/London')::date,
  (select max(k.asked_on) from waymark.own_watch_asked k where k.child_id = w.child_id))`

export type WatchGiven = {
  readonly often: string
  readonly askerId: string | undefined
  readonly asks: string
  readonly language: string
  readonly agreedBy: 'child' | 'child_with_someone'
}

/** Agreed, anew or otherwise than before. False when it changed meanwhile. */
export async function keepWatch(
  tx: Tx,
  child: ChildId,
  version: number,
  given: WatchGiven,
  now: Date,
): Promise<boolean> {
  const { rows } =
    version === 0
      ? await sql`
        insert into waymark.own_watch (child_id, often, asker_id, asks, asks_language, agreed_by, agreed_at)
        values (${child}, ${given.often}, ${orNull(given.askerId)}, ${given.asks}, ${given.language}, ${given.agreedBy}, ${now})
        on conflict (child_id) do nothing returning id`.execute(tx)
      : await sql`
        update waymark.own_watch set state = 'on', often = ${given.often}, asker_id = ${orNull(given.askerId)}, asks = ${given.asks},
          asks_language = ${given.language}, agreed_by = ${given.agreedBy}, agreed_at = ${now}, stopped_at = null, stopped_by_them = false
        where child_id = ${child} and version = ${version} returning id`.execute(tx)
  return rows.length === 1
}

/** Stopped at once, without a reason, whatever version was looked at. */
export async function stopWatch(tx: Tx, child: ChildId, byThem: boolean, now: Date): Promise<void> {
  await sql`update waymark.own_watch set state = 'stopped', stopped_at = ${now}, stopped_by_them = ${byThem}
    where child_id = ${child} and state = 'on'`.execute(tx)
}

export type Sign = { readonly id: string; readonly words: string; readonly language: string }

export async function signsOf(tx: Tx, child: ChildId): Promise<readonly Sign[]> {
  const { rows } = await sql<Sign>`
    select id, words, words_language as language from waymark.own_watch_sign
    where child_id = ${child} and not no_longer order by changed_at, id limit 50`.execute(tx)
  return rows
}

export async function addSign(
  tx: Tx,
  child: ChildId,
  sign: { readonly words: string; readonly language: string; readonly saidBy: string },
): Promise<void> {
  await sql`insert into waymark.own_watch_sign (child_id, words, words_language, said_by)
    values (${child}, ${sign.words}, ${sign.language}, ${sign.saidBy})`.execute(tx)
}

/** No longer a sign of theirs: kept, and not shown. */
export async function dropSign(tx: Tx, child: ChildId, id: string): Promise<void> {
  await sql`update waymark.own_watch_sign set no_longer = true
    where child_id = ${child} and id::text = ${id} and not no_longer`.execute(tx)
}

export type Asked = {
  readonly askedOn: CalendarDay
  readonly went: string
  readonly words: string | undefined
  readonly language: string
  readonly by: string | undefined
}

export async function askedOf(tx: Tx, child: ChildId): Promise<readonly Asked[]> {
  const { rows } = await sql<Kept<Asked>>`
    select k.asked_on as "askedOn", k.went, k.words, k.words_language as language, p.name as by
    from waymark.own_watch_asked k left join waymark.person p on p.id = k.asked_by
    where k.child_id = ${child} order by k.asked_on desc, k.changed_at desc limit 20`.execute(tx)
  return rows.map((row) => known<Asked>(row))
}

export async function addAsked(tx: Tx, child: ChildId, asked: Omit<Asked, 'by'>): Promise<void> {
  await sql`insert into waymark.own_watch_asked (child_id, asked_on, went, words, words_language)
    values (${child}, ${asked.askedOn}, ${asked.went}, ${orNull(asked.words)}, ${asked.language})`.execute(
    tx,
  )
}

export type WatchDue = {
  readonly childId: ChildId
  readonly knownAs: string
  readonly nextOn: CalendarDay
}

/** Whom the reader said they would ask, with the day. Whoever stopped it, or all contact, is not here. */
export async function watchesDue(tx: Tx, until: CalendarDay): Promise<readonly WatchDue[]> {
  const { rows } = await sql<{
    childId: ChildId
    knownAs: string
    often: Often
    from: CalendarDay
  }>`
    select w.child_id as "childId", c.known_as as "knownAs", w.often, ${countsFrom} as "from"
    from waymark.own_watch w join waymark.child c on c.id = w.child_id
    where w.asker_id = (select waymark.actor_id()) and w.state = 'on'
      and not exists (select from waymark.contact_stop s where s.child_id = w.child_id and s.lifted_at is null)
    order by c.known_as, c.id limit 200`.execute(tx)
  return rows
    .map(({ childId, knownAs, often, from }) => ({
      childId,
      knownAs,
      nextOn: nextAsk(often, from),
    }))
    .filter(({ nextOn }) => nextOn <= until)
}
