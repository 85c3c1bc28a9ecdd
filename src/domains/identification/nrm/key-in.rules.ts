/** The key of a table that somebody chose; undefined for anything else that came from outside. */
export const keyIn = <T extends object>(table: T, text: string): keyof T | undefined =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a key that the table has itself
  Object.hasOwn(table, text) ? (text as keyof T) : undefined
