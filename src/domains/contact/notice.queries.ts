import { sql } from 'kysely'
import { type ChildId, type Id, trustedId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { wishIn } from './contact-row.ts'
import { NOTICE_REASONS, type NoticeReason, type Wish } from './contact.rules.ts'

export type NoticeId = Id<'notice'>

export type KeptWish = Wish & { readonly version: number }

export async function wishOf(tx: Tx, child: ChildId): Promise<KeptWish | undefined> {
  const row = await tx
    .selectFrom('waymark.notice_wish')
    .selectAll()
    .where('child_id', '=', child)
    .executeTakeFirst()
  return row && { ...wishIn(row), version: row.version }
}

/** Keeps the young person's wish; the database takes it from nobody else. False when it changed meanwhile. */
export async function saveWish(
  tx: Tx,
  child: ChildId,
  wish: Wish,
  version: number,
): Promise<boolean> {
  const values = {
    wanted: wish.wanted,
    way_id: wish.wayId ?? null,
    reasons: [...wish.reasons],
    quiet_from: wish.quiet.from,
    quiet_until: wish.quiet.until,
    language: wish.language,
  }
  const saved =
    version === 0
      ? await tx
          .insertInto('waymark.notice_wish')
          .values({ child_id: child, ...values })
          .onConflict((c) => c.doNothing())
          .returning('id')
          .execute()
      : await tx
          .updateTable('waymark.notice_wish')
          .set(values)
          .where('child_id', '=', child)
          .where('version', '=', version)
          .returning('id')
          .execute()
  return saved.length === 1
}

/**
 * Queues "you have something new" for a young person who wants to be told. Nothing is queued for who
 * does not; and one that waits already says it all. Whether it may leave is asked when it is sent.
 */
export async function queueNotice(
  tx: Tx,
  child: ChildId,
  reason: NoticeReason,
  now: Date,
): Promise<void> {
  await sql`
    insert into waymark.notice (child_id, reason, queued_at, next_try_at)
    select w.child_id, ${reason}, ${now}, ${now} from waymark.notice_wish w
     where w.child_id = ${child} and w.wanted and ${reason} = any (w.reasons)
    on conflict do nothing`.execute(tx)
}

export type SentNotice = {
  readonly at: Date
  readonly status: string
  readonly why: string | undefined
  readonly channel: string | undefined
  readonly tries: number
}

/** What became of the latest notices, the newest first. */
export async function noticesOf(tx: Tx, child: ChildId): Promise<readonly SentNotice[]> {
  const rows = await tx
    .selectFrom('waymark.notice')
    .select(['queued_at', 'settled_at', 'status', 'why', 'channel', 'tries'])
    .where('child_id', '=', child)
    .orderBy('queued_at', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    at: row.settled_at ?? row.queued_at,
    status: row.status,
    why: row.why ?? undefined,
    channel: row.channel ?? undefined,
    tries: row.tries,
  }))
}

/** The language they chose for their pages since; undefined when they never chose one. */
export async function languageChosenBy(tx: Tx, child: ChildId): Promise<string | undefined> {
  const row = await tx
    .selectFrom('waymark.chosen_language')
    .select('language')
    .where('child_id', '=', child)
    .executeTakeFirst()
  return row?.language
}

// ---- for the sender, as the organisation's own system account

export type Claimed = {
  readonly id: NoticeId
  readonly child: ChildId
  readonly reason: NoticeReason
  readonly tries: number
}

/** Takes the next notice whose time has come, so that no other sender takes it too. */
export async function claimNext(tx: Tx, now: Date): Promise<Claimed | undefined> {
  const { rows } = await sql<{ id: string; child_id: string; reason: string; tries: number }>`
    update waymark.notice set status = 'leaving', tries = tries + 1, next_try_at = ${now}
     where id = (
       select id from waymark.notice where status = 'waiting' and next_try_at <= ${now}
        order by next_try_at limit 1 for update skip locked)
    returning id, child_id, reason, tries`.execute(tx)
  const row = rows[0]
  return (
    row && {
      id: trustedId(row.id),
      child: trustedId(row.child_id),
      reason: NOTICE_REASONS.find((r) => r === row.reason) ?? 'other',
      tries: row.tries,
    }
  )
}

/** Puts a claimed notice back until then. A time that has not come is not a try. */
export async function waitUntil(
  tx: Tx,
  notice: Claimed,
  at: Date,
  why: 'not_now' | 'service_away',
): Promise<void> {
  const newer = await tx
    .selectFrom('waymark.notice')
    .select('id')
    .where('child_id', '=', notice.child)
    .where('status', '=', 'waiting')
    .executeTakeFirst()
  // Another one was queued meanwhile: one is enough.
  if (newer) return settle(tx, notice, { status: 'stopped', why, channel: undefined, now: at })
  await tx
    .updateTable('waymark.notice')
    .set({
      status: 'waiting',
      why,
      next_try_at: at,
      tries: why === 'not_now' ? notice.tries - 1 : notice.tries,
    })
    .where('id', '=', notice.id)
    .execute()
}

export async function settle(
  tx: Tx,
  notice: { readonly id: NoticeId },
  end: {
    readonly status: 'sent' | 'stopped' | 'given_up' | 'not_known'
    readonly why: string | undefined
    readonly channel: 'text' | 'email' | undefined
    readonly now: Date
  },
): Promise<void> {
  await tx
    .updateTable('waymark.notice')
    .set({
      status: end.status,
      why: end.why ?? null,
      channel: end.channel ?? null,
      settled_at: end.now,
    })
    .where('id', '=', notice.id)
    .where('status', '=', 'leaving')
    .execute()
}

/** Notices whose sender died while they were leaving: they may have left, so they are never sent again. */
export async function settleInterrupted(tx: Tx, now: Date): Promise<void> {
  await tx
    .updateTable('waymark.notice')
    .set({ status: 'not_known', why: 'interrupted', settled_at: now })
    .where('status', '=', 'leaving')
    .where('next_try_at', '<', new Date(now.getTime() - 10 * 60 * 1000))
    .execute()
}
