import { KEEPING, isKeeping, type Standing } from '../list.rules.ts'
import type { Count } from '../wording.queries.ts'

/** Fewer than this would point at somebody’s text. */
const SMALLEST_SHOWN = 5

const few = (n: number): string => (n > 0 && n < SMALLEST_SHOWN ? 'fewer than 5' : String(n))

/** The counts as a table, in the order of the list: never by how many. */
export function countsView(
  counts: readonly Count[],
  list: readonly Standing[],
  days: { readonly from: string; readonly until: string },
): object {
  const all = counts.find((one) => one.code === null)
  const by = new Map(counts.flatMap((one) => (one.code === null ? [] : [[one.code, one] as const])))
  const labels = new Map(list.map((phrase) => [phrase.code, phrase.label]))
  const texts = all?.texts ?? 0
  // In the row without a code, `changed` holds the texts that carried any.
  const carried = all?.changed ?? 0
  const rows = [...labels].flatMap(([code, label]) => {
    const one = by.get(code)
    return one ? [rowOf(label, one)] : []
  })
  return {
    title: 'Advice on wording, counted',
    ...days,
    texts: few(texts),
    carried: few(carried),
    rate:
      texts >= SMALLEST_SHOWN && carried >= SMALLEST_SHOWN ? percent(carried, texts) : undefined,
    rows,
  }
}

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)}%`

function rowOf(label: string, one: Count): object {
  return {
    label,
    texts: few(one.texts),
    changed: few(one.changed),
    kept: few(one.kept),
    leftOpen: few(one.leftOpen),
    reasons: Object.entries(one.reasons)
      .filter(([code, n]) => isKeeping(code) && n >= SMALLEST_SHOWN)
      .map(([code, n]) => `${isKeeping(code) ? KEEPING[code] : ''}: ${n}`),
  }
}
