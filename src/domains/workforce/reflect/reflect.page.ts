import { z } from 'zod'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import {
  alsoPressed,
  asked,
  type AtAudit,
  auditOfPage,
  childId,
  NOT_FOUND,
  REFUSED,
} from '../audit-of-page.ts'
import { type Reflection, reflectionOf, saveReflection } from '../beside.queries.ts'
import type { StaffForm, Typed } from '../staff-form.view.ts'
import { optional } from '../typed.form.ts'

const url = '/children/:childId/case-audits/:auditId/reflection'
const may = 'case-audits.reflect'

/** One's own reflection, before anybody else's text is seen. A draft until it is shared. */
export const askReflection: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'case-audit.reflection.ask', childId },
  async answer(visit): Promise<Answer> {
    const at = await auditOfPage(visit)
    if (!at) return NOT_FOUND
    if (at.part !== 'practitioner') return REFUSED
    const kept = await reflectionOf(visit.tx, at.audit)
    if (at.audit.endedAt || kept?.sharedAt) return { kind: 'redirect', to: at.here }
    return asked(formOf(at, kept?.version ?? 0), { ...kept })
  },
}

const words = (what: string) => optional(what, 5000)

const form = z.object({
  wentWell: words('What went well'),
  differently: words('What you would do differently'),
  notInRecord: words('What the record does not show'),
})

export const reflect: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'case-audit.reflection', childId },
  async answer(visit): Promise<Answer> {
    const at = await auditOfPage(visit)
    if (!at) return NOT_FOUND
    if (at.part !== 'practitioner') return REFUSED
    const typed = typedIn(visit.form)
    const version = versionOf(visit.form)
    const again = (problems: readonly Problem[]) => asked(formOf(at, version), typed, problems)
    if (at.audit.endedAt) return again([{ field: 'wentWell', text: ENDED }])
    const read = form.safeParse(visit.form)
    if (!read.success) return again(problemsOf(read.error))
    const share = alsoPressed(visit)
    if (share && !Object.values(read.data).some(Boolean)) {
      return again([
        { field: 'wentWell', text: 'Write something in at least one box before sharing' },
      ])
    }
    if (await saveReflection(visit.tx, at.audit, version, read.data, share)) {
      return { kind: 'redirect', to: share ? at.here : `${at.here}/reflection` }
    }
    const kept = await reflectionOf(visit.tx, at.audit)
    return conflict(at, kept, typed)
  },
}

const ENDED = 'This audit has ended, so the reflection cannot be kept with it any more'

function conflict(at: AtAudit, kept: Reflection | undefined, typed: Typed): Answer {
  return asked({ ...formOf(at, kept?.version ?? 0), theirs: keptWords(kept) }, typed)
}

const keptWords = (kept: Reflection | undefined): StaffForm['theirs'] => [
  { label: 'What went well', text: kept?.wentWell ?? 'Nothing' },
  { label: 'What I would do differently', text: kept?.differently ?? 'Nothing' },
  { label: 'What the record does not show', text: kept?.notInRecord ?? 'Nothing' },
]

const formOf = (at: AtAudit, version: number): StaffForm => ({
  title: 'Your own reflection',
  knownAs: at.child.knownAs,
  back: { text: 'Back to the audit', href: at.here },
  lead: [
    'You know this child. Write what you think before you read what anybody else wrote. Until you share it, only you see it.',
    at.round.question,
  ],
  fields: [
    { kind: 'long', name: 'wentWell', label: 'What went well' },
    { kind: 'long', name: 'differently', label: 'What I would do differently' },
    {
      kind: 'long',
      name: 'notInRecord',
      label: 'What the record does not show',
      hint: 'What is about your own wellbeing belongs in supervision, not here.',
    },
  ],
  button: 'Keep as a draft',
  also: 'Share it',
  version,
})
