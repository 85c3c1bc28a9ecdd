import type { Answer, Page } from '#platform/http/page.ts'
import { continuityRows } from './continuity.queries.ts'
import { COLUMNS, continuityFile } from './continuity.view.ts'

const may = 'continuity.export'

/** What the file for research holds, before anybody takes it. */
export const seeContinuity: Page = {
  method: 'GET',
  url: '/continuity',
  may,
  audit: { action: 'continuity.see' },
  answer: async (): Promise<Answer> => ({
    kind: 'view',
    template: 'domains/around/continuity/continuity.njk',
    model: { page: { title: 'Who stood beside whom', columns: COLUMNS } },
  }),
}

/** Who stood beside whom, as a file for research: pseudonyms and days, no names. */
export const downloadContinuity: Page = {
  method: 'GET',
  url: '/continuity/file',
  may,
  audit: { action: 'continuity.download' },
  async answer({ tx, note }): Promise<Answer> {
    const rows = await continuityRows(tx)
    note({ rows: rows.length })
    return {
      kind: 'file',
      name: 'who-stood-beside-whom.csv',
      type: 'text/csv; charset=utf-8',
      body: continuityFile(rows),
    }
  },
}
