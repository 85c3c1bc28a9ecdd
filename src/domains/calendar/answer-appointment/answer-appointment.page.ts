import { readId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { frameIn, getOwnChild, languageOf, ownChild, sayIn } from '#domains/words/index.ts'
import { answerAppointment, findAppointment } from '../calendar.queries.ts'
import { ANSWER_CODES, type Appointment, isAboutNow, isOver } from '../calendar.rules.ts'
import { cardOf } from '../see-calendar/see-calendar.view.ts'

const url = '/me/calendar/:appointment'
const may = 'me.open'
const MOST = 2000

/** One appointment, and what I say about it. */
export const seeAppointment: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'me.calendar.appointment', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const appointment = await appointmentHere(visit)
    return appointment ? shown(visit, appointment, undefined, []) : { kind: 'not-found' }
  },
}

export const sayAboutAppointment: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'me.calendar.say', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const appointment = await appointmentHere(visit)
    if (!appointment) return { kind: 'not-found' }
    const language = await languageOf(visit)
    const w = frameIn(language, false, (words) => words.calendar.title).w.calendar
    const typed = {
      answer: textOf(visit.form, 'answer'),
      words: textOf(visit.form, 'words').replaceAll('\r\n', '\n'),
    }
    const answer = ANSWER_CODES.find((code) => code === typed.answer)
    const problems: readonly Problem[] = [
      ...(answer ? [] : [{ field: 'answer', text: w.chooseAnswer }]),
      ...(typed.words.length > MOST
        ? [{ field: 'words', text: sayIn({ language }, w.tooLong, { most: MOST }) }]
        : []),
    ]
    if (!mayAnswer(appointment, visit.now)) return shown(visit, appointment, typed, [])
    if (!answer || problems.length > 0) return shown(visit, appointment, typed, problems)
    await answerAppointment(visit.tx, getOwnChild(visit), appointment, {
      answer,
      words: typed.words.trim() === '' ? undefined : typed.words,
      language,
      saidAt: visit.now,
    })
    return { kind: 'redirect', to: '/me/calendar' }
  },
}

const mayAnswer = (a: Appointment, now: Date): boolean => a.state === 'planned' && !isOver(a, now)

async function appointmentHere(visit: Visit): Promise<Appointment | undefined> {
  const id = readId<'appointment'>(visit.params['appointment'])
  return id && findAppointment(visit.tx, getOwnChild(visit), id)
}

type Typed = { readonly answer: string; readonly words: string }

async function shown(
  visit: Visit,
  appointment: Appointment,
  typed: Typed | undefined,
  problems: readonly Problem[],
): Promise<Answer> {
  const frame = frameIn(await languageOf(visit), false, (w) => w.calendar.title)
  const w = frame.w.calendar
  const kept = appointment.answer
  const current = kept && isAboutNow(appointment, kept) ? kept.answer : ''
  const values = typed ?? { answer: current, words: kept?.words ?? '' }
  const page = {
    ...frame,
    errors: errorsOf(problems),
    a: cardOf(frame, appointment, visit.now),
    answers: ANSWER_CODES.map((value) => ({
      value,
      text: w.answers[value],
      chosen: values.answer === value,
    })),
    words: values.words,
  }
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/calendar/answer-appointment/answer-appointment.njk',
    model: { page },
  }
}
