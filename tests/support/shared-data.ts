import path from 'node:path'

/** Where material shared between projects lies, beside this one, where there is any: tests that use it skip without it. */
export const sharedData = (...within: readonly string[]): string =>
  path.resolve(import.meta.dirname, '../../../shared/data', ...within)
