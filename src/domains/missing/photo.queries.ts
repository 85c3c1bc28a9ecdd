import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { FileId } from '#platform/files/store.ts'
import type { PhotoAgreed } from './ready.rules.ts'

/** The photo kept ready with part one. */
export type ReadyPhoto = {
  readonly id: FileId
  readonly takenOn: CalendarDay
  readonly agreed: PhotoAgreed
}

/** With how large it is, for a page that keeps room for it. */
export type ShownPhoto = ReadyPhoto & { readonly width: number; readonly height: number }

/** Undefined when there is none, and for whoever may not read part one: the database decides. */
export async function readyPhotoOf(tx: Tx, child: ChildId): Promise<ShownPhoto | undefined> {
  const { rows } = await sql<Kept<ShownPhoto>>`
    select p.id, p.taken_on as "takenOn", p.agreed, f.width, f.height
    from waymark.missing_photo p join waymark.stored_file f on f.id = p.id
    where p.child_id = ${child} and p.taken_away_at is null`.execute(tx)
  return rows[0] && known<ShownPhoto>(rows[0])
}

/** This is now the photo, instead of the one there was. */
export async function placeReadyPhoto(
  tx: Tx,
  child: ChildId,
  { id, takenOn, agreed }: ReadyPhoto,
  now: Date,
): Promise<void> {
  await takeReadyPhotoAway(tx, child, now)
  await tx
    .insertInto('waymark.missing_photo')
    .values({ id, child_id: child, taken_on: takenOn, agreed, placed_at: now })
    .execute()
}

/** From then on it is served to nobody. */
export async function takeReadyPhotoAway(tx: Tx, child: ChildId, now: Date): Promise<void> {
  await tx
    .updateTable('waymark.missing_photo')
    .set({ taken_away_at: now })
    .where('child_id', '=', child)
    .where('taken_away_at', 'is', null)
    .execute()
}

/** One after another, so that two photos placed at once do not both stand. */
export async function holdReadyPhoto(tx: Tx, child: ChildId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ready photo ${child}`}, 0))`.execute(
    tx,
  )
}
