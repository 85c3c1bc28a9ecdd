import type { UploadedFile } from '#platform/http/page.ts'
import { listOf } from '#platform/http/fields.ts'
import { verbatimIn } from '#domains/outcomes/index.ts'
import { sayIn, wordsFor, type YouthWords } from '#domains/words/index.ts'
import { type Card, cardsAmong, type Medium, MOST_WORDS } from '../said.rules.ts'

/** What one part is made of, or the sentence to say why it is not yet. */
export type Made =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'cards'; readonly cards: readonly Card[] }
  | { readonly kind: 'file'; readonly bytes: Buffer }

export function readPart(
  medium: Medium,
  sent: {
    readonly form: Readonly<Record<string, unknown>>
    readonly files: readonly UploadedFile[]
  },
  language: string,
): Made | { readonly problem: string } {
  const { words: w } = wordsFor(language)
  if (medium === 'words') return readWords(sent.form, w, language)
  if (medium === 'cards') return readCards(sent.form, w)
  return readFile(sent.files, w)
}

function readWords(form: Readonly<Record<string, unknown>>, w: YouthWords, language: string) {
  const words = verbatimIn(form, 'words')
  if (words.trim() === '') return { problem: w.fileRefused.noWords }
  if (words.length > MOST_WORDS) {
    return { problem: sayIn({ language }, w.fileRefused.tooManyWords, { most: MOST_WORDS }) }
  }
  return { kind: 'words' as const, words }
}

function readCards(form: Readonly<Record<string, unknown>>, w: YouthWords) {
  const cards = cardsAmong(listOf(form, 'card'))
  return cards.length === 0 ? { problem: w.fileRefused.noCards } : { kind: 'cards' as const, cards }
}

function readFile(files: readonly UploadedFile[], w: YouthWords) {
  const [file] = files
  if (!file) return { problem: w.fileRefused.nothing }
  if (files.some((f) => f.refused === 'too-many')) return { problem: w.fileRefused.tooMany }
  if (file.refused === 'too-large') return { problem: w.fileRefused.tooLarge }
  return { kind: 'file' as const, bytes: file.bytes }
}
