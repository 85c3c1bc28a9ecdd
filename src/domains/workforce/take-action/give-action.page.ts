import { z } from 'zod'
import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { asked, childId, NOT_FOUND } from '../audit-of-page.ts'
import { type Beside, whoWorksWith } from '#domains/children/index.ts'
import { changeAction } from '../finding.queries.ts'
import { dayBoxes, type Typed } from '../staff-form.view.ts'
import { aDay, withDays } from '../typed.form.ts'
import { ownerField } from './add-action.page.ts'
import { actionView } from './action.view.ts'
import { actionOfPage, type AtAction } from './see-action.page.ts'

const url = '/children/:childId/case-audits/:auditId/actions/:actionId/owner'
const may = 'case-audits.manage'

/** Somebody else takes an action on: its owner left, or cannot. */
export const askOwner: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'case-audit.action.owner.ask', childId },
  async answer(visit): Promise<Answer> {
    const found = await actionOfPage(visit)
    if (!found) return NOT_FOUND
    const typed = { owner: found.action.ownerId, ...dayBoxes('due', found.action.dueOn) }
    return shown(visit, found, typed, [])
  },
}

const formFor = (today: string, people: readonly Beside[]) =>
  z.object({
    owner: z
      .string('Choose who does it')
      .refine((id) => people.some((p) => p.id === id), 'Choose who does it'),
    due: aDay('Enter by which day, such as 3 March 2026').refine(
      (day) => day === '' || day >= today,
      'Enter a day that is today or later',
    ),
  })

export const giveAction: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'case-audit.action.owner', childId },
  async answer(visit): Promise<Answer> {
    const found = await actionOfPage(visit)
    if (!found) return NOT_FOUND
    const again = (problems: readonly Problem[]) =>
      shown(visit, found, typedIn(visit.form), problems)
    if (found.action.verifiedAt) return again([{ field: 'owner', text: 'This action is over' }])
    const people = await whoWorksWith(visit.tx, found.at.child.id, 'now')
    const read = formFor(londonCalendarDay(visit.now), people).safeParse(
      withDays(visit.form, 'due'),
    )
    if (!read.success) return again(problemsOf(read.error))
    const owner = readId<'person'>(read.data.owner)
    if (!owner) return again([{ field: 'owner', text: 'Choose who does it' }])
    const change = { kind: 'owner', owner, due: read.data.due } as const
    if (await changeAction(visit.tx, found.action, versionOf(visit.form), change)) {
      return { kind: 'redirect', to: `${found.at.here}/actions/${found.action.id}` }
    }
    const now = await actionOfPage(visit)
    return now ? shown(visit, now, typedIn(visit.form), [FASTER]) : NOT_FOUND
  },
}

const FASTER = {
  field: 'owner',
  text: 'Somebody else changed this action while you were choosing. Look at it again, then save',
}

async function shown(
  visit: Visit,
  { at, action }: AtAction,
  typed: Typed,
  problems: readonly Problem[],
): Promise<Answer> {
  const people = await whoWorksWith(visit.tx, at.child.id, 'now')
  return asked(
    {
      title: 'Give it to somebody else',
      knownAs: at.child.knownAs,
      back: { text: 'Back to the action', href: `${at.here}/actions/${action.id}` },
      lead: [action.words, actionView(action).owner],
      fields: [ownerField(people), { kind: 'day', name: 'due', label: 'By which day?' }],
      button: 'Save',
      version: action.version,
    },
    typed,
    problems,
  )
}
