/** When somebody doubts how old a child is. Pure. */
import { type CalendarDay, yearsBetween } from '#kernel/calendar-day.ts'

export const DOUBTED_BY = {
  home_office: 'The Home Office',
  council: 'A council',
  court: 'A court',
  police: 'The police',
  health: 'A health service',
  school: 'A school or college',
  other: 'Somebody else',
} as const

export const AGE_OUTCOMES = {
  open: 'Nothing is decided',
  challenged: 'A decision is being challenged: nothing is final',
  doubt_withdrawn: 'The doubt was withdrawn',
  as_they_say: 'They are as old as they say',
  another_age: 'Another age under 18 was decided',
  over_18: 'It was decided that they are 18 or older',
} as const
export type AgeOutcome = keyof typeof AGE_OUTCOMES

/** An outcome after which something may still be decided otherwise. */
export const isOpen = (outcome: string): boolean => outcome === 'open' || outcome === 'challenged'

export const SUPPORT = { yes: 'Yes', no: 'No', not_known: 'Not known' } as const
export const INTERPRETER = { ...SUPPORT, not_needed: 'Not needed' } as const

type Born = { readonly earliest: CalendarDay; readonly latest: CalendarDay }

export type TreatedAs =
  | {
      readonly asChild: true
      readonly because: 'nothing-is-decided' | 'may-be-under-18' | 'age-not-known'
    }
  | { readonly asChild: false }

/**
 * Whether somebody is treated as a child now. While a doubt about age is open they are, whatever any
 * claim of a birth says; and without one, while any claim makes them under 18 (Modern Slavery Act 2015 s51).
 */
export function treatedAs(
  births: readonly Born[],
  doubts: readonly { readonly outcome: AgeOutcome }[],
  today: CalendarDay,
): TreatedAs {
  if (doubts.some((d) => isOpen(d.outcome))) {
    return { asChild: true, because: 'nothing-is-decided' }
  }
  if (births.length === 0) return { asChild: true, because: 'age-not-known' }
  const young = births.some((b) => yearsBetween(b.latest, today) < 18)
  return young ? { asChild: true, because: 'may-be-under-18' } : { asChild: false }
}

/** The ages in months that somebody may have, by what is claimed; while nothing is decided, no older than a child. */
export function monthsOld(
  births: readonly Born[],
  doubts: readonly { readonly outcome: AgeOutcome }[],
  today: CalendarDay,
): { readonly from: number; readonly to: number } | undefined {
  const treated = treatedAs(births, doubts, today)
  if (births.length === 0) return undefined
  const from = Math.min(...births.map((b) => monthsBetween(b.latest, today)))
  const to = Math.max(...births.map((b) => monthsBetween(b.earliest, today)))
  const open = treated.asChild && treated.because === 'nothing-is-decided'
  const most = open ? 18 * 12 - 1 : Number.POSITIVE_INFINITY
  return { from: Math.min(from, most), to: Math.min(to, most) }
}

export function monthsBetween(from: CalendarDay, to: CalendarDay): number {
  const [fy = 0, fm = 0, fd = 0] = from.split('-').map(Number)
  const [ty = 0, tm = 0, td = 0] = to.split('-').map(Number)
  return (ty - fy) * 12 + (tm - fm) - (td < fd ? 1 : 0)
}

export const TREATED: Readonly<
  Record<'nothing-is-decided' | 'may-be-under-18' | 'age-not-known', string>
> = {
  'nothing-is-decided': 'They are treated as a child: nothing about their age is finally decided.',
  'may-be-under-18':
    'They are treated as a child: by at least one date of birth they are under 18.',
  'age-not-known': 'They are treated as a child: nobody has written down a date of birth.',
}
