import { sql } from 'kysely'
import { readId, type ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { GivenFile } from '#platform/files/store.ts'
import { giveConsent, type PartId, withdrawConsent } from '#domains/participation/index.ts'
import type { ShownQuote } from './groups.queries.ts'
import type { Place } from './taking-part.rules.ts'

export type Work = {
  readonly id: string
  readonly medium: string
  readonly words: string | null
  readonly wordsLanguage: string
  readonly cards: readonly string[] | null
  readonly hasFile: boolean
  readonly width: number | null
  readonly height: number | null
  readonly seconds: string | null
  readonly shownName: string | null
}

/** What young people show in that place, now. The database asks for the consent in the same query. */
export async function worksShown(tx: Tx, place: Place): Promise<readonly Work[]> {
  const { rows } = await sql<Work>`
    select w.id, w.medium, w.words, w.words_language as "wordsLanguage", w.cards, w.has_file as "hasFile", w.width, w.height, w.seconds,
      w.shown_name as "shownName" from waymark.works_shown(${place}) w`.execute(tx)
  return rows
}

/** Quotes that may be read in that place, now. */
export async function quotesShown(tx: Tx, place: Place): Promise<readonly ShownQuote[]> {
  const { rows } = await sql<ShownQuote>`
    select q.id, q.words, q.words_language as "wordsLanguage", q.shown_name as "shownName" from waymark.quotes_shown(${place}) q`.execute(
    tx,
  )
  return rows
}

/** The file of a work, sealed, while it is shown in that place. */
export async function fileOfWork(
  tx: Tx,
  work: string,
  place: Place,
): Promise<GivenFile | undefined> {
  const { rows } = await sql<{
    file_id: string
    media_type: string
    bytes: number
    pieces: number
    key_id: string
    sealed_key: Buffer
  }>`select * from waymark.work_file(${work}, ${place})`.execute(tx)
  const [row] = rows
  const id = readId<'file'>(row?.file_id)
  if (!row || !id) return undefined
  return {
    id,
    mediaType: row.media_type,
    bytes: row.bytes,
    pieces: row.pieces,
    keyId: row.key_id,
    sealedKey: row.sealed_key,
    async piecesFrom(first, last) {
      const found = await sql<{ n: number; sealed: Buffer }>`
        select n, sealed from waymark.work_pieces(${work}, ${place}, ${first}, ${last})`.execute(tx)
      return found.rows
    },
  }
}

export type OwnWork = Omit<Work, 'shownName'> & {
  readonly id: PartId
  readonly statementId: string
  readonly shown: readonly { readonly place: Place; readonly name: string | null }[]
}

/** What the young person sent, the newest first, and where each part is shown now. */
export async function ownWorks(tx: Tx, child: ChildId): Promise<readonly OwnWork[]> {
  const { rows } = await sql<OwnWork>`
    select p.id, p.statement_id as "statementId", p.medium, p.words, p.words_language as "wordsLanguage", p.cards,
        f.id is not null as "hasFile", f.width, f.height, f.seconds,
        coalesce((select json_agg(json_build_object('place', w.place, 'name', w.shown_name))
          from waymark.gallery_work w join waymark.consent_use u on u.id = w.consent_id and u.withdrawn_at is null
         where w.part_id = p.id and w.withdrawn_at is null), '[]'::json) as shown
      from waymark.statement_part p
      join waymark.statement s on s.id = p.statement_id and s.status = 'sent'
      left join waymark.stored_file f on f.id = p.file_id and f.scan <> 'found'
     where p.child_id = ${child} and not p.taken_out order by s.sent_at desc, p.made_at limit 60`.execute(
    tx,
  )
  return rows
}

/** Shows one part in one place, under the consent for the gallery, which is given with it. */
export async function showWork(
  tx: Tx,
  child: ChildId,
  part: PartId,
  place: Place,
  name: string | undefined,
  now: Date,
): Promise<void> {
  await giveConsent(tx, child, part, 'gallery', 'no_name')
  await sql`
    insert into waymark.gallery_work (child_id, part_id, consent_id, place, shown_name, shown_at)
    select u.child_id, u.subject_id, u.id, ${place}, ${name ?? null}, ${now} from waymark.consent_use u
     where u.subject = 'statement_part' and u.subject_id = ${part} and u.use = 'gallery' and u.withdrawn_at is null and u.child_id = ${child}
    on conflict do nothing`.execute(tx)
}

/** Takes one part out of one place; out of the last one, the consent for the gallery ends too. */
export async function stopShowing(
  tx: Tx,
  child: ChildId,
  part: PartId,
  place: Place,
  now: Date,
): Promise<void> {
  await sql`
    update waymark.gallery_work set withdrawn_at = ${now}
     where child_id = ${child} and part_id = ${part} and place = ${place} and withdrawn_at is null`.execute(
    tx,
  )
  const { rows } = await sql<{ left: boolean }>`
    select exists (select from waymark.gallery_work w join waymark.consent_use u on u.id = w.consent_id and u.withdrawn_at is null
      where w.part_id = ${part} and w.withdrawn_at is null) as left`.execute(tx)
  if (rows[0]?.left !== true) await withdrawConsent(tx, part, 'gallery', now)
}
