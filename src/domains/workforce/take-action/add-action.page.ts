import { z } from 'zod'
import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import { typedIn } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { asked, childId, NOT_FOUND, REFUSED } from '../audit-of-page.ts'
import { type Beside, whoWorksWith } from '#domains/children/index.ts'
import { reads } from '../audit.rules.ts'
import { addAction as add } from '../finding.queries.ts'
import { type AtFinding, findingOfPage } from '../find/see-finding.page.ts'
import type { Field, StaffForm } from '../staff-form.view.ts'
import { aDay, required, withDays } from '../typed.form.ts'
import { KIND_WORDS } from './action.view.ts'

const url = '/children/:childId/case-audits/:auditId/findings/:findingId/actions/new'
const may = 'case-audits.take-part'

/** What is to be done about a finding, by whom, by when. */
export const askAction: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'case-audit.action.ask', childId },
  async answer(visit): Promise<Answer> {
    const found = await findingOfPage(visit)
    if (!found) return NOT_FOUND
    if (!mayAct(visit, found)) return REFUSED
    return shown(visit, found, {}, [])
  },
}

const formFor = (today: string, people: readonly Beside[]) =>
  z.object({
    kind: z.enum(['for_this_child', 'learning'], 'Choose what kind of action it is'),
    words: required('What is to be done', 2000, 'Enter what is to be done'),
    owner: z
      .string('Choose who does it')
      .refine((id) => people.some((p) => p.id === id), 'Choose who does it'),
    due: aDay('Enter by which day, such as 3 March 2026').refine(
      (day) => day === '' || day >= today,
      'Enter a day that is today or later',
    ),
  })

export const addAction: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'case-audit.action', childId },
  async answer(visit): Promise<Answer> {
    const found = await findingOfPage(visit)
    if (!found) return NOT_FOUND
    if (!mayAct(visit, found)) return REFUSED
    const again = (problems: readonly Problem[]) =>
      shown(visit, found, typedIn(visit.form), problems)
    if (!found.finding.open) return again([{ field: 'words', text: 'This finding is closed' }])
    const people = await whoWorksWith(visit.tx, found.at.child.id, 'now')
    const read = formFor(londonCalendarDay(visit.now), people).safeParse(
      withDays(visit.form, 'due'),
    )
    if (!read.success) return again(problemsOf(read.error))
    const ownerId = readId<'person'>(read.data.owner)
    if (!ownerId) return again([{ field: 'owner', text: 'Choose who does it' }])
    const { kind, words, due } = read.data
    await add(visit.tx, found.at.audit, found.finding.id, { kind, words, ownerId, dueOn: due })
    return { kind: 'redirect', to: `${found.at.here}/findings/${found.finding.id}` }
  },
}

const mayAct = (visit: Visit, { at }: AtFinding): boolean =>
  (reads(at.part) && at.audit.endedAt === undefined) ||
  mayDo(visit.actor.role, 'case-audits.manage')

/** Who could own an action: whoever reaches the record because of their work. */
export const ownerField = (people: readonly Beside[]): Field => ({
  kind: 'one-of',
  name: 'owner',
  label: 'Who does it?',
  hint: 'Somebody who stands beside the child, or who leads.',
  choices: people.map((p) => ({ value: p.id, text: p.name })),
})

async function shown(
  visit: Visit,
  { at, finding }: AtFinding,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Promise<Answer> {
  const people = await whoWorksWith(visit.tx, at.child.id, 'now')
  const form: StaffForm = {
    title: 'Add an action',
    knownAs: at.child.knownAs,
    back: { text: 'Back to the finding', href: `${at.here}/findings/${finding.id}` },
    lead: [finding.words],
    fields: [
      {
        kind: 'one-of',
        name: 'kind',
        label: 'For whom?',
        choices: [
          { value: 'for_this_child', text: KIND_WORDS.for_this_child },
          { value: 'learning', text: KIND_WORDS.learning },
        ],
      },
      { kind: 'long', name: 'words', label: 'What is to be done?' },
      ownerField(people),
      { kind: 'day', name: 'due', label: 'By which day?' },
    ],
    button: 'Save',
  }
  return asked(form, typed, problems)
}
