import { londonDay } from '#kernel/london-time.ts'
import { CODE_WORDS, differences, GRADE_WORDS, type Item } from '../audit.rules.ts'
import type { Agreed, Reading } from '../reading.queries.ts'

export type ItemView = {
  readonly key: string
  readonly title: string
  readonly answers: readonly {
    readonly who: string
    readonly code: string
    readonly shows: string | undefined
    readonly quote: string | undefined
    readonly quotedFrom: string | undefined
  }[]
  readonly agreed: { readonly code: string; readonly why: string } | undefined
  /** Two read it differently and have not written down what they agree. */
  readonly differs: boolean
}

/** Each item with what each reader found, side by side, and what they agreed. */
export function itemViews(
  items: readonly Item[],
  readings: readonly Reading[],
  agreed: ReadonlyMap<string, Agreed>,
): readonly ItemView[] {
  const [first, second] = readings.filter((r) => r.sharedAt)
  const different = new Set(
    first && second ? differences(items, first.answers, second.answers).map((i) => i.key) : [],
  )
  return items.map((item) => ({
    key: item.key,
    title: item.title,
    answers: readings.flatMap((r) => {
      const answer = r.answers.get(item.key)
      return answer
        ? [{ ...answer, who: r.auditor ?? 'An auditor', code: CODE_WORDS[answer.code] }]
        : []
    }),
    agreed: agreedView(agreed.get(item.key)),
    differs: different.has(item.key),
  }))
}

const agreedView = (agreed: Agreed | undefined) =>
  agreed && { code: CODE_WORDS[agreed.code], why: agreed.why }

/** What stands out, and beside it, apart, the grade if somebody gave one. */
export const overallViews = (readings: readonly Reading[]) =>
  readings.map((r) => ({
    who: r.auditor ?? 'An auditor',
    standsOut: r.standsOut,
    grade: r.grade && GRADE_WORDS[r.grade],
    shared: r.sharedAt ? `Shared ${londonDay(r.sharedAt)}` : 'Not shared yet: only you see it',
  }))
