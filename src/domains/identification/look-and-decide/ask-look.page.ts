import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type Child, type Worker, workersOf } from '#domains/children/index.ts'
import { auditOf, childOf } from '../child-of-page.ts'
import { type Concern, findConcern } from '../concern.queries.ts'
import { askForLook } from '../concern-writing.queries.ts'
import { reading, typedWithTicks } from '../question.form.ts'
import { questionPage, type Typed } from '../question.view.ts'

const url = '/children/:childId/concerns/:concern/ask'
const may = 'concerns.write'

/** Whom a second look is asked of: somebody who works here and is not whoever thought first. */
export const askWhoLooks: Page = {
  method: 'GET',
  url,
  may,
  audit: auditOf('concerns.ask'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const concern = await findConcern(visit.tx, child.id, visit.params['concern'])
    return concern ? shown(visit, child, concern, {}, []) : { kind: 'not-found' }
  },
}

export const sayWhoLooks: Page = {
  method: 'POST',
  url,
  may,
  audit: auditOf('concerns.ask-second-look'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const concern = await findConcern(visit.tx, child.id, visit.params['concern'])
    if (!concern) return { kind: 'not-found' }
    const people = await peopleFor(visit, child, concern)
    const read = reading(visit.form, londonCalendarDay(visit.now))
    const chosen = read.choiceOrNone('person', choicesOf(people))
    const person = people.find((p) => p.id === chosen)
    if (!person) read.wrong('person', 'Choose who takes the second look')
    const again = (problems: readonly Problem[]) =>
      shown(visit, child, concern, typedWithTicks(visit.form), problems)
    if (!person) return again(read.problems)
    if (concern.looks.some((l) => l.place === 'second')) {
      return again([{ field: 'person', text: 'The second look is there already' }])
    }
    if (await askForLook(visit.tx, concern, person.id, versionOf(visit.form))) {
      return { kind: 'redirect', to: `/children/${child.id}/concerns/${concern.id}` }
    }
    const text =
      'Somebody asked another person meanwhile. Choose again if you still want to change it'
    return again([{ field: 'person', text }])
  },
}

async function peopleFor(visit: Visit, child: Child, concern: Concern): Promise<readonly Worker[]> {
  const first = concern.looks.find((l) => l.place === 'first')
  return (await workersOf(visit.tx, child.organisationId)).filter((p) => p.id !== first?.byId)
}

const choicesOf = (people: readonly Worker[]) =>
  Object.fromEntries(people.map((p) => [p.id, p.name]))

async function shown(
  visit: Visit,
  child: Child,
  concern: Concern,
  typed: Typed,
  problems: readonly Problem[],
): Promise<Answer> {
  const people = await peopleFor(visit, child, concern)
  const asked = concern.lookAskedOfName
  return questionPage({
    title: 'Ask somebody for a second look',
    help: ['second-look'],
    child,
    back: `/children/${child.id}/concerns/${concern.id}`,
    intro: [
      'They need to reach this record: somebody who stands beside the child, or a manager.',
      ...(asked ? [`${asked} was asked before.`] : []),
    ],
    questions: [
      {
        kind: 'pick',
        name: 'person',
        label: 'Who?',
        choices: { '': 'Choose somebody', ...choicesOf(people) },
      },
    ],
    typed,
    version: concern.version,
    submit: 'Ask them',
    problems,
  })
}
