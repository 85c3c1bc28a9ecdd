import { textOf, typedIn } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { leads } from '../lead.access.ts'
import { partyOf } from '../party.ts'
import { NotTaken } from '../protocol/message.rules.ts'
import { receive } from '../receive.ts'

const url = '/between/take-in'
const may = 'between.lead'
const MB = 1024 * 1024

/** For councils that carry files by hand. */
export const askFile: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'between.take-in.see' },
  answer: async (visit) => (leads(visit.actor) ? shown(visit, 200, []) : { kind: 'refused' }),
}

export const takeFile: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'between.take-in' },
  upload: { bytes: 32 * MB, files: 1 },
  async answer(visit): Promise<Answer> {
    const { tx, actor, now } = visit
    if (!leads(actor)) return { kind: 'refused' }
    const file = visit.files.find((f) => f.field === 'file' && f.bytes.length > 0)
    const text = file?.bytes.toString('utf8') ?? textOf(visit.form, 'text')
    if (text.trim() === '')
      return shown(visit, 422, [{ field: 'file', text: 'Choose the file that came' }])
    try {
      const received = await receive(partyOf(tx, visit.keyed, actor, now), text)
      if (received.kind === 'again')
        return shown(visit, 422, [
          { field: 'file', text: 'This came before. Nothing was done a second time' },
        ])
      visit.show(received.children)
      visit.note({ kind: received.kind, pairs: received.children.length })
      return { kind: 'redirect', to: `/between/runs/${received.runId}` }
    } catch (error) {
      if (!(error instanceof NotTaken)) throw error
      return shown(visit, 422, [{ field: 'file', text: error.message.replace(/\.$/, '') }])
    }
  },
}

const shown = (visit: Visit, status: number, problems: readonly Problem[]): Answer => ({
  kind: 'view',
  status,
  template: 'domains/between-councils/take-in/take-in.njk',
  model: {
    page: { title: 'Take in a file', typed: typedIn(visit.form), errors: errorsOf(problems) },
  },
})
