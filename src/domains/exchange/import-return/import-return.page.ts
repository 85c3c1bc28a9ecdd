import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId, trustedId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import { type Problem, problemsOf } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  discard,
  findRun,
  latestRuns,
  plannedChildren,
  refusedRows,
  type RunFound,
} from '../runs.queries.ts'
import { readReturn, type Return } from '../ssda903/read-return.ts'
import { openSent } from '../ssda903/read-source.ts'
import { rejectedFile } from '../ssda903/rejected.view.ts'
import type { Source } from '../ssda903/source.ts'
import { whyUnreadable } from '../ssda903/unreadable.ts'
import { readBringInForm } from './bring-in.form.ts'
import { bringInView } from './bring-in.view.ts'
import { commitReturn, previewReturn } from './import-run.ts'
import { readList, readPageNumber, seeReturnView } from './see-return.view.ts'

const may = 'returns.import'
const MB = 1024 * 1024
const quietly = () => undefined

/** A return names children of every team, so only a manager of the whole organisation brings one in. */
const ofWholeOrganisation = ({ actor }: Visit) => actor.teamId === undefined

async function choosing(visit: Visit, problems: readonly Problem[] = []): Promise<Answer> {
  const runs = await latestRuns(visit.tx)
  const page = bringInView(runs, ofWholeOrganisation(visit), textOf(visit.form, 'year'), problems)
  const status = problems.length > 0 ? 422 : 200
  return {
    kind: 'view',
    template: 'domains/exchange/import-return/bring-in.njk',
    model: { page },
    status,
  }
}

export const bringIn: Page = {
  method: 'GET',
  url: '/returns',
  may,
  audit: { action: 'return.choose' },
  answer: (visit) => choosing(visit),
}

export const previewBrought: Page = {
  method: 'POST',
  url: '/returns',
  may,
  audit: { action: 'return.preview' },
  upload: { bytes: 16 * MB, files: 20 },
  async answer(visit): Promise<Answer> {
    if (!ofWholeOrganisation(visit)) return { kind: 'refused' }
    const read = readBringInForm(visit.form)
    if (!read.success) return choosing(visit, problemsOf(read.error))
    const sent = visit.files.filter((f) => f.field === 'files' && f.bytes.length > 0)
    if (sent.length === 0) {
      return choosing(visit, [
        { field: 'files', text: 'Choose the files of the return, or one zip of them' },
      ])
    }
    const opened = await readable(() => openSent(sent))
    if (typeof opened === 'string') return choosing(visit, [{ field: 'files', text: opened }])
    try {
      const found = await readBrought(visit, opened, read.data.year)
      if (typeof found === 'string') return await choosing(visit, [{ field: 'files', text: found }])
      const run = await previewReturn(visit.tx, found, quietly)
      visit.note(numbersOf(run))
      return { kind: 'redirect', to: `/returns/${run.id}` }
    } finally {
      opened.close()
    }
  },
}

const readBrought = (visit: Visit, source: Source, year: number | undefined) =>
  readable<Return>(() => readReturn(source, { today: londonCalendarDay(visit.now), year }))

/** What was read, or the sentence why it cannot be. */
async function readable<T>(read: () => Promise<T>): Promise<T | string> {
  try {
    return await read()
  } catch (problem) {
    const why = whyUnreadable(problem)
    if (why === undefined) throw problem
    return why
  }
}

const numbersOf = ({ year, counts }: RunFound) => {
  const { opened, changed, unchanged, refused } = counts
  return { year, opened, changed, unchanged, refused }
}

async function runOf(visit: Visit): Promise<RunFound | undefined> {
  const id = readId<'import run'>(visit.params['runId'])
  return id && findRun(visit.tx, id)
}

export const seeReturn: Page = {
  method: 'GET',
  url: '/returns/:runId',
  may,
  audit: { action: 'return.see' },
  async answer(visit): Promise<Answer> {
    const run = await runOf(visit)
    if (!run) return { kind: 'not-found' }
    const list = readList(visit.query['show'])
    const page = readPageNumber(visit.query['page'])
    const children = list === 'refused' ? [] : await plannedChildren(visit.tx, run.id, list, page)
    const refused = list === 'refused' ? await refusedRows(visit.tx, run.id, page) : []
    if (run.state === 'committed' || list !== 'opened') {
      visit.show(children.map((c) => trustedId<'child'>(c.recordId)))
    }
    return {
      kind: 'view',
      template: 'domains/exchange/import-return/see-return.njk',
      model: { page: seeReturnView(run, { list, page, children, refused }) },
    }
  },
}

/** Asked for twice, the second time there is nothing left to do, and it says the same. */
export const commitBrought: Page = {
  method: 'POST',
  url: '/returns/:runId/commit',
  may,
  audit: { action: 'return.import' },
  async answer(visit): Promise<Answer> {
    const run = await runOf(visit)
    if (!run) return { kind: 'not-found' }
    if (run.state === 'previewed') {
      const { run: done, children } = await commitReturn(visit.tx, run.id, quietly)
      visit.note(numbersOf(done))
      visit.show(children)
    }
    return { kind: 'redirect', to: `/returns/${run.id}` }
  },
}

export const discardBrought: Page = {
  method: 'POST',
  url: '/returns/:runId/discard',
  may,
  audit: { action: 'return.discard' },
  async answer(visit): Promise<Answer> {
    const run = await runOf(visit)
    if (!run) return { kind: 'not-found' }
    await discard(visit.tx, run.id)
    return { kind: 'redirect', to: '/returns' }
  },
}

const MOST_REFUSED = 20_000

export const refusedOfReturn: Page = {
  method: 'GET',
  url: '/returns/:runId/refused',
  may,
  audit: { action: 'return.refused' },
  async answer(visit): Promise<Answer> {
    const run = await runOf(visit)
    if (!run) return { kind: 'not-found' }
    const rows = await refusedRows(visit.tx, run.id, 1, MOST_REFUSED)
    return {
      kind: 'file',
      name: `refused-rows-${run.year}.csv`,
      type: 'text/csv; charset=utf-8',
      body: rejectedFile(rows),
    }
  },
}
