import { languageName } from '#kernel/languages.ts'
import type { Errors } from '#platform/http/form-problem.ts'
import { LANGUAGES, progressOf } from '../words.ts'
import { STATES, type TextState } from '../words.rules.ts'

/** What each state is called on a page. */
export const STATE_NAMES: Readonly<Record<TextState, string>> = {
  untranslated: 'Not translated',
  draft: 'First draft',
  translated: 'Translated by a speaker',
  reviewed: 'Checked by a second speaker',
  reviewed_by_young_people: 'Checked with young people',
}

export type LanguageLine = {
  readonly language: string
  readonly name: string
  readonly href: string
  readonly offered: boolean
  /** Whether it may be switched on; it may always be switched off. */
  readonly mayOffer: boolean
  readonly counts: readonly { readonly state: string; readonly count: number }[]
  /** What staff should know of the words young people read now. */
  readonly warning: string | undefined
}

export type OfferView = {
  readonly title: string
  readonly lines: readonly LanguageLine[]
  readonly maySwitch: boolean
  readonly errors: Errors
}

/** One line a language: how far its texts have come, and whether young people are offered it. */
export function languageLines(offered: readonly string[]): readonly LanguageLine[] {
  return LANGUAGES.filter((l) => l !== 'en').map((language) => {
    const { counts } = progressOf(language)
    const isOffered = offered.includes(language)
    return {
      language,
      name: languageName(language),
      href: `/languages/${language}`,
      offered: isOffered,
      mayOffer: counts.untranslated === 0,
      counts: STATES.map((state) => ({ state: STATE_NAMES[state], count: counts[state] })),
      warning: isOffered ? warningOf(counts) : undefined,
    }
  })
}

/** Said wherever staff meet a language whose words are not all checked; undefined when they are. */
export function warningOf(counts: Readonly<Record<TextState, number>>): string | undefined {
  const unchecked = counts.draft + counts.translated
  if (counts.untranslated > 0) {
    return `Young people see ${counts.untranslated} of these texts in English, because they are not translated.`
  }
  if (unchecked === 0) return undefined
  return `Young people read ${unchecked} texts that no second speaker has checked. Their pages say so too.`
}
