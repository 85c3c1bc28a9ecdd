import { sql } from 'kysely'
import { type ChildId, type TeamId, trustedId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** A referral that waits for a colleague's eyes. */
export type ToReview = {
  readonly id: string
  readonly childId: ChildId
  readonly knownAs: string
  readonly askedBy: string | undefined
  readonly askedAt: Date | undefined
}

const MOST = 30

/** Referrals a colleague was asked to read, of the children the actor stands beside or of a team; never the actor's own asking. */
export async function referralsToReview(
  tx: Tx,
  of: 'beside-me' | TeamId,
): Promise<readonly ToReview[]> {
  const { rows } = await sql<Kept<Omit<ToReview, 'childId'>> & { readonly childId: string }>`
    select r.id, r.child_id as "childId", w.known_as as "knownAs", p.name as "askedBy", r.review_asked_at as "askedAt"
    from (select c.id, c.known_as from waymark.child c where ${
      of === 'beside-me'
        ? sql`c.id in (select x.child_id from waymark.allocation x where x.person_id = waymark.actor_id() and x.ended_on is null)`
        : sql`c.team_id = ${of} and c.organisation_id = (select waymark.actor_organisation())`
    } offset 0) w
    join waymark.nrm_referral r on r.child_id = w.id
    left join waymark.person p on p.id = r.review_asked_by
    where r.state = 'in_review' and r.review_asked_by is distinct from waymark.actor_id()
    order by r.review_asked_at, r.id limit ${MOST}`.execute(tx)
  return rows.map((row) => ({
    ...known<Omit<ToReview, 'childId'>>(row),
    childId: trustedId(row.childId),
  }))
}
