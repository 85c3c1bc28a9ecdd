/** What desks may know of calendars. */
export {
  appointmentsOf,
  appointmentsWith,
  changesSince,
  missedByUs,
  type MyAppointment,
  type ToldChange,
} from './calendar.queries.ts'
export { myAppointmentLine } from './my-appointments/my-appointments.view.ts'
export {
  type NextAppointment,
  nextAppointments,
  type NextStep,
  nextStepsOwed,
} from './day.queries.ts'
export {
  type Appointment,
  ANSWERS,
  isOver,
  KINDS,
  KINDS as APPOINTMENT_KINDS,
  shifted,
  wantsSomething,
} from './calendar.rules.ts'
export { lineOf as appointmentLine } from './child-calendar/child-calendar.view.ts'
export { whenIn } from './see-calendar/see-calendar.view.ts'
export { CALENDAR_EVENTS } from './chronology.rules.ts'
