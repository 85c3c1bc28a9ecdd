import { sql } from 'kysely'
import { trustedId, type ChildId, type PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Change, Keeping } from './list.rules.ts'

/** What the actor’s organisation changed in the list: the newest of each code. */
export function changesOf(tx: Tx): Promise<readonly Change[]> {
  return tx
    .selectFrom('waymark.wording_phrase')
    .distinctOn('code')
    .select(['code', 'version', 'in_use as inUse', 'label', 'ways', 'unless', 'say', 'why'])
    .where('organisation_id', '=', sql<string>`waymark.actor_organisation()`)
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute()
}

export type Version = Change & {
  readonly because: string
  readonly by: string | undefined
  readonly at: Date
}

/** Every version of one phrase, the newest first. */
export async function versionsOf(tx: Tx, code: string): Promise<readonly Version[]> {
  const rows = await tx
    .selectFrom('waymark.wording_phrase as w')
    .leftJoin('waymark.person as p', 'p.id', 'w.written_by')
    .select([
      ...(['w.code', 'w.version', 'w.in_use as inUse', 'w.label', 'w.ways', 'w.unless'] as const),
      ...(['w.say', 'w.why', 'w.because', 'p.name as by', 'w.written_at as at'] as const),
    ])
    .where('w.code', '=', code)
    .orderBy('w.version', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({ ...row, by: row.by ?? undefined }))
}

/** False when somebody else wrote that version first. */
export async function addVersion(
  tx: Tx,
  change: Change & { readonly because: string },
): Promise<boolean> {
  const added = await tx
    .insertInto('waymark.wording_phrase')
    .values({
      code: change.code,
      version: change.version,
      in_use: change.inUse,
      label: change.label,
      ways: [...change.ways],
      unless: [...change.unless],
      say: change.say,
      why: change.why,
      because: change.because,
    })
    .onConflict((c) => c.columns(['organisation_id', 'code', 'version']).doNothing())
    .returning('id')
    .execute()
  return added.length === 1
}

/** That texts were looked at on a day, and what was found in each: without anybody. */
export async function addLooks(
  tx: Tx,
  day: string,
  found: readonly (readonly string[])[],
): Promise<void> {
  await tx
    .insertInto('waymark.wording_look')
    .values(found.map((codes) => ({ on_day: day, found: [...codes] })))
    .execute()
}

export type Advised = {
  readonly childId: ChildId
  readonly batch: string
  readonly path: string
  readonly field: string
  readonly code: string
  readonly words: string
  readonly changeAt: string | undefined
  readonly kept?: Keeping | undefined
}

export async function addAdvice(tx: Tx, advised: readonly Advised[], now: Date): Promise<void> {
  if (advised.length === 0) return
  await tx
    .insertInto('waymark.wording_advice')
    .values(
      advised.map((one) => ({
        child_id: one.childId,
        batch: one.batch,
        path: one.path,
        field: one.field,
        code: one.code,
        words: one.words,
        change_at: one.changeAt ?? null,
        advised_at: now,
        ...(one.kept ? { state: 'kept', reason: one.kept, settled_at: now } : {}),
      })),
    )
    .execute()
}

export type Before = {
  readonly id: string
  readonly field: string
  readonly code: string
  readonly state: string
}

/** What the actor was advised on the same text before. */
export function advisedBefore(tx: Tx, child: ChildId, path: string): Promise<readonly Before[]> {
  return tx
    .selectFrom('waymark.wording_advice')
    .select(['id', 'field', 'code', 'state'])
    .where('child_id', '=', child)
    .where('path', '=', path)
    .where('state', 'in', ['open', 'kept'])
    .limit(200)
    .execute()
}

export async function settle(
  tx: Tx,
  ids: readonly string[],
  state: 'changed' | 'left',
  now: Date,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('waymark.wording_advice')
    .set({ state, settled_at: now })
    .where('id', 'in', [...ids])
    .where('state', '=', 'open')
    .execute()
}

/** Kept as it is, with the writer’s reason. False when it was settled meanwhile. */
export async function keep(
  tx: Tx,
  id: string,
  reason: { readonly code: Keeping; readonly words: string | undefined },
  now: Date,
): Promise<boolean> {
  const kept = await tx
    .updateTable('waymark.wording_advice')
    .set({
      state: 'kept',
      reason: reason.code,
      reason_words: reason.words ?? null,
      settled_at: now,
    })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returning('id')
    .execute()
  return kept.length === 1
}

export type OpenAdvice = {
  readonly id: string
  readonly childId: ChildId
  readonly knownAs: string
  readonly batch: string
  readonly code: string
  readonly words: string
  readonly changeAt: string | undefined
  readonly at: Date
}

/** What the actor has not answered: of one form that was saved, or all of it, the newest first. */
export async function openAdvice(
  tx: Tx,
  person: PersonId,
  batch?: string,
): Promise<readonly OpenAdvice[]> {
  const rows = await tx
    .selectFrom('waymark.wording_advice as a')
    .innerJoin('waymark.child as c', 'c.id', 'a.child_id')
    .select([
      ...(['a.id', 'a.child_id', 'c.known_as', 'a.batch', 'a.code', 'a.words'] as const),
      ...(['a.change_at', 'a.advised_at'] as const),
    ])
    .where('a.person_id', '=', person)
    .where('a.state', '=', 'open')
    .$if(batch !== undefined, (q) => q.where('a.batch', '=', batch ?? ''))
    .orderBy('a.advised_at', 'desc')
    .orderBy('a.id')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    childId: trustedId<'child'>(row.child_id),
    knownAs: row.known_as,
    batch: row.batch,
    code: row.code,
    words: row.words,
    changeAt: row.change_at ?? undefined,
    at: row.advised_at,
  }))
}

export type Count = {
  readonly code: string | null
  readonly texts: number
  readonly changed: number
  readonly kept: number
  readonly leftOpen: number
  readonly reasons: Readonly<Record<string, number>>
}

/** How often, and what became of it: never by person, team or child. */
export async function countsOf(tx: Tx, from: string, until: string): Promise<readonly Count[]> {
  const { rows } = await sql<Count>`
    select code, texts::int as texts, changed::int as changed, kept::int as kept,
           left_open::int as "leftOpen", reasons
      from waymark.wording_counts(${from}::date, ${until}::date)`.execute(tx)
  return rows
}
