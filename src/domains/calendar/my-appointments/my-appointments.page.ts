import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { londonDayAndTime, londonInstant } from '#kernel/london-time.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { appointmentsWith, type MyAppointment } from '../calendar.queries.ts'
import { ANSWERS, INTERPRETERS, KINDS, shifted, STATES } from '../calendar.rules.ts'

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
            .map((a) => lineOf(a, 'Say what became of it', 'after')),
        },
        {
          title: 'Today',
          empty: 'Nothing today.',
          lines: found
            .filter((a) => a.startsAt >= midnight(today) && a.startsAt < tomorrow)
            .map((a) => lineOf(a, 'Say what became of it', 'after')),
        },
        {
          title: 'The next seven days',
          empty: 'Nothing in the next seven days.',
          lines: found
            .filter((a) => a.startsAt >= tomorrow && a.state !== 'cancelled')
            .map((a) => lineOf(a, 'Change it', undefined)),
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

function lineOf(a: MyAppointment, text: string, last: string | undefined) {
  const said = a.answer && `they say: ${ANSWERS[a.answer]}${a.answerIsOld ? ' (earlier time)' : ''}`
  const open = a.state === 'planned'
  const parts = [
    londonDayAndTime(a.startsAt),
    KINDS[a.kind],
    a.place,
    open ? undefined : STATES[a.state],
    said,
    a.interpreter === 'not_needed' ? undefined : `interpreter: ${INTERPRETERS[a.interpreter]}`,
  ]
  const here = `/children/${a.childId}/calendar/${a.id}`
  return {
    name: a.knownAs,
    href: `/children/${a.childId}/calendar`,
    detail: parts.filter(Boolean).join(' · '),
    action: open || last ? { text, href: last ? `${here}/${last}` : here } : undefined,
  }
}
