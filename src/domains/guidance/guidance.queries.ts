import { sql } from 'kysely'
import type { OrganisationId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import {
  CONFIDENCES,
  isNation,
  type Confidence,
  type Nation,
  type OwnText,
} from './guidance.rules.ts'

/** Whose law the organisation works under that day. England until it is said. */
export async function nationOf(
  tx: Tx,
  organisation: OrganisationId,
  today: string,
): Promise<Nation> {
  const { rows } = await sql<{ nation: string }>`
    select waymark.nation_of(${organisation}, ${today}::date) as nation`.execute(tx)
  const nation = rows[0]?.nation ?? ''
  return isNation(nation) ? nation : 'england'
}

const confidenceIn = (text: string): Confidence =>
  CONFIDENCES.find((confidence) => confidence === text) ?? 'check'

const newest = (tx: Tx) =>
  tx
    .selectFrom('waymark.guidance_text as g')
    .leftJoin('waymark.person as owner', 'owner.id', 'g.owner_id')
    .leftJoin('waymark.person as writer', 'writer.id', 'g.written_by')
    .select([
      ...(['g.topic', 'g.version', 'g.text', 'g.source', 'g.confidence', 'g.owner_id'] as const),
      ...(['owner.name as owner_name', 'g.in_use', 'g.because', 'writer.name as by'] as const),
      ...(['g.written_at'] as const),
      sql<string>`g.read_on::text`.as('read_on'),
      sql<string>`g.review_on::text`.as('review_on'),
    ])
    .where('g.organisation_id', '=', sql<string>`waymark.actor_organisation()`)

type Row = Awaited<ReturnType<ReturnType<typeof newest>['execute']>>[number]

const ownText = (row: Row): OwnText => ({
  topic: row.topic,
  version: row.version,
  text: row.text,
  source: row.source,
  confidence: confidenceIn(row.confidence),
  ownerId: row.owner_id,
  ownerName: row.owner_name ?? undefined,
  readOn: row.read_on,
  reviewOn: row.review_on,
  inUse: row.in_use,
})

/** What the actor’s organisation says itself: the newest of each topic. */
export async function ownTexts(tx: Tx): Promise<readonly OwnText[]> {
  const rows = await newest(tx)
    .distinctOn('g.topic')
    .orderBy('g.topic')
    .orderBy('g.version', 'desc')
    .execute()
  return rows.map(ownText)
}

export type Version = OwnText & {
  readonly because: string
  readonly by: string | undefined
  readonly at: Date
}

/** Every version of a topic, the newest first. */
export async function versionsOf(tx: Tx, topic: string): Promise<readonly Version[]> {
  const rows = await newest(tx)
    .where('g.topic', '=', topic)
    .orderBy('g.version', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    ...ownText(row),
    because: row.because,
    by: row.by ?? undefined,
    at: row.written_at,
  }))
}

/** False when somebody else wrote that version first. */
export async function addVersion(
  tx: Tx,
  text: Omit<OwnText, 'ownerName'> & { readonly because: string },
): Promise<boolean> {
  const added = await tx
    .insertInto('waymark.guidance_text')
    .values({
      topic: text.topic,
      version: text.version,
      text: text.text,
      source: text.source,
      confidence: text.confidence,
      owner_id: text.ownerId,
      read_on: text.readOn,
      review_on: text.reviewOn,
      in_use: text.inUse,
      because: text.because,
    })
    .onConflict((c) => c.columns(['organisation_id', 'topic', 'version']).doNothing())
    .returning('id')
    .execute()
  return added.length === 1
}

/** Who may look after a text: managers and administrators of the organisation who still have an account. */
export function possibleOwners(
  tx: Tx,
  organisation: OrganisationId,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return tx
    .selectFrom('waymark.person')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisation)
    .where('role', 'in', ['manager', 'administrator'])
    .where('ended_at', 'is', null)
    .orderBy('name')
    .limit(200)
    .execute()
}
