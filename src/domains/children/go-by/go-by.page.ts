import { typedIn, versionOf } from '#platform/http/fields.ts'
import { problemsOf } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { childIdOf } from '../child-id.ts'
import { getChild, saveGoBy, whoChanged, type Child } from '../child.queries.ts'
import { readGoByForm } from './go-by.form.ts'
import { goByConflict, goByView } from './go-by.view.ts'

const url = '/children/:childId/go-by'
const template = 'domains/children/go-by/go-by.njk'
const may = 'children.write'

export const askGoBy: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'children.go-by.open', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    return { kind: 'view', template, model: { page: goByView(await childOf(visit)) } }
  },
}

export const changeGoBy: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'children.go-by.change', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const typed = typedIn(visit.form)
    const version = versionOf(visit.form)
    const read = readGoByForm(visit.form)
    if (!read.success) {
      const page = { ...goByView(child, typed, problemsOf(read.error)), version }
      return { kind: 'view', template, status: 422, model: { page } }
    }
    if (await saveGoBy(visit.tx, child.id, version, read.data)) {
      return { kind: 'redirect', to: `/children/${child.id}` }
    }
    const { by, at } = await whoChanged(visit.tx, child.id)
    // Theirs may have been kept while this page waited for it.
    const now = await getChild(visit.tx, child.id)
    return {
      kind: 'view',
      template,
      status: 409,
      model: { page: goByConflict(now, typed, by, at) },
    }
  },
}

async function childOf(visit: Visit): Promise<Child> {
  const id = childIdOf(visit)
  if (!id) throw new Error('A page of a child has the child in its address')
  return getChild(visit.tx, id)
}
