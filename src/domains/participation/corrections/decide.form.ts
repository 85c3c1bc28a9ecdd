import { z } from 'zod'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { type Correction, type CorrectionOutcome, outcomesFor } from '#domains/children/index.ts'
import { hardToRead } from '#domains/words/index.ts'
import type { Decision, Weight } from '../answering/answering.rules.ts'

const words = (enter: string) =>
  z
    .string(enter)
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, enter).max(5000, 'Use 5,000 letters or fewer'))

const form = z.object({
  outcome: z.string('Choose what was decided'),
  why: words('Write why'),
  reply: words('Write your answer'),
})

export type Decided = {
  readonly outcome: CorrectionOutcome
  readonly why: string
  readonly reply: string
}

/** What was decided, why, and the answer. What may be hard to read is shown again once. */
export function readDecision(
  typed: Readonly<Record<string, unknown>>,
  wish: Correction['wish'],
): { readonly decided: Decided } | { readonly problems: readonly Problem[] } {
  const read = form.safeParse(typed)
  const problems = read.success ? [] : [...problemsOf(read.error)]
  const outcome = outcomesFor(wish).find((o) => o === typed['outcome'])
  if (!outcome && !problems.some((p) => p.field === 'outcome')) {
    problems.unshift({ field: 'outcome', text: 'Choose what was decided' })
  }
  if (!read.success || !outcome || problems.length > 0) return { problems }
  const hard = typed['asItIs'] === 'yes' ? [] : hardIn(read.data)
  return hard.length > 0 ? { problems: hard } : { decided: { ...read.data, outcome } }
}

const hardIn = (read: { readonly why: string; readonly reply: string }): readonly Problem[] =>
  (['why', 'reply'] as const).flatMap((field) => {
    const hard = hardToRead(read[field])
    const text = `Some of this may be hard to read. ${hard.join('. ')}`
    return hard.length > 0 ? [{ field, text }] : []
  })

/** How a decision stands in the ledger of what was said. */
export const IN_THE_LEDGER: Readonly<
  Record<CorrectionOutcome, { readonly weight: Weight; readonly decision: Decision }>
> = {
  corrected: { weight: 'decided_it', decision: 'yes' },
  both_kept: { weight: 'counted_some', decision: 'partly' },
  not_changed: { weight: 'could_not_follow', decision: 'no' },
  shown: { weight: 'decided_it', decision: 'yes' },
  not_shown: { weight: 'could_not_follow', decision: 'no' },
}
