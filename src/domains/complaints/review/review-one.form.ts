import { z } from 'zod'
import { typedDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { hardToRead } from '#domains/words/index.ts'
import type { NewComplaintStep } from '../steps.queries.ts'
import { FOUND } from '../complaints.rules.ts'

const words = (enter: string) =>
  z
    .string(enter)
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, enter).max(5000, 'Use 5,000 letters or fewer'))

const ENTER_DAY = 'Enter the day, like 27 3 2027'
const spoke = z.object({ words: words('Write with whom you spoke, and what you asked') })
const acted = z.object({ words: words('Write what you did about it') })
const longer = z.object({
  due: z.string(ENTER_DAY).transform((text, context): CalendarDay => {
    const day = typedDay(text)
    if (day) return day
    context.addIssue(ENTER_DAY)
    return z.NEVER
  }),
  words: words('Write why it takes longer'),
})
const answered = z.object({
  found: z.enum(FOUND, 'Choose what you found'),
  words: words('Write your answer'),
})

export const REVIEW_ACTS = ['spoke', 'longer', 'answered', 'worse_asked', 'worse_acted'] as const
export type ReviewAct = (typeof REVIEW_ACTS)[number]
type Read = { readonly step: NewComplaintStep } | { readonly problems: readonly Problem[] }

/** One step of an independent person. Every one of them can be read by the young person. */
export function readReviewStep(act: ReviewAct, form: Readonly<Record<string, unknown>>): Read {
  if (act === 'worse_asked') return { step: { kind: act } }
  const shapes = { spoke, longer, answered, worse_acted: acted }
  const read = shapes[act].safeParse(form)
  if (!read.success) return { problems: problemsOf(read.error) }
  const hard = form['asItIs'] === 'yes' ? [] : hardToRead(read.data.words)
  if (act === 'answered' && hard.length > 0) {
    return {
      problems: [{ field: 'words', text: `Some of this may be hard to read. ${hard.join('. ')}` }],
    }
  }
  return { step: { kind: act, ...read.data } }
}
