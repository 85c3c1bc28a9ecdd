import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { typedIn } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { readCheck, readClock } from '../review.form.ts'
import { addCheck, checksOf, clockOn, clocksOf, nationOf, setClock } from '../reviews.queries.ts'
import { RIGHT_TEXTS } from '../rights-texts.rules.ts'
import { keepTextView, keepTextsView } from './keep-texts.view.ts'

const may = 'rights.keep'

/** The texts of rights for whoever keeps them: what nobody has looked at in time stands first. */
export const seeTextsKept: Page = {
  method: 'GET',
  url: '/rights',
  may,
  audit: { action: 'rights.see' },
  answer: (visit) => list(visit),
}

/** How long a check holds. */
export const setReviewClock: Page = {
  method: 'POST',
  url: '/rights',
  may,
  audit: { action: 'rights.clock' },
  async answer(visit): Promise<Answer> {
    const read = readClock(visit.form)
    if ('problems' in read) return list(visit, read.problems)
    const set = await setClock(visit.tx, visit.actor.organisationId, read.value)
    if (set) return { kind: 'redirect', to: '/rights' }
    const text = 'There is a clock from that day already. Choose a later day'
    return list(visit, [{ field: 'from', text }])
  },
}

async function list(visit: Visit, problems: readonly Problem[] = []): Promise<Answer> {
  const { tx, now, actor } = visit
  const today = londonCalendarDay(now)
  const page = keepTextsView({
    nation: await nationOf(tx, actor.organisationId, today),
    checks: await checksOf(tx, 'rights_text'),
    days: await clockOn(tx, 'rights_text', today),
    clocks: {
      rights_text: await clocksOf(tx, 'rights_text'),
      help_place: await clocksOf(tx, 'help_place'),
    },
    today,
    typed: typedIn(visit.form),
    problems,
  })
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/rights/keep-texts/keep-texts.njk',
    model: { page },
  }
}

/** One text: where it comes from, who looked at it, and to say that it holds. */
export const seeTextKept: Page = {
  method: 'GET',
  url: '/rights/:code',
  may,
  audit: { action: 'rights.see' },
  answer: (visit) => one(visit),
}

export const checkText: Page = {
  method: 'POST',
  url: '/rights/:code',
  may,
  audit: { action: 'rights.check' },
  async answer(visit): Promise<Answer> {
    const text = RIGHT_TEXTS.find((t) => t.code === visit.params['code'])
    if (!text) return { kind: 'not-found' }
    const read = readCheck(visit.form)
    if ('problems' in read) return one(visit, read.problems)
    const on = londonCalendarDay(visit.now)
    await addCheck(visit.tx, { kind: 'rights_text', about: text.code, on, how: read.value.how })
    visit.note({ text: text.code })
    return { kind: 'redirect', to: '/rights' }
  },
}

async function one(visit: Visit, problems: readonly Problem[] = []): Promise<Answer> {
  const text = RIGHT_TEXTS.find((t) => t.code === visit.params['code'])
  if (!text) return { kind: 'not-found' }
  const today = londonCalendarDay(visit.now)
  const page = keepTextView({
    text,
    check: (await checksOf(visit.tx, 'rights_text')).get(text.code),
    days: await clockOn(visit.tx, 'rights_text', today),
    today,
    typed: typedIn(visit.form),
    problems,
  })
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/rights/keep-texts/keep-text.njk',
    model: { page },
  }
}
