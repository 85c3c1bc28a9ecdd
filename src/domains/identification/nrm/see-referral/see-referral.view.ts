import { inWords } from '#kernel/calendar-day.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Gathered } from '../gather.ts'
import { getField, getStep, labelOf } from '../form.rules.ts'
import type { FoundName } from '../names.rules.ts'
import { missingOn, problemsOf, type Wrong, wrongOn } from '../problems.rules.ts'
import { adviceOn, type Advice } from '../prompts.rules.ts'
import { fieldsOf, KEPT_BESIDE, stepOf } from '../route.rules.ts'
import { sectionsOf, slugOf, titleOf } from '../sections.rules.ts'
import { BESIDE } from '../answer-step/beside-step.rules.ts'

/** How a page of the form stands. Words, and no share of anything. */
const HOW = {
  asked: 'The form still asks for something',
  wrong: 'Something to put right',
  written: 'Written',
  prepared: 'From the record',
  open: 'Nothing there, and nothing needed',
} as const

export type StepLine = {
  readonly href: string
  readonly text: string
  readonly how: string
  readonly open: boolean
}

export function sectionsIn(at: string, gathered: Gathered, today: CalendarDay) {
  return sectionsOf(gathered.given).map((section) => ({
    title: section.title,
    lines: section.steps.map((step) => lineOf(at, step, gathered, today)),
  }))
}

function lineOf(at: string, step: string, gathered: Gathered, today: CalendarDay): StepLine {
  const { answers, files } = gathered.given
  const evidence = step === '/upload-evidence'
  const how = evidence
    ? files > 0
      ? `${files} ${files === 1 ? 'document' : 'documents'}`
      : HOW.open
    : HOW[howOf(step, gathered, today)]
  return {
    href: evidence ? `${at}/documents` : `${at}/form/${slugOf(step)}`,
    text: titleOf(step),
    how,
    open: missingOn(step, answers).length > 0,
  }
}

function howOf(step: string, { kept, given }: Gathered, today: CalendarDay): keyof typeof HOW {
  if (wrongOn(step, given.answers, today).length > 0) return 'wrong'
  if (missingOn(step, given.answers).length > 0) return 'asked'
  const fields = fieldsOf(getStep(step)).map((f) => f.name)
  if (fields.some((f) => kept.has(f))) return 'written'
  return fields.some((f) => given.answers.has(f)) ? 'prepared' : 'open'
}

/** Where to go to put one thing right. */
export const placeOf = (at: string, step: string, field: string): string =>
  `${at}/form/${slugOf(step)}#${field}`

const stepOfAny = (field: string): string =>
  KEPT_BESIDE.some((k) => k === field) ? BESIDE : (stepOf(field) ?? BESIDE)

const labelled = (field: string): string => labelOf(getField(field), stepOrNone(field))
const stepOrNone = (field: string) => {
  const step = stepOf(field)
  return step === undefined ? undefined : getStep(step)
}

export const problemsIn = (gathered: Gathered, today: CalendarDay): readonly Wrong[] =>
  problemsOf(gathered.given, today)

export const problemLinks = (at: string, problems: readonly Wrong[]) =>
  problems.map((p) => ({ text: p.text, href: placeOf(at, p.step, p.field) }))

/** Names in the account, each once for each question. */
export const nameLinks = (at: string, found: readonly FoundName[]) =>
  found.map((f) => ({
    word: f.word,
    whose: f.whose === 'child' ? 'a name of theirs' : 'a name of somebody around them',
    where: labelled(f.field),
    href: placeOf(at, stepOfAny(f.field), f.field),
  }))

export function adviceLinks(at: string, gathered: Gathered) {
  const { answers } = gathered.given
  const own = new Map(
    [...answers].filter(([field]) => gathered.kept.get(field)?.cameFrom === undefined),
  )
  return adviceOn(own).map((a: Advice) => ({
    text: a.text,
    where: labelled(a.field),
    href: placeOf(at, stepOfAny(a.field), a.field),
  }))
}

export const dayText = (day: CalendarDay | undefined): string | undefined => day && inWords(day)
