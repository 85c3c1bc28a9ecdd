import { sql } from 'kysely'
import { trustedId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Database } from '#platform/db/postgres.ts'
import { frameworkDocument } from './framework-document.form.ts'
import type {
  FrameworkVersionId,
  KeptFramework,
  ListedVersion,
  UsedFramework,
  VersionStatus,
} from './framework-kept.rules.ts'
import type { Framework } from './framework.rules.ts'
import { provisionalSet } from './provisional-set.ts'

const KEPT = sql`
  v.id, v.framework_id, v.status, v.definition, v.imported_at, v.published_at, v.retired_at,
  md5(v.definition::text) as seal, (select p.name from waymark.person p where p.id = v.imported_by) as imported_by`

type KeptRow = {
  readonly id: string
  readonly framework_id: string
  readonly status: VersionStatus
  readonly definition: Framework & { readonly format?: string }
  readonly imported_at: Date
  readonly imported_by: string | null
  readonly published_at: Date | null
  readonly retired_at: Date | null
  readonly seal: string
}

function kept(row: KeptRow): KeptFramework {
  const { format: _, ...framework } = row.definition
  return {
    ...framework,
    id: trustedId(row.id),
    frameworkId: trustedId(row.framework_id),
    status: row.status,
    importedAt: row.imported_at,
    importedBy: row.imported_by ?? undefined,
    publishedAt: row.published_at ?? undefined,
    retiredAt: row.retired_at ?? undefined,
    seal: row.seal,
  }
}

/** Any version the actor may read: published ones for everybody, drafts for administrators and auditors. */
export async function findKeptFramework(
  tx: Tx,
  id: FrameworkVersionId,
): Promise<KeptFramework | undefined> {
  const { rows } = await sql<KeptRow>`
    select ${KEPT} from waymark.framework_version v where v.id = ${id}`.execute(tx)
  return rows[0] && kept(rows[0])
}

/** A version by what its owner calls it. */
export async function findVersionNamed(
  tx: Tx,
  key: string,
  version: string,
): Promise<KeptFramework | undefined> {
  const { rows } = await sql<KeptRow>`
    select ${KEPT} from waymark.framework_version v
    join waymark.framework f on f.id = v.framework_id
    where f.key = ${key} and v.version = ${version}`.execute(tx)
  return rows[0] && kept(rows[0])
}

/** The version published last before this one, in use or not: what a new one is compared with. */
export async function findVersionBefore(
  tx: Tx,
  version: Pick<KeptFramework, 'id' | 'frameworkId' | 'publishedAt'>,
): Promise<KeptFramework | undefined> {
  const { rows } = await sql<KeptRow>`
    select ${KEPT} from waymark.framework_version v
    where v.framework_id = ${version.frameworkId} and v.id <> ${version.id}
      and v.published_at < coalesce(${version.publishedAt ?? null}::timestamptz, 'infinity')
    order by v.published_at desc, v.id limit 1`.execute(tx)
  return rows[0] && kept(rows[0])
}

/** Every version the actor may read, framework by framework, the newest first. */
export async function listVersions(tx: Tx): Promise<readonly ListedVersion[]> {
  const { rows } = await sql<
    Omit<ListedVersion, 'id' | 'publishedAt'> & { id: string; publishedAt: Date | null }
  >`
    select v.id, f.key, v.name, v.owner, v.version, v.status, v.provisional, v.population,
      v.adult_labelled_for_under_18 as "labelledForUnder18", v.published_at as "publishedAt",
      jsonb_array_length(v.definition -> 'outcomes') as outcomes,
      jsonb_array_length(jsonb_path_query_array(v.definition, '$.outcomes[*].indicators[*]')) as indicators
    from waymark.framework_version v join waymark.framework f on f.id = v.framework_id
    order by f.name, f.key, coalesce(v.published_at, v.imported_at) desc, v.id`.execute(tx)
  return rows.map((r) => ({ ...r, id: trustedId(r.id), publishedAt: r.publishedAt ?? undefined }))
}

/** Other versions of the same framework that are in use. */
export async function otherLiveVersions(
  tx: Tx,
  version: Pick<KeptFramework, 'id' | 'frameworkId'>,
): Promise<readonly { readonly id: FrameworkVersionId; readonly version: string }[]> {
  const { rows } = await sql<{ id: string; version: string }>`
    select id, version from waymark.framework_version
    where framework_id = ${version.frameworkId} and id <> ${version.id} and status = 'live'
    order by published_at desc, id`.execute(tx)
  return rows.map((r) => ({ id: trustedId(r.id), version: r.version }))
}

