import { typedDay, type CalendarDay } from '#kernel/calendar-day.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { textOf } from '#platform/http/fields.ts'
import { verbatimIn } from '#domains/outcomes/index.ts'
import type { GroupTexts } from '../groups.queries.ts'
import { MOST_TALKED } from '../taking-part.rules.ts'

type Form = Readonly<Record<string, unknown>>
type Read<T> = { readonly value: T } | { readonly problems: readonly Problem[] }

/** What was talked about, decided and came of it. Only the first is needed. */
export function readTexts(form: Form): Read<GroupTexts> {
  const texts = ['talkedAbout', 'decided', 'cameOf'].map((field) => ({
    field,
    text: verbatimIn(form, field),
  }))
  const problems: Problem[] = texts
    .filter(({ text }) => text.length > MOST_TALKED)
    .map(({ field }) => ({ field, text: `Use ${MOST_TALKED} characters or fewer` }))
  const [talkedAbout = '', decided = '', cameOf = ''] = texts.map((t) => t.text)
  if (talkedAbout === '') {
    problems.push({ field: 'talkedAbout', text: 'Write what was talked about' })
  }
  return problems.length > 0
    ? { problems }
    : { value: { talkedAbout, decided: decided || undefined, cameOf: cameOf || undefined } }
}

/** A session that was held: its texts and its day, which has come. */
export function readHeld(
  form: Form,
  today: CalendarDay,
): Read<GroupTexts & { readonly heldOn: CalendarDay }> {
  const texts = readTexts(form)
  const heldOn = typedDay(textOf(form, 'day'))
  const dayWrong =
    heldOn === undefined
      ? 'Write the day it was held, as 27 3 2026'
      : heldOn > today
        ? 'It is recorded once it was held: that day has not come'
        : undefined
  if ('problems' in texts || heldOn === undefined || dayWrong !== undefined) {
    const day = dayWrong === undefined ? [] : [{ field: 'day', text: dayWrong }]
    return { problems: [...day, ...('problems' in texts ? texts.problems : [])] }
  }
  return { value: { ...texts.value, heldOn } }
}
