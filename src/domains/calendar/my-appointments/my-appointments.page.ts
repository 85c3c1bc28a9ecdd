import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { londonInstant } from '#kernel/london-time.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { appointmentsWith } from '../calendar.queries.ts'
import { shifted } from '../calendar.rules.ts'
import { myAppointmentLine } from './my-appointments.view.ts'

/** A worker's own appointments: today, the week to come, and those past of which nobody has said what became. */
export const seeMyAppointments: Page = {
  method: 'GET',
  url: '/appointments',
  may: 'children.write',
  audit: { action: 'children.appointments' },
  async answer({ tx, actor, now, show }): Promise<Answer> {
    const today = londonCalendarDay(now)
    const midnight = (day: string) => londonInstant(`${day}T00:00`) ?? now
    const found = await appointmentsWith(tx, actor, {
      from: midnight(shifted(today, -30)),
      until: midnight(shifted(today, 8)),
    })
    show([...new Set(found.map((a) => a.childId))])
    const tomorrow = midnight(shifted(today, 1))
    const page = {
      title: 'My appointments',
      groups: [
        {
          title: 'Past, and nobody has said what became of it',
          empty: undefined,
          lines: found
            .filter((a) => a.startsAt < midnight(today) && a.state === 'planned')
            .map((a) => myAppointmentLine(a, 'Say what became of it', 'after')),
        },
        {
          title: 'Today',
          empty: 'Nothing today.',
          lines: found
            .filter((a) => a.startsAt >= midnight(today) && a.startsAt < tomorrow)
            .map((a) => myAppointmentLine(a, 'Say what became of it', 'after')),
        },
        {
          title: 'The next seven days',
          empty: 'Nothing in the next seven days.',
          lines: found
            .filter((a) => a.startsAt >= tomorrow && a.state !== 'cancelled')
            .map((a) => myAppointmentLine(a, 'Change it', undefined)),
        },
      ].filter((g) => g.lines.length > 0 || g.empty),
    }
    return {
      kind: 'view',
      template: 'domains/calendar/my-appointments/my-appointments.njk',
      model: { page },
    }
  },
}
