import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { About, Asks, Card, Medium } from './said.rules.ts'
import {
  type Part,
  type PartId,
  partOf,
  type Statement,
  type StatementId,
  statementOf,
} from './said-row.ts'

type Begun = {
  readonly id: StatementId
  readonly childId: ChildId
  readonly language: string
  readonly about?: About
  /** On a worker's device: what was arranged on it, and who is there. */
  readonly occasion:
    | {
        readonly id: string
        readonly company:
          | { readonly relationship: string; readonly who: string | undefined }
          | undefined
        readonly interpreterMode: string
        readonly interpreterLanguage: string | undefined
      }
    | undefined
}

/** Begins a draft, the young person's own. The same begun twice is one; an id that is somebody else's is nobody's. */
export async function beginStatement(tx: Tx, begun: Begun): Promise<Statement | undefined> {
  const { id, childId, language, about = null, occasion } = begun
  await tx
    .insertInto('waymark.statement')
    .values({ id, child_id: childId, language, about, ...(occasion && asArranged(occasion)) })
    .onConflict((c) => c.column('id').doNothing())
    .execute()
  return findOwnStatement(tx, begun.id, begun.childId)
}

const asArranged = (occasion: NonNullable<Begun['occasion']>) => ({
  occasion_id: occasion.id,
  company: occasion.company ? 'with_someone' : 'alone',
  company_relationship: occasion.company?.relationship ?? null,
  company_who: occasion.company?.who ?? null,
  interpreter_mode: occasion.interpreterMode,
  interpreter_language: occasion.interpreterLanguage ?? null,
})

/** What the young person said, whatever became of it. */
export async function findOwnStatement(
  tx: Tx,
  id: StatementId,
  child: ChildId,
): Promise<Statement | undefined> {
  const row = await tx
    .selectFrom('waymark.statement')
    .selectAll()
    .where('id', '=', id)
    .where('child_id', '=', child)
    .where('author_id', '=', sql<string>`waymark.actor_id()`)
    .executeTakeFirst()
  return row && statementOf(row)
}

export type Listed = Statement & {
  /** What its parts are, in order. */
  readonly media: readonly string[]
}

/** Everything the young person began, sent and took back, the newest first. */
export async function ownStatements(tx: Tx, child: ChildId): Promise<readonly Listed[]> {
  const rows = await tx
    .selectFrom('waymark.statement as s')
    .selectAll('s')
    .select(
      sql<string[]>`array(select p.medium from waymark.statement_part p
        where p.statement_id = s.id and not p.taken_out order by p.made_at)`.as('media'),
    )
    .where('s.child_id', '=', child)
    .where('s.author_id', '=', sql<string>`waymark.actor_id()`)
    .where('s.status', '<>', 'thrown_away')
    .orderBy('s.started_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({ ...statementOf(row), media: row.media }))
}

/** The parts the actor may see, without those taken out again. */
export async function partsOf(tx: Tx, statement: StatementId): Promise<readonly Part[]> {
  const rows = await tx
    .selectFrom('waymark.statement_part as p')
    .leftJoin('waymark.stored_file as f', 'f.id', 'p.file_id')
    .select([
      'p.id',
      'p.medium',
      'p.asks',
      'p.words',
      'p.words_language',
      'p.cards',
      'p.version',
      'p.made_at',
    ])
    .select(['p.file_id', 'f.scan', 'f.seconds', 'f.width', 'f.height'])
    .where('p.statement_id', '=', statement)
    .where('p.taken_out', '=', false)
    .orderBy('p.made_at')
    .execute()
  return rows.map(partOf)
}

/** How many parts were made, those taken out again counted too. */
export async function countParts(tx: Tx, statement: StatementId): Promise<number> {
  const { n } = await tx
    .selectFrom('waymark.statement_part')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('statement_id', '=', statement)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Whether there is a part of that id in that statement already, taken out or not. */
export async function hasPart(tx: Tx, statement: StatementId, part: PartId): Promise<boolean> {
  const row = await tx
    .selectFrom('waymark.statement_part')
    .select('id')
    .where('id', '=', part)
    .where('statement_id', '=', statement)
    .executeTakeFirst()
  return row !== undefined
}

export type NewPart = {
  readonly id: PartId
  readonly medium: Medium
  readonly asks?: Asks | undefined
  readonly words?: string
  readonly wordsLanguage: string
  readonly cards?: readonly Card[]
  readonly file?: string
}

/** Adds a part to a draft. Sent twice, it is there once. */
export async function addPart(tx: Tx, to: Statement, part: NewPart): Promise<void> {
  await tx
    .insertInto('waymark.statement_part')
    .values({
      id: part.id,
      statement_id: to.id,
      child_id: to.childId,
      medium: part.medium,
      asks: part.asks ?? null,
      words: part.words ?? null,
      words_language: part.wordsLanguage,
      cards: part.cards ? [...part.cards] : null,
      file_id: part.file ?? null,
    })
    .onConflict((c) => c.column('id').doNothing())
    .execute()
}

/** Changes words or cards of a draft. False when they were changed meanwhile; nothing is overwritten then. */
export async function changePart(
  tx: Tx,
  to: Statement,
  part: NewPart,
  version: number,
): Promise<boolean> {
  const changed = await tx
    .updateTable('waymark.statement_part')
    .set({
      words: part.words ?? null,
      words_language: part.wordsLanguage,
      cards: part.cards ? [...part.cards] : null,
    })
    .where('id', '=', part.id)
    .where('statement_id', '=', to.id)
    .where('medium', '=', part.medium)
    .where('version', '=', version)
    .returning('id')
    .execute()
  return changed.length === 1
}

/** Takes a part out of a draft. Only the young person ever sees it again. */
export async function takeOut(tx: Tx, statement: StatementId, part: PartId): Promise<void> {
  await tx
    .updateTable('waymark.statement_part')
    .set({ taken_out: true })
    .where('id', '=', part)
    .where('statement_id', '=', statement)
    .where('taken_out', '=', false)
    .execute()
}
