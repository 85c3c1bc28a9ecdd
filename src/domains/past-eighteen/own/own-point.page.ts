import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { lookUp } from '#kernel/look-up.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type Frame, getOwnChild, ownChild, sayIn } from '#domains/words/index.ts'
import {
  answersAt,
  consentsOf,
  keepAnswers,
  keepPoint,
  pointsOf,
  type Question,
  questionsOn,
} from '../follow-up.queries.ts'
import { ANSWERS } from '../follow-up.rules.ts'
import { choicesOf, frameOf, may, MOST, shownAs } from './own-answer.ts'

const url = '/me/later/asking/:point'
const audit = (act: string) => ({ action: `me.later.${act}`, childId: ownChild })

/** A point whose day has come, for whoever said that they may be asked. */
async function pointOf(visit: Visit) {
  const child = getOwnChild(visit)
  const today = londonCalendarDay(visit.now)
  if (!(await consentsOf(visit.tx, child)).asked) return undefined
  const point = (await pointsOf(visit.tx, child)).find((p) => p.id === visit.params['point'])
  if (!point || point.dueOn > today) return undefined
  return point.outcome === undefined || point.outcome === 'answered' ? point : undefined
}

/** The words of a question in their language; an organisation's own as it was written. */
const textIn = (frame: Frame, q: Question): { readonly text: string; readonly own: boolean } => {
  const text = q.code === undefined ? undefined : lookUp<string>(frame.w.later.questions, q.code)
  return { text: text ?? q.question, own: text === undefined }
}

/** How are services for you: every question, with what I answered. */
export const seePoint: Page = {
  method: 'GET',
  url,
  may,
  audit: audit('ask-point'),
  async answer(visit): Promise<Answer> {
    const point = await pointOf(visit)
    if (!point) return { kind: 'not-found' }
    const frame = await frameOf(visit, (l) => l.pointNow)
    const given = await answersAt(visit.tx, point.id)
    const questions = (await questionsOn(visit.tx, londonCalendarDay(visit.now))).map((q) => {
      const mine = given.find((a) => a.questionId === q.id)
      const answer = mine && lookUp<string>(frame.w.later.answers, mine.answer)
      return { id: q.id, ...textIn(frame, q), answer, words: mine?.words, language: mine?.language }
    })
    return shownAs('own-point', { ...frame, point: point.id, open: !point.outcome, questions })
  },
}

/** Not this time: that is an answer too. */
export const sayNotThisTime: Page = {
  method: 'POST',
  url: `${url}/not-this-time`,
  may,
  audit: audit('point'),
  async answer(visit): Promise<Answer> {
    const point = await pointOf(visit)
    if (!point) return { kind: 'not-found' }
    const closed = { outcome: 'did_not_want_to', closedOn: londonCalendarDay(visit.now) }
    await keepPoint(visit.tx, getOwnChild(visit), point, { dueOn: point.dueOn, ...closed })
    return { kind: 'redirect', to: '/me/later' }
  },
}

export const askQuestion: Page = {
  method: 'GET',
  url: `${url}/:question`,
  may,
  audit: audit('ask-point'),
  async answer(visit): Promise<Answer> {
    const found = await questionOf(visit)
    if (!found) return { kind: 'not-found' }
    const mine = (await answersAt(visit.tx, found.point.id)).find(
      (a) => a.questionId === found.question.id,
    )
    return shown(visit, { answer: mine?.answer ?? '', words: mine?.words ?? '' }, [])
  },
}

/** Kept at once; the next question that has no answer comes after it. */
export const answerQuestion: Page = {
  method: 'POST',
  url: `${url}/:question`,
  may,
  audit: audit('point'),
  async answer(visit): Promise<Answer> {
    const found = await questionOf(visit)
    if (!found) return { kind: 'not-found' }
    const { point, question, all } = found
    const { w, language } = await frameOf(visit, (l) => l.pointNow)
    const words = textOf(visit.form, 'words').replaceAll('\r\n', '\n')
    const typed = { answer: textOf(visit.form, 'answer'), words }
    const answer = ANSWERS.find((a) => a === typed.answer)
    const problems: Problem[] = []
    if (!answer) problems.push({ field: 'answer', text: w.later.chooseOne })
    if (words.length > MOST) {
      problems.push({ field: 'words', text: sayIn({ language }, w.later.tooLong, { most: MOST }) })
    }
    if (problems.length > 0 || !answer) return shown(visit, typed, problems)
    const child = getOwnChild(visit)
    const kept = {
      questionId: question.id,
      answer,
      words: words.trim() ? words : undefined,
      language,
    }
    await keepAnswers(visit.tx, child, point.id, [kept], visit.now)
    if (point.outcome === undefined) {
      const closed = { outcome: 'answered', closedOn: londonCalendarDay(visit.now) }
      await keepPoint(visit.tx, child, point, { dueOn: point.dueOn, ...closed })
    }
    const done = new Set((await answersAt(visit.tx, point.id)).map((a) => a.questionId))
    const next = all.find((q) => !done.has(q.id))
    return { kind: 'redirect', to: `/me/later/asking/${point.id}${next ? `/${next.id}` : ''}` }
  },
}

async function questionOf(visit: Visit) {
  const point = await pointOf(visit)
  const all = await questionsOn(visit.tx, londonCalendarDay(visit.now))
  const question = all.find((q) => q.id === visit.params['question'])
  return point && question && { point, question, all }
}

async function shown(
  visit: Visit,
  typed: { readonly answer: string; readonly words: string },
  problems: readonly Problem[],
): Promise<Answer> {
  const found = await questionOf(visit)
  if (!found) return { kind: 'not-found' }
  const frame = await frameOf(visit, (l) => l.pointNow)
  const page = {
    ...frame,
    point: found.point.id,
    question: textIn(frame, found.question),
    choices: choicesOf(frame.w.later.answers, typed.answer),
    words: typed.words,
  }
  return shownAs('own-question', page, { problems })
}
