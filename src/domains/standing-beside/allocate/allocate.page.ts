import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { typedIn } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  allocate,
  ALLOCATED_AS,
  type Child,
  childIdOf,
  workersOf,
} from '#domains/children/index.ts'
import { childOf } from '../child-of-page.ts'
import { readAllocateForm } from '../beside.form.ts'

const url = '/children/:childId/beside/add'
const may = 'children.allocate'

export const askAllocate: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'children.beside.ask', childId: childIdOf },
  answer: async (visit) => askAgain(visit, await childOf(visit), []),
}

/** A manager says who stands beside a child, as what, from when, and whether they are trained for it. */
export const allocateTo: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'children.beside.allocate', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const read = readAllocateForm(visit.form, londonCalendarDay(visit.now))
    if ('problems' in read) return askAgain(visit, child, read.problems)
    const workers = await workersOf(visit.tx, visit.actor.organisationId)
    if (!workers.some((w) => w.id === read.value.person)) {
      return askAgain(visit, child, [{ field: 'person', text: 'Choose somebody from the list' }])
    }
    const added = await allocate(visit.tx, child.id, read.value)
    const taken = {
      field: 'part',
      text: 'They already have this part. Choose another, or somebody else',
    }
    if (!added) return askAgain(visit, child, [taken])
    return { kind: 'redirect', to: `/children/${child.id}/beside` }
  },
}

const TRAINED = { yes: 'Yes', not_yet: 'Not yet, and they begin all the same' } as const

async function askAgain(visit: Visit, child: Child, problems: readonly Problem[]): Promise<Answer> {
  const workers = await workersOf(visit.tx, visit.actor.organisationId)
  const values = typedIn(visit.form)
  const choices = (names: Readonly<Record<string, string>>, chosen: string | undefined) =>
    Object.entries(names).map(([value, text]) => ({ value, text, checked: chosen === value }))
  const page = {
    title: 'Say who stands beside them',
    child: { id: child.id, knownAs: child.knownAs },
    errors: errorsOf(problems),
    values,
    people: [
      { value: '', text: 'Choose a person', selected: !values['person'] },
      ...workers.map((w) => ({ value: w.id, text: w.name, selected: values['person'] === w.id })),
    ],
    parts: choices(ALLOCATED_AS, values['part']),
    trained: choices(TRAINED, values['trained']),
  }
  return {
    kind: 'view',
    template: 'domains/standing-beside/allocate/allocate.njk',
    status: problems.length > 0 ? 422 : 200,
    model: { page },
  }
}
