import { checkIn } from './check-in.ts'
import { pages } from './pages.ts'
import { phone } from './phone.ts'

/**
 * Every word a young person reads, in English: one file for each part of their pages. Short, one idea
 * at a time, ordinary. Nothing here praises, grades, hurries or names what happened to anybody: a test
 * reads every string. {name}, {day} and the like are filled in. Other languages are in `../languages`.
 */
export const en = { ...checkIn, ...pages, ...phone } as const

/** Which file of English each first key belongs to: translations are kept in files of the same names. */
export const AREAS: Readonly<Record<string, readonly string[]>> = {
  'check-in': Object.keys(checkIn),
  pages: Object.keys(pages),
  phone: Object.keys(phone),
}
