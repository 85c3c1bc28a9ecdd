import type { CalendarDay } from '#kernel/calendar-day.ts'
import { londonInstant } from '#kernel/london-time.ts'
import type { Allocation } from '#domains/children/index.ts'
import { dayIn, type Frame, say } from '#domains/words/index.ts'
import type { Spell } from '../continuity.rules.ts'
import type { Handover, Meeting } from '../handover.rules.ts'
import { SOUGHT_PARTS, standingIn, type Step } from '../steps.rules.ts'

type Change = { readonly title: string; readonly lines: readonly string[] }

/** Each goodbye and hello I was told of: who, when we meet, and where. */
export function changesIn(
  frame: Frame,
  allocations: readonly Allocation[],
  handovers: ReadonlyMap<string, Handover>,
): readonly Change[] {
  return allocations.flatMap((a) => {
    const handover = handovers.get(a.id)
    return handover ? [changeOf(frame, a, handover)] : []
  })
}

function changeOf(frame: Frame, a: Allocation, h: Handover): Change {
  const w = frame.w.whoStays
  const name = a.personName ?? frame.w.looked.somebody
  return {
    title: say(a.endedOn ? w.left : w.leaves, { name }),
    lines: [...goodbyeLines(frame, h), ...nextLines(frame, h)],
  }
}

function goodbyeLines(frame: Frame, h: Handover): readonly string[] {
  const w = frame.w.whoStays
  const texts: Readonly<Record<Meeting, string>> = {
    planned: w.meetGoodbye,
    met: w.metGoodbye,
    not_wanted: w.noGoodbye,
    not_possible: w.tryGoodbye,
  }
  const day = h.goodbye === 'not_possible' ? (h.goodbyeAgainOn ?? h.goodbyeOn) : h.goodbyeOn
  return [
    say(texts[h.goodbye], { day: dayOf(frame, day) }),
    ...placeOf(frame, h.goodbye, h.goodbyeWhere),
  ]
}

function nextLines(frame: Frame, h: Handover): readonly string[] {
  const w = frame.w.whoStays
  if (h.nextBy) return [say(w.nobodyYet, { day: dayOf(frame, h.nextBy) })]
  if (!h.nextName || !h.hello || !h.helloOn) return []
  const name = h.nextName
  const texts: Readonly<Record<Meeting, string>> = {
    planned: w.meetHello,
    met: w.metHello,
    not_wanted: w.noHello,
    not_possible: w.tryHello,
  }
  const day = h.hello === 'not_possible' ? (h.helloAgainOn ?? h.helloOn) : h.helloOn
  return [
    say(w.comes, { name }),
    say(texts[h.hello], { name, day: dayOf(frame, day) }),
    ...placeOf(frame, h.hello, h.helloWhere),
  ]
}

const placeOf = (frame: Frame, meeting: Meeting, place: string | undefined): readonly string[] =>
  meeting === 'planned' && place ? [say(frame.w.whoStays.where, { place })] : []

/** Whom I could have and how far that is; nothing of parts nobody spoke of. */
export function offersIn(
  frame: Frame,
  steps: readonly Step[],
  spells: readonly Spell[],
  today: CalendarDay,
): readonly { readonly part: string; readonly text: string }[] {
  const w = frame.w.whoStays
  const parts: Readonly<Record<string, string>> = { ...frame.w.around.shortParts, carer: w.carer }
  return SOUGHT_PARTS.flatMap((part) => {
    const standing = standingIn(part, steps, spells, today)
    if (!('step' in standing) || standing.state === 'ended') return []
    const texts = {
      asked: w.asked,
      offered: w.offered,
      wanted: w.wanted,
      'not-now': w.notNow,
      'not-wanted': w.notWanted,
      'not-there': w.notThere,
    } as const
    const { step, state } = standing
    const again = state === 'not-now' || state === 'not-there' ? step.againOn : undefined
    const text = say(texts[state], { day: dayOf(frame, again ?? step.onDay) })
    return [{ part: parts[part] ?? part, text }]
  })
}

export function dayOf(frame: Frame, day: string): string {
  const noon = londonInstant(`${day}T12:00`)
  return noon ? dayIn(frame.language, noon) : day
}
