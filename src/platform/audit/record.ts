import { sql } from 'kysely'
import type { ChildId, OrganisationId, PersonId, SessionId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** One act, seen or done. Never a name, never what was typed. */
export type AuditEntry = {
  readonly actorId: PersonId | undefined
  readonly actorRole: string | undefined
  readonly organisationId: OrganisationId | undefined
  readonly sessionId: SessionId | undefined
  readonly action: string
  readonly outcome: 'done' | 'invalid' | 'not-found' | 'refused' | 'failed'
  readonly childId: ChildId | undefined
  readonly shown: readonly ChildId[]
  readonly address: string | undefined
  readonly requestId: string | undefined
  readonly detail: Readonly<Record<string, string | number | boolean>>
}

/** Writes the entry in the transaction of the act itself: both happen or neither does. */
export async function record(tx: Tx, entry: AuditEntry): Promise<void> {
  await sql`
    insert into waymark.audit_entry
      (actor_id, actor_role, organisation_id, session_id, action, outcome, child_id, shown, address, request_id, detail)
    values
      (${entry.actorId ?? null}, ${entry.actorRole ?? null}, ${entry.organisationId ?? null},
       ${entry.sessionId ?? null}, ${entry.action}, ${entry.outcome}, ${entry.childId ?? null},
       ${[...entry.shown]}::uuid[], ${entry.address ?? null}, ${entry.requestId ?? null},
       ${JSON.stringify(entry.detail)}::jsonb)`.execute(tx)
}
