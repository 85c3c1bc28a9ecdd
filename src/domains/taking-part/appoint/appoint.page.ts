import { calendarDay, inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { ROLE_NAMES, type Role } from '#platform/access/capability.ts'
import { textOf, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { appointLead, canLead, endLead, type Lead, leadsOf } from '../leads.queries.ts'

const url = '/taking-part/leads'
const may = 'taking-part.appoint'
const audit = { action: 'taking-part.appoint' }

/** Who leads young people's taking part here. Nobody appoints themselves. */
export const seeLeads: Page = {
  method: 'GET',
  url,
  may,
  audit,
  answer: (visit) => shown(visit, 200, []),
}

export const appointSomebodyToLead: Page = {
  method: 'POST',
  url,
  may,
  audit,
  async answer(visit): Promise<Answer> {
    const { tx, actor, now, form } = visit
    const today = londonCalendarDay(now)
    if (textOf(form, 'do') === 'end') {
      const one = (await leadsOf(tx, actor.organisationId)).find(
        (a) => a.id === textOf(form, 'appointment'),
      )
      const ended = one && (await endLead(tx, one.id, versionOf(form), today))
      if (ended) return { kind: 'redirect', to: url }
      const text = 'Nothing was changed: this appointment changed meanwhile. Look again'
      return shown(visit, 409, [{ field: 'person', text }])
    }
    const id = readId<'person'>(form['person'])
    const who = (await canLead(tx, actor.id)).find((p) => p.id === id)
    if (!who) return shown(visit, 422, [{ field: 'person', text: 'Choose somebody from the list' }])
    const appointed = await appointLead(tx, actor.organisationId, who.id, today)
    if (appointed) return { kind: 'redirect', to: url }
    return shown(visit, 422, [{ field: 'person', text: 'They are appointed already' }])
  },
}

const dayOf = (text: string): string => {
  const day = calendarDay(text)
  return day ? inWords(day) : text
}

const lineOf = (a: Lead) => ({
  id: a.id,
  name: a.name,
  version: a.version,
  when: a.untilDay ? `${dayOf(a.fromDay)} to ${dayOf(a.untilDay)}` : `from ${dayOf(a.fromDay)}`,
  now: a.untilDay === undefined,
})

async function shown(visit: Visit, status: number, problems: readonly Problem[]): Promise<Answer> {
  const { tx, actor } = visit
  const people = await canLead(tx, actor.id)
  return {
    kind: 'view',
    status,
    template: 'domains/taking-part/appoint/appoint.njk',
    model: {
      page: {
        title: 'Who leads taking part here',
        appointed: (await leadsOf(tx, actor.organisationId)).map(lineOf),
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
