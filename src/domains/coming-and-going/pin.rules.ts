import { plainFigures } from './code.rules.ts'

/** Wrong tries after which a device forgets its PIN. Few, for good: a PIN is short and people choose alike. */
export const PIN_TRIES = 5

export type PinRefusal = 'not-six' | 'easy'

/** The PIN that was typed: six figures of any script. Undefined when it is not that. */
export function readPin(typed: string): string | undefined {
  const figures = plainFigures(typed).replaceAll(/[\s-]/g, '')
  return /^\d{6}$/.test(figures) ? figures : undefined
}

/** Refuses what somebody would try in their first five: rows, repeats, and halves or pairs that repeat. */
export function refusePin(pin: string | undefined): PinRefusal | undefined {
  if (pin === undefined) return 'not-six'
  const figures = pin.split('').map(Number)
  const steps = figures.slice(1).map((figure, n) => figure - (figures[n] ?? 0))
  const row = (step: number) => steps.every((s) => s === step)
  const repeats = [1, 2, 3].some((size) => pin.slice(0, size).repeat(6 / size) === pin)
  return row(1) || row(-1) || repeats || COMMON.has(pin) ? 'easy' : undefined
}

/** From published lists of six-figure PINs that leaked: the ones that are neither rows nor repeats. */
const COMMON = new Set([
  '112233',
  '121314',
  '159753',
  '147258',
  '147852',
  '789456',
  '123321',
  '102030',
  '520131',
])

/** What goes under the key before a PIN is hashed: bound to its owner, so that equal PINs are kept unalike. */
export const pinAsKept = (person: string, pin: string): string => `pin ${person} ${pin}`