/** Keeps a framework as a draft, or publishes it. Throws when a published version would change. */
export async function keepFramework(
  tx: Tx | Database,
  framework: Framework,
  publish: boolean,
): Promise<FrameworkVersionId> {
  const document = JSON.stringify(frameworkDocument(framework))
  const { rows } = await sql<{ id: string }>`
    select waymark.keep_framework(${document}::jsonb, ${publish}) as id`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('The framework was not kept')
  return trustedId(row.id)
}

/** Publishes a draft that still reads as it did when it was looked at. False when it changed meanwhile. */
export async function publishDraft(tx: Tx, id: FrameworkVersionId, seal: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update waymark.framework_version
    set status = 'live', published_at = now(), published_by = waymark.actor_id()
    where id = ${id} and status = 'draft' and md5(definition::text) = ${seal}`.execute(tx)
  return numAffectedRows === 1n
}

/** Takes a version out of use, or sets a draft aside. What was answered under it stays readable. */
export async function retireVersions(tx: Tx, ids: readonly FrameworkVersionId[]): Promise<number> {
  const { numAffectedRows } = await sql`
    update waymark.framework_version
    set status = 'retired', retired_at = now(), retired_by = waymark.actor_id()
    where id = any (${[...ids]}::uuid[]) and status <> 'retired'`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/**
 * The framework that check-ins use unless another is chosen: made for children, its owner's own
 * before a provisional one, the newest first. Undefined while none is in use.
 */
export async function liveFramework(tx: Tx | Database): Promise<UsedFramework | undefined> {
  return (await liveFrameworks(tx, 1))[0]
}

/** Every framework in use, or the first so many, in the order in which `liveFramework` chooses. */
export async function liveFrameworks(
  tx: Tx | Database,
  atMost = 100,
): Promise<readonly UsedFramework[]> {
  const { rows } = await sql<Standing>`
    select v.id, v.status, v.retired_at from waymark.framework_version v where v.status = 'live'
    order by v.population = 'adult', v.provisional, v.published_at desc, v.id limit ${atMost}`.execute(
    tx,
  )
  const found: UsedFramework[] = []
  for (const row of rows) found.push(await used(tx, row))
  return found
}

/** A published version, in use or retired: old answers are read under it. */
export async function frameworkVersion(
  tx: Tx | Database,
  id: FrameworkVersionId,
): Promise<UsedFramework | undefined> {
  const { rows } = await sql<Standing>`
    select v.id, v.status, v.retired_at from waymark.framework_version v
    where v.id = ${id} and v.published_at is not null`.execute(tx)
  return rows[0] && used(tx, rows[0])
}

type Standing = Pick<KeptRow, 'id' | 'status' | 'retired_at'>

/**
 * What stands in a published version never changes (the database sees to it), so it is read and
 * understood once and kept by the version's id; only whether it is in use is asked each time.
 */
const understood = new Map<string, UsedFramework>()
const AT_MOST = 20

async function used(
  tx: Tx | Database,
  { id, status, retired_at }: Standing,
): Promise<UsedFramework> {
  const known = understood.get(id) ?? (await understand(tx, id))
  return { ...known, status, retiredAt: retired_at ?? undefined }
}

async function understand(tx: Tx | Database, id: string): Promise<UsedFramework> {
  const { rows } = await sql<KeptRow & { ids: Record<string, string> }>`
    select ${KEPT}, (select jsonb_object_agg(o.code, o.id) from waymark.outcome o
      where o.framework_version_id = v.id) as ids
    from waymark.framework_version v where v.id = ${id}`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('A framework version went away while it was read')
  const framework = kept(row)
  const outcomes = framework.outcomes.map((o) => ({
    ...o,
    id: trustedId<'outcome'>(row.ids[o.code] ?? ''),
  }))
  const whole = { ...framework, outcomes }
  if (understood.size >= AT_MOST) understood.clear()
  understood.set(id, whole)
  return whole
}

/** Puts the provisional set in use, once. Safe to call again. Gives the id of its version. */
export async function loadProvisionalSet(tx: Tx | Database): Promise<FrameworkVersionId> {
  return keepFramework(tx, provisionalSet(), true)
}

/** The same, for a plain connection of an installation, such as the one the demonstration is loaded through. */
export async function loadProvisionalSetThrough(client: {
  readonly query: (text: string, values: string[]) => Promise<unknown>
}): Promise<void> {
  const document = JSON.stringify(frameworkDocument(provisionalSet()))
  await client.query('select waymark.keep_framework($1::jsonb, true)', [document])
}
