import { z } from 'zod'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import {
  type Birth,
  BIRTH_SOURCES,
  choice,
  isAgeLabel,
  maybe,
  NAME_NOT_KNOWN,
  NO_AGE_LABEL,
  optional,
  readBirth,
  type Search,
  ticks,
} from '#domains/children/index.ts'
import type { MatchRecord } from '#domains/matching/index.ts'

/** What is known when a record is opened. A name is enough; not even that is needed. */
export type Opening = {
  readonly knownAs: string
  readonly nameKnown: boolean
  readonly alsoNamed: string | undefined
  readonly sayIt: string | undefined
  readonly number: string | undefined
  readonly birth: Birth | undefined
  readonly source: string
  /** Only to look by: neither is kept, since nobody has said yet whether it is safe to use. */
  readonly lookByPhone: string | undefined
  readonly lookByPlace: string | undefined
  /** Somebody looked at those found and says none of them is this child. */
  readonly noneOfThese: boolean
}

export type ReadOpening = { readonly opening: Opening } | { readonly problems: readonly Problem[] }

const box = z.string().catch('')
const boxes = z.object({ day: box, month: box, year: box, yearTo: box })

const form = z
  .object({
    knownAs: optional('The name', 200),
    notKnown: ticks,
    alsoNamed: maybe('The other name', 200),
    sayIt: maybe('How to say it', 200),
    number: maybe('The number', 60),
    lookByPhone: maybe('The telephone number', 60),
    lookByPlace: maybe('The place', 200),
    source: choice(BIRTH_SOURCES, 'Choose who says so').default('other'),
    noneOfThese: ticks,
  })
  .refine((f) => f.knownAs !== null || f.notKnown.has('yes'), {
    path: ['knownAs'],
    message: 'Enter the name they go by, or tick that it is not yet known',
  })
  .refine((f) => !(f.knownAs !== null && f.notKnown.has('yes')), {
    path: ['notKnown'],
    message: 'Enter the name or tick that it is not yet known, not both',
  })
  .refine((f) => f.knownAs === null || /[\p{L}\p{N}]/u.test(f.knownAs), {
    path: ['knownAs'],
    message: 'Enter a name with at least one letter',
  })
  .refine((f) => f.knownAs === null || !isAgeLabel(f.knownAs), {
    path: ['knownAs'],
    message: NO_AGE_LABEL,
  })

/** Nothing here asks where a child was born, how they came or what their status is. */
export function readOpeningForm(typed: unknown, today: CalendarDay): ReadOpening {
  const read = form.safeParse(typed)
  const birth = readBirth(boxes.parse(typed), today)
  const problems = [
    ...(read.success ? [] : problemsOf(read.error)),
    ...(birth && 'box' in birth ? [{ field: birth.box, text: birth.text }] : []),
  ]
  if (!read.success || (birth && 'box' in birth)) return { problems }
  const { knownAs, notKnown: _, noneOfThese, ...rest } = read.data
  const name = { knownAs: knownAs ?? NAME_NOT_KNOWN, nameKnown: knownAs !== null }
  return { opening: { ...rest, ...name, birth, noneOfThese: noneOfThese.has('yes') } }
}

/** The searches that come before a record is opened: by each name, with the number and the birth. */
export function searchesFor(opening: Opening): readonly Search[] {
  const names = [opening.nameKnown ? opening.knownAs : undefined, opening.alsoNamed].filter(
    (name) => name !== undefined,
  )
  const rest = { identifier: opening.number, born: opening.birth }
  if (names.length > 0) return names.map((name) => ({ name, ...rest }))
  return opening.number || opening.birth ? [{ name: undefined, ...rest }] : []
}

/** What was typed, as it is compared with records: the names as they stand, in any script. */
export const asRecord = (opening: Opening): MatchRecord => ({
  id: 'what was typed',
  names: [opening.nameKnown ? opening.knownAs : undefined, opening.alsoNamed].filter(
    (name) => name !== undefined,
  ),
  births: opening.birth ? [opening.birth] : [],
  documents: opening.number ? [opening.number] : [],
  phones: opening.lookByPhone ? [opening.lookByPhone] : [],
  places: opening.lookByPlace ? [opening.lookByPlace] : [],
})
