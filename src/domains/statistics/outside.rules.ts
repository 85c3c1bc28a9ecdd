/**
 * Figures for readers outside the organisation. What may be shown inside still tells too much there:
 * somebody outside holds other tables. So counts under 10 are not shown, and the others are rounded
 * to the nearest 10, each by itself. Our own choice, to be checked by whoever may say so.
 */
import { type Publishable, released, withheld } from './disclosure.rules.ts'

const SMALLEST_OUTSIDE = 10
const ROUNDED_TO = 10

export function forOutside(figure: Publishable): Publishable {
  const { value } = figure
  if (value === undefined || value < SMALLEST_OUTSIDE) return withheld()
  return released(Math.round(value / ROUNDED_TO) * ROUNDED_TO)
}
