import type { CalendarDay } from '#kernel/calendar-day.ts'
import { listOf as listIn, textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { dayFrom } from '#platform/http/reading.ts'
import { type Field, inList, labelOf, listOf, optionsOf, type Step } from '../form.rules.ts'
import { wrongIn } from '../problems.rules.ts'
import { fieldsIn } from './beside-step.rules.ts'

/** Reads one page of the form. What was typed is kept word for word, also where it is wrong. */

type Form = Readonly<Record<string, unknown>>

export type ReadStep = {
  /** Every question of the page, also those not asked with these answers: nothing typed is lost. */
  readonly values: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
}

export function readStep(form: Form, step: Step, today: CalendarDay): ReadStep {
  const read = fieldsIn(step)
    .filter((field) => field.type !== 'input-file')
    .map((field) => readField(form, field, step, today))
  return {
    values: new Map(read.map((r) => [r.name, r.value])),
    problems: read.flatMap((r) => (r.problem ? [{ field: r.name, text: r.problem }] : [])),
  }
}

function readField(form: Form, field: Field, step: Step, today: CalendarDay) {
  const label = labelOf(field, step)
  if (field.type === 'date') {
    const day = dayFrom(form, field.name)
    if (day === 'wrong') {
      const problem = `“${label}” must be a real date, like 27 3 2009, or left empty`
      return { name: field.name, value: '', problem }
    }
    return { name: field.name, value: day ?? '', problem: sentence(field, day ?? '', label, today) }
  }
  const value = valueOf(form, field)
  return { name: field.name, value, problem: sentence(field, value, label, today) }
}

function valueOf(form: Form, field: Field): string {
  if (field.type === 'checkbox-group') return listIn(form, field.name).join(',')
  if (field.type === 'checkbox') return textOf(form, field.name) === 'yes' ? 'yes' : ''
  const typed = textOf(form, field.name).replaceAll(/\r\n?/g, '\n').trim()
  const list = listOf(field) && optionsOf(field)
  return list
    ? (inList(
        list.map((o) => o.value),
        typed,
      ) ?? typed)
    : typed
}

function sentence(field: Field, value: string, label: string, today: CalendarDay) {
  const wrong = wrongIn(field, value, today)
  if (!wrong) return undefined
  const near = nearIn(field, value)
  const meant = near.length > 0 ? `. Did you mean ${near.join(', ')}?` : ''
  return `“${label}” ${wrong}${meant}`
}

/** Lines of a long list that begin as what was typed, or hold it. */
export function nearIn(field: Field, typed: string): readonly string[] {
  if (!listOf(field) || typed.length < 3) return []
  const sought = typed.toLowerCase()
  const all = (optionsOf(field) ?? []).map((o) => o.value)
  const begins = all.filter((v) => v.toLowerCase().startsWith(sought.slice(0, 4)))
  const holds = all.filter((v) => v.toLowerCase().includes(sought))
  return [...new Set([...holds, ...begins])].slice(0, 5)
}

/** What was typed, to be shown again: the boxes of a day each by itself. */
export function typedAgain(form: Form, step: Step): ReadonlyMap<string, string> {
  const names = fieldsIn(step).flatMap((field) =>
    field.type === 'date'
      ? ['day', 'month', 'year'].map((part) => `${field.name}-${part}`)
      : [field.name],
  )
  return new Map(names.map((name) => [name, listIn(form, name).join(',')]))
}
