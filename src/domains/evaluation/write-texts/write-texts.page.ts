import { createHash } from 'node:crypto'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { assessmentOf } from '../assessment-of-page.ts'
import {
  type Assessment,
  changeAssessment,
  choicesFor,
  findAssessment,
  holdAssessment,
  textsOf,
} from '../assessment.queries.ts'
import { refusable } from '../entry.queries.ts'
import { readForm, type Row, typedFrom, typedIn, type Typed, type Values } from '../fields.form.ts'
import { type Conflict, conflictOf, formView } from '../fields.view.ts'
import { adviceInWords } from '../reading.rules.ts'
import { sectionColumns, sectionsForm, TEXT_FORMS, type TextForm } from '../texts.form.ts'

const url = '/assessments/:assessmentId/write/:part'
const access = { url, may: 'assessments.write' } as const

export const askTexts: Page = {
  method: 'GET',
  ...access,
  audit: { action: 'assessments.texts.open' },
  async answer(visit) {
    const assessment = await assessmentOf(visit)
    const form = assessment && formOf(assessment, visit)
    if (!form) return { kind: 'not-found' }
    return shown(visit, assessment, form, { typed: typedFrom(form.fields, rowOf(assessment)) })
  },
}

export const writeTexts: Page = {
  method: 'POST',
  ...access,
  audit: { action: 'assessments.texts.write' },
  async answer(visit) {
    const before = await assessmentOf(visit)
    const form = before && formOf(before, visit)
    if (!form) return { kind: 'not-found' }
    await holdAssessment(visit.tx, before.id)
    const assessment = (await findAssessment(visit.tx, before.id)) ?? before
    const typed = typedIn(form.fields, visit.form)
    const choices = await choicesFor(visit.tx, assessment.id)
    const read = readForm(form.fields, visit.form, choices)
    const seen = textOf(visit.form, 'seen')
    if (!read.values) {
      return shown(visit, assessment, form, { typed, problems: read.problems, seen })
    }
    const problems = form.check?.(read.values, assessment.row) ?? []
    if (problems.length > 0) return shown(visit, assessment, form, { typed, problems, seen })
    if (seen !== sealOf(form, assessment)) {
      const leaveHref = `/assessments/${assessment.id}`
      const theirs = {
        by: assessment.changedBy,
        at: assessment.changedAt,
        typed: typedFrom(form.fields, rowOf(assessment)),
      }
      const conflict = conflictOf(form.fields, typed, theirs, { choices, leaveHref })
      return shown(visit, assessment, form, { typed, conflict })
    }
    return saved(visit, assessment, form, { typed, values: read.values, seen })
  },
}

type Saving = { readonly typed: Typed; readonly values: Values; readonly seen: string }

async function saved(
  visit: Visit,
  assessment: Assessment,
  form: TextForm,
  { typed, values, seen }: Saving,
): Promise<Answer> {
  const columns = form.slug === 'sections' ? sectionColumns(values) : values
  const done = await refusable(visit.tx, async () => {
    await changeAssessment(visit.tx, assessment.id, columns)
    return 'written'
  })
  if (done === 'written') return { kind: 'redirect', to: `/assessments/${assessment.id}` }
  // What is checked above holds here too; this is for what changed between the two.
  const problem = {
    field: 'form',
    text: 'Something this stands on was changed meanwhile. Look again.',
  }
  return shown(visit, assessment, form, { typed, problems: [problem], seen })
}

type Shown = {
  readonly typed: Typed
  readonly problems?: readonly Problem[]
  readonly conflict?: Conflict
  readonly seen?: string
}

async function shown(
  visit: Visit,
  assessment: Assessment,
  form: TextForm,
  { seen, ...filled }: Shown,
): Promise<Answer> {
  const choices = await choicesFor(visit.tx, assessment.id)
  const view = formView(form.fields, { ...filled, choices })
  const page = {
    title: form.title,
    intro: form.intro,
    assessment: { id: assessment.id, title: assessment.title },
    ...view,
    fields: form.reading
      ? view.fields.map((field) => ({ ...field, advice: adviceInWords(field.value) }))
      : view.fields,
    seen: seen ?? sealOf(form, assessment),
  }
  const status = filled.conflict ? 409 : filled.problems?.length ? 422 : 200
  const template = 'domains/evaluation/write-texts/write-texts.njk'
  return { kind: 'view', template, status, model: { page } }
}

function formOf(assessment: Assessment, visit: Visit): TextForm | undefined {
  const { part } = visit.params
  if (part === 'sections') return sectionsForm(assessment.template)
  return TEXT_FORMS.find(({ slug }) => slug === part)
}

/** The row, with the texts of the sections beside its columns. */
const rowOf = (assessment: Assessment): Row => ({ ...assessment.row, ...textsOf(assessment.row) })

/** What these fields said when the form was given: two people on different forms do not meet. */
function sealOf(form: TextForm, assessment: Assessment): string {
  const typed = typedFrom(form.fields, rowOf(assessment))
  return createHash('sha256').update(JSON.stringify(typed)).digest('hex').slice(0, 32)
}
