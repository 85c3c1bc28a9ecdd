import { sql } from 'kysely'
import type { ChildId, PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { FileId } from '#platform/files/store.ts'

/** A photo of somebody around a young person: a worker's own, or one that the young person placed. */
export type Photo = { readonly id: FileId; readonly of: 'worker' | 'somebody' }

/** Photos that stand now and that the actor may see, by the person around the child they show. */
export async function photosOf(tx: Tx, child: ChildId): Promise<ReadonlyMap<string, Photo>> {
  const { rows } = await sql<Photo & { readonly around: string }>`
    select coalesce(m.staff_id, m.id) as around, f.id, 'somebody' as of
    from waymark.photo_of_somebody f join waymark.person_who_matters m on m.id = f.matters_id
    where f.child_id = ${child} and f.taken_away_at is null and m.ended_at is null
    union all
    select s.person_id, s.id, 'worker' from waymark.staff_photo s
    where s.taken_away_at is null and s.person_id in (
      select a.person_id from waymark.allocation a where a.child_id = ${child} and a.ended_on is null)`.execute(
    tx,
  )
  // What a worker placed of themself comes last, and so stands before what was placed on them earlier.
  return new Map(rows.map(({ around, id, of }) => [around, { id, of }]))
}

/** One's own photo as staff, while there is one. */
export async function ownPhotoOf(tx: Tx, me: PersonId): Promise<Photo | undefined> {
  const { rows } = await sql<Photo>`
    select id, 'worker' as of from waymark.staff_photo
    where person_id = ${me} and taken_away_at is null`.execute(tx)
  return rows[0]
}

type OnSomebody = { readonly child: ChildId; readonly mattersId: string; readonly now: Date }

/** The file is now the photo of that person, instead of the one there was. */
export async function placePhoto(tx: Tx, at: OnSomebody, file: FileId): Promise<void> {
  await takeAwayPhoto(tx, at)
  await sql`
    insert into waymark.photo_of_somebody (id, child_id, matters_id, placed_at)
    values (${file}, ${at.child}, ${at.mattersId}, ${at.now})`.execute(tx)
}

/** Takes the photo of that person away: from then on it is served to nobody. */
export async function takeAwayPhoto(tx: Tx, { child, mattersId, now }: OnSomebody): Promise<void> {
  await sql`
    update waymark.photo_of_somebody set taken_away_at = ${now}
    where child_id = ${child} and matters_id = ${mattersId} and taken_away_at is null`.execute(tx)
}
