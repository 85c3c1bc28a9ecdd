import { z } from 'zod'
import { readId } from '#kernel/ids.ts'
import { londonDayAndTime } from '#kernel/london-time.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { asked, type AtAudit, auditOfPage, childId, NOT_FOUND } from '../audit-of-page.ts'
import { type ActNow, actNowOf, answerActNow } from '../beside.queries.ts'
import type { StaffForm } from '../staff-form.view.ts'
import { required } from '../typed.form.ts'

const url = '/children/:childId/case-audits/:auditId/act-now/:actNowId'
const may = 'case-audits.manage'

/** What could not wait, answered: what was done. Until then it stays open. */
export const askAnswer: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'case-audit.act-now.answer.ask', childId },
  async answer(visit): Promise<Answer> {
    const found = await actNowOfPage(visit)
    if (!found) return NOT_FOUND
    if (found.n.answeredAt) return { kind: 'redirect', to: found.at.here }
    return asked(formOf(found.at, found.n, found.n.version), {})
  },
}

const form = z.object({ answer: required('What was done', 5000, 'Enter what was done') })

export const answerIt: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'case-audit.act-now.answer', childId },
  async answer(visit): Promise<Answer> {
    const found = await actNowOfPage(visit)
    if (!found) return NOT_FOUND
    const { at, n } = found
    const again = (problems: readonly Problem[]) =>
      asked(formOf(at, n, n.version), typedIn(visit.form), problems)
    const read = form.safeParse(visit.form)
    if (!read.success) return again(problemsOf(read.error))
    if (await answerActNow(visit.tx, n.id, versionOf(visit.form), read.data.answer)) {
      return { kind: 'redirect', to: at.here }
    }
    const now = (await actNowOfPage(visit))?.n ?? n
    const kept = [{ label: 'What was done', text: now.answer ?? 'Nothing written yet' }]
    return asked({ ...formOf(at, now, now.version), theirs: kept }, typedIn(visit.form))
  },
}

async function actNowOfPage(visit: Visit): Promise<{ at: AtAudit; n: ActNow } | undefined> {
  const id = readId<'act-now'>(visit.params['actNowId'])
  const at = await auditOfPage(visit)
  const n = at && (await actNowOf(visit.tx, at.audit)).find((one) => one.id === id)
  return at && n ? { at, n } : undefined
}

const formOf = (at: AtAudit, n: ActNow, version: number): StaffForm => ({
  title: 'What was done',
  knownAs: at.child.knownAs,
  back: { text: 'Back to the audit', href: at.here },
  lead: [
    n.saw ?? 'Nothing was written about what was seen.',
    `Raised by ${n.raisedBy ?? 'an auditor'}, ${londonDayAndTime(n.raisedAt)}. ${n.forPerson ?? 'A manager'} acts by ${londonDayAndTime(n.actBy)}.`,
  ],
  fields: [{ kind: 'long', name: 'answer', label: 'What was done, and is the child safe?' }],
  button: 'Save',
  version,
})
