import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { lookUp } from '#kernel/look-up.ts'
import { textOf, typedIn } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type Ask, askedPage } from '#domains/children/index.ts'
import { addQuestion, questionsOn, retireQuestion } from '../follow-up.queries.ts'
import { ABOUT, NEVER_THE_STORY } from '../follow-up.rules.ts'
import { asksOfTheStory } from '../story.rules.ts'

const url = '/questions-about-services'
const may = 'questions.keep'

const ASKS: readonly Ask[] = [
  { kind: 'choice', name: 'about', label: 'Which service is it about?', choices: ABOUT },
  {
    kind: 'text',
    name: 'question',
    label: 'The question, as a young person reads it',
    hint: 'Short, one idea, about services and life now',
  },
]

/** The questions that may be asked later: those that come with the product, and the organisation's own. */
export const seeQuestions: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'questions.read' },
  answer: async (visit) => shown(visit, {}, []),
}

/** A question of the organisation's own. One that asks of what happened to somebody is refused, here and in the database. */
export const keepQuestion: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'questions.write' },
  async answer(visit): Promise<Answer> {
    const about = textOf(visit.form, 'about')
    const question = textOf(visit.form, 'question').trim()
    const problems: Problem[] = []
    if (lookUp<string>(ABOUT, about) === undefined)
      problems.push({ field: 'about', text: 'Choose which service it is about' })
    if (question.length < 5) problems.push({ field: 'question', text: 'Enter the question' })
    if (question.length > 200)
      problems.push({ field: 'question', text: 'The question must be 200 characters or fewer' })
    if (asksOfTheStory(question)) problems.push({ field: 'question', text: NEVER_THE_STORY })
    if (problems.length > 0) return shown(visit, typedIn(visit.form), problems)
    await addQuestion(visit.tx, { about, question, from: londonCalendarDay(visit.now) })
    return { kind: 'redirect', to: url }
  },
}

/** Asked no longer, from tomorrow on. What was answered stays. */
export const endQuestion: Page = {
  method: 'POST',
  url: `${url}/end`,
  may,
  audit: { action: 'questions.write' },
  async answer(visit): Promise<Answer> {
    const done = await retireQuestion(
      visit.tx,
      textOf(visit.form, 'question'),
      londonCalendarDay(visit.now),
    )
    return done ? { kind: 'redirect', to: url } : { kind: 'not-found' }
  },
}

async function shown(
  visit: Visit,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Promise<Answer> {
  const all = await questionsOn(visit.tx, londonCalendarDay(visit.now))
  const page = {
    ...askedPage({
      title: 'Questions about services',
      back: '/area/follow-up',
      intro: [
        'Young people who agreed to it are asked these later, on their own pages. Each question is about how services are. None asks of what happened to anybody: such a question cannot be kept.',
        'A question of your own is read in the language it is written in.',
      ],
      help: ['past-eighteen'],
      asks: ASKS,
      typed,
      submit: 'Add this question',
      problems,
    }),
    questions: all.map((q) => ({
      id: q.id,
      about: lookUp<string>(ABOUT, q.about),
      question: q.question,
      own: q.own,
      until: q.untilDay && inWords(q.untilDay),
    })),
  }
  const status = problems.length > 0 ? 422 : 200
  const template = 'domains/past-eighteen/questions/questions.njk'
  return { kind: 'view', status, template, model: { page } }
}
