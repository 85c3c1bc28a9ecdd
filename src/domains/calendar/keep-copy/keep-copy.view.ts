import type { Appointment } from '../calendar.rules.ts'

/** An instant as iCalendar writes it (RFC 5545), in UTC: 20261201T103000Z. */
const instant = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, (c) => `\\${c}`)

/** A line no longer than 75 octets, folded as the standard says, never inside a letter. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    if (new TextEncoder().encode(part + letter).length > 73) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return [...parts, part].join('\r\n ')
}

const HOUR = 60 * 60 * 1000

/**
 * What is planned, as a file for a phone's own calendar. Each is called the same neutral word and has
 * a day and a time: no name, no place, no reason, and nothing that says where it came from.
 */
export function copyOf(appointments: readonly Appointment[], called: string, now: Date): string {
  const events = appointments.flatMap((a, n) => [
    'BEGIN:VEVENT',
    `UID:${a.startsAt.getTime().toString(36)}${n}@calendar.invalid`,
    `DTSTAMP:${instant(now)}`,
    `DTSTART:${instant(a.startsAt)}`,
    `DTEND:${instant(a.endsAt ?? new Date(a.startsAt.getTime() + HOUR))}`,
    folded(`SUMMARY:${escaped(called)}`),
    'CLASS:PRIVATE',
    'END:VEVENT',
  ])
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//calendar//EN', ...events]
  return `${[...lines, 'END:VCALENDAR'].join('\r\n')}\r\n`
}
