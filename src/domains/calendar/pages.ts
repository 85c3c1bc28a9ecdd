import type { Page } from '#platform/http/page.ts'
import {
  sayAboutAppointment,
  seeAppointment,
} from './answer-appointment/answer-appointment.page.ts'
import { arrange, askToArrange, askToRearrange, rearrange } from './arrange/arrange.page.ts'
import { seeChildCalendar } from './child-calendar/child-calendar.page.ts'
import { askCopy, makeCopy } from './keep-copy/keep-copy.page.ts'
import { seeMyAppointments } from './my-appointments/my-appointments.page.ts'
import { askAfter, sayAfter } from './say-after/say-after.page.ts'
import { seeCalendar, seeWeek } from './see-calendar/see-calendar.page.ts'

export const calendarPages: readonly Page[] = [
  seeCalendar,
  seeWeek,
  askCopy,
  makeCopy,
  seeAppointment,
  sayAboutAppointment,
  seeChildCalendar,
  askToArrange,
  arrange,
  askToRearrange,
  rearrange,
  askAfter,
  sayAfter,
  seeMyAppointments,
]
