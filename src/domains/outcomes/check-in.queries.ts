import { sql } from 'kysely'
import { trustedId, type ChildId, type PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Answer, Voice, WithdrawnBecause } from './check-in.rules.ts'
import {
  answerOf,
  checkInOf,
  type CheckIn,
  type CheckInId,
  type KeptAnswer,
} from './check-in-row.ts'
import type { FrameworkVersionId, OutcomeId } from './framework-kept.rules.ts'

export type NewCheckIn = {
  readonly childId: ChildId
  readonly frameworkVersionId: FrameworkVersionId
  readonly voice: Voice
  readonly language: string
  /** For a carer's view: who said it, and who they are to the child. */
  readonly saidBy?: { readonly name: string; readonly relationship: string | undefined }
}

/** Begins a draft, the actor's own. Throws when the actor may not write in that voice. */
export async function beginCheckIn(tx: Tx, begun: NewCheckIn): Promise<CheckIn> {
  const row = await tx
    .insertInto('waymark.check_in')
    .values({
      child_id: begun.childId,
      framework_version_id: begun.frameworkVersionId,
      voice: begun.voice,
      language: begun.language,
      said_by_name: begun.saidBy?.name ?? null,
      said_by_relationship: begun.saidBy?.relationship ?? null,
    })
    .onConflict((c) => c.doNothing())
    .returningAll()
    .executeTakeFirst()
  return row ? checkInOf(row) : alreadyBegun(tx, begun)
}

/** The draft that stood in the way: begun twice at once, it is gone on with. */
async function alreadyBegun(tx: Tx, begun: NewCheckIn): Promise<CheckIn> {
  const row = await tx
    .selectFrom('waymark.check_in')
    .selectAll()
    .where('child_id', '=', begun.childId)
    .where('author_id', '=', sql<string>`waymark.actor_id()`)
    .where('voice', '=', begun.voice)
    .where('status', '=', 'draft')
    .where('occasion_id', 'is', null)
    .executeTakeFirstOrThrow()
  return checkInOf(row)
}

/** A check-in within the actor's reach: their own at any time, another's once it was shared. */
export async function findCheckIn(tx: Tx, id: CheckInId): Promise<CheckIn | undefined> {
  const row = await tx
    .selectFrom('waymark.check_in')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && checkInOf(row)
}

/** What the actor began in that voice for that child and has not shared, the newest first. */
export async function draftsOf(
  tx: Tx,
  author: PersonId,
  child: ChildId,
  voice: Voice,
): Promise<readonly CheckIn[]> {
  const rows = await tx
    .selectFrom('waymark.check_in')
    .selectAll()
    .where('author_id', '=', author)
    .where('child_id', '=', child)
    .where('voice', '=', voice)
    .where('status', '=', 'draft')
    .orderBy('started_at', 'desc')
    .execute()
  return rows.map(checkInOf)
}

/** What was said in it and stands, by outcome. */
export async function answersIn(
  tx: Tx,
  checkIn: CheckInId,
): Promise<ReadonlyMap<OutcomeId, KeptAnswer>> {
  const rows = await tx
    .selectFrom('waymark.check_in_answer')
    .selectAll()
    .where('check_in_id', '=', checkIn)
    .where('taken_out', '=', false)
    .execute()
  const influences = await tx
    .selectFrom('waymark.check_in_influence')
    .select(['outcome_id', 'direction', 'level', 'words'])
    .where('check_in_id', '=', checkIn)
    .where('taken_out', '=', false)
    .orderBy('direction')
    .orderBy('level')
    .execute()
  return new Map(rows.map((row) => [trustedId(row.outcome_id), answerOf(row, influences)]))
}

/**
 * Keeps which outcomes matter now. What was answered about one no longer chosen is taken out, and comes
 * back when it is chosen again. False when the check-in changed meanwhile; nothing is done then.
 */
export async function chooseOutcomes(
  tx: Tx,
  checkIn: CheckIn,
  chosen: readonly OutcomeId[],
  version: number,
): Promise<boolean> {
  const updated = await tx
    .updateTable('waymark.check_in')
    .set({ chosen: [...chosen] })
    .where('id', '=', checkIn.id)
    .where('version', '=', version)
    .where('status', '=', 'draft')
    .returning('id')
    .execute()
  if (updated.length === 0) return false
  await sql`
    update waymark.check_in_answer set taken_out = not (outcome_id = any (${[...chosen]}::uuid[]))
    where check_in_id = ${checkIn.id} and taken_out = (outcome_id = any (${[...chosen]}::uuid[]))`.execute(
    tx,
  )
  return true
}

