import { wordsFor } from '#domains/words/index.ts'

/** All that ever leaves the house, in a language: the same for everybody and for everything. */
export function noticeSaysIn(language: string): {
  readonly subject: string
  readonly text: string
} {
  return wordsFor(language).words.contact.notice
}
