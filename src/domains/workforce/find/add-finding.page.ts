import { z } from 'zod'
import { may as mayDo } from '#platform/access/capability.ts'
import { typedIn } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  asked,
  type AtAudit,
  auditOfPage,
  childId,
  itemOf,
  NOT_FOUND,
  REFUSED,
} from '../audit-of-page.ts'
import { reads } from '../audit.rules.ts'
import { addFinding as add } from '../finding.queries.ts'
import type { StaffForm } from '../staff-form.view.ts'
import { required } from '../typed.form.ts'

const url = '/children/:childId/case-audits/:auditId/findings/new'
const may = 'case-audits.take-part'

/** Something to put right or learn from, about one outcome or one standing question. */
export const askFinding: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'case-audit.finding.ask', childId },
  async answer(visit): Promise<Answer> {
    const at = await auditOfPage(visit)
    if (!at) return NOT_FOUND
    if (!mayFind(visit, at)) return REFUSED
    return at.audit.endedAt ? { kind: 'redirect', to: at.here } : asked(formOf(at), {})
  },
}

const form = z.object({
  about: z.string('Choose what it is about').min(1, 'Choose what it is about'),
  words: required('What you found', 5000, 'Enter what you found'),
})

export const addFinding: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'case-audit.finding', childId },
  async answer(visit): Promise<Answer> {
    const at = await auditOfPage(visit)
    if (!at) return NOT_FOUND
    if (!mayFind(visit, at)) return REFUSED
    const again = (problems: readonly Problem[]) => asked(formOf(at), typedIn(visit.form), problems)
    if (at.audit.endedAt) return again([{ field: 'about', text: 'This audit has ended' }])
    const read = form.safeParse(visit.form)
    if (!read.success) return again(problemsOf(read.error))
    const item = itemOf(at.round, read.data.about)
    if (!item) return again([{ field: 'about', text: 'Choose what it is about' }])
    const id = await add(visit.tx, at.audit, item, read.data.words)
    return { kind: 'redirect', to: `${at.here}/findings/${id}` }
  },
}

const mayFind = (visit: Visit, at: AtAudit): boolean =>
  reads(at.part) || mayDo(visit.actor.role, 'case-audits.manage')

const formOf = (at: AtAudit): StaffForm => ({
  title: 'Write down a finding',
  knownAs: at.child.knownAs,
  back: { text: 'Back to the audit', href: at.here },
  lead: [
    'About our work, not about the child. It stays open until an action was taken and somebody else has seen it.',
  ],
  fields: [
    {
      kind: 'one-of',
      name: 'about',
      label: 'What is it about?',
      choices: at.round.items.map((i) => ({ value: i.key, text: i.title })),
    },
    { kind: 'long', name: 'words', label: 'What you found' },
  ],
  button: 'Save',
})
