import { sql } from 'kysely'
import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { type ChildId, type Id, type PersonId, trustedId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { saidIn } from './contact-row.ts'
import { CHANNELS, type Channel, type Said, type Voice, type Way } from './contact.rules.ts'

export type WayId = Id<'contact-way'>

/** A way with what was said of it and the versions of those lines, for forms. */
export type KeptWay = Way & {
  readonly id: WayId
  readonly givenBy: Voice
  readonly version: number
  /** The version of each voice's line; 0 when it has said nothing. */
  readonly versions: Readonly<Record<Voice, number>>
}

/** The ways to reach a young person that stand now, in the order in which they were given. */
export async function waysOf(tx: Tx, child: ChildId): Promise<readonly KeptWay[]> {
  const ways = await tx
    .selectFrom('waymark.contact_way')
    .selectAll()
    .where('child_id', '=', child)
    .where('ended_at', 'is', null)
    .orderBy('changed_at')
    .orderBy('id')
    .limit(100)
    .execute()
  const safeties = await tx
    .selectFrom('waymark.contact_safety')
    .selectAll()
    .where('child_id', '=', child)
    .orderBy('voice', 'desc')
    .execute()
  return ways.map((way) => {
    const rows = safeties.filter((s) => s.way_id === way.id)
    const versionOf = (voice: Voice) => rows.find((r) => r.voice === voice)?.version ?? 0
    return {
      id: trustedId<'contact-way'>(way.id),
      channel: CHANNELS.find((c) => c === way.channel) ?? 'call',
      address: way.address,
      givenBy: way.given_by === 'young_person' ? 'young_person' : 'staff',
      version: way.version,
      voices: rows.map(saidIn),
      versions: { young_person: versionOf('young_person'), staff: versionOf('staff') },
    }
  })
}

/** For how many days "safe" holds, by the line in force on that day. */
export async function daysItHolds(tx: Tx, now: Date): Promise<number> {
  const row = await tx
    .selectFrom('waymark.contact_confirming')
    .select('days')
    .where('from_day', '<=', londonCalendarDay(now))
    .orderBy('from_day', 'desc')
    .executeTakeFirst()
  // Before the first line there was no rule yet: nothing holds, and everything is asked first.
  return row?.days ?? 0
}

/** Gives a way. The id of the one that is there already when it is the same. */
export async function addWay(
  tx: Tx,
  child: ChildId,
  voice: Voice,
  way: { readonly channel: Channel; readonly address: string },
): Promise<WayId> {
  const added = await tx
    .insertInto('waymark.contact_way')
    .values({ child_id: child, channel: way.channel, address: way.address, given_by: voice })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) return trustedId(added.id)
  const there = await tx
    .selectFrom('waymark.contact_way')
    .select('id')
    .where('child_id', '=', child)
    .where('channel', '=', way.channel)
    .where(sql`lower(address)`, '=', way.address.toLowerCase())
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return trustedId(there.id)
}

/** A way that is no longer one. The history keeps it. False when it changed meanwhile. */
export async function endWay(
  tx: Tx,
  child: ChildId,
  way: { readonly id: WayId; readonly version: number },
  now: Date,
): Promise<boolean> {
  const ended = await tx
    .updateTable('waymark.contact_way')
    .set({ ended_at: now })
    .where('child_id', '=', child)
    .where('id', '=', way.id)
    .where('version', '=', way.version)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  return ended.length === 1
}

/**
 * Keeps what a voice says of a way, said now: version 0 for the first time. False when that voice said
 * something else meanwhile; nothing is overwritten then.
 */
export async function saySafety(
  tx: Tx,
  child: ChildId,
  way: WayId,
  said: Said,
  version: number,
): Promise<boolean> {
  const values = {
    state: said.state,
    only_days: [...said.days],
    only_from: said.hours?.from ?? null,
    only_until: said.hours?.until ?? null,
    code_word: said.codeWord ?? null,
    who_may_answer: said.whoMayAnswer ?? null,
    note: said.note ?? null,
    said_by: said.saidBy,
    said_by_name: said.saidByName ?? null,
    confirmed_at: said.confirmedAt,
  }
  const saved =
    version === 0
      ? await tx
          .insertInto('waymark.contact_safety')
          .values({ child_id: child, way_id: way, voice: said.voice, ...values })
          .onConflict((c) => c.columns(['way_id', 'voice']).doNothing())
          .returning('id')
          .execute()
      : await tx
          .updateTable('waymark.contact_safety')
          .set(values)
          .where('child_id', '=', child)
          .where('way_id', '=', way)
          .where('voice', '=', said.voice)
          .where('version', '=', version)
          .returning('id')
          .execute()
  return saved.length === 1
}

export type Stop = {
  readonly voice: Voice
  readonly at: Date
  readonly by: PersonId
  /** Whoever stopped it, when the actor may know them. */
  readonly byName: string | undefined
}

/** The stops in force: none, one, or one of each voice. */
export async function stopsOf(tx: Tx, child: ChildId): Promise<readonly Stop[]> {
  const rows = await tx
    .selectFrom('waymark.contact_stop as s')
    .leftJoin('waymark.person as p', 'p.id', 's.stopped_by')
    .select(['s.voice', 's.stopped_at', 's.stopped_by', 'p.name'])
    .where('s.child_id', '=', child)
    .where('s.lifted_at', 'is', null)
    .orderBy('s.stopped_at')
    .execute()
  return rows.map((row) => ({
    voice: row.voice === 'young_person' ? 'young_person' : 'staff',
    at: row.stopped_at,
    by: trustedId(row.stopped_by),
    byName: row.name ?? undefined,
  }))
}

/** Stops all contact now, and with it everything that waits to be sent. Twice is once. */
export async function stopContact(tx: Tx, child: ChildId, voice: Voice, now: Date): Promise<void> {
  await tx
    .insertInto('waymark.contact_stop')
    .values({ child_id: child, voice, stopped_at: now })
    .onConflict((c) => c.doNothing())
    .execute()
  await tx
    .updateTable('waymark.notice')
    .set({ status: 'stopped', why: 'contact_stopped', settled_at: now })
    .where('child_id', '=', child)
    .where('status', '=', 'waiting')
    .execute()
}

/** Takes back a stop of one's own voice. The other's stands. */
export async function liftStop(tx: Tx, child: ChildId, voice: Voice, now: Date): Promise<void> {
  await tx
    .updateTable('waymark.contact_stop')
    .set({ lifted_at: now })
    .where('child_id', '=', child)
    .where('voice', '=', voice)
    .where('lifted_at', 'is', null)
    .execute()
}
