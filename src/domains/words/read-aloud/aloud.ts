import type { Answer, DoorVisit, Visit } from '#platform/http/page.ts'
import type { Frame } from '../frame.view.ts'
import { wordsFor } from '../words.ts'
import { heardAtDoor, heardOf, type RecordingId } from './recordings.queries.ts'

/** What a page says aloud, by the place of the text: where it plays from, and what the player is called. */
export type Aloud = Readonly<Record<string, { readonly src: string; readonly label: string }>>

/**
 * A young person's page with the recordings of these texts beside them, where there are any of exactly
 * what it shows. Without one, the page is as it was, and its policy lets nothing play.
 */
export async function withAloud(
  visit: Visit,
  answer: Answer,
  places: readonly string[],
): Promise<Answer> {
  if (answer.kind !== 'view') return answer
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every page of theirs is a frame
  const { page } = answer.model as { readonly page: Frame }
  const aloud = await aloudOn(visit, page, places)
  if (Object.keys(aloud).length === 0) return answer
  return { ...answer, media: answer.media ?? 'plays', model: { page: { ...page, aloud } } }
}

/** The same for a page at the door: recordings of its texts that anybody may hear. Nothing where there are none. */
export async function aloudAtDoor(
  { tx }: Pick<DoorVisit, 'tx'>,
  { language }: Pick<Frame, 'language'>,
  places: readonly string[],
): Promise<Aloud | undefined> {
  const shown = textsAt(language, places)
  const heard = await heardAtDoor(tx, language, shown)
  return heard.size > 0 ? players('/in/aloud', heard, shown) : undefined
}

async function aloudOn(
  visit: Visit,
  { language }: Frame,
  places: readonly string[],
): Promise<Aloud> {
  const shown = textsAt(language, places)
  return players('/me/aloud', await heardOf(visit.tx, language, shown), shown)
}

function textsAt(language: string, places: readonly string[]): ReadonlyMap<string, string> {
  const { texts } = wordsFor(language)
  return new Map(
    places.flatMap((place) => {
      const text = texts.get(place)
      return typeof text === 'string' ? [[place, text] as const] : []
    }),
  )
}

/** The player is called by what it says. */
const players = (
  at: string,
  heard: ReadonlyMap<string, RecordingId>,
  shown: ReadonlyMap<string, string>,
): Aloud =>
  Object.fromEntries(
    [...heard].map(([place, id]) => [place, { src: `${at}/${id}`, label: shown.get(place) ?? '' }]),
  )
