import { calendarDay, inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { textOf, typedIn } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { PROMISE_KINDS, PROMISE_WORDS, readAway, readHoliday, readPromise } from './promise.form.ts'
import {
  addHoliday,
  awayFrom,
  holidaysOf,
  promise,
  promisesOf,
  sayAway,
  staffOf,
} from './promise.queries.ts'

const dayOf = (text: string): string => {
  const day = calendarDay(text)
  return day ? inWords(day) : text
}

/** What the organisation promises young people: how soon an answer comes, from which day, decided where. */
export const seePromises: Page = {
  method: 'GET',
  url: '/answers/promise',
  may: 'answers.promise',
  audit: { action: 'answers.promise.see' },
  answer: (visit) => promises(visit),
}

export const setPromise: Page = {
  method: 'POST',
  url: '/answers/promise',
  may: 'answers.promise',
  audit: { action: 'answers.promise.set' },
  async answer(visit): Promise<Answer> {
    const organisation = visit.actor.organisationId
    if (textOf(visit.form, 'do') === 'holiday') {
      const read = readHoliday(visit.form)
      if ('problems' in read) return promises(visit, read.problems)
      const added = await addHoliday(visit.tx, organisation, read.value)
      if (!added) return promises(visit, [{ field: 'on', text: 'That day is known already' }])
      return { kind: 'redirect', to: '/answers/promise' }
    }
    const read = readPromise(visit.form)
    if ('problems' in read) return promises(visit, read.problems)
    const made = await promise(visit.tx, organisation, read.value)
    if (made) return { kind: 'redirect', to: '/answers/promise' }
    const text =
      'There is a promise from that day already. Promises are kept, not changed: choose a later day'
    return promises(visit, [{ field: 'from', text }])
  },
}

async function promises(visit: Visit, problems: readonly Problem[] = []): Promise<Answer> {
  const { tx, actor, now } = visit
  const today = londonCalendarDay(now)
  const all = await promisesOf(tx, actor.organisationId)
  const typed = typedIn(visit.form)
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/participation/answering/promise/promise.njk',
    model: {
      page: {
        title: 'What we promise',
        kinds: PROMISE_KINDS.map((kind) => ({
          words: PROMISE_WORDS[kind],
          lines: all
            .filter((p) => p.kind === kind)
            .map((p) => ({
              text: `${p.days} ${p.counted === 'days' ? 'days' : 'working days'}, from ${dayOf(p.fromDay)}`,
              source: p.source,
              toConfirm: p.confidence !== 'certain',
              later: p.fromDay > today,
            })),
        })),
        choices: PROMISE_KINDS.map((value) => ({
          value,
          text: PROMISE_WORDS[value],
          checked: typed['kind'] === value,
        })),
        holidays: (await holidaysOf(tx, actor.organisationId)).map((h) => ({
          day: dayOf(h.onDay),
          name: h.name,
        })),
        typed,
        errors: errorsOf(problems),
      },
    },
  }
}

/** Days on which somebody does not answer: what waits on them then goes to somebody who does. */
export const seeAway: Page = {
  method: 'GET',
  url: '/answers/away',
  may: 'answers.give',
  audit: { action: 'answers.away.see' },
  answer: (visit) => away(visit),
}

export const writeAway: Page = {
  method: 'POST',
  url: '/answers/away',
  may: 'answers.give',
  audit: { action: 'answers.away.write' },
  async answer(visit): Promise<Answer> {
    const { tx, actor, now } = visit
    const read = readAway(visit.form, londonCalendarDay(now))
    if ('problems' in read) return away(visit, read.problems)
    const chosen = textOf(visit.form, 'person')
    const others = actor.role === 'manager' ? await staffOf(tx) : []
    const person = others.find((p) => p.id === readId<'person'>(chosen))
    if (chosen !== '' && chosen !== actor.id && !person) {
      return away(visit, [{ field: 'person', text: 'Choose somebody from the list' }])
    }
    await sayAway(tx, { person: person?.id ?? actor.id, ...read.value })
    return { kind: 'redirect', to: '/answers/away' }
  },
}

async function away(visit: Visit, problems: readonly Problem[] = []): Promise<Answer> {
  const { tx, actor, now } = visit
  const typed = typedIn(visit.form)
  const people = actor.role === 'manager' ? await staffOf(tx) : []
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/participation/answering/promise/away.njk',
    model: {
      page: {
        title: 'Away',
        lines: (await awayFrom(tx, londonCalendarDay(now))).map((a) => ({
          name: a.name,
          when: `${dayOf(a.fromDay)} to ${dayOf(a.untilDay)}`,
        })),
        people: [
          { value: actor.id, text: 'Me', selected: typed['person'] === actor.id },
          ...people
            .filter((p) => p.id !== actor.id)
            .map((p) => ({ value: p.id, text: p.name, selected: typed['person'] === p.id })),
        ],
        typed,
        errors: errorsOf(problems),
      },
    },
  }
}
