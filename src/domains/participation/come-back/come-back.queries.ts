import { sql } from 'kysely'
import { trustedId, type ChildId, type Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { MONTHS, OFTEN, type Often } from './come-back.rules.ts'

export type ComeBackId = Id<'come-back'>

export type ComeBack = {
  readonly id: ComeBackId
  readonly words: string | undefined
  readonly language: string
  readonly at: Date
}

/** What they asked, the newest first, as far as the reader may know of it. */
export async function comeBacksOf(tx: Tx, child: ChildId): Promise<readonly ComeBack[]> {
  const rows = await tx
    .selectFrom('waymark.come_back')
    .select(['id', 'words', 'language', 'asked_at'])
    .where('child_id', '=', child)
    .orderBy('asked_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: trustedId(row.id),
    words: row.words ?? undefined,
    language: row.language,
    at: row.asked_at,
  }))
}

/** Keeps what they asked. Sent twice, it is kept once; false when the id is not theirs. */
export async function askToComeBack(
  tx: Tx,
  child: ChildId,
  asked: { readonly id: ComeBackId; readonly words: string | undefined; readonly language: string },
  now: Date,
): Promise<boolean> {
  await tx
    .insertInto('waymark.come_back')
    .values({
      id: asked.id,
      child_id: child,
      words: asked.words ?? null,
      language: asked.language,
      asked_at: now,
    })
    .onConflict((c) => c.doNothing())
    .execute()
  const kept = await tx
    .selectFrom('waymark.come_back')
    .select('id')
    .where('id', '=', asked.id)
    .where('child_id', '=', child)
    .executeTakeFirst()
  return kept !== undefined
}

export type Wish = { readonly often: Often; readonly version: number }

export async function wishedBy(tx: Tx, child: ChildId): Promise<Wish> {
  const row = await tx
    .selectFrom('waymark.word_wish')
    .select(['often', 'version'])
    .where('child_id', '=', child)
    .executeTakeFirst()
  return {
    often: OFTEN.find((o) => o === row?.often) ?? 'never',
    version: row?.version ?? 0,
  }
}

/** Keeps how often. False when it changed meanwhile. */
export async function saveWish(tx: Tx, child: ChildId, wish: Wish, now: Date): Promise<boolean> {
  const values = { often: wish.often, chosen_at: now }
  const saved =
    wish.version === 0
      ? await tx
          .insertInto('waymark.word_wish')
          .values({ child_id: child, ...values })
          .onConflict((c) => c.doNothing())
          .returning('id')
          .execute()
      : await tx
          .updateTable('waymark.word_wish')
          .set(values)
          .where('child_id', '=', child)
          .where('version', '=', wish.version)
          .returning('id')
          .execute()
  return saved.length === 1
}

export type WordDue = {
  readonly childId: ChildId
  readonly knownAs: string
  readonly often: Often
}

/**
 * Whom to ask how things are, as they wished: nobody stands beside them, and the time they chose has gone by since
 * they chose, since support ended and since somebody last asked. Whoever stopped all contact is not here.
 */
export async function wordsDue(tx: Tx, now: Date, only?: ChildId): Promise<readonly WordDue[]> {
  const { rows } = await sql<{ child_id: string; known_as: string; often: string }>`
    select c.id as child_id, c.known_as, w.often from waymark.word_wish w join waymark.child c on c.id = w.child_id
     where w.often <> 'never' and ${only ? sql`w.child_id = ${only}` : sql`true`}
       and not exists (select from waymark.allocation a where a.child_id = w.child_id and a.ended_on is null)
       and not exists (select from waymark.contact_stop s where s.child_id = w.child_id and s.lifted_at is null)
       and greatest(w.chosen_at,
         (select max(a.ended_on)::timestamptz from waymark.allocation a where a.child_id = w.child_id),
         (select max(g.at) from waymark.word_given g where g.child_id = w.child_id))
         + make_interval(months => case w.often when 'month' then ${MONTHS.month}::integer
             when 'quarter' then ${MONTHS.quarter}::integer else ${MONTHS.half_year}::integer end) <= ${now}
     order by c.known_as, c.id limit 200`.execute(tx)
  return rows.map((row) => ({
    childId: trustedId(row.child_id),
    knownAs: row.known_as,
    often: OFTEN.find((o) => o === row.often) ?? 'never',
  }))
}

/** Writes down that somebody asked. The database refuses it where they did not want it. */
export async function giveWord(tx: Tx, child: ChildId, now: Date): Promise<void> {
  await tx.insertInto('waymark.word_given').values({ child_id: child, at: now }).execute()
}

export type Asking = {
  readonly childId: ChildId
  readonly id: string
  readonly knownAs: string
  readonly at: Date
  readonly answerBy: string
  readonly answererName: string | undefined
}

/** Who wants to talk to somebody again and waits for an answer, among those the reader leads. */
export async function waitingToComeBack(tx: Tx): Promise<readonly Asking[]> {
  const { rows } = await sql<{
    child_id: string
    subject_id: string
    known_as: string
    sent_at: Date
    answer_by: string
    name: string | null
  }>`
    select r.child_id, r.subject_id, c.known_as, r.sent_at, r.answer_by::text as answer_by, p.name
      from waymark.receipt r join waymark.child c on c.id = r.child_id
      left join waymark.person p on p.id = r.answerer_id
     where r.subject = 'come_back' and r.state = 'waiting' and r.organisation_id = (select waymark.actor_organisation())
     order by r.answer_by, r.sent_at, r.id limit 200`.execute(tx)
  return rows.map((row) => ({
    childId: trustedId(row.child_id),
    id: row.subject_id,
    knownAs: row.known_as,
    at: row.sent_at,
    answerBy: row.answer_by,
    answererName: row.name ?? undefined,
  }))
}
