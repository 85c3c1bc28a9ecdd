import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { textOf, typedIn } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { oneOf, verbatimIn } from '#domains/outcomes/index.ts'
import {
  frameIn,
  getOwnChild,
  languageOf,
  ownChild,
  say,
  wordsFor,
  sayIn,
} from '#domains/words/index.ts'
import {
  FEEDBACK_ABOUT,
  FEEDBACK_ANSWERS,
  FEEDBACK_REASONS,
  type Feedback,
  type FeedbackAbout,
  feedbackOn,
  giveFeedback,
  isTheirs,
  QUESTIONS,
} from '../feedback.queries.ts'
import { independentNames } from '../reviewers.queries.ts'

const url = '/me/how-we-were/:about/:id'
const may = 'me.open'
const MOST = 5000
const EITHER = [...FEEDBACK_ANSWERS, ...FEEDBACK_REASONS] as const

/** Was I listened to, was I believed, was the interpreter right: asked of us, never of the young person. */
export const seeHowWeWere: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'me.other.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const about = await whatAbout(visit)
    return about ? shown(visit, about, []) : { kind: 'not-found' }
  },
}

export const sayHowWeWere: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'me.other.send', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const about = await whatAbout(visit)
    if (!about) return { kind: 'not-found' }
    const language = await languageOf(visit)
    const { words: w } = wordsFor(language)
    const words = verbatimIn(visit.form, 'words')
    if (words.length > MOST) {
      const text = sayIn({ language }, w.answer.tooLong, { most: MOST })
      return shown(visit, about, [{ field: 'words', text }])
    }
    const said = (question: string) => oneOf(EITHER, textOf(visit.form, question)) ?? 'skipped'
    await giveFeedback(visit.tx, {
      childId: getOwnChild(visit),
      about: about.kind,
      id: about.id,
      said: {
        listened: said('listened'),
        believed: said('believed'),
        interpreter: said('interpreter'),
      },
      words: words === '' ? undefined : words,
      language,
      now: visit.now,
    })
    return { kind: 'redirect', to: `/me/how-we-were/${about.kind}/${about.id}?just=sent` }
  },
}

type About = { readonly kind: FeedbackAbout; readonly id: string }

async function whatAbout(visit: Visit): Promise<About | undefined> {
  const kind = oneOf(FEEDBACK_ABOUT, visit.params['about'] ?? '')
  const id = readId<'about'>(visit.params['id'])
  if (!kind || !id) return undefined
  return (await isTheirs(visit.tx, getOwnChild(visit), kind, id)) ? { kind, id } : undefined
}

async function shown(visit: Visit, about: About, problems: readonly Problem[]): Promise<Answer> {
  const frame = frameIn(await languageOf(visit), false, (w) => w.howWeWere.title)
  const w = frame.w.howWeWere
  const said = await feedbackOn(visit.tx, getOwnChild(visit), about.kind, about.id)
  const { organisationId } = visit.actor
  const names = await independentNames(visit.tx, organisationId, londonCalendarDay(visit.now))
  const typed = typedIn(visit.form)
  const words: Readonly<Record<string, string>> = { ...w.answers, ...w.reasons }
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/complaints/how-we-were/how-we-were.njk',
    model: {
      page: {
        ...frame,
        about: w.about[about.kind],
        who: names.length > 0 ? say(w.names, { names: names.join(', ') }) : w.nobody,
        said: said && saidLines(said, w, words),
        saidWords: said?.words,
        saidLanguage: said?.wordsLanguage,
        just: textOf(visit.query, 'just') === 'sent',
        questions: QUESTIONS.map((question) => ({
          name: question,
          text: w[question],
          choices: EITHER.map((value) => ({
            value,
            text: words[value] ?? value,
            chosen: typed[question] === value,
            first: value === FEEDBACK_REASONS[0],
          })),
        })),
        typed,
        errors: errorsOf(problems),
      },
    },
  }
}

function saidLines(
  said: Feedback,
  w: { readonly listened: string; readonly believed: string; readonly interpreter: string },
  words: Readonly<Record<string, string>>,
) {
  return QUESTIONS.map((q) => ({ question: w[q], answer: words[said.said[q]] ?? said.said[q] }))
}
