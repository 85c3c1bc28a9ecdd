import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { workersOf } from '#domains/children/index.ts'
import { templatesFor } from '../plan.queries.ts'
import { openPlan } from '../plan-writing.queries.ts'
import { childOf, sheet } from '../sheet.ts'
import { startPlanClocks } from './plan-clocks.ts'

/** A plan by the template of the nation, with a chair, from a day. */
export const openPages = sheet({
  url: '/children/:childId/plans/add',
  act: 'plans',
  may: 'children.write',
  async find(visit) {
    const child = await childOf(visit)
    const templates = await templatesFor(visit.tx, child.id, londonCalendarDay(visit.now))
    const people = await workersOf(visit.tx, child.organisationId)
    return {
      child,
      templates,
      kinds: Object.fromEntries(templates.map((t) => [t.kind, t.title])),
      people: Object.fromEntries(people.map((p) => [p.id, p.name])),
    }
  },
  title: () => 'Begin a plan',
  back: ({ child }) => `/children/${child.id}/plans`,
  help: ['care-plan', 'placement-plan', 'visits', 'needs-assessment', 'pathway-plan'],
  intro: () => ['Begin together: what they want in it comes before what anybody writes.'],
  asks: ({ kinds, people }) => [
    { kind: 'choice', name: 'kind', label: 'Which plan?', choices: kinds },
    {
      kind: 'day',
      name: 'startsOn',
      label: 'From which day?',
      hint: 'For a care plan: the day they were first looked after. Its reviews are counted from it',
    },
    {
      kind: 'choice',
      name: 'chair',
      label: 'Who chairs it?',
      hint: 'They see what agencies disagree about, and every action past its day',
      choices: people,
    },
  ],
  submit: 'Begin',
  async save(visit, found, read) {
    const kind = read.choice('kind', found.kinds, 'Choose which plan')
    const startsOn = read.dayNeeded('startsOn', 'Enter the day it begins')
    const chair = read.choice('chair', found.people, 'Choose who chairs it')
    const template = found.templates.find((t) => t.kind === kind)
    if (read.problems.length > 0 || !template) return 'asked-again'
    const { child } = found
    const id = await openPlan(visit.tx, child.id, { templateId: template.id, startsOn, chair })
    await startPlanClocks(visit.tx, { child: child.id, id, kind }, startsOn)
    return { to: `/children/${child.id}/plans/${id}` }
  },
})
