import { z } from 'zod'
import { isLanguageTag } from '#kernel/languages.ts'
import { listOf, textOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { PlaceToKeep } from '../places.queries.ts'
import { NATIONS } from '../rights-texts.rules.ts'

const needed = (enter: string, most: number) =>
  z.string(enter).trim().min(1, enter).max(most, `Use ${most} letters or fewer`)
const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use ${most} letters or fewer`)
    .transform((text) => (text === '' ? undefined : text))
const number = optional(40).refine(
  (text) => text === undefined || /^\+?[\d ()]{2,40}$/.test(text),
  'Enter a number with digits and spaces only, like 0800 1111',
)

const form = z.object({
  name: needed('Enter the name', 100),
  helpsWith: needed('Write what they help with, in plain words', 300),
  kind: z.enum(['now', 'talk', 'health', 'side', 'law'], 'Choose where it stands'),
  phone: number,
  textTo: number,
  chat: optional(100).refine(
    (text) => text === undefined || text.length >= 4,
    'Enter the whole address, like childline.org.uk',
  ),
  hours: needed('Write when they are there', 120),
  cost: z.enum(['free', 'like_any_call', 'not_known'], 'Choose what a call costs'),
  onBill: z.enum(['no', 'yes', 'not_known'], 'Choose whether a call is on the bill'),
  interpreter: z.enum(['yes', 'no', 'not_known'], 'Choose whether there is an interpreter'),
  source: needed('Write where this is from', 500),
  confidence: z.enum(['certain', 'likely', 'to_be_confirmed'], 'Choose how sure it is'),
})

type Read = { readonly place: PlaceToKeep } | { readonly problems: readonly Problem[] }

const TEXTS = Object.keys(form.shape)

/** What a manager typed about a place. */
export function readPlace(
  typed: Readonly<Record<string, unknown>>,
  insteadOf: string | undefined,
): Read {
  const read = form.safeParse(Object.fromEntries(TEXTS.map((name) => [name, textOf(typed, name)])))
  const problems: Problem[] = read.success ? [] : [...problemsOf(read.error)]
  const nations = NATIONS.filter((n) => listOf(typed, 'nations').includes(n))
  if (nations.length === 0) problems.push({ field: 'nations', text: 'Choose where it helps' })
  const languages = languagesIn(textOf(typed, 'languages'))
  if (!languages) {
    const text = 'Enter the languages as codes with spaces between, like en cy ar'
    problems.push({ field: 'languages', text })
  }
  if (!read.success || !languages || problems.length > 0) return { problems }
  if (!read.data.phone && !read.data.textTo && !read.data.chat) {
    return { problems: [{ field: 'phone', text: 'Enter a number or an address to reach them' }] }
  }
  const inUse = textOf(typed, 'inUse') !== 'no'
  return { place: { ...read.data, insteadOf, nations, languages, inUse } }
}

function languagesIn(text: string): readonly string[] | undefined {
  const tags = text.split(/[\s,]+/).filter((tag) => tag !== '')
  return tags.length > 0 && tags.length <= 30 && tags.every(isLanguageTag) ? tags : undefined
}
