import { z } from 'zod'
import { readId } from '#kernel/ids.ts'
import { londonInstant, londonWallClock } from '#kernel/london-time.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import { typedIn } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { asked, type AtAudit, auditOfPage, childId, NOT_FOUND, REFUSED } from '../audit-of-page.ts'
import { type Beside, whoWorksWith } from '#domains/children/index.ts'
import { reads } from '../audit.rules.ts'
import { raiseActNow } from '../beside.queries.ts'
import type { StaffForm } from '../staff-form.view.ts'
import { optional } from '../typed.form.ts'

const url = '/children/:childId/case-audits/:auditId/act-now'
const may = 'case-audits.take-part'
const HOURS = 24

/** Something that cannot wait. Who acts and by when stand there already: one press is enough. */
export const askActNow: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'case-audit.act-now.ask', childId },
  async answer(visit): Promise<Answer> {
    const at = await auditOfPage(visit)
    if (!at) return NOT_FOUND
    if (!mayRaise(visit, at)) return REFUSED
    if (at.audit.endedAt) return { kind: 'redirect', to: at.here }
    return shown(visit, at, proposed(visit, await managersOf(visit, at)), [])
  },
}

const WHEN = 'Enter by when, as day and time, such as 2026-11-21 17:00'

const formFor = (now: Date, managers: readonly Beside[]) =>
  z.object({
    saw: optional('What you saw', 5000),
    who: z
      .string('Choose who acts')
      .refine((id) => managers.some((m) => m.id === id), 'Choose who acts'),
    by: z
      .string(WHEN)
      .trim()
      .regex(/^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}$/, WHEN)
      .transform((text, context) => {
        const instant = londonInstant(text.replace(' ', 'T'))
        if (instant && instant > now) return instant
        context.addIssue(instant ? 'Enter a time that is still to come' : WHEN)
        return z.NEVER
      }),
  })

export const raise: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'case-audit.act-now', childId },
  async answer(visit): Promise<Answer> {
    const at = await auditOfPage(visit)
    if (!at) return NOT_FOUND
    if (!mayRaise(visit, at)) return REFUSED
    const managers = await managersOf(visit, at)
    const again = (problems: readonly Problem[]) => shown(visit, at, typedIn(visit.form), problems)
    if (at.audit.endedAt) return again([{ field: 'saw', text: ENDED }])
    const read = formFor(visit.now, managers).safeParse(visit.form)
    if (!read.success) return again(problemsOf(read.error))
    const forPerson = readId<'person'>(read.data.who)
    if (!forPerson) return again([{ field: 'who', text: 'Choose who acts' }])
    const raised = { saw: read.data.saw, forPerson, actBy: read.data.by, at: visit.now }
    await raiseActNow(visit.tx, at.audit, raised)
    return { kind: 'redirect', to: at.here }
  },
}

const ENDED = 'This audit has ended. Tell a manager now, by voice'

const mayRaise = (visit: Visit, at: AtAudit): boolean =>
  reads(at.part) || mayDo(visit.actor.role, 'case-audits.manage')

async function managersOf(visit: Visit, at: AtAudit): Promise<readonly Beside[]> {
  const people = await whoWorksWith(visit.tx, at.child.id, 'now')
  return people.filter((p) => p.role === 'manager')
}

const proposed = (visit: Visit, managers: readonly Beside[]) => ({
  who: managers[0]?.id ?? '',
  by: londonWallClock(new Date(visit.now.getTime() + HOURS * 3_600_000)).replace('T', ' '),
})

async function shown(
  visit: Visit,
  at: AtAudit,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Promise<Answer> {
  const managers = await managersOf(visit, at)
  const form: StaffForm = {
    title: 'This cannot wait',
    knownAs: at.child.knownAs,
    back: { text: 'Back to the audit', href: at.here },
    lead: [
      'If somebody is in danger now, ring 999 first. Pressing the button puts this at the top of the manager’s page, where it stays open until somebody says what was done. Waymark sends no message: tell them by voice as well.',
      ...(managers.length === 0 ? ['No manager reaches this record. Tell one by voice.'] : []),
    ],
    fields: [
      {
        kind: 'one-of',
        name: 'who',
        label: 'Who acts?',
        choices: managers.map((m) => ({ value: m.id, text: m.name })),
      },
      {
        kind: 'line',
        name: 'by',
        label: 'By when?',
        hint: 'Day and time, such as 2026-11-21 17:00',
      },
      { kind: 'long', name: 'saw', label: 'What you saw (optional)' },
    ],
    button: 'Tell them now',
  }
  return asked(form, typed, problems)
}
