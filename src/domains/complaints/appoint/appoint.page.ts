import { calendarDay, inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { textOf, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { ROLE_NAMES, type Role } from '#platform/access/capability.ts'
import { NATION_WORDS, NATIONS } from '../complaints.rules.ts'
import {
  appoint,
  canBeAppointed,
  endAppointment,
  nationOn,
  type Reviewer,
  reviewersOf,
  sayNation,
  waitingForReviewer,
} from '../reviewers.queries.ts'

const url = '/independent/people'
const may = 'complaints.appoint'

/** Who is independent here. Nobody appoints themselves. */
export const seeAppointed: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'complaints.appoint.see' },
  answer: (visit) => shown(visit, 200, []),
}

export const appointSomebody: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'complaints.appoint.write' },
  async answer(visit): Promise<Answer> {
    const { tx, actor, now } = visit
    const today = londonCalendarDay(now)
    if (textOf(visit.form, 'do') === 'nation') return setNation(visit)
    const appointed = await reviewersOf(tx, actor.organisationId)
    if (textOf(visit.form, 'do') === 'end') {
      const one = appointed.find((a) => a.id === textOf(visit.form, 'appointment'))
      const ended = one && (await endAppointment(tx, one.id, versionOf(visit.form), today))
      if (ended) return { kind: 'redirect', to: url }
      const text = 'Nothing was changed: this appointment changed meanwhile. Look again'
      return shown(visit, 409, [{ field: 'person', text }])
    }
    const id = readId<'person'>(visit.form['person'])
    const who = (await canBeAppointed(tx, actor.id)).find((p) => p.id === id)
    if (!who) return shown(visit, 422, [{ field: 'person', text: 'Choose somebody from the list' }])
    if (appointed.some((a) => a.personId === who.id && a.untilDay === undefined)) {
      return shown(visit, 422, [{ field: 'person', text: 'They are appointed already' }])
    }
    await appoint(tx, actor.organisationId, who.id, today)
    return { kind: 'redirect', to: url }
  },
}

/** Whose law is followed from today on: the clocks of the stages, and whom one can turn to outside. */
async function setNation(visit: Visit): Promise<Answer> {
  const { tx, actor, now } = visit
  const nation = NATIONS.find((n) => n === textOf(visit.form, 'nation'))
  const again = (text: string) => shown(visit, 422, [{ field: 'nation', text }])
  if (!nation) return again('Choose whose law is followed')
  const said = await sayNation(tx, actor.organisationId, nation, londonCalendarDay(now))
  if (said) return { kind: 'redirect', to: url }
  return again('This was said today already. It can be said anew tomorrow')
}

const dayOf = (text: string): string => {
  const day = calendarDay(text)
  return day ? inWords(day) : text
}

const lineOf = (a: Reviewer) => ({
  id: a.id,
  name: a.name,
  version: a.version,
  when: a.untilDay ? `${dayOf(a.fromDay)} to ${dayOf(a.untilDay)}` : `from ${dayOf(a.fromDay)}`,
  now: a.untilDay === undefined,
})

async function shown(visit: Visit, status: number, problems: readonly Problem[]): Promise<Answer> {
  const { tx, actor, now } = visit
  const nation = await nationOn(tx, actor.organisationId, londonCalendarDay(now))
  const people = await canBeAppointed(tx, actor.id)
  return {
    kind: 'view',
    status,
    template: 'domains/complaints/appoint/appoint.njk',
    model: {
      page: {
        title: 'Who is independent here',
        appointed: (await reviewersOf(tx, actor.organisationId)).map(lineOf),
        nations: NATIONS.map((value) => ({
          value,
          text: NATION_WORDS[value],
          checked: value === nation,
        })),
        waiting: await waitingForReviewer(tx),
        people: [
          { value: '', text: 'Choose a person' },
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the database keeps it to our roles
          ...people.map((p) => ({ value: p.id, text: `${p.name}, ${ROLE_NAMES[p.role as Role]}` })),
        ],
        errors: errorsOf(problems),
      },
    },
  }
}
