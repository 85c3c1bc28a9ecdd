import { isDeepStrictEqual } from 'node:util'
import type { Answer, Page, UploadedFile, Visit } from '#platform/http/page.ts'
import { frameworkDocument } from '../framework-document.form.ts'
import { readFrameworkFile } from '../framework-file.ts'
import type { PlacedProblem } from '../framework-place.rules.ts'
import { frameworkTemplate, TEMPLATE_FORMATS } from '../framework-template.ts'
import { findVersionNamed, keepFramework } from '../framework.queries.ts'
import type { Framework } from '../framework.rules.ts'
import { importView } from './import-framework.view.ts'

const template = 'domains/outcomes/import-framework/import-framework.njk'
const url = '/frameworks/import'
const may = 'frameworks.import'

export const chooseFrameworkFile: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'frameworks.import' },
  answer: async () => ({ kind: 'view', template, model: { page: importView(undefined) } }),
}

/** Reads the file, keeps it as a draft, and shows what it would change. Nothing is in use yet. */
export const importFramework: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'frameworks.import' },
  upload: { bytes: 6 * 1024 * 1024, files: 1 },
  async answer(visit): Promise<Answer> {
    const file = visit.files.find((f) => f.field === 'file')
    if (!file) return again(undefined, [{ where: 'The file', text: 'Choose a framework file' }])
    const read = await readFrameworkFile(file.bytes)
    if (!read.ok) {
      visit.note({ problems: read.problems.length })
      return again(file, read.problems)
    }
    return keepDraft(visit, file, read.framework)
  },
}

async function keepDraft(visit: Visit, file: UploadedFile, framework: Framework): Promise<Answer> {
  const held = await findVersionNamed(visit.tx, framework.key, framework.version)
  if (held?.publishedAt) {
    if (isDeepStrictEqual(frameworkDocument(held), frameworkDocument(framework))) {
      return { kind: 'redirect', to: `/frameworks/${held.id}` }
    }
    const text = `Give the framework a new version: version ${framework.version} of “${framework.key}” has been published, and a published version never changes`
    return again(file, [{ where: 'The file', text }])
  }
  const id = await keepFramework(visit.tx, framework, false)
  visit.note({ outcomes: framework.outcomes.length })
  return { kind: 'redirect', to: `/frameworks/${id}/preview` }
}

const again = (file: UploadedFile | undefined, problems: readonly PlacedProblem[]): Answer => ({
  kind: 'view',
  status: 422,
  template,
  model: { page: importView(file?.name, problems) },
})

export const downloadTemplate: Page = {
  method: 'GET',
  url: '/frameworks/template/:format',
  may,
  audit: { action: 'frameworks.template' },
  async answer({ params }): Promise<Answer> {
    const format = TEMPLATE_FORMATS.find((f) => f === params['format'])
    return format ? { kind: 'file', ...frameworkTemplate(format) } : { kind: 'not-found' }
  },
}
