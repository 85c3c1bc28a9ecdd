import { typedIn } from '#platform/http/fields.ts'
import { type Problem, problemsOf } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type Child, languagesOf } from '#domains/children/index.ts'
import { frameworkFor } from '../check-in-framework.queries.ts'
import { accountOf, arrangeOccasion } from '../check-in-occasion.queries.ts'
import { childIdOf, childOf } from '../child-of-page.ts'
import { readHandOverForm } from './hand-over.form.ts'
import { handOverView, neverUsed } from './hand-over.view.ts'

const url = '/children/:childId/check-in/with'
const may = 'check-ins.write'

/** Before handing over: who is there, who interprets, where, why now. */
export const askHandOver: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'check-in.with.ask', childId: childIdOf },
  answer: async (visit) => shown(visit, await childOf(visit), { language: 'en' }, []),
}

/** Hands the device over: the worker is signed out, and only the young person's check-in is open. */
export const handOver: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'check-in.with', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const typed = typedIn(visit.form)
    const read = readHandOverForm(visit.form)
    if (!read.success) return shown(visit, child, typed, problemsOf(read.error))
    const never = neverUsed(await languagesOf(visit.tx, child.id), read.data.interpreterLanguage)
    if (never) {
      const text = `${child.knownAs} does not want ${never} used with them. Enter another language`
      return shown(visit, child, typed, [{ field: 'interpreterLanguage', text }])
    }
    const refusal = await refused(visit, child)
    if (refusal) return shown(visit, child, typed, [{ field: 'company', text: refusal }])
    await arrangeOccasion(visit.tx, child.id, read.data)
    const person = await accountOf(visit.tx, child.id)
    return { kind: 'hand-over', person, child: child.id, to: '/me/check-in' }
  },
}

async function refused(visit: Visit, child: Child): Promise<string | undefined> {
  if (!(await frameworkFor(visit.tx, child.id, visit.now))) {
    return 'No outcome framework is in use that fits their age. Ask an administrator to publish one'
  }
  // Only their own organisation can open an account for a young person.
  if (!child.personId && child.organisationId !== visit.actor.organisationId) {
    return `${child.knownAs} has no account yet. Ask somebody at the council that holds the record to do this once`
  }
  return undefined
}

async function shown(
  visit: Visit,
  child: Child,
  values: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Promise<Answer> {
  const page = handOverView({
    child,
    framework: await frameworkFor(visit.tx, child.id, visit.now),
    childLanguages: await languagesOf(visit.tx, child.id),
    values,
    problems,
  })
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/outcomes/hand-over/hand-over.njk',
    model: { page },
  }
}
