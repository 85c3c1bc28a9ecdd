import { z } from 'zod'
import { may as mayDo } from '#platform/access/capability.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { asked, type AtAudit, auditOfPage, childId, NOT_FOUND, REFUSED } from '../audit-of-page.ts'
import { endAudit as end } from '../audit.queries.ts'
import { ENDED_BECAUSE, ENDED_WORDS } from '../audit.rules.ts'
import { actNowOf } from '../beside.queries.ts'
import { readingsOf } from '../reading.queries.ts'
import type { StaffForm } from '../staff-form.view.ts'

const url = '/children/:childId/case-audits/:auditId/end'
const may = 'case-audits.take-part'

/** The audit of one record ends, and with it what its readers reach. */
export const askEnd: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'case-audit.end.ask', childId },
  async answer(visit): Promise<Answer> {
    const at = await auditOfPage(visit)
    if (!at) return NOT_FOUND
    if (!mayEnd(visit, at)) return REFUSED
    return at.audit.endedAt ? { kind: 'redirect', to: at.here } : asked(formOf(at), {})
  },
}

const form = z.object({ because: z.enum(ENDED_BECAUSE, 'Choose why it ends') })

export const endAudit: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'case-audit.end', childId },
  async answer(visit): Promise<Answer> {
    const at = await auditOfPage(visit)
    if (!at) return NOT_FOUND
    if (!mayEnd(visit, at)) return REFUSED
    if (at.audit.endedAt) return { kind: 'redirect', to: at.here }
    const again = (problems: readonly Problem[]) => asked(formOf(at), typedIn(visit.form), problems)
    const read = form.safeParse(visit.form)
    if (!read.success) return again(problemsOf(read.error))
    const because = read.data.because
    const problem = because === 'done' ? await whyNotDone(visit, at) : undefined
    if (problem) return again([{ field: 'because', text: problem }])
    const ended = await end(visit.tx, at.audit, versionOf(visit.form), because)
    if (!ended) return again([{ field: 'because', text: FASTER }])
    visit.note({ because })
    // A reader no longer reaches the record: the audit is not there for them any more.
    return {
      kind: 'redirect',
      to: mayDo(visit.actor.role, 'case-audits.manage') ? at.here : '/case-audits/mine',
    }
  },
}

const FASTER = 'This audit was changed while you were looking at it. Look at it again, then end it'

const mayEnd = (visit: Visit, at: AtAudit): boolean =>
  at.part === 'auditor' || mayDo(visit.actor.role, 'case-audits.manage')

/** What is still missing, in one sentence. */
async function whyNotDone(visit: Visit, at: AtAudit): Promise<string | undefined> {
  const readings = (await readingsOf(visit.tx, at.audit)).filter((r) => r.sharedAt)
  const shared = new Set(readings.map((r) => r.auditorId))
  const { auditorId, secondId } = at.audit
  if (!auditorId || !shared.has(auditorId)) {
    return 'It is done when the reading is shared. Share it first, or choose another reason'
  }
  if (secondId && !shared.has(secondId)) {
    return 'The second reading is not shared yet. Wait for it, or ask a manager to take it off'
  }
  const open = (await actNowOf(visit.tx, at.audit)).some((n) => n.answeredAt === undefined)
  return open ? 'Something that cannot wait is still open. It has to be answered first' : undefined
}

const formOf = (at: AtAudit): StaffForm => ({
  title: 'End this audit',
  knownAs: at.child.knownAs,
  back: { text: 'Back to the audit', href: at.here },
  lead: [
    'From then on those who read the record no longer reach it. What was found, and what is done about it, stays and goes on.',
  ],
  fields: [
    {
      kind: 'one-of',
      name: 'because',
      label: 'Why does it end?',
      choices: ENDED_BECAUSE.map((value) => ({ value, text: ENDED_WORDS[value] })),
    },
  ],
  button: 'End it',
  version: at.audit.version,
})
