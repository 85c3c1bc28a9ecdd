/** A row as the database gives it: null where the code says undefined. */
export type Kept<T> = {
  readonly [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K]
}

/** The same row with undefined for null. */
export function known<T>(row: Kept<T>): T {
  const entries = Object.entries(row).map(([name, value]: [string, unknown]) => [
    name,
    value ?? undefined,
  ])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- null became undefined, and nothing else changed
  return Object.fromEntries(entries) as T
}

/** The other way round, for what goes into a row. */
export const orNull = <T>(value: T | undefined): T | null => value ?? null
