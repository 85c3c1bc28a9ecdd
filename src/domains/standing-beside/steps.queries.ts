import { sql } from 'kysely'
import { type Kept, known, orNull } from '#kernel/known.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Step } from './steps.rules.ts'

/** Every step that was written of a child, in the order of its days. */
export async function stepsOf(tx: Tx, child: ChildId): Promise<readonly Step[]> {
  const { rows } = await sql<Kept<Step>>`
    select s.id, s.part, s.kind, s.on_day as "onDay", s.who, s.because, s.again_on as "againOn", s.why, s.words,
           s.words_language as "wordsLanguage", s.said_by as "saidBy", p.name as by, s.version
    from waymark.standing_step s left join waymark.person p on p.id = s.written_by
    where s.child_id = ${child} order by s.on_day, s.changed_at, s.id`.execute(tx)
  return rows.map((row) => known<Step>(row))
}

export type ToKeep = Omit<Step, 'id' | 'by' | 'version'>

const columns = (step: ToKeep) => ({
  part: step.part,
  kind: step.kind,
  on_day: step.onDay,
  who: orNull(step.who),
  because: orNull(step.because),
  again_on: orNull(step.againOn),
  why: orNull(step.why),
  words: orNull(step.words),
  words_language: step.wordsLanguage,
  said_by: orNull(step.saidBy),
})

export async function addStep(tx: Tx, child: ChildId, step: ToKeep): Promise<string> {
  const { id } = await tx
    .insertInto('waymark.standing_step')
    .values({ child_id: child, ...columns(step) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Puts a step right. False when somebody changed it meanwhile. */
export async function changeStep(
  tx: Tx,
  at: { readonly child: ChildId; readonly id: string; readonly version: number },
  step: ToKeep,
): Promise<boolean> {
  const changed = await tx
    .updateTable('waymark.standing_step')
    .set(columns(step))
    .where('id', '=', at.id)
    .where('child_id', '=', at.child)
    .where('version', '=', at.version)
    .returning('id')
    .execute()
  return changed.length === 1
}
