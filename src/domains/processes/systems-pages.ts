import type { Page } from '#platform/http/page.ts'
import { entryPages } from './entries/entry-pages.ts'
import { kindNames, processesOf } from './happening.queries.ts'
import { eventPages, requestPages, seeAccess } from './keep-access/see-access.page.ts'
import { doubtPages, seeDoubts } from './keep-age-doubt/see-doubts.page.ts'
import { barrierPages, seeBarriers } from './keep-barrier/see-barriers.page.ts'
import { DEMAND } from './keep-demand/keep-demand.form.ts'
import { askDue, seeDue, writeDue } from './keep-due/due.page.ts'
import { deadlinePages } from './keep-legal-help/keep-legal-help.page.ts'
import { seeNoLawyer } from './no-lawyer/no-lawyer.page.ts'
import {
  askOwnWaiting,
  askWaiting,
  sayOwnWaiting,
  writeWaiting,
} from './say-waiting/waiting.page.ts'
import { seeSystems } from './see-systems/see-systems.page.ts'
import {
  addContradiction,
  askContradiction,
  askSettle,
  settle,
} from './settle-clash/settle-clash.page.ts'
import { askName, endName, nameSomebody, notePages, seeNotes, seeWall } from './wall/wall.page.ts'

const demandPages: readonly Page[] = entryPages(DEMAND, async (visit, child) => {
  const kinds = await kindNames(visit.tx)
  const live = (await processesOf(visit.tx, child.id)).filter((p) => p.state !== 'ended')
  const named = live.map((p) => [p.id, `${kinds.get(p.kind) ?? p.kind}: ${p.whatItIs}`])
  return { choices: { process: Object.fromEntries(named) }, facts: {} }
})

/** The systems around one child. */
export const systemsPages: readonly Page[] = [
  seeSystems,
  seeNoLawyer,
  ...demandPages,
  askContradiction,
  addContradiction,
  askSettle,
  settle,
  askWaiting,
  writeWaiting,
  askOwnWaiting,
  sayOwnWaiting,
  ...deadlinePages,
  seeWall,
  askName,
  nameSomebody,
  endName,
  seeNotes,
  ...notePages,
  seeDoubts,
  ...doubtPages,
  seeAccess,
  ...requestPages,
  ...eventPages,
  seeDue,
  askDue,
  writeDue,
  seeBarriers,
  ...barrierPages,
]
