import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { type AnswerProblem, oneOf, readAnswer } from '../check-in-answer.form.ts'
import { type Answer, type Voice, voicesOf } from '../check-in.rules.ts'
import { prefixOf } from './write-view.view.ts'

type Fields = Readonly<Record<string, unknown>>

export type ReadView =
  | {
      readonly ok: true
      readonly voice: Voice
      readonly saidBy:
        | { readonly name: string; readonly relationship: string | undefined }
        | undefined
      readonly answers: ReadonlyMap<string, Answer>
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Text in, a view in somebody's own voice or its problems out. An outcome left quite empty is left out;
 * one with words and no choice is asked about again.
 */
export function readViewForm(
  fields: Fields,
  role: string,
  outcomes: readonly { readonly code: string; readonly title: string }[],
): ReadView {
  const problems: Problem[] = []
  const voice = oneOf(voicesOf(role), textOf(fields, 'voice'))
  if (!voice) problems.push({ field: 'voice', text: 'Choose whose view this is' })
  const saidBy = readSaidBy(fields, voice, problems)
  const answers = new Map<string, Answer>()
  for (const { code, title } of outcomes) {
    const prefix = prefixOf(code)
    if (isEmpty(fields, prefix)) continue
    const read = readAnswer(fields, 'en', undefined, prefix)
    if (read.ok) answers.set(code, read.answer)
    else problems.push(...read.problems.map((p) => ({ field: p.field, text: sentence(p, title) })))
  }
  if (answers.size === 0 && problems.length === 0) {
    const first = outcomes[0] ? `${prefixOf(outcomes[0].code)}state` : 'voice'
    problems.push({ field: first, text: 'Choose how you see at least one of these' })
  }
  return problems.length > 0 || !voice
    ? { ok: false, problems }
    : { ok: true, voice, saidBy, answers }
}

function readSaidBy(
  fields: Fields,
  voice: Voice | undefined,
  problems: Problem[],
): { name: string; relationship: string | undefined } | undefined {
  if (voice !== 'carer') return undefined
  const name = textOf(fields, 'saidBy').trim()
  const relationship = textOf(fields, 'relationship').trim() || undefined
  if (name === '')
    problems.push({ field: 'saidBy', text: 'Enter the name of the carer who said it' })
  if (name.length > 200 || (relationship?.length ?? 0) > 200) {
    const field = name.length > 200 ? 'saidBy' : 'relationship'
    problems.push({ field, text: 'Who said it must be 200 characters or fewer' })
  }
  return { name, relationship }
}

const isEmpty = (fields: Fields, prefix: string): boolean =>
  Object.keys(fields).every((k) => !k.startsWith(prefix) || textOf(fields, k).trim() === '')

const sentence = (problem: AnswerProblem, title: string): string =>
  problem.code === 'choose-one'
    ? `Choose how you see “${title}”, or that you do not know`
    : `What you write about “${title}” must be ${problem.most.toLocaleString('en-GB')} characters or fewer`
