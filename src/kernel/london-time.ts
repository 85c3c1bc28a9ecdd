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

const inLanguages = new Map<string, Intl.DateTimeFormat>()

/** A formatter costs milliseconds to make, so each language keeps its own. */
function formatFor(language: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${parts.day ?? ''} ${parts.month}`
  const known = inLanguages.get(key)
  if (known) return known
  // Days are the ones people here write on letters and calendars: the Gregorian months, in the language's own words.
  const locale = language === 'en' ? 'en-GB' : `${language}-u-ca-gregory`
  const made = new Intl.DateTimeFormat(locale, {
    timeZone: 'Europe/London',
    year: 'numeric',
    ...parts,
  })
  if (inLanguages.size >= 200) inLanguages.clear()
  inLanguages.set(key, made)
  return made
}

/** A day as people write it in that language (BCP 47), on the calendar on the wall in London. */
export function londonDayIn(language: string, instant: Date): string {
  return formatFor(language, { day: 'numeric', month: 'long' }).format(instant)
}

/** A month and year as people write them in that language, shortened. */
export function londonMonthIn(language: string, instant: Date): string {
  return formatFor(language, { month: 'short' }).format(instant)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockFor(language: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${parts.weekday ?? ''} ${parts.hour ?? ''}`
  const known = clocks.get(key)
  if (known) return known
  const locale = language === 'en' ? 'en-GB' : language
  const made = new Intl.DateTimeFormat(locale, { timeZone: 'Europe/London', ...parts })
  if (clocks.size >= 200) clocks.clear()
  clocks.set(key, made)
  return made
}

/** The time on a London clock, as people write it in that language. */
export function londonTimeIn(language: string, instant: Date): string {
  return clockFor(language, { hour: 'numeric', minute: '2-digit' }).format(instant)
}

/** The day with its weekday, as people write it in that language: Tuesday 1 December. */
export function londonWeekdayIn(language: string, instant: Date): string {
  return clockFor(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(instant)
}
