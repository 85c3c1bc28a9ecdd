import { z } from 'zod'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import { problemsOf } from '#platform/http/form-problem.ts'
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
import { CODE_WORDS, CODES, differences, type Item, reads } from '../audit.rules.ts'
import { agreedOf, type Reading, readingsOf, saveAgreed } from '../reading.queries.ts'
import type { StaffForm } from '../staff-form.view.ts'
import { required } from '../typed.form.ts'

const url = '/children/:childId/case-audits/:auditId/agree/:item'
const may = 'case-audits.take-part'

/** Where two readers differ, and have talked: what they agree. Both readings stay beside it. */
export const askAgreed: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'case-audit.agree.ask', childId },
  async answer(visit): Promise<Answer> {
    const found = await differenceOfPage(visit)
    if (!found) return NOT_FOUND
    if (!reads(found.at.part)) return REFUSED
    const kept = (await agreedOf(visit.tx, found.at.audit)).get(found.item.key)
    return asked(formOf(found, kept?.version ?? 0), { ...kept })
  },
}

const form = z.object({
  code: z.enum(CODES, 'Choose what you agree'),
  why: required('Why', 5000, 'Enter what you talked about and why you agree this'),
})

export const agree: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'case-audit.agree', childId },
  async answer(visit): Promise<Answer> {
    const found = await differenceOfPage(visit)
    if (!found) return NOT_FOUND
    const { at, item } = found
    if (!reads(at.part)) return REFUSED
    const typed = typedIn(visit.form)
    const version = versionOf(visit.form)
    if (at.audit.endedAt) {
      return asked(formOf(found, version), typed, [{ field: 'code', text: 'This audit has ended' }])
    }
    const read = form.safeParse(visit.form)
    if (!read.success) return asked(formOf(found, version), typed, problemsOf(read.error))
    if (await saveAgreed(visit.tx, at.audit, item, version, read.data)) {
      return { kind: 'redirect', to: at.here }
    }
    return conflict(visit, found)
  },
}

async function conflict(visit: Visit, found: Difference): Promise<Answer> {
  const now = (await agreedOf(visit.tx, found.at.audit)).get(found.item.key)
  const theirs = [
    { label: 'Agreed', text: now ? CODE_WORDS[now.code] : 'Nothing' },
    { label: 'Why', text: now?.why ?? 'Nothing' },
  ]
  return asked({ ...formOf(found, now?.version ?? 0), theirs }, typedIn(visit.form))
}

type Difference = {
  readonly at: AtAudit
  readonly item: Item
  readonly first: Reading
  readonly second: Reading
}

/** The item, when both readings are shared and differ in it. */
async function differenceOfPage(visit: Visit): Promise<Difference | undefined> {
  const at = await auditOfPage(visit)
  const item = at && itemOf(at.round, visit.params['item'])
  if (!at || !item) return undefined
  const [first, second] = (await readingsOf(visit.tx, at.audit)).filter((r) => r.sharedAt)
  if (!first || !second) return undefined
  const different = differences([item], first.answers, second.answers).length > 0
  return different ? { at, item, first, second } : undefined
}

function formOf({ at, item, first, second }: Difference, version: number): StaffForm {
  const said = (r: Reading) => {
    const answer = r.answers.get(item.key)
    const shows = answer?.shows ? ` ${answer.shows}` : ''
    return `${r.auditor ?? 'An auditor'}: ${answer ? CODE_WORDS[answer.code] : 'nothing'}.${shows}`
  }
  return {
    title: 'What you two agree',
    heading: item.title,
    knownAs: at.child.knownAs,
    back: { text: 'Back to the audit', href: at.here },
    lead: [
      said(first),
      said(second),
      'What you agree stands beside both. Neither reading changes.',
    ],
    fields: [
      {
        kind: 'one-of',
        name: 'code',
        label: 'What do you agree now?',
        choices: CODES.map((value) => ({ value, text: CODE_WORDS[value] })),
      },
      { kind: 'long', name: 'why', label: 'What you talked about, and why' },
    ],
    button: 'Save',
    version,
  }
}
