import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { DOCUMENT_KINDS } from '#platform/files/document.ts'
import type { FileId } from '#platform/files/store.ts'
import type { Referral, ReferralId } from './referral.queries.ts'

export type Evidence = {
  readonly id: FileId
  readonly description: string
  readonly datedOn: CalendarDay | undefined
  readonly noDateWhy: string | undefined
  readonly fileName: string
  readonly mediaType: keyof typeof DOCUMENT_KINDS
  readonly bytes: number
  readonly scan: string
  readonly addedAt: Date
  readonly addedBy: string | undefined
  readonly takenOutWhy: string | undefined
}

/** The documents of a referral in the order in which they were added, those taken out last. */
export async function evidenceOf(tx: Tx, id: ReferralId): Promise<readonly Evidence[]> {
  const { rows } = await sql<Kept<Evidence>>`
    select e.id, e.description, e.dated_on as "datedOn", e.no_date_why as "noDateWhy", e.file_name as "fileName",
           f.media_type as "mediaType", f.bytes, f.scan, e.added_at as "addedAt", p.name as "addedBy", e.taken_out_why as "takenOutWhy"
    from waymark.nrm_evidence e join waymark.stored_file f on f.id = e.id
    left join waymark.person p on p.id = e.added_by
    where e.referral_id = ${id} order by e.taken_out_at is not null, e.added_at, e.id`.execute(tx)
  return rows.map((row) => known<Evidence>(row))
}

export const standingIn = (all: readonly Evidence[]): readonly Evidence[] =>
  all.filter((e) => e.takenOutWhy === undefined)

export type NewEvidence = Pick<
  Evidence,
  'id' | 'description' | 'datedOn' | 'noDateWhy' | 'fileName'
>

export async function addEvidence(
  tx: Tx,
  referral: Referral,
  added: NewEvidence,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('waymark.nrm_evidence')
    .values({
      id: added.id,
      referral_id: referral.id,
      child_id: referral.childId,
      description: added.description,
      dated_on: added.datedOn ?? null,
      no_date_why: added.noDateWhy ?? null,
      file_name: added.fileName,
      added_at: now,
    })
    .execute()
}

/** Out of the referral, with why. The file stays kept: nothing is deleted. False when it was out already. */
export async function takeOutEvidence(
  tx: Tx,
  at: { readonly referral: ReferralId; readonly id: string },
  why: string,
  now: Date,
): Promise<boolean> {
  const out = await tx
    .updateTable('waymark.nrm_evidence')
    .set({ taken_out_at: now, taken_out_why: why })
    .where('referral_id', '=', at.referral)
    .where('id', '=', at.id)
    .where('taken_out_at', 'is', null)
    .returning('id')
    .execute()
  return out.length === 1
}
