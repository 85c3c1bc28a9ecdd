import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type ChildId, type Id, readId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Decided, Look, ResponseKind } from './concern.rules.ts'
import type { PartialDay } from './partial-day.rules.ts'

export type ConcernId = Id<'concern'>

export type Concern = {
  readonly id: ConcernId
  readonly childId: ChildId
  readonly seen: string
  readonly context: string
  readonly noticed: PartialDay
  readonly childWords: string | undefined
  readonly childWordsLanguage: string | undefined
  readonly childWordsHow: string | undefined
  readonly noWordsBecause: string | undefined
  readonly fewChoices: string | undefined
  readonly noFewChoicesBecause: string | undefined
  readonly lookAskedOf: string | undefined
  readonly lookAskedOfName: string | undefined
  readonly recordedBy: string | undefined
  readonly recordedById: string
  readonly recordedAt: Date
  readonly version: number
  readonly looks: readonly Look[]
  /** Newest first. */
  readonly decided: readonly Decided[]
  /** Earliest first. */
  readonly responses: readonly Response[]
  readonly indicators: readonly string[]
}

export type Response = {
  readonly kind: ResponseKind
  readonly on: CalendarDay
  readonly what: string
  readonly by: string | undefined
}

type Row = Omit<Concern, 'noticed' | 'looks' | 'decided' | 'responses' | 'indicators'> & {
  readonly earliest: CalendarDay
  readonly latest: CalendarDay
  readonly precision: PartialDay['precision']
}

/** The concerns about a child, the newest first, each with all that was thought and decided of it. */
export async function concernsOf(tx: Tx, child: ChildId): Promise<readonly Concern[]> {
  const { rows } = await sql<Kept<Row>>`
    select c.id, c.child_id as "childId", c.seen, c.context, c.noticed_earliest as earliest, c.noticed_latest as latest,
           c.noticed_precision as precision, c.child_words as "childWords", c.child_words_language as "childWordsLanguage",
           c.child_words_how as "childWordsHow", c.no_words_because as "noWordsBecause", c.few_choices as "fewChoices",
           c.no_few_choices_because as "noFewChoicesBecause", c.look_asked_of as "lookAskedOf", a.name as "lookAskedOfName",
           r.name as "recordedBy", c.recorded_by as "recordedById", c.recorded_at as "recordedAt", c.version
    from waymark.concern c
    left join waymark.person r on r.id = c.recorded_by
    left join waymark.person a on a.id = c.look_asked_of
    where c.child_id = ${child} order by c.recorded_at desc, c.id`.execute(tx)
  if (rows.length === 0) return []
  const [looks, decided, responses, indicators] = [
    await looksOf(tx, child),
    await decisionsOf(tx, child),
    await responsesOf(tx, child),
    await indicatorsTicked(tx, child),
  ]
  return rows.map((kept) => {
    const { earliest, latest, precision, ...row } = known<Row>(kept)
    return {
      ...row,
      noticed: { earliest, latest, precision },
      looks: looks.get(row.id) ?? [],
      decided: decided.get(row.id) ?? [],
      responses: responses.get(row.id) ?? [],
      indicators: indicators.get(row.id) ?? [],
    }
  })
}

type Of<T> = T & { readonly concernId: string }

const byConcern = <T extends object>(rows: readonly Kept<Of<T>>[]): Map<string, Of<T>[]> =>
  Map.groupBy(
    rows.map((row) => known<Of<T>>(row)),
    (row) => row.concernId,
  )

async function looksOf(tx: Tx, child: ChildId) {
  const { rows } = await sql<Kept<Of<Look>>>`
    select l.concern_id as "concernId", l.place, l.finds, l.reasoning, l.looked_by as "byId", p.name as by, l.looked_at as at
    from waymark.concern_look l left join waymark.person p on p.id = l.looked_by
    where l.child_id = ${child} order by l.place`.execute(tx)
  return byConcern<Look>(rows)
}

async function decisionsOf(tx: Tx, child: ChildId) {
  const { rows } = await sql<Kept<Of<Decided>>>`
    select d.concern_id as "concernId", d.decision, d.because, d.reasoning, d.about_disagreement as "aboutDisagreement",
           d.decided_on as on, p.name as by
    from waymark.concern_decision d left join waymark.person p on p.id = d.decided_by
    where d.child_id = ${child} order by d.decided_at desc, d.id desc`.execute(tx)
  return byConcern<Decided>(rows)
}

async function responsesOf(tx: Tx, child: ChildId) {
  const { rows } = await sql<Kept<Of<Response>>>`
    select r.concern_id as "concernId", r.kind, r.on_day as on, r.what, p.name as by
    from waymark.concern_response r left join waymark.person p on p.id = r.written_by
    where r.child_id = ${child} order by r.on_day, r.written_at`.execute(tx)
  return byConcern<Response>(rows)
}

async function indicatorsTicked(tx: Tx, child: ChildId): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ concernId: string; says: string }>`
    select t.concern_id as "concernId", i.says
    from waymark.concern_indicator t join waymark.identification_indicator i on i.id = t.indicator_id
    where t.child_id = ${child} order by i.place`.execute(tx)
  const found = new Map<string, string[]>()
  for (const { concernId, says } of rows) {
    found.set(concernId, [...(found.get(concernId) ?? []), says])
  }
  return found
}

/** The concern that an address names, of this child. */
export async function findConcern(
  tx: Tx,
  child: ChildId,
  id: unknown,
): Promise<Concern | undefined> {
  const asked = readId<'concern'>(id)
  return asked && (await concernsOf(tx, child)).find((c) => c.id === asked)
}
