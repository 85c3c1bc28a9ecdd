import { z } from 'zod'
import { readId, type PersonId } from '#kernel/ids.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { ALLOCATED_AS, choice } from '#domains/children/index.ts'

const WHO = 'Choose who stands beside them'

const reply = z
  .string('Write your answer')
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().min(1, 'Write your answer').max(5000, 'Use 5,000 letters or fewer'))

const who = z.object({
  person: z.string(WHO).transform((text, context) => {
    const id = readId<'person'>(text)
    if (id) return id
    context.addIssue(WHO)
    return z.NEVER
  }),
  part: choice(ALLOCATED_AS, 'Choose what part they have'),
})

export type ComeBackAnswer = {
  readonly reply: string
  /** Undefined where it is not the reader's to say. */
  readonly who: { readonly person: PersonId; readonly part: string } | undefined
}

/** Who stands beside them again, and the answer. */
export function readComeBackAnswer(
  typed: Readonly<Record<string, unknown>>,
  maySayWho: boolean,
): { readonly answer: ComeBackAnswer } | { readonly problems: readonly Problem[] } {
  const words = z.object({ reply }).safeParse(typed)
  const chosen = maySayWho ? who.safeParse(typed) : undefined
  if (words.success && (!chosen || chosen.success)) {
    return { answer: { reply: words.data.reply, who: chosen?.data } }
  }
  return {
    problems: [
      ...(chosen?.error ? problemsOf(chosen.error) : []),
      ...(words.error ? problemsOf(words.error) : []),
    ],
  }
}
