import type { PersonId } from '#kernel/ids.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { ROLE_NAMES, ROLES } from '#platform/access/capability.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { allocationsOf } from '#domains/children/index.ts'
import { type AtAudit, asked, auditOfPage, childId, NOT_FOUND } from '../audit-of-page.ts'
import { assignPeople, type Colleague, mayAudit } from '../audit.queries.ts'
import { NO_REFLECTION, NO_REFLECTION_WORDS } from '../audit.rules.ts'
import type { Choice, StaffForm, Typed } from '../staff-form.view.ts'
import { readAssignForm } from './assign.form.ts'

const url = '/children/:childId/case-audits/:auditId/people'
const may = 'case-audits.manage'

/** Who reflects on their own work, who reads the record, and who reads it a second time. */
export const askAssign: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'case-audit.people.ask', childId },
  async answer(visit): Promise<Answer> {
    const at = await auditOfPage(visit)
    if (!at) return NOT_FOUND
    const typed = {
      practitioner: at.audit.practitionerId,
      none: at.audit.noReflection,
      auditor: at.audit.auditorId,
      second: at.audit.secondId,
    }
    return shown(visit, at, typed, [])
  },
}

export const assign: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'case-audit.people', childId },
  async answer(visit): Promise<Answer> {
    const at = await auditOfPage(visit)
    if (!at) return NOT_FOUND
    const typed = typedIn(visit.form)
    if (at.audit.endedAt) return shown(visit, at, typed, [{ field: 'auditor', text: ENDED }])
    const read = readAssignForm(visit.form)
    if (!read.success) return shown(visit, at, typed, problemsOf(read.error))
    const { practitioner, none, auditor, second } = read.data
    const problem = refuse(await choices(visit, at), read.data)
    if (problem) return shown(visit, at, typed, [problem])
    const kept = await assignPeople(visit.tx, at.audit, versionOf(visit.form), {
      practitionerId: practitioner,
      noReflection: practitioner && !none ? undefined : none,
      auditorId: auditor,
      secondId: second,
    })
    if (kept) return { kind: 'redirect', to: at.here }
    const now = await auditOfPage(visit)
    return now ? shown(visit, now, typed, [], theirs(now)) : NOT_FOUND
  },
}

const ENDED = 'This audit has ended, so nobody else can be asked'

type Choosing = {
  readonly beside: readonly { readonly id: string; readonly name: string }[]
  readonly readers: readonly Colleague[]
}

async function choices(visit: Visit, at: AtAudit): Promise<Choosing> {
  const allocations = await allocationsOf(visit.tx, at.child.id)
  const now = allocations.filter(
    (a) => a.endedOn === undefined || a.personId === at.audit.practitionerId,
  )
  const names = new Map(
    now.map((a) => [a.personId, a.personName ?? 'Somebody in another organisation']),
  )
  return {
    beside: [...names].map(([id, name]) => ({ id, name })),
    readers: await mayAudit(visit.tx, at.child.id),
  }
}

function refuse(
  { beside, readers }: Choosing,
  people: {
    readonly practitioner: PersonId | undefined
    readonly auditor: PersonId | undefined
    readonly second: PersonId | undefined
  },
): Problem | undefined {
  if (people.practitioner && !beside.some((b) => b.id === people.practitioner)) {
    return { field: 'practitioner', text: 'Choose somebody who stands beside the child to reflect' }
  }
  const apart = (id: PersonId | undefined) =>
    id === undefined || (id !== people.practitioner && readers.some((r) => r.id === id))
  const APART = 'Choose somebody of this organisation who does not stand beside the child'
  if (!apart(people.auditor)) return { field: 'auditor', text: APART }
  return apart(people.second) ? undefined : { field: 'second', text: APART }
}

const theirs = ({ audit }: AtAudit) => [
  { label: 'Who reflects', text: audit.practitioner ?? 'Nobody' },
  { label: 'Who reads', text: audit.auditor ?? 'Nobody' },
  { label: 'Who reads second', text: audit.second ?? 'Nobody' },
]

async function shown(
  visit: Visit,
  at: AtAudit,
  typed: Typed,
  problems: readonly Problem[],
  kept?: StaffForm['theirs'],
): Promise<Answer> {
  const { beside, readers } = await choices(visit, at)
  const named: readonly Choice[] = readers.map((r) => ({
    value: r.id,
    text: `${r.name}, ${roleName(r.role)}`,
  }))
  const nobody = { value: '', text: 'Nobody yet' }
  const form: StaffForm = {
    title: 'Who reflects, and who reads',
    knownAs: at.child.knownAs,
    back: { text: 'Back to the audit', href: at.here },
    lead: [
      'Whoever reads the record reaches it while the audit is open, and changes nothing in it. The young person sees on their own page that they read it.',
    ],
    fields: [
      {
        kind: 'pick',
        name: 'practitioner',
        label: 'Who reflects on their own work?',
        hint: 'They write before they see what anybody else wrote.',
        choices: [
          { value: '', text: 'Nobody' },
          ...beside.map((b) => ({ value: b.id, text: b.name })),
        ],
      },
      {
        kind: 'pick',
        name: 'none',
        label: 'If there is no reflection: why?',
        choices: [
          { value: '', text: 'There will be one' },
          ...NO_REFLECTION.map((value) => ({ value, text: NO_REFLECTION_WORDS[value] })),
        ],
      },
      {
        kind: 'pick',
        name: 'auditor',
        label: 'Who reads the record?',
        choices: [nobody, ...named],
      },
      {
        kind: 'pick',
        name: 'second',
        label: 'Who reads it a second time, without seeing the first reading? (optional)',
        choices: [nobody, ...named],
      },
    ],
    button: 'Save',
    version: at.audit.version,
    theirs: kept,
  }
  return asked(form, typed, problems)
}

const roleName = (role: string): string => {
  const known = ROLES.find((r) => r === role)
  return known ? ROLE_NAMES[known].toLowerCase() : role
}