/**
 * Keeps one answer of a draft: version 0 for the first time. 'conflict' when it was saved elsewhere
 * meanwhile: nothing is overwritten. Throws when the check-in is no draft of the actor's.
 */
export async function saveAnswer(
  tx: Tx,
  checkIn: CheckIn,
  outcome: OutcomeId,
  answer: Answer,
  version: number,
): Promise<'saved' | 'conflict'> {
  const values = {
    state: 'state' in answer.said ? answer.said.state : null,
    reason: 'reason' in answer.said ? answer.said.reason : null,
    importance: answer.importance,
    since_last: answer.sinceLast,
    words: answer.words ?? null,
    words_language: answer.wordsLanguage,
    who_should_know: answer.whoShouldKnow,
    who_should_know_words: answer.whoShouldKnowWords ?? null,
    taken_out: false,
  }
  const key = { check_in_id: checkIn.id, child_id: checkIn.childId, outcome_id: outcome }
  const saved = await tx
    .insertInto('waymark.check_in_answer')
    .values({ ...key, ...values })
    .onConflict((c) =>
      c
        .columns(['check_in_id', 'outcome_id'])
        .doUpdateSet(values)
        .where(sql<boolean>`(check_in_answer.version = ${version} or check_in_answer.taken_out)`),
    )
    .returning('id')
    .execute()
  if (saved.length === 0) return 'conflict'
  await saveInfluences(tx, checkIn, outcome, answer)
  return 'saved'
}

/** What is named stands; what is no longer named is taken out, and nobody but the author ever sees it. */
async function saveInfluences(
  tx: Tx,
  checkIn: CheckIn,
  outcome: OutcomeId,
  answer: Answer,
): Promise<void> {
  for (const { direction, level, words } of answer.influences) {
    const values = { words: words ?? null, words_language: answer.wordsLanguage, taken_out: false }
    await tx
      .insertInto('waymark.check_in_influence')
      .values({
        check_in_id: checkIn.id,
        child_id: checkIn.childId,
        outcome_id: outcome,
        direction,
        level,
        ...values,
      })
      .onConflict((c) =>
        c.columns(['check_in_id', 'outcome_id', 'direction', 'level']).doUpdateSet(values),
      )
      .execute()
  }
  const named = answer.influences.map((i) => `${i.direction} ${i.level}`)
  await sql`
    update waymark.check_in_influence set taken_out = true
    where check_in_id = ${checkIn.id} and outcome_id = ${outcome} and not taken_out
      and not (direction || ' ' || level = any (${named}::text[]))`.execute(tx)
}

/** Shares a draft; what was chosen and not answered is kept as skipped. False when it is no draft any more. */
export async function shareCheckIn(
  tx: Tx,
  checkIn: CheckIn,
  leftOpen: readonly OutcomeId[],
  now: Date,
): Promise<boolean> {
  if (!(await holdDraft(tx, checkIn.id))) return false
  for (const outcome of leftOpen) await saveAnswer(tx, checkIn, outcome, skipped(checkIn), 0)
  const shared = await tx
    .updateTable('waymark.check_in')
    .set({ status: 'shared', shared_at: now })
    .where('id', '=', checkIn.id)
    .where('status', '=', 'draft')
    .returning('id')
    .execute()
  return shared.length === 1
}

/** Holds a draft until the transaction ends, so that sharing twice at once shares once. False when it is none any more. */
async function holdDraft(tx: Tx, id: CheckInId): Promise<boolean> {
  const row = await tx
    .selectFrom('waymark.check_in')
    .select('id')
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

const skipped = (checkIn: CheckIn): Answer => ({
  said: { reason: 'skipped' },
  importance: 'not_said',
  sinceLast: 'not_said',
  words: undefined,
  wordsLanguage: checkIn.language,
  whoShouldKnow: 'not_said',
  whoShouldKnowWords: undefined,
  influences: [],
})

/** A draft thrown away is kept for nobody but its author. */
export async function throwAway(tx: Tx, id: CheckInId): Promise<void> {
  await tx
    .updateTable('waymark.check_in')
    .set({ status: 'thrown_away' })
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .execute()
}

/** Takes back what was shared: that it was shared stays, the words are the author's alone again. */
export async function withdraw(
  tx: Tx,
  id: CheckInId,
  because: WithdrawnBecause,
  now: Date,
): Promise<boolean> {
  const taken = await tx
    .updateTable('waymark.check_in')
    .set({ status: 'withdrawn', withdrawn_at: now, withdrawn_reason: because })
    .where('id', '=', id)
    .where('status', '=', 'shared')
    .returning('id')
    .execute()
  return taken.length === 1
}
