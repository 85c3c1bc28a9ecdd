import { z } from 'zod'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { readBirth } from '../birth.rules.ts'
import type { Search } from '../child-keys.rules.ts'
import { maybe } from '../record-parts/record-part.form.ts'

const box = z.string().catch('')
const boxes = z.object({ day: box, month: box, year: box, yearTo: box })
const words = z.object({ name: maybe('The name', 200), identifier: maybe('The number', 60) })

export type ReadSearch = { readonly search: Search } | { readonly problems: readonly Problem[] }

const NOTHING = { field: 'name', text: 'Enter a name, a number or a date of birth' }
const SAYS_NOTHING = { field: 'name', text: 'Enter a name with at least one letter' }

/** Any of a name in any script, a number and a date of birth, as exact as it is known. */
export function readFindForm(form: unknown, today: CalendarDay): ReadSearch {
  const text = words.safeParse(form)
  const born = readBirth(boxes.parse(form), today)
  if (!text.success) return { problems: problemsOf(text.error) }
  if (born && 'box' in born) return { problems: [{ field: born.box, text: born.text }] }
  const search = { ...text.data, born }
  const problem = saysTooLittle(search)
  return problem ? { problems: [problem] } : { search }
}

function saysTooLittle({ name, identifier, born }: Search): Problem | undefined {
  if (!name && !identifier && !born) return NOTHING
  return name && !/[\p{L}\p{N}]/u.test(name) ? SAYS_NOTHING : undefined
}
