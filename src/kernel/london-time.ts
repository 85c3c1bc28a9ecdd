const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
})

const longDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
})

/** What a clock on a wall in London read at that instant, as 2026-11-21T10:30. */
export function londonWallClock(instant: Date): string {
  return wallClock.format(instant).replace(' ', 'T')
}

/** For a reader: 21 November 2026. */
export function londonDay(instant: Date): string {
  return longDay.format(instant)
}

/** For a reader: 21 November 2026 at 10:30am. */
export function londonDayAndTime(instant: Date): string {
  return `${longDay.format(instant)} at ${clock.format(instant).replace(/\s/g, '')}`
}

/**
 * The instant a London clock read this. In October an hour happens twice: the earlier one is
 * meant, since a child may have been gone longer. In March an hour never happens: undefined.
 */
export function londonInstant(text: string): Date | undefined {
  const asUtc = Date.parse(`${text}:00Z`)
  if (Number.isNaN(asUtc)) return undefined
  const summer = new Date(asUtc - 60 * 60 * 1000)
  const winter = new Date(asUtc)
  return [summer, winter].find((instant) => londonWallClock(instant) === text)
}
