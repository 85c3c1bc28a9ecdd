import { sql } from 'kysely'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** A row is like three others at most (`match/bands.rules.ts`): more yeses than that were made up. */
const MOST_FOR_A_ROW = 3

/** Keeps when a yes of theirs is answered. False when there are more of them than rows could have. */
export async function keepReply(
  tx: Tx,
  run: { readonly id: string; readonly rowsSent: number | null },
  reply: { readonly token: string; readonly dueAt: Date },
): Promise<boolean> {
  const { rows } = await sql<{ fits: boolean }>`
    with kept as (
      insert into waymark.between_reply (run_id, token, due_at)
      select ${run.id}, ${reply.token}, ${reply.dueAt}
       where (select count(*) from waymark.between_reply b where b.run_id = ${run.id}) < ${(run.rowsSent ?? 0) * MOST_FOR_A_ROW}::integer
      on conflict do nothing returning token)
    select exists (select from kept) or exists (
      select from waymark.between_reply b where b.run_id = ${run.id} and b.token = ${reply.token}) as fits`.execute(
    tx,
  )
  return rows[0]?.fits === true
}

export type Due = { readonly code: string; readonly token: string; readonly said: boolean }

/** Yeses whose time has come, of questions that still go; `said`: ours was given meanwhile, so nothing is sent. */
export async function repliesDue(tx: Tx, now: Date, most: number): Promise<readonly Due[]> {
  const { rows } = await sql<Due>`
    select r.code, b.token, coalesce(p.own_answer = 'yes', false) as said
      from waymark.between_reply b join waymark.between_run r on r.id = b.run_id and r.state = 'compared'
        join waymark.between_partner other on other.id = r.partner_id and other.stopped_at is null
        join waymark.between_partner matcher on matcher.id = r.matcher_id and matcher.stopped_at is null
        left join waymark.between_pair p on p.run_id = b.run_id and p.token = b.token
     where b.done_at is null and b.due_at <= ${now} and r.organisation_id = (select waymark.actor_organisation())
     order by b.due_at, b.token limit ${most} for update of b skip locked`.execute(tx)
  return rows
}

export async function replied(
  tx: Tx,
  run: { readonly id: string },
  token: string,
  now: Date,
): Promise<void> {
  await sql`update waymark.between_reply set done_at = ${now}
    where run_id = ${run.id} and token = ${token} and done_at is null`.execute(tx)
}

/** When a yes of theirs is answered by itself, for a lead who has not said anything. */
export async function replyDueOn(tx: Tx, run: string, token: string): Promise<Date | undefined> {
  const { rows } = await sql<{ due: Date }>`
    select due_at as due from waymark.between_reply
     where run_id = ${run} and token = ${token} and done_at is null`.execute(tx)
  return rows[0]?.due
}
