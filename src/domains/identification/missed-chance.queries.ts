import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type ChildId, type PersonId, readId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { PartialDay } from './partial-day.rules.ts'

export type Learning = {
  readonly id: string
  readonly topic: string
  readonly words: string
  readonly ownerId: string
  readonly owner: string | undefined
  readonly dueOn: CalendarDay
  readonly training: string | undefined
  readonly trainedOn: CalendarDay | undefined
  readonly trainedWhom: string | undefined
  readonly version: number
}

export type MissedChance = {
  readonly id: string
  readonly what: string
  readonly when: PartialDay
  readonly body: string
  readonly bodyName: string | undefined
  readonly level: string
  readonly wouldHaveHelped: string
  readonly openedBy: string | undefined
  readonly endedAt: Date | undefined
  readonly endedBy: string | undefined
  readonly endedWords: string | undefined
  readonly version: number
  readonly learning: readonly Learning[]
}

type ChanceRow = Omit<MissedChance, 'when' | 'learning'> & PartialDay

/** The missed chances of a child in the order they were, each with what is learnt from it. */
export async function chancesOf(tx: Tx, child: ChildId): Promise<readonly MissedChance[]> {
  const { rows } = await sql<Kept<ChanceRow>>`
    select m.id, m.what, m.earliest, m.latest, m.precision, m.body, m.body_name as "bodyName", m.level,
           m.would_have_helped as "wouldHaveHelped", o.name as "openedBy", m.ended_at as "endedAt",
           e.name as "endedBy", m.ended_words as "endedWords", m.version
    from waymark.missed_chance m
    left join waymark.person o on o.id = m.opened_by left join waymark.person e on e.id = m.ended_by
    where m.child_id = ${child} order by m.earliest, m.id`.execute(tx)
  if (rows.length === 0) return []
  const learning = await learningOfChild(tx, child)
  return rows.map((kept) => {
    const { earliest, latest, precision, ...row } = known<ChanceRow>(kept)
    return {
      ...row,
      when: { earliest, latest, precision },
      learning: learning.filter((l) => l.chanceId === row.id),
    }
  })
}

async function learningOfChild(tx: Tx, child: ChildId) {
  const { rows } = await sql<Kept<Learning & { readonly chanceId: string }>>`
    select l.id, l.missed_chance_id as "chanceId", l.topic, l.words, l.owner_id as "ownerId", p.name as owner,
           l.due_on as "dueOn", l.training, l.trained_on as "trainedOn", l.trained_whom as "trainedWhom", l.version
    from waymark.missed_chance_learning l left join waymark.person p on p.id = l.owner_id
    where l.child_id = ${child} order by l.due_on, l.id`.execute(tx)
  return rows.map((row) => known<Learning & { readonly chanceId: string }>(row))
}

export async function findChance(
  tx: Tx,
  child: ChildId,
  id: unknown,
): Promise<MissedChance | undefined> {
  const asked = readId<'chance'>(id)
  return asked && (await chancesOf(tx, child)).find((c) => c.id === asked)
}

export type NewChance = Pick<
  MissedChance,
  'what' | 'when' | 'body' | 'bodyName' | 'level' | 'wouldHaveHelped'
>

export async function addChance(tx: Tx, child: ChildId, given: NewChance): Promise<string> {
  const { id } = await tx
    .insertInto('waymark.missed_chance')
    .values({
      child_id: child,
      what: given.what,
      earliest: given.when.earliest,
      latest: given.when.latest,
      precision: given.when.precision,
      body: given.body,
      body_name: given.bodyName ?? null,
      level: given.level,
      would_have_helped: given.wouldHaveHelped,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function addLearning(
  tx: Tx,
  at: { readonly child: ChildId; readonly chance: string },
  given: {
    readonly topic: string
    readonly words: string
    readonly owner: PersonId
    readonly dueOn: CalendarDay
  },
): Promise<void> {
  await tx
    .insertInto('waymark.missed_chance_learning')
    .values({
      child_id: at.child,
      missed_chance_id: at.chance,
      topic: given.topic,
      words: given.words,
      owner_id: given.owner,
      due_on: given.dueOn,
    })
    .execute()
}

/** In which training it was taught. False when somebody changed it meanwhile. */
export async function traceLearning(
  tx: Tx,
  learning: Pick<Learning, 'id'>,
  version: number,
  trained: { readonly training: string; readonly on: CalendarDay; readonly whom: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.missed_chance_learning')
    .set({ training: trained.training, trained_on: trained.on, trained_whom: trained.whom })
    .where('id', '=', learning.id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ends a review; the database refuses while nothing learnt has reached a training. */
export async function endReview(
  tx: Tx,
  id: string,
  version: number,
  words: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.missed_chance')
    .set({
      ended_words: words,
      ended_at: sql<string>`now()`,
      ended_by: sql<string>`waymark.actor_id()`,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
