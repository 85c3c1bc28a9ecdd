import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type ChildId, readId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { DecisionParts, Heard } from './decision.rules.ts'

export type Option = {
  readonly id: string
  readonly what: string
  readonly speaksFor: string
  readonly speaksAgainst: string
}

export type HeardLine = Heard & {
  readonly words: string | undefined
  readonly language: string | undefined
  readonly saidBy: string | undefined
  readonly because: string | undefined
  readonly becauseWords: string | undefined
  readonly nextWho: string | undefined
  readonly writtenBy: string | undefined
}

export type Dissent = {
  readonly whose: string
  readonly who: string | undefined
  readonly words: string
  readonly language: string
}

type Row = {
  readonly id: string
  readonly question: string
  readonly chosenOption: string | undefined
  readonly weight: string | undefined
  readonly weightWhy: string | undefined
  readonly reasons: string | undefined
  readonly childStands: string | undefined
  readonly othersStand: string | undefined
  readonly toldWhat: string | undefined
  readonly toldHow: string | undefined
  readonly toldOn: CalendarDay | undefined
  readonly notToldBecause: string | undefined
  readonly notToldOn: CalendarDay | undefined
  readonly tellNextOn: CalendarDay | undefined
  readonly openedAt: Date
  readonly openedBy: string | undefined
  readonly completedAt: Date | undefined
  readonly completedBy: string | undefined
  readonly version: number
}

export type Decision = Row & {
  readonly options: readonly Option[]
  readonly heard: readonly HeardLine[]
  readonly dissent: readonly Dissent[]
}

export const partsOf = (d: Decision): DecisionParts => ({ ...d, options: d.options.length })

const columns = sql`b.id, b.question, b.chosen_option as "chosenOption", b.weight, b.weight_why as "weightWhy", b.reasons,
  b.child_stands as "childStands", b.others_stand as "othersStand", b.told_what as "toldWhat", b.told_how as "toldHow",
  b.told_on as "toldOn", b.not_told_because as "notToldBecause", b.not_told_on as "notToldOn", b.tell_next_on as "tellNextOn",
  b.opened_at as "openedAt", o.name as "openedBy", b.completed_at as "completedAt", c.name as "completedBy", b.version`

/** A child's decisions as far as each has come, the newest first. */
export async function listDecisions(
  tx: Tx,
  child: ChildId,
): Promise<readonly Pick<Row, 'id' | 'question' | 'openedAt' | 'completedAt'>[]> {
  const { rows } = await sql<Kept<Pick<Row, 'id' | 'question' | 'openedAt' | 'completedAt'>>>`
    select b.id, b.question, b.opened_at as "openedAt", b.completed_at as "completedAt"
    from waymark.best_interests b where b.child_id = ${child} order by b.opened_at desc, b.id limit 200`.execute(
    tx,
  )
  return rows.map((row) => known<Pick<Row, 'id' | 'question' | 'openedAt' | 'completedAt'>>(row))
}

export async function findDecision(
  tx: Tx,
  child: ChildId,
  id: unknown,
): Promise<Decision | undefined> {
  const asked = readId<'decision'>(id)
  if (!asked) return undefined
  const { rows } = await sql<Kept<Row>>`select ${columns} from waymark.best_interests b
    left join waymark.person o on o.id = b.opened_by left join waymark.person c on c.id = b.completed_by
    where b.child_id = ${child} and b.id = ${asked}`.execute(tx)
  if (!rows[0]) return undefined
  return {
    ...known<Row>(rows[0]),
    options: await optionsOf(tx, asked),
    heard: await heardOf(tx, asked),
    dissent: await dissentOf(tx, asked),
  }
}

async function optionsOf(tx: Tx, decision: string): Promise<readonly Option[]> {
  const { rows } =
    await sql<Option>`select id, what, speaks_for as "speaksFor", speaks_against as "speaksAgainst"
    from waymark.best_interests_option where decision_id = ${decision} order by changed_at, id`.execute(
      tx,
    )
  return rows
}

async function heardOf(tx: Tx, decision: string): Promise<readonly HeardLine[]> {
  const { rows } = await sql<
    Kept<HeardLine>
  >`select h.kind, h.on_day as "onDay", h.words, h.words_language as language,
      h.said_by as "saidBy", h.because, h.because_words as "becauseWords", h.next_on as "nextOn", h.next_who as "nextWho", p.name as "writtenBy"
    from waymark.best_interests_heard h left join waymark.person p on p.id = h.written_by
    where h.decision_id = ${decision} order by h.on_day, h.written_at`.execute(tx)
  return rows.map((row) => known<HeardLine>(row))
}

async function dissentOf(tx: Tx, decision: string): Promise<readonly Dissent[]> {
  const { rows } = await sql<Kept<Dissent>>`select whose, who, words, words_language as language
    from waymark.best_interests_dissent where decision_id = ${decision} order by written_at, id`.execute(
    tx,
  )
  return rows.map((row) => known<Dissent>(row))
}
