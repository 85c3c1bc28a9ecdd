import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { TranslatedText, Translation } from './words.rules.ts'

/** Where the translations are kept: a folder a language, a file for each file of English. */
export const FOLDER = path.join(import.meta.dirname, 'languages')

/**
 * The languages the pages are being translated into, by tag (BCP 47), in the order they are offered.
 * Dari is fa-AF, since that is the tag browsers and screen readers know.
 */
export const TRANSLATED: readonly string[] = [
  'cy',
  'sq',
  'vi',
  'ar',
  'ckb',
  'ps',
  'fa-AF',
  'fa',
  'ti',
  'am',
  'om',
]

const text = z.union([
  z.string(),
  z.object({
    zero: z.string().optional(),
    one: z.string().optional(),
    two: z.string().optional(),
    few: z.string().optional(),
    many: z.string().optional(),
    other: z.string(),
  }),
])

const translation = z.record(
  z.string(),
  z.object({
    text,
    state: z.enum(['draft', 'translated', 'reviewed', 'reviewed_by_young_people']),
    english: text,
  }),
)

const read = new Map<string, Translation>()

/** What came with the product in that language, read once. */
export function savedTranslation(language: string): Translation {
  const known = read.get(language)
  if (known) return known
  const folder = path.join(FOLDER, language)
  const whole: Record<string, TranslatedText> = {}
  for (const file of filesIn(folder)) {
    const found: unknown = JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- zod writes optional forms as possibly undefined
    Object.assign(whole, translation.parse(found) as Translation)
  }
  read.set(language, whole)
  return whole
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((file) => file.endsWith('.json'))
  } catch {
    return []
  }
}
