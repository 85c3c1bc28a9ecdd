import { londonDayAndTime } from '#kernel/london-time.ts'
import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { askedAnswer, askedPage, type Child, childIdOf, peopleOf } from '#domains/children/index.ts'
import { addAppointment, changeAppointment, type ToArrange } from '../calendar.queries.ts'
import { queueNotice } from '#domains/contact/index.ts'
import type { Appointment } from '../calendar.rules.ts'
import { appointmentOf, childOf } from '../child-of-page.ts'
import { asksFor, readAppointment, type ReadAppointment, typedOf } from './arrange.form.ts'

const url = '/children/:childId/calendar'
const may = 'children.write'
const audit = (act: string) => ({ action: `calendar.${act}`, childId: childIdOf })

export const askToArrange: Page = {
  method: 'GET',
  url: `${url}/add`,
  may,
  audit: audit('ask'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    return shown(child, undefined, { interpreter: '', ...(await familyTime(visit, child)) }, [])
  },
}

/** From somebody on the map of people: time with them, by who they are and not by a name in the address. */
async function familyTime(visit: Visit, child: Child): Promise<Readonly<Record<string, string>>> {
  const asked = textOf(visit.query, 'person')
  const person = asked
    ? (await peopleOf(visit.tx, child.id)).find((p) => p.id === asked)
    : undefined
  return person ? { kind: 'family', withWhom: person.name } : {}
}

export const arrange: Page = {
  method: 'POST',
  url: `${url}/add`,
  may,
  audit: audit('add'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const read = readAppointment(visit.form, visit.now, undefined)
    if ('problems' in read) return shown(child, undefined, typedIn(visit.form), read.problems)
    await addAppointment(visit.tx, child.id, toArrange(visit, read.value, undefined))
    await queueNotice(visit.tx, child.id, 'calendar', visit.now)
    return { kind: 'redirect', to: `/children/${child.id}/calendar` }
  },
}

export const askToRearrange: Page = {
  method: 'GET',
  url: `${url}/:appointment`,
  may,
  audit: audit('ask-change'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const appointment = await appointmentOf(visit, child)
    if (!appointment || appointment.state !== 'planned') return { kind: 'not-found' }
    return shown(child, appointment, typedOf(appointment, visit.actor.id), [])
  },
}

export const rearrange: Page = {
  method: 'POST',
  url: `${url}/:appointment`,
  may,
  audit: audit('change'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const appointment = await appointmentOf(visit, child)
    if (!appointment || appointment.state !== 'planned') return { kind: 'not-found' }
    const typed = typedIn(visit.form)
    const read = readAppointment(visit.form, visit.now, appointment)
    if ('problems' in read) return shown(child, appointment, typed, read.problems)
    const at = { child: child.id, id: appointment.id, version: versionOf(visit.form) }
    const to = toArrange(visit, read.value, appointment)
    if (await changeAppointment(visit.tx, at, to, read.value.explained)) {
      await queueNotice(visit.tx, child.id, 'calendar', visit.now)
      return { kind: 'redirect', to: `/children/${child.id}/calendar` }
    }
    return shown(child, await appointmentOf(visit, child), typed, [], true)
  },
}

/** Whose appointment it is: the worker's who ticked it; otherwise whose it was, unless it was theirs. */
function toArrange(
  { actor }: Visit,
  read: ReadAppointment,
  before: Appointment | undefined,
): ToArrange {
  const { mine, explained: _explained, ...to } = read
  const others = before?.withId === actor.id ? undefined : before?.withId
  return { ...to, withId: mine ? actor.id : others }
}

function shown(
  child: Child,
  appointment: Appointment | undefined,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  changed = false,
): Answer {
  const page = askedPage({
    title: appointment ? 'Change an appointment' : 'Add an appointment',
    help: ['interpreter'],
    child,
    back: `/children/${child.id}/calendar`,
    asks: asksFor(appointment !== undefined),
    typed,
    version: appointment?.version ?? 0,
    problems,
    meanwhile:
      changed && appointment
        ? {
            by: undefined,
            lines: [
              { label: 'When:', text: londonDayAndTime(appointment.startsAt) },
              { label: 'Where:', text: appointment.place },
              { label: 'Who with:', text: appointment.withWhom },
            ],
          }
        : undefined,
  })
  return askedAnswer(page)
}
