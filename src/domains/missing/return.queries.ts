import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { type Kept, known, orNull } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type {
  Accepted,
  Chosen,
  Conversation,
  Held,
  Known,
  NoWords,
  Offered,
  Private,
  YesNo,
} from './return.rules.ts'

/** A conversation as it is kept. */
export type KeptReturn = {
  readonly episodeId: string
  readonly offered: Offered
  readonly offeredAt: Date | undefined
  readonly because: string | undefined
  readonly talkedWith: string | undefined
  readonly chosen: Chosen | undefined
  readonly independent: YesNo | undefined
  readonly accepted: Accepted | undefined
  readonly heldAt: Date | undefined
  readonly pushed: string | undefined
  readonly pulled: string | undefined
  readonly want: string | undefined
  readonly language: string
  readonly noWordsBecause: NoWords | undefined
  readonly exploited: Known | undefined
  readonly again: Known | undefined
  readonly situationId: string | undefined
  readonly privatePlace: Private | undefined
  readonly cameOfIt: string | undefined
  readonly by: string | undefined
  readonly version: number
}

export async function returnOf(tx: Tx, episode: string): Promise<KeptReturn | undefined> {
  const { rows } = await sql<Kept<KeptReturn>>`
    select r.episode_id as "episodeId", r.offered, r.offered_at as "offeredAt", r.not_offered_because as because,
      r.talked_with as "talkedWith", r.chosen, r.independent, r.accepted, r.held_at as "heldAt", r.pushed, r.pulled,
      r.want, r.language, r.no_words_because as "noWordsBecause", r.exploited, r.again, r.situation_id as "situationId",
      r.private_place as "privatePlace", r.came_of_it as "cameOfIt", p.name as by, r.version
    from waymark.missing_return r left join waymark.person p on p.id = r.changed_by
    where r.episode_id = ${episode}`.execute(tx)
  return rows[0] && known<KeptReturn>(rows[0])
}

function columnsOf(c: Conversation) {
  if (c.offered !== 'yes') {
    return { offered: c.offered, not_offered_because: c.because, ...NOT_OFFERED, ...NOT_HELD }
  }
  return {
    offered: c.offered,
    not_offered_because: null,
    offered_at: c.offeredAt,
    talked_with: c.talkedWith,
    chosen: c.chosen,
    accepted: c.accepted,
    came_of_it: orNull(c.cameOfIt),
    ...(c.held ? heldColumns(c.held) : NOT_HELD),
  }
}

const NOT_OFFERED = {
  offered_at: null,
  talked_with: null,
  chosen: null,
  accepted: null,
  came_of_it: null,
}

const heldColumns = (held: Held) => ({
  held_at: held.at,
  language: held.language,
  independent: held.independent,
  private_place: held.privatePlace,
  pushed: orNull(held.pushed),
  pulled: orNull(held.pulled),
  want: orNull(held.want),
  no_words_because: orNull(held.noWordsBecause),
  exploited: held.exploited,
  again: held.again,
  situation_id: orNull(held.situationId),
})

const NOT_HELD = {
  held_at: null,
  language: 'en',
  independent: null,
  private_place: null,
  pushed: null,
  pulled: null,
  want: null,
  no_words_because: null,
  exploited: null,
  again: null,
  situation_id: null,
}

/** False when somebody saved it since `version`; 0 is one that was not there. */
export async function keepReturn(
  tx: Tx,
  of: { readonly child: ChildId; readonly episode: string },
  version: number,
  conversation: Conversation,
): Promise<boolean> {
  if (version === 0) {
    const added = await tx
      .insertInto('waymark.missing_return')
      .values({ child_id: of.child, episode_id: of.episode, ...columnsOf(conversation) })
      .onConflict((c) => c.column('episode_id').doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('waymark.missing_return')
    .set(columnsOf(conversation))
    .where('episode_id', '=', of.episode)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
