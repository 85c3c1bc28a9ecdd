import { z } from 'zod'
import { textOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'

const needed = (enter: string, most: number) =>
  z.string(enter).trim().min(1, enter).max(most, `Use ${most} letters or fewer`)

const form = z.object({
  label: needed('Enter how the list shows it', 120),
  say: needed('Enter what to say instead', 300),
  why: needed('Enter why it is worth another look', 300),
  because: needed('Write why you change the list', 500),
})

export type WrittenPhrase = z.infer<typeof form> & {
  readonly ways: readonly string[]
  readonly unless: readonly string[]
  readonly inUse: boolean
}

type Read = { readonly phrase: WrittenPhrase } | { readonly problems: readonly Problem[] }

const MOST_WAYS = 40
const MOST_WORDS = 12

/** What a manager typed about a phrase. One of the list may leave its patterns to the product. */
export function readPhrase(typed: Readonly<Record<string, unknown>>, listed: boolean): Read {
  const read = form.safeParse(
    Object.fromEntries(Object.keys(form.shape).map((name) => [name, textOf(typed, name)])),
  )
  const problems: Problem[] = read.success ? [] : [...problemsOf(read.error)]
  const ways = linesOf(typed, 'ways')
  const unless = linesOf(typed, 'unless')
  if (ways.length === 0 && !listed) {
    problems.push({ field: 'ways', text: 'Enter how it is written, one way on each line' })
  }
  for (const [field, lines] of [
    ['ways', ways],
    ['unless', unless],
  ] as const) {
    const wrong = refuseWays(lines)
    if (wrong) problems.push({ field, text: wrong })
  }
  if (!read.success || problems.length > 0) return { problems }
  return { phrase: { ...read.data, ways, unless, inUse: textOf(typed, 'inUse') !== 'no' } }
}

const linesOf = (typed: Readonly<Record<string, unknown>>, name: string): readonly string[] =>
  textOf(typed, name)
    .split('\n')
    .map((line) => line.trim().replaceAll('’', "'"))
    .filter((line) => line !== '')

/** A way that would be found everywhere, or that nobody could read, is no advice. */
function refuseWays(lines: readonly string[]): string | undefined {
  if (lines.length > MOST_WAYS) return `Use ${MOST_WAYS} lines or fewer`
  for (const line of lines) {
    const words = line.split(/\s+/)
    if (words.length > MOST_WORDS || line.length > 400)
      return `“${line.slice(0, 60)}” is too long: use ${MOST_WORDS} words or fewer on a line`
    if (!words.some((word) => /\p{L}{2}/u.test(word) && !word.endsWith('?'))) {
      return `“${line}” would be found everywhere: write at least one whole word`
    }
    const first = words[0] ?? ''
    if (first === '..' || first.endsWith('?'))
      return `“${line.slice(0, 60)}” must begin with a word that is always there`
    if (!words.every((word) => word === '..' || /^[\p{L}\p{N}'~|*?-]+$/u.test(word))) {
      return `“${line.slice(0, 60)}” has a sign that is not a letter: use words, | ~ * ? and .. only`
    }
  }
  return undefined
}
