import { londonWallClock } from '#kernel/london-time.ts'

/** The hour on a clock in London, in figures. */
export const clockIn = (at: Date): string => londonWallClock(at).slice(11, 16)

/** The first language that a browser asks for and that is offered here; undefined when there is none. */
export function preferred(
  asked: string | undefined,
  offered: readonly string[],
): string | undefined {
  const tags = (asked ?? '')
    .split(',')
    .map((part) => part.split(';')[0]?.trim().toLowerCase() ?? '')
  for (const tag of tags.slice(0, 20)) {
    const whole = offered.find((o) => o.toLowerCase() === tag)
    const found = whole ?? offered.find((o) => o.toLowerCase() === tag.split('-')[0])
    if (found) return found
  }
  return undefined
}
