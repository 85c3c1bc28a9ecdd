import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import type { Child } from '#domains/children/index.ts'
import { auditOf, childOf } from '../child-of-page.ts'
import { addContact } from '../cross-border.queries.ts'
import { AGREES, CONSULATE_RULE, NO_VIEW, WITH_KINDS } from '../cross-border.rules.ts'
import { reading, typedWithTicks } from '../question.form.ts'
import { questionPage, type Question, type Typed } from '../question.view.ts'

const url = '/children/:childId/cross-border/add'
const may = 'concerns.write'

/** Contact about a child with somebody in another country: asked for before it is made. */
export const askContact: Page = {
  method: 'GET',
  url,
  may,
  audit: auditOf('cross-border.ask'),
  answer: async (visit) => shown(await childOf(visit), {}, []),
}

export const requestContact: Page = {
  method: 'POST',
  url,
  may,
  audit: auditOf('cross-border.request'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const read = reading(visit.form, londonCalendarDay(visit.now))
    const withKind = read.choice('withKind', WITH_KINDS, 'Choose with whom')
    const withWhom = read.needed('withWhom', 'Enter who it is', 200)
    const country = read.needed('country', 'Enter the country', 100)
    const why = read.needed('why', 'Enter what it is for', 5000)
    const childView = read.maybe('childView', 'What they think', 5000)
    const language = read.maybe('childViewLanguage', 'The language', 100)
    const noView = read.choiceOrNone('noView', NO_VIEW)
    const childAgrees = read.choice('childAgrees', AGREES, 'Choose whether they agree to it')
    if (childView && (!language || language.length < 2)) {
      read.wrong('childViewLanguage', 'Enter the language their words are in')
    }
    if (!childView && !noView) {
      read.wrong('noView', 'Enter what they think of it, or choose why you cannot')
    }
    if (read.problems.length > 0) return shown(child, typedWithTicks(visit.form), read.problems)
    const id = await addContact(visit.tx, child.id, {
      withKind,
      withWhom,
      country,
      why,
      childView,
      childViewLanguage: childView && language,
      noViewBecause: childView ? undefined : noView,
      childAgrees,
    })
    return { kind: 'redirect', to: `/children/${child.id}/cross-border/${id}` }
  },
}

const QUESTIONS: readonly Question[] = [
  { kind: 'choice', name: 'withKind', label: 'With whom?', choices: WITH_KINDS },
  { kind: 'text', name: 'withWhom', label: 'Who is it?' },
  { kind: 'text', name: 'country', label: 'In which country?' },
  { kind: 'words', name: 'why', label: 'What is it for, and what does the child gain by it?' },
  { kind: 'choice', name: 'childAgrees', label: 'Do they agree to it?', choices: AGREES },
  { kind: 'words', name: 'childView', label: 'What do they think of it, word for word?' },
  {
    kind: 'text',
    name: 'childViewLanguage',
    label: 'In which language are these words? (if there are any)',
  },
  { kind: 'choice', name: 'noView', label: 'If there are none: why?', choices: NO_VIEW },
]

function shown(child: Child, typed: Typed, problems: readonly Problem[]): Answer {
  return questionPage({
    title: 'Contact in another country',
    help: ['sharing', 'arriving-hidden', 'arriving-with-others'],
    child,
    back: `/children/${child.id}/concerns`,
    intro: [
      'Families are threatened because of what a child says or where a child is. Ask first who could learn of this contact.',
      CONSULATE_RULE,
    ],
    questions: QUESTIONS,
    typed,
    problems,
  })
}
