import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { may } from '#platform/access/capability.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { assessmentOf } from '../assessment-of-page.ts'
import { type Assessment, progressOf } from '../assessment.queries.ts'
import { whatIsMissing } from '../assessment.rules.ts'
import { askForSignOff as ask, lastSignOff, versionsOf } from '../publish.queries.ts'
import { reviewsOf } from '../review.queries.ts'
import { assessmentView } from './see-assessment.view.ts'

const url = '/assessments/:assessmentId'

export const seeAssessment: Page = {
  method: 'GET',
  url,
  may: 'assessments.read',
  audit: { action: 'assessments.see' },
  async answer(visit) {
    const assessment = await assessmentOf(visit)
    return assessment ? shown(visit, assessment) : { kind: 'not-found' }
  },
}

export const askForSignOff: Page = {
  method: 'POST',
  url: `${url}/ask-for-sign-off`,
  may: 'assessments.write',
  audit: { action: 'assessments.ask-for-sign-off' },
  async answer(visit) {
    const assessment = await assessmentOf(visit)
    if (!assessment) return { kind: 'not-found' }
    const missing = whatIsMissing(await progressOf(visit.tx, assessment))
    if (missing.length > 0) return shown(visit, assessment, 422)
    await ask(visit.tx, assessment.id)
    return { kind: 'redirect', to: `/assessments/${assessment.id}` }
  },
}

async function shown(visit: Visit, assessment: Assessment, status = 200): Promise<Answer> {
  const { tx, actor } = visit
  const page = assessmentView({
    assessment,
    progress: await progressOf(tx, assessment),
    signOff: await lastSignOff(tx, assessment.id),
    versions: await versionsOf(tx, assessment.id),
    reviews: await reviewsOf(tx, assessment.id),
    today: londonCalendarDay(visit.now),
    mayWrite: may(actor.role, 'assessments.write'),
    maySignOff: may(actor.role, 'assessments.sign-off') && !assessment.writers.includes(actor.id),
    refused: status === 422,
  })
  return {
    kind: 'view',
    template: 'domains/evaluation/see-assessment/see-assessment.njk',
    status,
    model: { page },
  }
}
