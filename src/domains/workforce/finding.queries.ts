import { sql } from 'kysely'
import { type Id, type PersonId, trustedId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Audit } from './audit.queries.ts'
import { type Item, keyOf } from './audit.rules.ts'

export type FindingId = Id<'case-audit-finding'>
export type ActionId = Id<'case-audit-action'>
export type ActionKind = 'for_this_child' | 'learning'

/** What is done about a finding. */
export type Action = {
  readonly id: ActionId
  readonly findingId: FindingId
  readonly kind: ActionKind
  readonly words: string
  readonly ownerId: PersonId
  readonly owner: string | undefined
  /** The owner's account is closed: somebody else has to take it on. */
  readonly ownerLeft: boolean
  readonly dueOn: string
  readonly doneWords: string | undefined
  readonly doneOn: string | undefined
  readonly doneBy: string | undefined
  readonly verifiedWords: string | undefined
  readonly verifiedBy: string | undefined
  readonly verifiedAt: Date | undefined
  readonly version: number
}

/** Something to put right or learn from. */
export type Finding = {
  readonly id: FindingId
  readonly itemKey: string
  readonly words: string
  readonly foundBy: string | undefined
  readonly open: boolean
  readonly closedAt: Date | undefined
  readonly version: number
  readonly actions: readonly Action[]
}

type ActionRow = {
  readonly id: string
  readonly finding_id: string
  readonly kind: string
  readonly words: string
  readonly owner_id: string
  readonly owner: string | null
  readonly owner_left: boolean
  readonly due_on: string
  readonly done_words: string | null
  readonly done_on: string | null
  readonly done_by: string | null
  readonly verified_words: string | null
  readonly verified_by: string | null
  readonly verified_at: Date | null
  readonly version: number
}

const actionOf = (r: ActionRow): Action => ({
  id: trustedId(r.id),
  findingId: trustedId(r.finding_id),
  kind: r.kind === 'learning' ? 'learning' : 'for_this_child',
  words: r.words,
  ownerId: trustedId(r.owner_id),
  owner: r.owner ?? undefined,
  ownerLeft: r.owner_left,
  dueOn: r.due_on,
  doneWords: r.done_words ?? undefined,
  doneOn: r.done_on ?? undefined,
  doneBy: r.done_by ?? undefined,
  verifiedWords: r.verified_words ?? undefined,
  verifiedBy: r.verified_by ?? undefined,
  verifiedAt: r.verified_at ?? undefined,
  version: r.version,
})

/** The findings of an audit with their actions, in the order they were found. */
export async function findingsOf(tx: Tx, audit: Audit): Promise<readonly Finding[]> {
  const { rows: actions } = await sql<ActionRow>`
    select x.id, x.finding_id, x.kind, x.words, x.owner_id, p.name as owner, p.ended_at is not null as owner_left,
      x.due_on, x.done_words, x.done_on, x.done_by, x.verified_words, v.name as verified_by, x.verified_at, x.version
    from waymark.case_audit_finding f join waymark.case_audit_action x on x.finding_id = f.id
    left join waymark.person p on p.id = x.owner_id left join waymark.person v on v.id = x.verified_by
    where f.audit_id = ${audit.id} order by x.due_on, x.id`.execute(tx)
  const byFinding = Map.groupBy(actions.map(actionOf), (a) => a.findingId)
  const rows = await tx
    .selectFrom('waymark.case_audit_finding as f')
    .leftJoin('waymark.person as p', 'p.id', 'f.found_by')
    .selectAll('f')
    .select('p.name as found_by_name')
    .where('f.audit_id', '=', audit.id)
    .orderBy('f.found_at')
    .orderBy('f.id')
    .execute()
  return rows.map((f) => ({
    id: trustedId(f.id),
    itemKey: keyOf(f),
    words: f.words,
    foundBy: f.found_by_name ?? undefined,
    open: f.status === 'open',
    closedAt: f.closed_at ?? undefined,
    version: f.version,
    actions: byFinding.get(trustedId(f.id)) ?? [],
  }))
}

export async function addFinding(
  tx: Tx,
  audit: Audit,
  item: Item,
  words: string,
): Promise<FindingId> {
  const { id } = await tx
    .insertInto('waymark.case_audit_finding')
    .values({
      audit_id: audit.id,
      child_id: audit.childId,
      outcome_id: item.outcomeId ?? null,
      question: item.question ?? null,
      words,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return trustedId(id)
}

/** Closes a finding. The database refuses while it has no action, or one not verified. False when somebody was faster. */
export async function closeFinding(tx: Tx, id: FindingId, version: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.case_audit_finding')
    .set({ status: 'closed', closed_at: sql`now()`, closed_by: sql`waymark.actor_id()` })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type NewAction = Pick<Action, 'kind' | 'words' | 'ownerId' | 'dueOn'>

export async function addAction(
  tx: Tx,
  audit: Audit,
  finding: FindingId,
  action: NewAction,
): Promise<void> {
  await tx
    .insertInto('waymark.case_audit_action')
    .values({
      finding_id: finding,
      child_id: audit.childId,
      kind: action.kind,
      words: action.words,
      owner_id: action.ownerId,
      due_on: action.dueOn,
    })
    .execute()
}

type Change =
  | { readonly kind: 'done'; readonly words: string; readonly day: string }
  | { readonly kind: 'verified'; readonly words: string }
  | { readonly kind: 'owner'; readonly owner: PersonId; readonly due: string }

/** One step of an action. False when somebody else changed it since `version`. */
export async function changeAction(
  tx: Tx,
  action: Action,
  version: number,
  change: Change,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.case_audit_action')
    .set(columnsOf(change))
    .where('id', '=', action.id)
    .where('version', '=', version)
    .where('verified_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function columnsOf(change: Change) {
  const me = sql<string>`waymark.actor_id()`
  switch (change.kind) {
    case 'done':
      return { done_words: change.words, done_on: change.day, done_by: me }
    case 'verified':
      return { verified_words: change.words, verified_at: sql<string>`now()`, verified_by: me }
    case 'owner':
      return { owner_id: change.owner, due_on: change.due }
  }
}
