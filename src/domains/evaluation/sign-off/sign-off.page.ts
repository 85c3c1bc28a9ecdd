import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { releasedIndicators } from '#domains/statistics/index.ts'
import { assessmentOf } from '../assessment-of-page.ts'
import type { Assessment } from '../assessment.queries.ts'
import { called, PUBLISH_REFUSED } from '../assessment.rules.ts'
import type { PublishedDocument } from '../document.rules.ts'
import { type Field, readForm, type Typed, typedIn } from '../fields.form.ts'
import { formView } from '../fields.view.ts'
import { printedFigures } from '../figures.view.ts'
import { wordsOf } from '../public.queries.ts'
import {
  answerSignOff,
  documentNow,
  lastSignOff,
  publishAssessment,
  versionsOf,
} from '../publish.queries.ts'
import { documentView } from '../read-published/document.view.ts'

const url = '/assessments/:assessmentId'

const SIGNED_AS: Field = {
  kind: 'line',
  name: 'signed_as',
  label: 'Your post, as it is printed',
  hint: 'Your name is not published.',
  need: 'Enter your post',
  max: 200,
}
const CHANGED: readonly Field[] = [
  {
    kind: 'words',
    name: 'what_changed',
    label: 'What changed since the last version?',
    need: 'Say what changed since the last version',
    max: 3000,
  },
  {
    kind: 'words',
    name: 'why_changed',
    label: 'Why?',
    need: 'Say why it changed',
    max: 3000,
  },
]
const HAND_BACK: readonly Field[] = [
  {
    kind: 'words',
    name: 'reason',
    label: 'What has to be put right first?',
    need: 'Say what has to be put right first',
    max: 3000,
  },
]

export const previewAssessment: Page = {
  method: 'GET',
  url: `${url}/preview`,
  may: 'assessments.read',
  audit: { action: 'assessments.preview' },
  async answer(visit) {
    const assessment = await assessmentOf(visit)
    if (!assessment) return { kind: 'not-found' }
    const page = { title: 'As it would be published', ...(await previewOf(visit, assessment)) }
    return { kind: 'view', template: 'domains/evaluation/sign-off/preview.njk', model: { page } }
  },
}

export const readToSignOff: Page = {
  method: 'GET',
  url: `${url}/sign-off`,
  may: 'assessments.sign-off',
  audit: { action: 'assessments.read-to-sign-off' },
  async answer(visit) {
    const assessment = await assessmentOf(visit)
    if (!assessment) return { kind: 'not-found' }
    return shown(visit, assessment, { typed: {}, problems: [] })
  },
}

export const signOffAndPublish: Page = {
  method: 'POST',
  url: `${url}/sign-off`,
  may: 'assessments.sign-off',
  audit: { action: 'assessments.publish' },
  async answer(visit) {
    const assessment = await assessmentOf(visit)
    if (!assessment) return { kind: 'not-found' }
    const versions = await versionsOf(visit.tx, assessment.id)
    const fields = fieldsAfter(versions.length)
    const typed = typedIn(fields, visit.form)
    const read = readForm(fields, visit.form)
    if (!read.values) return shown(visit, assessment, { typed, problems: read.problems })
    const { document, figures } = await documentWithFigures(visit, assessment)
    const done = await publishAssessment(visit.tx, assessment.id, {
      revision: revisionRead(visit),
      signedAs: String(read.values['signed_as']),
      whatChanged: textOrNull(read.values['what_changed']),
      whyChanged: textOrNull(read.values['why_changed']),
      figures: document.measures.length > 0 ? figures : {},
      now: visit.now,
    })
    if (done !== 'published') {
      const text = called(PUBLISH_REFUSED, done.refused)
      const again = done.refused === 'publish_as_read' ? 409 : 422
      return shown(visit, assessment, { typed, problems: [{ field: 'form', text }] }, again)
    }
    const answer = { answer: 'published', reason: null, now: visit.now } as const
    await answerSignOff(visit.tx, assessment.id, answer)
    return { kind: 'redirect', to: `/assessments/${assessment.id}` }
  },
}

export const handBack: Page = {
  method: 'POST',
  url: `${url}/hand-back`,
  may: 'assessments.sign-off',
  audit: { action: 'assessments.hand-back' },
  async answer(visit) {
    const assessment = await assessmentOf(visit)
    if (!assessment) return { kind: 'not-found' }
    const read = readForm(HAND_BACK, visit.form)
    if (!read.values) {
      const typed = typedIn(HAND_BACK, visit.form)
      return shown(visit, assessment, { typed, problems: read.problems })
    }
    const reason = String(read.values['reason'])
    const answer = { answer: 'handed_back', reason, now: visit.now } as const
    await answerSignOff(visit.tx, assessment.id, answer)
    return { kind: 'redirect', to: `/assessments/${assessment.id}` }
  },
}

const fieldsAfter = (versions: number): readonly Field[] =>
  versions === 0 ? [SIGNED_AS] : [...CHANGED, SIGNED_AS]

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The revision whose text was on the page that was signed; one that no assessment has when it is no number. */
function revisionRead(visit: Visit): number {
  const text = textOf(visit.form, 'revision')
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}

type Asked = { readonly typed: Typed; readonly problems: readonly Problem[] }

async function shown(
  visit: Visit,
  assessment: Assessment,
  { typed, problems }: Asked,
  status = problems.length > 0 ? 422 : 200,
): Promise<Answer> {
  const versions = await versionsOf(visit.tx, assessment.id)
  const last = await lastSignOff(visit.tx, assessment.id)
  const page = {
    title: 'Read it and sign it off',
    ...(await previewOf(visit, assessment)),
    ...formView(fieldsAfter(versions.length), { typed, problems }),
    handBack: formView(HAND_BACK, { typed, problems }).fields,
    revision: assessment.revision,
    wrote: assessment.writers.includes(visit.actor.id),
    waiting: last !== undefined && last.answer === undefined,
  }
  const template = 'domains/evaluation/sign-off/sign-off.njk'
  return { kind: 'view', template, status, model: { page } }
}

async function previewOf(visit: Visit, assessment: Assessment) {
  const { document, figures } = await documentWithFigures(visit, assessment)
  const words = await wordsOf(visit.tx, document.words)
  return {
    assessment: { id: assessment.id, title: assessment.title },
    document: documentView({ document, words, figures }),
  }
}

async function documentWithFigures(visit: Visit, { id }: Assessment) {
  const document: PublishedDocument = await documentNow(visit.tx, id)
  const outcomes = document.measures.flatMap((m) => (m.outcome_id ? [m.outcome_id] : []))
  const figures = printedFigures(await releasedIndicators(visit.tx, outcomes))
  return { document, figures }
}
