import type { MatchRecord } from '#domains/matching/index.ts'

/** What of a child's record is compared, as the database gives it. */
export type RecordRow = {
  readonly id: string
  readonly names: readonly string[]
  readonly births: readonly { readonly earliest: string; readonly latest: string }[]
  readonly numbers: readonly string[]
  readonly ways: readonly { readonly channel: string; readonly address: string }[]
  readonly languages: readonly string[]
  readonly places: readonly string[]
}

/**
 * More than these of one record are not compared: nobody has so many, and a record that somebody
 * filled with names to see what happens must not hold up those of all others.
 */
export const MOST_NAMES = 16
const MOST_OTHERS = 12

const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/i

const distinct = (texts: readonly string[], most: number): readonly string[] =>
  [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))].slice(0, most)

/**
 * A record as it is compared. The council's own number is left out: it is of the record, so two records
 * of one child always differ in it. Background and status take no part.
 */
export function recordOf(row: RecordRow): MatchRecord {
  const by = (...channels: readonly string[]) =>
    distinct(
      row.ways.filter((way) => channels.includes(way.channel)).map((way) => way.address),
      MOST_OTHERS,
    )
  const post = by('post')
  return {
    id: row.id,
    names: distinct(row.names, MOST_NAMES),
    births: row.births.slice(0, MOST_OTHERS),
    documents: distinct(row.numbers, MOST_OTHERS),
    phones: by('call', 'text'),
    emails: by('email'),
    postcodes: post.flatMap((address) => POSTCODE.exec(address)?.[0] ?? []),
    address: post.slice(0, 2),
    languages: distinct(row.languages, MOST_OTHERS),
    places: distinct(row.places, MOST_OTHERS),
  }
}
