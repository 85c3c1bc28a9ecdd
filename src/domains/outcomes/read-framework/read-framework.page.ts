import { readId } from '#kernel/ids.ts'
import { isStaff } from '#platform/access/capability.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { FRAMEWORK_FORMATS, frameworkFile } from '../framework-write.ts'
import { findKeptFramework, listVersions } from '../framework.queries.ts'
import { frameworksView, frameworkView, TURNS } from './read-framework.view.ts'

const list = 'domains/outcomes/read-framework/list-frameworks.njk'
const forStaff = 'domains/outcomes/read-framework/read-framework.njk'
const forYoungPeople = 'domains/outcomes/read-framework/read-framework-young.njk'

export const listFrameworks: Page = {
  method: 'GET',
  url: '/frameworks',
  may: 'frameworks.read',
  audit: { action: 'frameworks.list' },
  async answer({ tx, actor }): Promise<Answer> {
    const page = frameworksView(await listVersions(tx), actor.role)
    return { kind: 'view', template: list, model: { page, young: !isStaff(actor.role) } }
  },
}

export const readFrameworkPage: Page = {
  method: 'GET',
  url: '/frameworks/:version',
  may: 'frameworks.read',
  audit: { action: 'frameworks.read' },
  async answer(visit): Promise<Answer> {
    const framework = await frameworkOf(visit)
    if (!framework) return { kind: 'not-found' }
    const { language, by } = visit.query
    const page = frameworkView(framework, {
      language: typeof language === 'string' ? language : framework.language,
      turn: TURNS.find((turn) => turn === by) ?? 'principle',
      role: visit.actor.role,
    })
    return {
      kind: 'view',
      template: isStaff(visit.actor.role) ? forStaff : forYoungPeople,
      model: { page },
    }
  },
}

export const downloadFramework: Page = {
  method: 'GET',
  url: '/frameworks/:version/download/:format',
  may: 'frameworks.download',
  audit: { action: 'frameworks.download' },
  async answer(visit): Promise<Answer> {
    const framework = await frameworkOf(visit)
    const format = FRAMEWORK_FORMATS.find((f) => f === visit.params['format'])
    if (!framework || !format) return { kind: 'not-found' }
    return { kind: 'file', ...frameworkFile(framework, format) }
  },
}

async function frameworkOf(visit: Visit) {
  const id = readId<'framework-version'>(visit.params['version'])
  return id && findKeptFramework(visit.tx, id)
}
