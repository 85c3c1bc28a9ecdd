import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { problemWith, type Text, type TextProblem, type TranslatedText } from '../words.rules.ts'

const MOST = 2000
const NEVER =
  'Use other words. Young people’s pages say nothing that would tell somebody looking over a shoulder what this is'
const STATES = ['draft', 'translated', 'reviewed', 'reviewed_by_young_people'] as const

export type MendedForm = {
  readonly text: Text
  readonly state: TranslatedText['state']
  readonly note: string | undefined
}

/** The boxes of a text: one, or one for each form the language counts in. */
export const boxesFor = (english: Text, forms: readonly string[]): readonly string[] =>
  typeof english === 'string' ? ['text'] : forms.map((form) => `text-${form}`)

/** What a speaker typed, or what to put right. `forms` are those the language counts in; `never` what no such text says. */
export function readMended(
  form: Readonly<Record<string, unknown>>,
  english: Text,
  forms: readonly string[],
  never?: RegExp,
): { readonly read: MendedForm } | { readonly problems: readonly Problem[] } {
  const boxes = boxesFor(english, forms)
  const typed = boxes.map((box) => textOf(form, box).trim())
  const text = typeof english === 'string' ? (typed[0] ?? '') : formsOf(forms, typed)
  const state = STATES.find((s) => s === textOf(form, 'state'))
  const note = textOf(form, 'note').trim()
  const problems = [
    ...textProblems(boxes, typed, problemWith(english, text, forms)),
    ...boxes.flatMap((field, n) => (never?.test(typed[n] ?? '') ? [{ field, text: NEVER }] : [])),
    ...(state ? [] : [{ field: 'state', text: 'Choose how far this text has come' }]),
    ...(note.length > 500
      ? [{ field: 'note', text: 'The note must be 500 characters or fewer' }]
      : []),
  ]
  if (!state || problems.length > 0) return { problems }
  return { read: { text, state, note: note || undefined } }
}

function textProblems(
  boxes: readonly string[],
  typed: readonly string[],
  wrong: TextProblem | undefined,
): readonly Problem[] {
  const long = boxes.filter((_, n) => (typed[n] ?? '').length > MOST)
  const field = boxes[emptyAt(typed)] ?? 'text'
  return [
    ...(wrong ? [{ field, text: SAID[wrong.kind](wrong) }] : []),
    ...long.map((box) => ({ field: box, text: `Use ${MOST} characters or fewer` })),
  ]
}

const emptyAt = (typed: readonly string[]): number =>
  Math.max(
    0,
    typed.findIndex((t) => t === ''),
  )

function formsOf(forms: readonly string[], typed: readonly string[]): Text {
  return { other: '', ...Object.fromEntries(forms.map((form, n) => [form, typed[n] ?? ''])) }
}

const SAID: Readonly<Record<TextProblem['kind'], (problem: TextProblem) => string>> = {
  empty: () => 'Write the text',
  forms: () => 'Write the text for each form',
  places: (p) =>
    p.kind === 'places' && p.wanted.length > 0
      ? `Keep these places as they are, each at least once, and no others: ${p.wanted.join(' ')}`
      : 'Write the text without places in curly brackets. The English has none',
}
