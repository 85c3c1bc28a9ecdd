import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { called, NATIONS, SURENESS } from '../assessment.rules.ts'
import { beginAssessment as begin, currentTemplates } from '../assessment.queries.ts'
import { type Choices, type Field, readForm, type Typed, typedIn } from '../fields.form.ts'
import { formView } from '../fields.view.ts'
import type { Template } from '../template.rules.ts'

const url = '/assessments/begin'
const access = { url, may: 'assessments.write' } as const

const FIELDS: readonly Field[] = [
  {
    kind: 'radios',
    name: 'template_id',
    label: 'For which nation?',
    hint: 'The assessment keeps the version of the template it is begun with.',
    from: 'templates',
    need: 'Choose for which nation',
  },
  {
    kind: 'line',
    name: 'title',
    label: 'What is this assessment called?',
    hint: 'It is published. No names of children.',
    need: 'Enter what this assessment is called',
    max: 200,
  },
  { kind: 'words', name: 'proposal', label: 'What is proposed?', need: 'Enter what is proposed' },
  {
    kind: 'day',
    name: 'drafting_began_on',
    label: 'On which day did drafting begin?',
    need: 'Enter the day on which drafting began',
  },
  {
    kind: 'line',
    name: 'owner_post',
    label: 'Your post or team, as it is printed',
    hint: 'You own it until you name somebody else.',
    need: 'Enter your post or team',
    max: 200,
  },
]

export const askToBegin: Page = {
  method: 'GET',
  ...access,
  audit: { action: 'assessments.ask' },
  answer: async (visit) => shown(await currentTemplates(visit.tx), {}, []),
}

export const beginAssessment: Page = {
  method: 'POST',
  ...access,
  audit: { action: 'assessments.begin' },
  async answer(visit) {
    const templates = await currentTemplates(visit.tx)
    const read = readForm(FIELDS, visit.form, choicesOf(templates))
    if (!read.values) return shown(templates, typedIn(FIELDS, visit.form), read.problems)
    const late = inTheFuture(visit, String(read.values['drafting_began_on']))
    if (late) return shown(templates, typedIn(FIELDS, visit.form), [late])
    const id = await begin(visit.tx, visit.actor.id, read.values)
    return { kind: 'redirect', to: `/assessments/${id}` }
  },
}

function inTheFuture(visit: Visit, day: string): Problem | undefined {
  if (day <= londonCalendarDay(visit.now)) return undefined
  return { field: 'drafting_began_on', text: 'Drafting has begun: enter today or a day before it' }
}

const choicesOf = (templates: readonly Template[]): Choices => ({
  templates: templates.map(({ id, nation }) => ({ value: id, text: called(NATIONS, nation) })),
})

function shown(templates: readonly Template[], typed: Typed, problems: readonly Problem[]): Answer {
  const page = {
    title: 'Begin an assessment',
    ...formView(FIELDS, { typed, problems, choices: choicesOf(templates) }),
    templates: templates.map((template) => ({
      ...template,
      sureness: called(SURENESS, template.confidence),
    })),
  }
  return {
    kind: 'view',
    template: 'domains/evaluation/begin-assessment/begin-assessment.njk',
    status: problems.length > 0 ? 422 : 200,
    model: { page },
  }
}
