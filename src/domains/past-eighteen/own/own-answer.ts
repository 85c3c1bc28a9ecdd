import { calendarDay } from '#kernel/calendar-day.ts'
import type { Answer, Visit } from '#platform/http/page.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import { dayIn, type Frame, frameIn, languageOf, type YouthWords } from '#domains/words/index.ts'

export const may = 'me.open'
export const MOST = 5000

/** A day as a young person reads it, in their language. */
export function dayFor(frame: Pick<Frame, 'language'>, day: string): string {
  const known = calendarDay(day)
  return known ? dayIn(frame.language, new Date(`${known}T12:00:00Z`)) : day
}

/** The frame of one of these pages. */
export const frameOf = async (
  visit: Visit,
  title: (w: YouthWords['later']) => string,
): Promise<Frame> => frameIn(await languageOf(visit), false, (w) => title(w.later))

type Shown = { readonly problems?: readonly Problem[]; readonly changed?: boolean }

export function shownAs(
  template: string,
  page: object,
  { problems = [], changed = false }: Shown = {},
): Answer {
  const wrong = problems.length > 0 ? 422 : 200
  return {
    kind: 'view',
    status: changed ? 409 : wrong,
    template: `domains/past-eighteen/own/${template}.njk`,
    model: { page: { ...page, changed, errors: errorsOf(problems) } },
  }
}

export const choicesOf = (texts: Readonly<Record<string, string>>, chosen: string | undefined) =>
  Object.entries(texts).map(([value, text]) => ({ value, text, checked: value === chosen }))
