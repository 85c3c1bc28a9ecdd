import { ar } from './ar.ts'
import { cy } from './cy.ts'
import { en } from './en.ts'
import type { enPages } from './en-pages.ts'

type Same<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]>
}

/** Every word of the young person's pages, in one language. */
export type YouthWords = Same<typeof en>

/** The part of them that is beside the check-in. */
export type PagesWords = Same<typeof enPages>

/** How far a translation has come. Only reviewed words are shown without saying so. */
export type Catalogue = { readonly words: YouthWords; readonly state: 'reviewed' | 'draft' }

const CATALOGUES: Readonly<Record<string, Catalogue>> = {
  en: { words: en, state: 'reviewed' },
  cy: { words: cy, state: 'draft' },
  ar: { words: ar, state: 'draft' },
}

/** The languages the pages themselves are written in. */
export const PAGE_LANGUAGES: readonly string[] = Object.keys(CATALOGUES)

/** The words in that language, or in English where there are none, saying which. */
export function wordsFor(language: string): Catalogue & { readonly language: string } {
  const found = CATALOGUES[language]
  if (found) return { ...found, language }
  return { words: en, state: 'reviewed', language: 'en' }
}

/** Fills {name} and the like. A place nobody gave is left as it stands, so that a test sees it. */
export function say(text: string, given: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => given[name] ?? whole)
}

export { londonDayIn as dayIn } from '#kernel/london-time.ts'
