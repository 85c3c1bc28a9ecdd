import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId, Id, OrganisationId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { OpportunityId, Somebody } from './board.queries.ts'
import type { Level, QuoteState } from './taking-part.rules.ts'

export type GroupId = Id<'group-session'>
export type QuoteId = Id<'session-quote'>

export type Group = {
  readonly id: GroupId
  readonly opportunityId: OpportunityId
  readonly title: string
  readonly heldOn: string
  readonly talkedAbout: string
  readonly decided: string | null
  readonly cameOf: string | null
  readonly version: number
}

const columns = sql`s.id, s.opportunity_id as "opportunityId", o.title, s.held_on::text as "heldOn", s.talked_about as "talkedAbout",
  s.decided, s.came_of as "cameOf", s.version`

/** Sessions the actor may read: those they took part in, or of the organisation they lead in. */
export async function groupsFor(tx: Tx, opportunity?: OpportunityId): Promise<readonly Group[]> {
  const { rows } = await sql<Group>`
    select ${columns} from waymark.group_session s join waymark.opportunity o on o.id = s.opportunity_id
     where s.organisation_id = (select waymark.actor_organisation()) and (${opportunity ?? null}::uuid is null or s.opportunity_id = ${opportunity ?? null}::uuid)
     order by s.held_on desc, s.id limit 50`.execute(tx)
  return rows
}

export async function findGroup(tx: Tx, id: GroupId): Promise<Group | undefined> {
  const { rows } = await sql<Group>`
    select ${columns} from waymark.group_session s join waymark.opportunity o on o.id = s.opportunity_id where s.id = ${id}`.execute(
    tx,
  )
  return rows[0]
}

export type GroupTexts = {
  readonly talkedAbout: string
  readonly decided: string | undefined
  readonly cameOf: string | undefined
}

export async function recordGroup(
  tx: Tx,
  given: GroupTexts & {
    readonly id: GroupId
    readonly opportunityId: OpportunityId
    readonly organisation: OrganisationId
    readonly heldOn: CalendarDay
    readonly members: readonly ChildId[]
  },
): Promise<void> {
  await tx
    .insertInto('waymark.group_session')
    .values({
      id: given.id,
      opportunity_id: given.opportunityId,
      organisation_id: given.organisation,
      held_on: given.heldOn,
      talked_about: given.talkedAbout,
      decided: given.decided ?? null,
      came_of: given.cameOf ?? null,
    })
    .execute()
  if (given.members.length === 0) return
  await tx
    .insertInto('waymark.group_member')
    .values(given.members.map((child) => ({ session_id: given.id, child_id: child })))
    .execute()
}

/** False when somebody else changed it meanwhile. */
export async function changeGroup(
  tx: Tx,
  id: GroupId,
  version: number,
  to: GroupTexts,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.group_session')
    .set({
      talked_about: to.talkedAbout,
      decided: to.decided ?? null,
      came_of: to.cameOf ?? null,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Who took part, for those who lead. */
export async function membersOf(tx: Tx, id: GroupId): Promise<readonly Somebody[]> {
  const { rows } = await sql<Somebody>`
    select m.child_id as "childId", n.known_as as name from waymark.group_member m
      join waymark.names_for_lead(array(select x.child_id from waymark.group_member x where x.session_id = ${id})) n on n.child_id = m.child_id
     where m.session_id = ${id} order by n.known_as limit 100`.execute(tx)
  return rows
}

export type Quote = {
  readonly id: QuoteId
  readonly sessionId: GroupId
  readonly childId: ChildId
  readonly words: string
  readonly wordsLanguage: string
  readonly state: QuoteState
  readonly level: Level | null
  readonly shownName: string | null
  readonly version: number
}

/** Quotes of a session that the actor may read: their own, or as its lead those that wait or stand. */
export async function quotesOf(tx: Tx, session?: GroupId): Promise<readonly Quote[]> {
  const { rows } = await sql<Quote>`
    select q.id, q.session_id as "sessionId", q.child_id as "childId", q.words, q.words_language as "wordsLanguage", q.state, q.level,
        q.shown_name as "shownName", q.version
      from waymark.session_quote q
     where (${session ?? null}::uuid is null or q.session_id = ${session ?? null}::uuid) order by q.written_at, q.id limit 200`.execute(
    tx,
  )
  return rows
}

/** A young person's own. */
export async function ownQuotes(tx: Tx, child: ChildId): Promise<readonly Quote[]> {
  return (await quotesOf(tx)).filter((q) => q.childId === child)
}

export async function writeQuote(
  tx: Tx,
  session: GroupId,
  child: ChildId,
  words: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('waymark.session_quote')
    .values({ session_id: session, child_id: child, words, written_at: now })
    .execute()
}

export type QuoteSaid =
  | {
      readonly state: 'yes'
      readonly level: Level
      readonly shownName: string | undefined
      readonly words: string
      readonly language: string
    }
  | { readonly state: 'no' | 'withdrawn' }

/** What the young person says to it. False when it changed meanwhile. */
export async function sayToQuote(
  tx: Tx,
  quote: Quote,
  version: number,
  said: QuoteSaid,
  now: Date,
): Promise<boolean> {
  const changed = said.state === 'yes' && said.words !== quote.words
  const to =
    said.state === 'yes'
      ? {
          state: said.state,
          level: said.level,
          shown_name: said.shownName ?? null,
          words: said.words,
          words_language: changed ? said.language : quote.wordsLanguage,
        }
      : { state: said.state, level: null, shown_name: null }
  const { numUpdatedRows } = await tx
    .updateTable('waymark.session_quote')
    .set({ ...to, said_at: now })
    .where('id', '=', quote.id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type ShownQuote = {
  readonly id: string
  readonly words: string
  readonly wordsLanguage: string
  readonly shownName: string | null
}

export type GroupQuote = ShownQuote & { readonly sessionId: GroupId }

/** What was said in groups the actor took part in and may be read by them. */
export async function quotesOfMyGroups(tx: Tx): Promise<readonly GroupQuote[]> {
  const { rows } = await sql<GroupQuote>`
    select q.id, q.session_id as "sessionId", q.words, q.words_language as "wordsLanguage", q.shown_name as "shownName"
      from waymark.quotes_of_my_groups() q`.execute(tx)
  return rows
}
