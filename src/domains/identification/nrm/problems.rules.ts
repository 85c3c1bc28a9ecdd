import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { type Field, isText, labelOf, optionsOf, getStep } from './form.rules.ts'
import { type Answers, answerTo, fieldsOn, type Given, pathOf, valuesIn } from './route.rules.ts'

/** What the form would not accept, in sentences. Pure. */

export type Wrong = { readonly step: string; readonly field: string; readonly text: string }

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/
const PHONE = /^\+?[\d\s().-]{7,25}$/
const ADDRESS = /https?:\/\/|\bwww\./i
/** Counted as the form counts, line breaks as two characters. */
const lengthOf = (text: string): number => text.replaceAll(/\r?\n/g, '\r\n').length

type Test = (value: string, today: CalendarDay) => string | undefined

const TESTS: Readonly<Record<string, Test>> = {
  email: (v) => (EMAIL.test(v) ? undefined : 'must be an email address, like name@example.org'),
  internationalPhoneNumber: (v) =>
    PHONE.test(v) ? undefined : 'must be a phone number, like 07700 900123 or +44 7700 900123',
  notUrl: (v) => (ADDRESS.test(v) ? 'must not hold an address of a web page' : undefined),
  numeric: (v) => (/^\d{1,2}$/.test(v) ? undefined : 'must be a number'),
  date: (v) => (calendarDay(v) ? undefined : 'must be a real date, like 27 3 2009'),
  before: (v, today) => (v < today ? undefined : 'must be before today'),
  after: (v) => (v > '1900-01-01' ? undefined : 'must be after 1 January 1900'),
}

export const isTested = (check: Field['validators'][number]): boolean =>
  Object.hasOwn(TESTS, typeof check === 'string' ? check : check.type)

/** What is wrong with what somebody typed; undefined for an empty answer, which may be given later. */
export function wrongIn(field: Field, value: string, today: CalendarDay): string | undefined {
  if (value === '') return undefined
  return outsideList(field, value) ?? tooLong(field, value) ?? failing(field, value, today)
}

function outsideList(field: Field, value: string): string | undefined {
  const options = optionsOf(field)
  if (!options) return undefined
  const values = field.type === 'checkbox-group' ? value.split(',') : [value]
  const known = values.every((v) => options.some((o) => o.value === v))
  return known ? undefined : 'must be one of the form’s own list. Choose one from it'
}

function tooLong(field: Field, value: string): string | undefined {
  const most = field.maxLength ?? (isText(field) ? 15_000 : undefined)
  if (most === undefined) return undefined
  const over = lengthOf(value) - most
  if (over <= 0) return undefined
  return `must be ${most.toLocaleString('en-GB')} characters or fewer. It is ${over.toLocaleString('en-GB')} too long`
}

function failing(field: Field, value: string, today: CalendarDay): string | undefined {
  for (const check of field.validators) {
    const test = TESTS[typeof check === 'string' ? check : check.type]
    const wrong = test?.(value, today)
    if (wrong) return wrong
  }
  return undefined
}

/** What is wrong with one page as it was typed: only what was typed, not what is still to come. */
export function wrongOn(step: string, answers: Answers, today: CalendarDay): readonly Wrong[] {
  return fieldsOn(step, answers).flatMap((field) => {
    const text = wrongIn(field, answers.get(field.name) ?? '', today)
    return text ? [{ step, field: field.name, text: sentence(field, step, text) }] : []
  })
}

const sentence = (field: Field, step: string, text: string): string =>
  `“${labelOf(field, getStep(step))}” ${text}`

/** What the form would still ask for on one page. */
export function missingOn(step: string, answers: Answers): readonly Wrong[] {
  return fieldsOn(step, answers)
    .filter((field) => field.required && valuesIn(answers, field.name).length === 0)
    .map((field) => ({
      step,
      field: field.name,
      text: `${labelOf(field, getStep(step))}: the form asks for an answer`,
    }))
}

/** Everything the form would stop at, in its own order. */
export function problemsOf(given: Given, today: CalendarDay): readonly Wrong[] {
  return pathOf(given).flatMap((step) => [
    ...missingOn(step, given.answers),
    ...wrongOn(step, given.answers, today),
    ...(step === '/types-of-exploitation' ? noneTicked(given.answers) : []),
    ...(step === '/pv-dob' ? contradicting(given.answers, today) : []),
  ])
}

function noneTicked(answers: Answers): readonly Wrong[] {
  const step = '/types-of-exploitation'
  const ticks = fieldsOn(step, answers).filter((f) => f.type === 'checkbox')
  if (ticks.some((f) => answers.get(f.name) === 'yes')) return []
  const field = ticks[0]?.name ?? step
  return [{ step, field, text: 'How were they exploited? Tick at least one' }]
}

/** A birth and an answer about age that cannot both be so. */
function contradicting(answers: Answers, today: CalendarDay): readonly Wrong[] {
  const born = calendarDay(answers.get('pv-dob') ?? '')
  const under = answerTo(answers, 'pv-under-age')
  if (!born || born >= today || under === undefined || under === 'not-sure') return []
  const eighteen = `${Number(born.slice(0, 4)) + 18}${born.slice(4)}`
  const isUnder = today < eighteen
  if (isUnder === (under === 'yes')) return []
  const said = under === 'yes' ? 'under 18' : 'not under 18'
  return [
    {
      step: '/pv-dob',
      field: 'pv-dob',
      text: `This date of birth and the answer “${said}” cannot both be so. Change one, or answer “not sure”`,
    },
  ]
}
