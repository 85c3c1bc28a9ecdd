import { sql } from 'kysely'
import type { ChildId, OrganisationId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Text, Translation, TranslatedText } from './words.rules.ts'

export type ChosenLanguage = {
  readonly chosen: string | undefined
  /** What their organisation offers, English apart. */
  readonly offered: readonly string[]
  /** The number of the newest mended text, so that a server knows when it has not read it yet. */
  readonly newestMended: number
}

/** In one statement, since every page of a young person's asks it. */
export async function chosenLanguage(
  tx: Tx,
  child: ChildId,
  organisation: OrganisationId,
): Promise<ChosenLanguage> {
  const { rows } = await sql<{ chosen: string | null; offered: string[]; newest: string | null }>`
    select
      (select language from waymark.chosen_language where child_id = ${child}) as chosen,
      array(select language from waymark.page_language
             where organisation_id = ${organisation} and offered) as offered,
      (select max(number) from waymark.mended_text) as newest`.execute(tx)
  const row = rows[0]
  return {
    chosen: row?.chosen ?? undefined,
    offered: row?.offered ?? [],
    newestMended: Number(row?.newest ?? 0),
  }
}

/** The languages an organisation offers, English apart. */
export async function offeredLanguages(
  tx: Tx,
  organisation: OrganisationId,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('waymark.page_language')
    .select('language')
    .where('organisation_id', '=', organisation)
    .where('offered', '=', true)
    .execute()
  return rows.map((r) => r.language)
}

/** Every language any organisation here offers: for pages before anybody has signed in. */
export async function languagesOfferedByAnybody(tx: Tx): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('waymark.page_language')
    .select('language')
    .distinct()
    .where('offered', '=', true)
    .execute()
  return rows.map((r) => r.language)
}

/** Switches a language on or off for an organisation. */
export async function offerLanguage(
  tx: Tx,
  organisation: OrganisationId,
  language: string,
  offered: boolean,
): Promise<void> {
  await tx
    .insertInto('waymark.page_language')
    .values({ organisation_id: organisation, language, offered })
    .onConflict((c) => c.columns(['organisation_id', 'language']).doUpdateSet({ offered }))
    .execute()
}

/** Keeps the language chosen for the words on a young person's pages. */
export async function chooseLanguage(tx: Tx, child: ChildId, language: string): Promise<void> {
  await tx
    .insertInto('waymark.chosen_language')
    .values({ child_id: child, language })
    .onConflict((c) =>
      c
        .column('child_id')
        .doUpdateSet({ language })
        .where('waymark.chosen_language.language', '!=', language),
    )
    .execute()
}

/** The texts mended since that number, the newest of each place, by language. */
export async function mendedSince(
  tx: Tx,
  number: number,
): Promise<{ readonly newest: number; readonly found: ReadonlyMap<string, Translation> }> {
  const rows = await tx
    .selectFrom('waymark.mended_text')
    .select(['number', 'language', 'place', 'english', 'text', 'state'])
    .where('number', '>', String(number))
    .orderBy('number')
    .execute()
  const found = new Map<string, Record<string, TranslatedText>>()
  for (const row of rows) {
    const of = found.get(row.language) ?? {}
    of[row.place] = {
      text: asText(row.text),
      english: asText(row.english),
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the column's check allows these and no others
      state: row.state as TranslatedText['state'],
    }
    found.set(row.language, of)
  }
  return { newest: Number(rows.at(-1)?.number ?? number), found }
}

export type Mended = {
  readonly language: string
  readonly place: string
  readonly english: Text
  readonly text: Text
  readonly state: TranslatedText['state']
  readonly note: string | undefined
}

/** Adds what a speaker wrote or checked; what stood before stays beside it. */
export async function addMended(tx: Tx, mended: Mended): Promise<void> {
  await tx
    .insertInto('waymark.mended_text')
    .values({
      language: mended.language,
      place: mended.place,
      english: JSON.stringify(mended.english),
      text: JSON.stringify(mended.text),
      state: mended.state,
      note: mended.note ?? null,
    })
    .execute()
}

export type MendedBefore = {
  readonly number: number
  readonly text: Text
  readonly state: TranslatedText['state']
  readonly note: string | undefined
  readonly by: string
  readonly at: Date
}

/** Who wrote and checked one text here, the newest first. */
export async function mendedOf(
  tx: Tx,
  language: string,
  place: string,
): Promise<readonly MendedBefore[]> {
  const rows = await tx
    .selectFrom('waymark.mended_text as m')
    .leftJoin('waymark.person as p', 'p.id', 'm.mended_by')
    .select(['m.number', 'm.text', 'm.state', 'm.note', 'm.mended_at', 'p.name'])
    .where('m.language', '=', language)
    .where('m.place', '=', place)
    .orderBy('m.number', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    number: Number(row.number),
    text: asText(row.text),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the column's check allows these and no others
    state: row.state as TranslatedText['state'],
    note: row.note ?? undefined,
    by: row.name ?? 'Somebody in another organisation',
    at: row.mended_at,
  }))
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written only by addMended, whose type it is
const asText = (value: unknown): Text => value as Text
