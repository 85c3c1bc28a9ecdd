import { textOf } from '#platform/http/fields.ts'
import type { Visit } from '#platform/http/page.ts'
import { savedTranslation } from './catalogues.ts'
import { ENGLISH, LANGUAGES, wordsFor } from './words.ts'
import type { Text } from './words.rules.ts'

/** A text of one language, by its place in the catalogue. */
export type AskedText = {
  readonly language: string
  readonly place: string
  readonly english: Text
}

export function languageAsked(visit: Visit): string | undefined {
  const asked = visit.params['language'] ?? ''
  return LANGUAGES.includes(asked) ? asked : undefined
}

/** The text that the address names. */
export function textAsked(visit: Visit): AskedText | undefined {
  const language = languageAsked(visit)
  const place = textOf(visit.query, 'at')
  const english = ENGLISH.get(place)
  return language && english ? { language, place, english } : undefined
}

/** The text as it stands in its language, also when its English has changed since. */
export function standing(language: string, place: string): Text | undefined {
  const found = wordsFor(language)
  return found.states.get(place) === 'untranslated' || found.language !== language
    ? savedTranslation(language)[place]?.text
    : found.texts.get(place)
}

/**
 * The text as a young person reads it, when it can be spoken: one that counts, or that has a name or a
 * day put into it, is never twice the same, and one that is not translated is not in that language.
 */
export function spokenText({ language, place }: Omit<AskedText, 'english'>): string | undefined {
  const found = wordsFor(language)
  if (found.language !== language || found.states.get(place) === 'untranslated') return undefined
  const text = found.texts.get(place)
  return typeof text === 'string' && !text.includes('{') ? text : undefined
}

export const inOneLine = (text: Text | undefined): string =>
  text === undefined ? '' : typeof text === 'string' ? text : Object.values(text).join(' / ')

/** Texts of the door are read before anybody is known. */
export const isOfDoor = (place: string): boolean => place.startsWith('door')
