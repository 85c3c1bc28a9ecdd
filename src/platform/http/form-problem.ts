import type { ZodError } from 'zod'

/** What is wrong with one field, in words for the person who typed. */
export type Problem = { readonly field: string; readonly text: string }

type Shown = { readonly text: string; readonly href: string }

export type Errors = {
  /** For the error summary, in the order of the form. */
  readonly list: readonly Shown[]
  /** For each field, the first thing to put right. */
  readonly at: Readonly<Record<string, { readonly text: string }>>
}

export function problemsOf(error: ZodError): readonly Problem[] {
  const problems = error.issues.map((issue) => ({
    field: issue.path.join('.') || 'form',
    text: issue.message,
  }))
  return problems.filter((p, n) => problems.findIndex((q) => q.field === p.field) === n)
}

export function errorsOf(problems: readonly Problem[]): Errors {
  return {
    list: problems.map((p) => ({ text: p.text, href: `#${p.field}` })),
    at: Object.fromEntries(problems.map((p) => [p.field, { text: p.text }])),
  }
}
