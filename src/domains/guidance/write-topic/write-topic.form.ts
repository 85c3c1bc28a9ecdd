import { z } from 'zod'
import { typedDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { CONFIDENCES, type Confidence } from '../guidance.rules.ts'
import { isBriefing, speaksOfPropensity } from '../texts/arrival.rules.ts'

const needed = (enter: string, most: number) =>
  z.string(enter).trim().min(1, enter).max(most, `Use ${most} letters or fewer`)

const form = z.object({
  text: needed('Write what it says', 3000),
  source: needed('Write where it is from', 500),
  confidence: z.enum(CONFIDENCES, 'Choose how sure it is'),
  because: needed('Write why you change it', 500),
})

export type Written = {
  readonly text: string
  readonly source: string
  readonly confidence: Confidence
  readonly because: string
  readonly ownerId: string
  readonly reviewOn: CalendarDay
  readonly inUse: boolean
}

type Read = { readonly written: Written } | { readonly problems: readonly Problem[] }

/** A briefing that says what people of a nationality are like is not kept. */
function ofPropensity(code: string, text: string): readonly Problem[] {
  if (!isBriefing(code) || !speaksOfPropensity(text)) return []
  const sentence =
    'Write what happens on this way and what to ask. A briefing never says what people of a nationality are like'
  return [{ field: 'text', text: sentence }]
}

/** What a manager typed for a topic. */
export function readWritten(
  typed: Readonly<Record<string, unknown>>,
  { code, owners }: { readonly code: string; readonly owners: readonly string[] },
  today: CalendarDay,
): Read {
  const asText = (name: string) => textOf(typed, name).replaceAll('\r\n', '\n')
  const read = form.safeParse(
    Object.fromEntries(Object.keys(form.shape).map((name) => [name, asText(name)])),
  )
  const problems: Problem[] = [
    ...(read.success ? [] : problemsOf(read.error)),
    ...ofPropensity(code, asText('text')),
  ]
  const ownerId = readId(textOf(typed, 'owner'))
  if (!ownerId || !owners.includes(ownerId)) {
    problems.push({ field: 'owner', text: 'Choose who looks after it' })
  }
  const reviewOn = typedDay(textOf(typed, 'reviewOn'))
  if (!reviewOn || reviewOn <= today) {
    const text = 'Enter a day after today, such as 3 March 2027'
    problems.push({ field: 'reviewOn', text })
  }
  if (!read.success || !ownerId || !reviewOn || problems.length > 0) return { problems }
  return { written: { ...read.data, ownerId, reviewOn, inUse: textOf(typed, 'inUse') !== 'no' } }
}
