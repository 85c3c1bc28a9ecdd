import { readId } from '#kernel/ids.ts'
import { listOf, textOf, typedIn } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Asked, Visit } from '#platform/http/page.ts'
import { type Child, getChild } from '#domains/children/index.ts'
import { type Audit, findAudit } from './audit.queries.ts'
import { type Item, type Part, partIn } from './audit.rules.ts'
import { findRound, type Round } from './round.queries.ts'
import { type StaffForm, staffFormView, type Typed } from './staff-form.view.ts'

export const childId = (visit: Asked) => readId<'child'>(visit.params['childId'])

export const NOT_FOUND: Answer = { kind: 'not-found' }
export const REFUSED: Answer = { kind: 'refused' }

/** The audit a page is about, and what the visitor is in it. */
export type AtAudit = {
  readonly child: Child
  readonly audit: Audit
  readonly round: Round
  readonly part: Part
  /** The address of the audit. */
  readonly here: string
}

export async function auditOfPage(visit: Visit): Promise<AtAudit | undefined> {
  const child = childId(visit)
  const id = readId<'case-audit'>(visit.params['auditId'])
  const audit = child && id && (await findAudit(visit.tx, child, id))
  const round = audit && (await findRound(visit.tx, audit.roundId))
  if (!audit || !round) return undefined
  return {
    child: await getChild(visit.tx, child),
    audit,
    round,
    part: partIn(audit, visit.actor.id, visit.actor.role),
    here: `/children/${child}/case-audits/${id}`,
  }
}

export const itemOf = (round: Round, key: string | undefined): Item | undefined =>
  round.items.find((item) => item.key === key)

export const template = 'domains/workforce/staff-form.njk'

/** A form as it is asked, or asked again with what is wrong. */
export function asked(form: StaffForm, typed: Typed, problems: readonly Problem[] = []): Answer {
  const status = form.theirs ? 409 : problems.length > 0 ? 422 : 200
  return { kind: 'view', template, status, model: { page: staffFormView(form, typed, problems) } }
}

/** What was typed, and which boxes were ticked. */
export const typedAndTicked = (visit: Visit, ...several: readonly string[]): Typed => ({
  ...typedIn(visit.form),
  ...Object.fromEntries(several.map((name) => [name, listOf(visit.form, name)])),
})

export const alsoPressed = (visit: Visit): boolean => textOf(visit.form, 'also') === 'yes'
