/** What desks may know of calendars. */
export { appointmentsOf, changesSince, missedByUs, type ToldChange } from './calendar.queries.ts'
export { type Appointment, ANSWERS, isOver, KINDS, wantsSomething } from './calendar.rules.ts'
export { lineOf as appointmentLine } from './child-calendar/child-calendar.view.ts'
export { whenIn } from './see-calendar/see-calendar.view.ts'
