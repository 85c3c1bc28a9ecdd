import { type CalendarDay, inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { type PersonId, readId } from '#kernel/ids.ts'
import { londonDay } from '#kernel/london-time.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { type AskedForm, askedPages } from '#domains/children/index.ts'
import {
  addGrant,
  endGrant,
  type Grant,
  grantsOf,
  type Nameable,
  nameable,
} from '../grants.queries.ts'

const may = 'networks.grant'
const HALF_A_YEAR = 184 * 24 * 60 * 60 * 1000

/** Who is named for the restricted space, by whom, why and until when: for managers, who read nothing else by it. */
export const seeWho: Page = {
  method: 'GET',
  url: '/networks/who',
  may,
  audit: { action: 'networks.who' },
  async answer({ tx, now }): Promise<Answer> {
    const today = londonCalendarDay(now)
    const grants = await grantsOf(tx)
    const open = (g: Grant) => g.endedAt === undefined && g.untilDay >= today
    const page = {
      title: 'Who is named for the networks',
      open: grants.filter(open).map(lineOf),
      over: grants.filter((g) => !open(g)).map(lineOf),
    }
    return { kind: 'view', template: 'domains/networks/who-may/who-may.njk', model: { page } }
  },
}

const lineOf = (g: Grant) => ({
  id: g.id,
  who: g.who,
  why: g.why,
  days: `Named by ${g.by} on ${londonDay(g.grantedAt)}, until ${inWords(g.untilDay)}${
    g.endedAt ? `. Ended on ${londonDay(g.endedAt)}` : ''
  }`,
})

export const endWho: Page = {
  method: 'POST',
  url: '/networks/who',
  may,
  audit: { action: 'networks.end' },
  async answer({ tx, now, form }): Promise<Answer> {
    const id = readId<'grant'>(textOf(form, 'grant'))
    if (id) await endGrant(tx, id, now)
    return { kind: 'redirect', to: '/networks/who' }
  },
}

type Named = {
  readonly person: PersonId
  readonly why: string
  readonly untilDay: CalendarDay
}

const NAME: AskedForm<readonly Nameable[], Named> = {
  url: '/networks/who/add',
  may,
  audit: { ask: 'networks.ask', keep: 'networks.name' },
  find: ({ tx }) => nameable(tx),
  title: 'Name somebody for the networks',
  back: () => '/networks/who',
  intro: () => [
    'They read and write what is linked to situations of exploitation, until the day you give. You cannot name yourself: another manager does.',
  ],
  asks: (people) => [
    {
      kind: 'select',
      name: 'person',
      label: 'Who?',
      choices: Object.fromEntries(people.map((p) => [p.id, p.name])),
    },
    { kind: 'text', name: 'why', label: 'Why do they need it?' },
    { kind: 'day', name: 'untilDay', label: 'Until which day?', hint: 'Within half a year' },
  ],
  read(read, people) {
    const person = people.find((p) => p.id === textOf(read.form, 'person'))
    if (!person) read.wrong('person', 'Choose who')
    const why = read.needed('why', 'Enter why they need it', 500)
    const last = londonCalendarDay(new Date(Date.parse(`${read.today}T12:00:00Z`) + HALF_A_YEAR))
    const bounds = { from: read.today, until: last }
    const untilDay = read.day('untilDay', 'Enter until which day', bounds)
    return person && untilDay && { person: person.id, why, untilDay }
  },
  async keep({ tx }, _people, grant) {
    await addGrant(tx, grant)
    return { to: '/networks/who' }
  },
}

export const whoPages: readonly Page[] = [seeWho, endWho, ...askedPages(NAME)]
