/** What the bench says about one kind of visit: times in milliseconds, requests in a second. */
export type Figures = {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly perSecond: number
  readonly count: number
}

/** What is measured: by the server's own clock, and as the visitor waited. */
export type Measured = {
  readonly name: string
  readonly connections: number
  readonly atServer: Figures
  readonly asVisited: Figures
  /** Processor time of the server's process for one answer, in milliseconds; the database has its own. */
  readonly processor: number
  /** Size of the page before compression, in bytes. */
  readonly bytes: number
  /** Answers that were not the one expected: any at all makes the figures worthless. */
  readonly wrong: number
}

/** The figures of times in milliseconds gathered over so many seconds. Nearest-rank percentiles. */
export function figuresOf(times: readonly number[], seconds: number): Figures {
  const sorted = times.toSorted((a, b) => a - b)
  return {
    p50: percentile(sorted, 50),
    p95: percentile(sorted, 95),
    p99: percentile(sorted, 99),
    perSecond: seconds > 0 ? round(sorted.length / seconds) : 0,
    count: sorted.length,
  }
}

/** The least time that at least that percentage of the sorted times do not exceed; 0 when there are none. */
export function percentile(sorted: readonly number[], percent: number): number {
  const place = Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)
  return round(sorted[place] ?? 0)
}

export const round = (value: number): number => Math.round(value * 10) / 10

/** How many times the floor a page takes, by median at the server; undefined where there is no floor. */
export function ratio(value: number, floor: number | undefined): number | undefined {
  return floor === undefined || floor === 0 ? undefined : round(value / floor)
}

/** A table for a terminal: text to the left, numbers to the right. The first row is the heading. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const columns = rows[0]?.map((_, n) => Math.max(...rows.map((row) => row[n]?.length ?? 0))) ?? []
  const line = (row: readonly string[]) =>
    row
      .map((text, n) => (n === 0 ? text.padEnd(columns[n] ?? 0) : text.padStart(columns[n] ?? 0)))
      .join('  ')
  return rows.map(line).join('\n')
}
