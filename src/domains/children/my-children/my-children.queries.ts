import { sql, type RawBuilder } from 'kysely'
import { trustedId, type ChildId, type TeamId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Actor } from '#platform/http/page.ts'

export type ListedChild = {
  readonly id: ChildId
  readonly knownAs: string
  readonly sayIt: string | undefined
  /** Who stands beside them now, for the reader to know whom to ask. */
  readonly beside: readonly { readonly id: string; readonly name: string; readonly part: string }[]
  /** Somebody else's words about what they are good at, where there are any. */
  readonly othersWords: string | undefined
}

export type ChildrenPage = { readonly children: readonly ListedChild[]; readonly more: boolean }

export const CHILDREN_ON_A_PAGE = 25

type Row = {
  readonly id: string
  readonly known_as: string
  readonly say_it: string | null
  readonly beside: readonly { readonly id: string; readonly name: string; readonly part: string }[]
  readonly others_words: string | null
}

/**
 * Which of the children: all, or those whose record holds nothing they say they are good at. Who does
 * not share their own words is not among the second: what is not shown was not left unasked.
 */
export type Which = 'all' | 'not-asked'

const ONLY: Readonly<Record<Which, RawBuilder<unknown>>> = {
  all: sql``,
  'not-asked': sql`and not exists (select from waymark.about_me s
    where s.child_id = c.id and s.topic = 'strengths' and s.said_by <> 'someone_else')
    and c.id not in (select waymark.kept_back('words'))`,
}

/**
 * The children somebody stands beside, by name. Asked from what they reach, not from all children:
 * row-level security would otherwise look at every one.
 */
export async function allocatedTo(
  tx: Tx,
  actor: Actor,
  after: ChildId | undefined,
  which: Which = 'all',
): Promise<ChildrenPage> {
  return pageOf(
    tx,
    sql`(select distinct a.child_id from waymark.allocation a
        where a.person_id = ${actor.id} and a.ended_on is null offset 0) own
      cross join lateral (select * from waymark.child x where x.id = own.child_id offset 0) c where true ${ONLY[which]}`,
    after,
  )
}

/** The children of an organisation, or of one of its teams, by name. */
export async function childrenOf(
  tx: Tx,
  actor: Actor,
  team: TeamId | undefined,
  after: ChildId | undefined,
  which: Which = 'all',
): Promise<ChildrenPage> {
  const inTeam = team ? sql`and c.team_id = ${team}` : sql``
  // The planner cannot tell how many a policy lets through and would sort a whole organisation for one page.
  await sql`select set_config('enable_sort', 'off', true)`.execute(tx)
  const listed = await pageOf(
    tx,
    sql`waymark.child c where c.organisation_id = ${actor.organisationId} ${inTeam} ${ONLY[which]}`,
    after,
  )
  await sql`select set_config('enable_sort', 'on', true)`.execute(tx)
  return listed
}

/** Goes on after a child, whose name is looked up here so that it stands in no address. */
async function pageOf(
  tx: Tx,
  from: RawBuilder<unknown>,
  after: ChildId | undefined,
): Promise<ChildrenPage> {
  const last =
    after &&
    (await tx
      .selectFrom('waymark.child')
      .select('known_as')
      .where('id', '=', after)
      .executeTakeFirst())
  const onwards = last ? sql`and (c.known_as, c.id) > (${last.known_as}, ${after}::uuid)` : sql``
  const { rows } = await sql<Row>`
    select l.id, l.known_as, l.say_it,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'part', a.part) order by a.started_on, p.name)
        from waymark.allocation a join waymark.person p on p.id = a.person_id
        where a.child_id = l.id and a.ended_on is null), '[]') as beside,
      (select s.id from waymark.about_me s
        where s.child_id = l.id and s.topic = 'strengths' and s.said_by = 'someone_else') as others_words
    from (select c.id, c.known_as, c.say_it from ${from} ${onwards}
      order by c.known_as, c.id limit ${CHILDREN_ON_A_PAGE + 1}) l
    order by l.known_as, l.id
  `.execute(tx)
  return {
    children: rows.slice(0, CHILDREN_ON_A_PAGE).map((row) => ({
      id: trustedId(row.id),
      knownAs: row.known_as,
      sayIt: row.say_it ?? undefined,
      beside: row.beside,
      othersWords: row.others_words ?? undefined,
    })),
    more: rows.length > CHILDREN_ON_A_PAGE,
  }
}

export type Team = { readonly id: TeamId; readonly name: string }

/** The teams of the actor's organisation, by name. */
export async function teamsOf(tx: Tx, actor: Actor): Promise<readonly Team[]> {
  const rows = await tx
    .selectFrom('waymark.team')
    .select(['id', 'name'])
    .where('organisation_id', '=', actor.organisationId)
    .orderBy('name')
    .limit(200)
    .execute()
  return rows.map((row) => ({ id: trustedId(row.id), name: row.name }))
}
