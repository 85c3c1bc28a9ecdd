import { readId } from '#kernel/ids.ts'
import type { Visit } from '#platform/http/page.ts'
import { type Assessment, findAssessment } from './assessment.queries.ts'

/** The assessment in the address, when the actor reaches it. */
export async function assessmentOf(visit: Visit): Promise<Assessment | undefined> {
  const id = readId<'assessment'>(visit.params['assessmentId'])
  return id && findAssessment(visit.tx, id)
}
