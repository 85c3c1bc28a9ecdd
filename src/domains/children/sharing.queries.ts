import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { SHARED_KINDS, type SharedKind, type Sharing } from './sharing.rules.ts'

/** The kinds of things that this young person does not share with the actor. Empty for themselves. */
export async function notSharedWith(tx: Tx, child: ChildId): Promise<ReadonlySet<SharedKind>> {
  const { rows } = await sql<{ kind: string }>`
    select waymark.not_shared(${child}) as kind`.execute(tx)
  return new Set(SHARED_KINDS.filter((kind) => rows.some((row) => row.kind === kind)))
}

export type KeptSharing = Sharing & { readonly version: number }

/** What a young person chose, kind by kind. Read by them alone. */
export async function sharingOf(
  tx: Tx,
  child: ChildId,
): Promise<ReadonlyMap<SharedKind, KeptSharing>> {
  const rows = await tx
    .selectFrom('waymark.sharing_choice')
    .select(['kind', 'choice', 'people', 'version'])
    .where('child_id', '=', child)
    .execute()
  return new Map(
    SHARED_KINDS.flatMap((kind) => {
      const row = rows.find((r) => r.kind === kind)
      return row ? [[kind, { ...sharingIn(row), version: row.version }] as const] : []
    }),
  )
}

/** A choice as its row, or a row of the history, has it. */
export function sharingIn(row: {
  readonly choice: string
  readonly people: readonly string[]
}): Sharing {
  const choice = row.choice === 'some' || row.choice === 'nobody' ? row.choice : 'everyone'
  return { choice, people: row.people }
}

/** Keeps a young person's own choice, which holds from the next thing anybody opens. */
export async function saveSharing(
  tx: Tx,
  child: ChildId,
  kind: SharedKind,
  sharing: Sharing,
): Promise<void> {
  const values = { choice: sharing.choice, people: [...sharing.people] }
  await tx
    .insertInto('waymark.sharing_choice')
    .values({ child_id: child, kind, ...values })
    .onConflict((c) =>
      c
        .columns(['child_id', 'kind'])
        .doUpdateSet(values)
        .where(
          sql<boolean>`(waymark.sharing_choice.choice, waymark.sharing_choice.people) is distinct from (${values.choice}, ${values.people}::uuid[])`,
        ),
    )
    .execute()
}
