import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import type { Child } from '../child.queries.ts'
import type { Conflict } from '../record-parts/record-part.view.ts'

export type GoByView = {
  readonly title: string
  readonly child: { readonly id: string; readonly knownAs: string }
  readonly values: Readonly<Record<string, string>>
  readonly notKnown: boolean
  readonly errors: Errors
  readonly version: number
  readonly conflict: Conflict | undefined
}

type Typed = Readonly<Record<string, string>>

const typedOf = (child: Child): Typed => ({
  knownAs: child.nameKnown ? child.knownAs : '',
  sayIt: child.sayIt ?? '',
  notKnown: child.nameKnown ? '' : 'yes',
})

/** The name a child goes by, to change it. `typed` is what came back from the browser. */
export function goByView(
  child: Child,
  typed: Typed = typedOf(child),
  problems: readonly Problem[] = [],
): GoByView {
  return {
    title: 'The name they go by',
    child: { id: child.id, knownAs: child.knownAs },
    values: typed,
    notKnown: typed['notKnown'] === 'yes',
    errors: errorsOf(problems),
    version: child.version,
    conflict: undefined,
  }
}

/** Both texts, when somebody else changed the name first. */
export function goByConflict(
  child: Child,
  typed: Typed,
  by: string | undefined,
  at: Date,
): GoByView {
  const theirs = typedOf(child)
  const both = (name: string, label: string) => ({
    name,
    label,
    mine: typed[name] ?? '',
    theirs: theirs[name] ?? '',
    rows: 1,
  })
  const fields = [both('knownAs', 'The name they go by'), both('sayIt', 'How to say it')]
  const leaveHref = `/children/${child.id}`
  return { ...goByView(child, typed), conflict: { by, at, leaveHref, fields, others: [] } }
}
