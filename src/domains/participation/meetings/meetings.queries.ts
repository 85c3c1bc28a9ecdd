import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { trustedId, type ChildId, type Id, type PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { LineKind, Talked, WhoSays } from './meetings.rules.ts'

export type MeetingId = Id<'meeting'>
export type LineId = Id<'meeting-line'>
export type Meeting = {
  readonly id: MeetingId
  readonly childId: ChildId
  readonly called: string
  readonly onDay: string | undefined
  readonly ledBy: string | undefined
  readonly ledByName: string | undefined
  readonly state: 'planned' | 'held' | 'not_held'
  readonly version: number
}

type Row = {
  id: string
  child_id: string
  called: string
  on_day: string | null
  led_by: string | null
  led_name: string | null
  state: Meeting['state']
  version: number
}

const meetingOf = (row: Row): Meeting => ({
  id: trustedId(row.id),
  childId: trustedId(row.child_id),
  called: row.called,
  onDay: row.on_day ?? undefined,
  ledBy: row.led_by ?? undefined,
  ledByName: row.led_name ?? undefined,
  state: row.state,
  version: row.version,
})

const columns = sql`m.id, m.child_id, m.called, m.on_day::text as on_day, m.led_by, p.name as led_name, m.state, m.version`

/** Meetings a young person gets ready for, the nearest first. */
export async function meetingsOf(tx: Tx, child: ChildId): Promise<readonly Meeting[]> {
  const { rows } = await sql<Row>`
    select ${columns} from waymark.meeting m left join waymark.person p on p.id = m.led_by
     where m.child_id = ${child} order by m.on_day desc nulls first, m.made_at desc limit 50`.execute(
    tx,
  )
  return rows.map(meetingOf)
}

export async function findMeeting(
  tx: Tx,
  child: ChildId,
  id: MeetingId,
): Promise<Meeting | undefined> {
  const { rows } = await sql<Row>`
    select ${columns} from waymark.meeting m left join waymark.person p on p.id = m.led_by
     where m.id = ${id} and m.child_id = ${child}`.execute(tx)
  return rows[0] && meetingOf(rows[0])
}

export async function addMeeting(
  tx: Tx,
  child: ChildId,
  made: {
    readonly called: string
    readonly onDay: CalendarDay | undefined
    readonly ledBy?: PersonId
  },
): Promise<MeetingId> {
  const row = await tx
    .insertInto('waymark.meeting')
    .values({
      child_id: child,
      called: made.called,
      on_day: made.onDay ?? null,
      led_by: made.ledBy ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return trustedId(row.id)
}

/** False when the meeting changed meanwhile. */
export async function endMeeting(
  tx: Tx,
  meeting: Meeting,
  state: 'held' | 'not_held',
  version: number,
): Promise<boolean> {
  const rows = await tx
    .updateTable('waymark.meeting')
    .set({ state })
    .where('id', '=', meeting.id)
    .where('version', '=', version)
    .where('state', '=', 'planned')
    .returning('id')
    .execute()
  return rows.length === 1
}

export type Line = {
  readonly id: LineId
  readonly kind: LineKind
  readonly words: string
  readonly language: string
  readonly whoSays: WhoSays
  readonly whoName: string | undefined
  readonly state: 'draft' | 'offered' | 'stands' | 'not_this'
  readonly byId: string
  readonly byName: string | undefined
  readonly talked: Talked | undefined
  readonly talkedWords: string | undefined
  readonly version: number
}

/** The lines of a meeting the reader may see: a draft only by whose it is. */
export async function linesOf(tx: Tx, meeting: MeetingId): Promise<readonly Line[]> {
  const { rows } = await sql<{
    id: string
    kind: LineKind
    words: string
    words_language: string
    who_says: WhoSays
    who_says_name: string | null
    state: Line['state']
    written_by: string
    by_name: string | null
    talked: Talked | null
    talked_words: string | null
    version: number
  }>`
    select l.id, l.kind, l.words, l.words_language, l.who_says, l.who_says_name, l.state, l.written_by, p.name as by_name,
        a.talked, a.words as talked_words, l.version
      from waymark.meeting_line l
      left join waymark.person p on p.id = l.written_by
      left join waymark.meeting_after a on a.line_id = l.id
     where l.meeting_id = ${meeting} order by l.written_at, l.id limit 200`.execute(tx)
  return rows.map((row) => ({
    id: trustedId(row.id),
    kind: row.kind,
    words: row.words,
    language: row.words_language,
    whoSays: row.who_says,
    whoName: row.who_says_name ?? undefined,
    state: row.state,
    byId: row.written_by,
    byName: row.by_name ?? undefined,
    talked: row.talked ?? undefined,
    talkedWords: row.talked_words ?? undefined,
    version: row.version,
  }))
}

export async function addLine(
  tx: Tx,
  meeting: Meeting,
  line: {
    readonly kind: LineKind
    readonly words: string
    readonly language: string
    readonly whoSays: WhoSays
    readonly whoName: string | undefined
    readonly state: 'draft' | 'offered' | 'stands'
  },
): Promise<void> {
  await tx
    .insertInto('waymark.meeting_line')
    .values({
      meeting_id: meeting.id,
      child_id: meeting.childId,
      kind: line.kind,
      words: line.words,
      words_language: line.language,
      who_says: line.whoSays,
      who_says_name: line.whoName ?? null,
      state: line.state,
    })
    .execute()
}

/** The young person says that a line stands, or not. False when it changed meanwhile. */
export async function sayOfLine(
  tx: Tx,
  line: LineId,
  state: 'stands' | 'not_this',
  version: number,
): Promise<boolean> {
  const rows = await tx
    .updateTable('waymark.meeting_line')
    .set({ state })
    .where('id', '=', line)
    .where('version', '=', version)
    .returning('id')
    .execute()
  return rows.length === 1
}

/** Did they talk about it? Said once; undefined when it had been said. */
export async function sayAfter(
  tx: Tx,
  child: ChildId,
  line: LineId,
  said: {
    readonly talked: Talked
    readonly words: string | undefined
    readonly language: string
    readonly now: Date
  },
): Promise<string | undefined> {
  const row = await tx
    .insertInto('waymark.meeting_after')
    .values({
      line_id: line,
      child_id: child,
      talked: said.talked,
      words: said.words ?? null,
      words_language: said.language,
      said_at: said.now,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export type NotTalkedAbout = {
  readonly called: string
  readonly line: string
  readonly language: string
  readonly words: string | undefined
  readonly wordsLanguage: string
}

/** What a meeting did not talk about, for whoever answers it. */
export async function notTalkedAbout(
  tx: Tx,
  child: ChildId,
  after: string,
): Promise<NotTalkedAbout | undefined> {
  const { rows } = await sql<{
    called: string
    line: string
    language: string
    words: string | null
    words_language: string
  }>`
    select m.called, l.words as line, l.words_language as language, a.words, a.words_language
      from waymark.meeting_after a
      join waymark.meeting_line l on l.id = a.line_id
      join waymark.meeting m on m.id = l.meeting_id
     where a.id = ${after} and a.child_id = ${child}`.execute(tx)
  const [row] = rows
  return (
    row && {
      called: row.called,
      line: row.line,
      language: row.language,
      words: row.words ?? undefined,
      wordsLanguage: row.words_language,
    }
  )
}
