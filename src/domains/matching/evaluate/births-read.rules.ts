import type { BirthClaim } from '../record.rules.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Whether dates like 03/04/2008 in a file begin with the month: only when some could not otherwise be dates. */
export function beginsWithMonth(values: Iterable<string>): boolean {
  let [dayFirst, monthFirst] = [0, 0]
  for (const value of values) {
    const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}/.exec(value)
    if (!parts) continue
    if (Number(parts[1]) > 12) dayFirst++
    if (Number(parts[2]) > 12) monthFirst++
  }
  return monthFirst > 0 && dayFirst === 0
}

const two = (n: number | string): string => String(n).padStart(2, '0')

const onDay = (year: string, month: number | string, day: number | string): BirthClaim => {
  const text = `${year}-${two(month)}-${two(day)}`
  return { earliest: text, latest: text }
}

const inYears = (from: string, to: string): BirthClaim => ({
  earliest: `${from}-01-01`,
  latest: `${to}-12-31`,
})

const inMonth = (year: string, month: number | string): BirthClaim => ({
  earliest: `${year}-${two(month)}-01`,
  latest: `${year}-${two(month)}-31`,
})

type Form = readonly [RegExp, (parts: readonly string[], monthFirst: boolean) => BirthClaim]

/** A day nobody knows is often written 00. */
function dayOr(year: string, month: string, day: string): BirthClaim {
  if (Number(month) === 0) return inYears(year, year)
  return Number(day) === 0 ? inMonth(year, month) : onDay(year, month, day)
}

const FORMS: readonly Form[] = [
  [
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/,
    ([y = '', m = '', d = '']) => dayOr(y, m, d),
  ],
  [/^(\d{4})(\d{2})(\d{2})$/, ([y = '', m = '', d = '']) => dayOr(y, m, d)],
  [
    /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?:[T ].*)?$/,
    ([a = '', b = '', y = ''], monthFirst) => (monthFirst ? dayOr(y, a, b) : dayOr(y, b, a)),
  ],
  [
    /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*[ ,-]+(\d{4})$/,
    ([d = '', m = '', y = '']) => named(y, m, d),
  ],
  [
    /^([a-z]{3})[a-z]*[ -](\d{1,2})(?:st|nd|rd|th)?[ ,-]+(\d{4})$/,
    ([m = '', d = '', y = '']) => named(y, m, d),
  ],
  [/^(\d{4})[-/.](\d{1,2})$/, ([y = '', m = '']) => inMonth(y, m)],
  [/^(\d{1,2})[-/.](\d{4})$/, ([m = '', y = '']) => inMonth(y, m)],
  [/^([a-z]{3})[a-z]*[ -](\d{4})$/, ([m = '', y = '']) => named(y, m, '0')],
  [/^(?:c\.?|ca\.?|circa|about|approx\.?)?\s*(\d{4})\s*\??$/, ([y = '']) => inYears(y, y)],
  [/^(\d{4})\s*(?:-|–|to|\/)\s*(\d{4})$/, ([from = '', to = '']) => inYears(from, to)],
]

function named(year: string, month: string, day: string): BirthClaim {
  const n = MONTHS.indexOf(month) + 1
  return dayOr(year, String(n), day)
}

/** Whether a cell is one day, written as it is kept: most are, and there is nothing to work out. */
export function isWholeDay(cell: string): boolean {
  if (cell.length !== 10) return false
  for (let n = 0; n < 10; n++) {
    const unit = cell.charCodeAt(n)
    if (n === 4 || n === 7 ? unit !== DASH : unit < NOUGHT || unit > NOUGHT + 9) return false
  }
  const number = (n: number) => (cell.charCodeAt(n) - NOUGHT) * 10 + cell.charCodeAt(n + 1) - NOUGHT
  const [month, day] = [number(5), number(8)]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

const [DASH, NOUGHT] = [0x2d, 0x30]

const SPANS = /\s*(?:;|\||\bor\b)\s*/

/** The claims of a cell; several may stand in one. What is not a date says nothing. */
export function claimsIn(cell: string, monthFirst: boolean): readonly BirthClaim[] {
  if (cell === '') return []
  return cell
    .toLowerCase()
    .split(SPANS)
    .flatMap((text) => claim(text.trim(), monthFirst) ?? [])
}

function claim(text: string, monthFirst: boolean): BirthClaim | undefined {
  for (const [form, read] of FORMS) {
    const parts = form.exec(text)
    if (parts) return possible(read(parts.slice(1), monthFirst))
  }
  return undefined
}

/** Whatever was written, a month past 12 or a day past 31 is no claim of a day. */
function possible(birth: BirthClaim): BirthClaim | undefined {
  const [, month = '', day = ''] = birth.earliest.split('-')
  return Number(month) <= 12 && Number(day) <= 31 ? birth : undefined
}
