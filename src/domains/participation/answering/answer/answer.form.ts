import { z } from 'zod'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { hardToRead } from '#domains/words/index.ts'
import { DECISIONS, WEIGHTS } from '../answering.rules.ts'
import type { NewStep } from '../ledger.queries.ts'

const words = (enter: string) =>
  z
    .string(enter)
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, enter).max(5000, 'Use 5,000 letters or fewer'))

const considered = z.object({
  weight: z.enum(WEIGHTS, 'Choose what weight it had'),
  words: words('Write why'),
})
const decided = z.object({
  decision: z.enum(DECISIONS, 'Choose what was decided'),
  decidedBy: z
    .string('Write who decided')
    .trim()
    .min(1, 'Write who decided')
    .max(200, 'Use 200 letters or fewer for who decided'),
  words: words('Write what was decided, and why'),
})
const replied = z.object({ words: words('Write your answer') })

type Read = { readonly step: NewStep } | { readonly problems: readonly Problem[] }
export type Doing = 'considered' | 'decided' | 'replied' | 'came_of_it'

/**
 * One step of answering. An answer that may be hard to read is shown again once, with what is hard;
 * whoever writes it may say that it is right as it is.
 */
export function readStep(doing: Doing, form: Readonly<Record<string, unknown>>): Read {
  if (doing === 'considered') {
    const read = considered.safeParse(form)
    return read.success ? step(doing, read.data) : { problems: problemsOf(read.error) }
  }
  if (doing === 'decided') {
    const read = decided.safeParse(form)
    return read.success ? step(doing, read.data) : { problems: problemsOf(read.error) }
  }
  const read = replied.safeParse(form)
  if (!read.success) return { problems: problemsOf(read.error) }
  const hard = form['asItIs'] === 'yes' ? [] : hardToRead(read.data.words)
  if (hard.length === 0) return step(doing, read.data)
  return {
    problems: [{ field: 'words', text: `Some of this may be hard to read. ${hard.join('. ')}` }],
  }
}

const step = (kind: Doing, values: Omit<NewStep, 'kind'>): Read => ({ step: { kind, ...values } })
