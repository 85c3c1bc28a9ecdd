import { readId } from '#kernel/ids.ts'
import { may as roleMay } from '#platform/access/capability.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  findKeptFramework,
  findVersionBefore,
  liveFrameworks,
  otherLiveVersions,
  publishDraft,
  retireVersions,
} from '../framework.queries.ts'
import type { KeptFramework } from '../framework-kept.rules.ts'
import { previewView, retireView } from './import-framework.view.ts'

const preview = 'domains/outcomes/import-framework/preview-framework.njk'
const retire = 'domains/outcomes/import-framework/retire-framework.njk'
const may = 'frameworks.import'

export const previewFramework: Page = {
  method: 'GET',
  url: '/frameworks/:version/preview',
  may: 'frameworks.preview',
  audit: { action: 'frameworks.preview' },
  async answer(visit): Promise<Answer> {
    const draft = await draftOf(visit)
    return draft ? shown(visit, draft, 200) : { kind: 'not-found' }
  },
}

export const publishFramework: Page = {
  method: 'POST',
  url: '/frameworks/:version/publish',
  may,
  audit: { action: 'frameworks.publish' },
  async answer(visit): Promise<Answer> {
    const draft = await draftOf(visit)
    if (!draft) return { kind: 'not-found' }
    const others = await otherLiveVersions(visit.tx, draft)
    const choice = textOf(visit.form, 'others')
    if (others.length > 0 && choice !== 'keep' && choice !== 'retire') {
      const text = 'Choose what happens to the versions in use now'
      return shown(visit, draft, 422, [{ field: 'others', text }])
    }
    if (!(await publishDraft(visit.tx, draft.id, textOf(visit.form, 'seal')))) {
      const text =
        'Look at the draft again: another file replaced it while you were reading. Nothing was published. It is shown below as it is now'
      return shown(visit, draft, 409, [{ field: 'publish', text }])
    }
    if (choice === 'retire') {
      await retireVersions(
        visit.tx,
        others.map((o) => o.id),
      )
    }
    visit.note({
      outcomes: draft.outcomes.length,
      retired: choice === 'retire' ? others.length : 0,
    })
    return { kind: 'redirect', to: `/frameworks/${draft.id}` }
  },
}

/** A draft nobody wants: kept, and out of the way. Importing the same version again brings it back. */
export const setAsideDraft: Page = {
  method: 'POST',
  url: '/frameworks/:version/set-aside',
  may,
  audit: { action: 'frameworks.set-aside' },
  async answer(visit): Promise<Answer> {
    const draft = await draftOf(visit)
    if (!draft) return { kind: 'not-found' }
    await retireVersions(visit.tx, [draft.id])
    return { kind: 'redirect', to: '/frameworks' }
  },
}

export const askToRetire: Page = {
  method: 'GET',
  url: '/frameworks/:version/retire',
  may,
  audit: { action: 'frameworks.retire.ask' },
  async answer(visit): Promise<Answer> {
    const version = await versionOf(visit)
    if (version?.status !== 'live') return { kind: 'not-found' }
    const live = await liveFrameworks(visit.tx)
    const last = !live.some((f) => f.id !== version.id && f.population.for === 'child')
    return { kind: 'view', template: retire, model: { page: retireView(version, last) } }
  },
}

export const retireFramework: Page = {
  method: 'POST',
  url: '/frameworks/:version/retire',
  may,
  audit: { action: 'frameworks.retire' },
  async answer(visit): Promise<Answer> {
    const version = await versionOf(visit)
    if (!version || version.status === 'draft') return { kind: 'not-found' }
    await retireVersions(visit.tx, [version.id])
    return { kind: 'redirect', to: `/frameworks/${version.id}` }
  },
}

async function shown(
  visit: Visit,
  draft: KeptFramework,
  status: number,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const page = previewView(
    {
      draft,
      before: await findVersionBefore(visit.tx, draft),
      others: await otherLiveVersions(visit.tx, draft),
      mayPublish: roleMay(visit.actor.role, may),
    },
    problems,
  )
  return { kind: 'view', template: preview, status, model: { page } }
}

async function versionOf(visit: Visit) {
  const id = readId<'framework-version'>(visit.params['version'])
  return id && findKeptFramework(visit.tx, id)
}

async function draftOf(visit: Visit) {
  const version = await versionOf(visit)
  return version?.status === 'draft' ? version : undefined
}
