import { z } from 'zod'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { textOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { dayFrom } from '#platform/http/reading.ts'
import { type Ask, choice, maybe, needed } from '#domains/children/index.ts'
import { divisionOf, type Nation } from '../bank-holidays.rules.ts'
import { CONFIDENCES, FORCES } from '../clock.rules.ts'
import { COUNTED, type Counted } from '../due.rules.ts'
import { CONFIDENCE_NAMES, COUNTED_NAMES, FORCE_NAMES } from '../rule.view.ts'
import type { NewRule } from '../rules.queries.ts'

type Form = Readonly<Record<string, unknown>>

/** What an organisation may set: codes that nobody has set in its nation, or that are only good practice. */
export type MaySet = Readonly<Record<string, string>>

export const NEW = 'new'

export const ruleAsks = (maySet: MaySet): readonly Ask[] => [
  {
    kind: 'choice',
    name: 'about',
    label: 'Which clock is it?',
    hint: 'What law or a body has set cannot be set otherwise here',
    choices: { [NEW]: 'Something new', ...maySet },
  },
  { kind: 'text', name: 'owed', label: 'What is owed?' },
  {
    kind: 'text',
    name: 'owedBy',
    label: 'Who owes it?',
    hint: 'A body, or a part somebody has. Never the young person',
  },
  { kind: 'text', name: 'startsWith', label: 'What is it counted from?', hint: 'The event' },
  { kind: 'choice', name: 'counted', label: 'How is it counted?', choices: COUNTED_NAMES },
  {
    kind: 'text',
    name: 'length',
    label: 'How many?',
    hint: 'A whole number. Leave it empty when no last day is set',
  },
  { kind: 'choice', name: 'force', label: 'How binding is it?', choices: FORCE_NAMES },
  {
    kind: 'text',
    name: 'source',
    label: 'Where is that written?',
    hint: 'A document and its part',
  },
  { kind: 'choice', name: 'confidence', label: 'How sure is that?', choices: CONFIDENCE_NAMES },
  { kind: 'day', name: 'fromDay', label: 'From which day does it hold?', hint: 'Like 27 3 2026' },
  { kind: 'words', name: 'note', label: 'A note (optional)' },
]

const form = (maySet: MaySet) =>
  z.object({
    about: choice({ [NEW]: NEW, ...maySet }, 'Choose which clock it is'),
    owed: needed('Enter what is owed', 'What is owed', 200),
    owedBy: needed('Enter who owes it', 'Who owes it', 200),
    startsWith: needed('Enter what it is counted from', 'What it is counted from', 200),
    counted: z.enum(COUNTED, 'Choose how it is counted'),
    force: z.enum(FORCES, 'Choose how binding it is'),
    source: needed('Enter where that is written', 'Where that is written', 500),
    confidence: z.enum(CONFIDENCES, 'Choose how sure that is'),
    note: maybe('The note', 500),
  })

type ReadRule = { readonly value: NewRule } | { readonly problems: readonly Problem[] }

/** Reads a rule of the organisation's own, for its nation. */
export function readRule(typed: Form, maySet: MaySet, nation: Nation, mark: string): ReadRule {
  const read = form(maySet).safeParse(typed)
  const day = dayFrom(typed, 'fromDay')
  const counted = COUNTED.find((c) => c === textOf(typed, 'counted'))
  const length = readLength(textOf(typed, 'length').trim(), counted)
  const problems = [
    ...(read.success ? [] : problemsOf(read.error)),
    ...(length === 'wrong' ? [{ field: 'length', text: LENGTH[lengthAsked(counted)] }] : []),
    ...(dayOk(day) ? [] : [{ field: 'fromDay', text: 'Enter the day, like 27 3 2026' }]),
  ]
  if (!read.success || length === 'wrong' || !dayOk(day)) return { problems }
  const { about, ...rest } = read.data
  const code = about === NEW ? codeOf(rest.owed, mark) : about
  const holidays = rest.counted === 'working_days' ? divisionOf(nation) : undefined
  return { value: { ...rest, code, nation, length, holidays, fromDay: day } }
}

const dayOk = (day: CalendarDay | 'wrong' | undefined): day is CalendarDay =>
  day !== undefined && day !== 'wrong'

const LENGTH = {
  some: 'Enter how many, as a whole number from 1 to 1200',
  none: 'Leave this empty when no last day is set',
}
const lengthAsked = (counted: Counted | undefined): keyof typeof LENGTH =>
  counted === 'as_soon_as_possible' ? 'none' : 'some'

function readLength(text: string, counted: Counted | undefined): number | undefined | 'wrong' {
  if (counted === undefined) return undefined
  if (lengthAsked(counted) === 'none') return text === '' ? undefined : 'wrong'
  const length = Number(text)
  return /^\d{1,4}$/.test(text) && length >= 1 && length <= 1200 ? length : 'wrong'
}

/** A code of its own for a new rule: local, what is owed in letters, and a mark that no other has. */
function codeOf(owed: string, mark: string): string {
  const words = owed
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
  return `local.${words === '' ? mark : `${words}-${mark}`}`
}
