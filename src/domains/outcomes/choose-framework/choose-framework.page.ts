import { textOf, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import type { Child } from '#domains/children/index.ts'
import {
  chooseFramework,
  chosenFramework,
  frameworkFor,
  frameworksOffered,
} from '../check-in-framework.queries.ts'
import { childIdOf, childOf } from '../child-of-page.ts'
import { FRAMEWORK_REFUSED } from '../framework.rules.ts'
import { chooseFrameworkView } from './choose-framework.view.ts'

const may = 'check-ins.write'

/** Which set of outcomes this child is asked about, of those in use, and why not another. */
export const askFramework: Page = {
  method: 'GET',
  url: '/children/:childId/outcome-set',
  may,
  audit: { action: 'children.outcome-set.ask', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    return shown(visit, await childOf(visit), {})
  },
}

/** Refuses, with the reason, what was made for adults while they may be under 18. */
export const setFramework: Page = {
  method: 'POST',
  url: '/children/:childId/outcome-set',
  may,
  audit: { action: 'children.outcome-set.change', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const typed = textOf(visit.form, 'framework')
    const offered = await frameworksOffered(visit.tx, child.id, visit.now)
    const found = offered.find((o) => o.framework.frameworkId === typed)
    const text = found
      ? found.refusal && FRAMEWORK_REFUSED[found.refusal]
      : 'Choose a set of outcomes'
    if (!found || text !== undefined) {
      return shown(visit, child, { typed, problems: [{ field: 'framework', text: text ?? '' }] })
    }
    const version = versionOf(visit.form)
    if (!(await chooseFramework(visit.tx, child.id, found.framework.frameworkId, version))) {
      return shown(visit, child, { typed, changed: true })
    }
    visit.note({ framework: found.framework.key })
    return { kind: 'redirect', to: `/children/${child.id}/outcome-set` }
  },
}

async function shown(
  visit: Visit,
  child: Child,
  more: {
    readonly typed?: string
    readonly problems?: readonly Problem[]
    readonly changed?: boolean
  },
): Promise<Answer> {
  const page = chooseFrameworkView({
    child,
    offered: await frameworksOffered(visit.tx, child.id, visit.now),
    usedNow: (await frameworkFor(visit.tx, child.id, visit.now))?.frameworkId,
    version: (await chosenFramework(visit.tx, child.id))?.version ?? 0,
    ...more,
  })
  const status = more.changed ? 409 : more.problems ? 422 : 200
  const template = 'domains/outcomes/choose-framework/choose-framework.njk'
  return { kind: 'view', status, template, model: { page } }
}
