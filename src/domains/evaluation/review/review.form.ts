import { listOf, textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { OBSERVED } from '../assessment.rules.ts'
import type { PublishedImpact } from '../document.rules.ts'
import type { Field, Typed } from '../fields.form.ts'
import type { FindingTyped } from '../review.queries.ts'

/** What a review says besides the expected effects. Everything may wait until it is completed. */
export const REVIEW_FIELDS: readonly Field[] = [
  {
    kind: 'words',
    name: 'asked_children',
    label: 'How were children and young people asked, and what did they say?',
    hint: 'Groups and numbers, never a name. If nobody was asked, say so and why.',
  },
  {
    kind: 'words',
    name: 'unintended',
    label: 'What happened that nobody expected?',
    hint: 'If nothing did, say how you looked',
  },
  { kind: 'words', name: 'what_next', label: 'What will be done about it?' },
  {
    kind: 'day',
    name: 'next_review_on',
    label: 'On which day is the next review?',
    hint: 'Leave empty only when there is no more to review',
  },
  {
    kind: 'words',
    name: 'no_more_because',
    label: 'If there is no next review, why not?',
    hint: 'For example because what was decided has ended. It is published.',
    max: 3000,
  },
]

export const SIGN_FIELDS: readonly Field[] = [
  {
    kind: 'line',
    name: 'signed_as',
    label: 'Your post, as it is printed',
    hint: 'Your name is not published.',
    need: 'Enter your post',
    max: 200,
  },
]

/** The two fields of one expected effect. */
export function findingFields(impact: Pick<PublishedImpact, 'id'>): readonly [Field, Field] {
  return [
    { kind: 'radios', name: `observed-${impact.id}`, label: 'What became of it?', codes: OBSERVED },
    {
      kind: 'words',
      name: `seen-${impact.id}`,
      label: 'What shows that?',
      max: 3000,
    },
  ]
}

type ReadFindings = {
  readonly findings: readonly FindingTyped[]
  readonly problems: readonly Problem[]
}

/** The answers given so far. Half an answer is asked for again; none is left for another day. */
export function readFindings(
  impacts: readonly Pick<PublishedImpact, 'id'>[],
  form: Readonly<Record<string, unknown>>,
): ReadFindings {
  const findings: FindingTyped[] = []
  const problems: Problem[] = []
  for (const impact of impacts) {
    const observed = textOf(form, `observed-${impact.id}`)
    const seen = textOf(form, `seen-${impact.id}`).replaceAll(/\r\n?/g, '\n').trim()
    if (observed === '' && seen === '') continue
    const problem = problemWith(impact.id, observed, seen)
    if (problem) problems.push(problem)
    else findings.push({ impact: impact.id, observed, seen })
  }
  return { findings, problems }
}

function problemWith(id: string, observed: string, seen: string): Problem | undefined {
  if (!Object.hasOwn(OBSERVED, observed)) {
    return { field: `observed-${id}`, text: 'Choose what became of this effect' }
  }
  if (seen === '') {
    return { field: `seen-${id}`, text: 'Say what shows that, or why nobody can tell' }
  }
  if (seen.length > 3000) {
    return { field: `seen-${id}`, text: '“What shows that?” must be 3,000 characters or fewer' }
  }
  return undefined
}

/** What was typed about the expected effects, to be shown again. */
export function typedFindings(
  impacts: readonly Pick<PublishedImpact, 'id'>[],
  form: Readonly<Record<string, unknown>>,
): Typed {
  return Object.fromEntries(
    impacts.flatMap(({ id }) => [
      [`observed-${id}`, listOf(form, `observed-${id}`)[0] ?? ''],
      [`seen-${id}`, textOf(form, `seen-${id}`)],
    ]),
  )
}
