import { type Child, childIdOf, getChild } from '#domains/children/index.ts'
import { readId } from '#kernel/ids.ts'
import type { Visit } from '#platform/http/page.ts'
import { findAppointment } from './calendar.queries.ts'
import type { Appointment } from './calendar.rules.ts'

/** The child whose page this is. The platform has made sure that they are within reach. */
export async function childOf(visit: Visit): Promise<Child> {
  const id = childIdOf(visit)
  if (!id) throw new Error('A page of a child has the child in its address')
  return getChild(visit.tx, id)
}

/** The appointment of this child that the address names. */
export async function appointmentOf(visit: Visit, child: Child): Promise<Appointment | undefined> {
  const id = readId<'appointment'>(visit.params['appointment'])
  return id && findAppointment(visit.tx, child.id, id)
}
