import { sql } from 'kysely'
import { type Id, type PersonId, trustedId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Audit } from './audit.queries.ts'
import { FEEDBACK, type FeedbackResult } from './audit.rules.ts'

/** What the practitioner thinks of their own work. */
export type Reflection = {
  readonly author: string | undefined
  readonly wentWell: string | undefined
  readonly differently: string | undefined
  readonly notInRecord: string | undefined
  readonly sharedAt: Date | undefined
  readonly version: number
}

/** The practitioner's reflection: their own draft, or what they shared. */
export async function reflectionOf(tx: Tx, audit: Audit): Promise<Reflection | undefined> {
  const row = await tx
    .selectFrom('waymark.case_audit_reflection as r')
    .leftJoin('waymark.person as p', 'p.id', 'r.author_id')
    .selectAll('r')
    .select('p.name as author')
    .where('r.audit_id', '=', audit.id)
    .where('r.author_id', '=', audit.practitionerId ?? null)
    .executeTakeFirst()
  return (
    row && {
      author: row.author ?? undefined,
      wentWell: row.went_well ?? undefined,
      differently: row.differently ?? undefined,
      notInRecord: row.not_in_record ?? undefined,
      sharedAt: row.shared_at ?? undefined,
      version: row.version,
    }
  )
}

export type Reflecting = Pick<Reflection, 'wentWell' | 'differently' | 'notInRecord'>

/** Keeps one's own reflection, and shares it. False when it was saved elsewhere since `version`, or shared. */
export async function saveReflection(
  tx: Tx,
  audit: Audit,
  version: number,
  said: Reflecting,
  share: boolean,
): Promise<boolean> {
  const words = {
    went_well: said.wentWell ?? null,
    differently: said.differently ?? null,
    not_in_record: said.notInRecord ?? null,
    shared_at: share ? sql<string>`now()` : null,
  }
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('waymark.case_audit_reflection')
      .values({ audit_id: audit.id, child_id: audit.childId, ...words })
      .onConflict((c) => c.columns(['audit_id', 'author_id']).doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('waymark.case_audit_reflection')
    .set(words)
    .where('audit_id', '=', audit.id)
    .where('author_id', '=', sql<string>`waymark.actor_id()`)
    .where('version', '=', version)
    .where('shared_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type Feedback = {
  readonly whose: 'child' | 'carer'
  readonly result: FeedbackResult
  readonly words: string | undefined
  readonly language: string
  readonly day: string
}

export async function feedbackOf(tx: Tx, audit: Audit): Promise<readonly Feedback[]> {
  const rows = await tx
    .selectFrom('waymark.case_audit_feedback')
    .selectAll()
    .where('audit_id', '=', audit.id)
    .orderBy('on_day')
    .orderBy('changed_at')
    .execute()
  return rows.map((r) => ({
    whose: r.whose === 'child' ? 'child' : 'carer',
    result: FEEDBACK.find((f) => f === r.result) ?? 'not_offered',
    words: r.words ?? undefined,
    language: r.words_language,
    day: r.on_day,
  }))
}

export async function addFeedback(tx: Tx, audit: Audit, said: Feedback): Promise<void> {
  await tx
    .insertInto('waymark.case_audit_feedback')
    .values({
      audit_id: audit.id,
      child_id: audit.childId,
      whose: said.whose,
      result: said.result,
      words: said.words ?? null,
      words_language: said.language,
      on_day: said.day,
    })
    .execute()
}

export type ActNowId = Id<'act-now'>

/** Something that cannot wait. */
export type ActNow = {
  readonly id: ActNowId
  readonly saw: string | undefined
  readonly raisedBy: string | undefined
  readonly raisedAt: Date
  readonly forPerson: string | undefined
  readonly forPersonLeft: boolean
  readonly actBy: Date
  readonly answer: string | undefined
  readonly answeredBy: string | undefined
  readonly answeredAt: Date | undefined
  readonly version: number
}

export async function actNowOf(tx: Tx, audit: Audit): Promise<readonly ActNow[]> {
  const rows = await tx
    .selectFrom('waymark.case_audit_act_now as n')
    .leftJoin('waymark.person as r', 'r.id', 'n.raised_by')
    .leftJoin('waymark.person as f', 'f.id', 'n.for_person')
    .leftJoin('waymark.person as a', 'a.id', 'n.answered_by')
    .selectAll('n')
    .select([
      'r.name as raised',
      'f.name as for_name',
      'f.ended_at as for_ended',
      'a.name as answered',
    ])
    .where('n.audit_id', '=', audit.id)
    .orderBy('n.raised_at')
    .execute()
  return rows.map((r) => ({
    id: trustedId(r.id),
    saw: r.saw ?? undefined,
    raisedBy: r.raised ?? undefined,
    raisedAt: r.raised_at,
    forPerson: r.for_name ?? undefined,
    forPersonLeft: r.for_ended !== null,
    actBy: r.act_by,
    answer: r.answer ?? undefined,
    answeredBy: r.answered ?? undefined,
    answeredAt: r.answered_at ?? undefined,
    version: r.version,
  }))
}

export async function raiseActNow(
  tx: Tx,
  audit: Audit,
  raised: {
    readonly saw: string | undefined
    readonly forPerson: PersonId
    readonly actBy: Date
    readonly at: Date
  },
): Promise<void> {
  await tx
    .insertInto('waymark.case_audit_act_now')
    .values({
      audit_id: audit.id,
      child_id: audit.childId,
      saw: raised.saw ?? null,
      for_person: raised.forPerson,
      raised_at: raised.at,
      act_by: raised.actBy,
    })
    .execute()
}

/** Says what was done. False when somebody else did so first. */
export async function answerActNow(
  tx: Tx,
  id: ActNowId,
  version: number,
  answer: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.case_audit_act_now')
    .set({ answer, answered_by: sql`waymark.actor_id()`, answered_at: sql`now()` })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('answered_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
