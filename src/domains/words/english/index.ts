import { around } from './around.ts'
import { calendar } from './calendar.ts'
import { checkIn } from './check-in.ts'
import { door } from './door.ts'
import { happening } from './happening.ts'
import { pages } from './pages.ts'
import { phone } from './phone.ts'
import { steady } from './steady.ts'
import { answered } from './answered.ts'
import { howWeWere } from './how-we-were.ts'
import { meetings } from './meetings.ts'
import { myRecord } from './my-record.ts'
import { notRight } from './not-right.ts'
import { places } from './places.ts'
import { rights } from './rights.ts'
import { somebodyNow } from './somebody-now.ts'

/**
 * Every word a young person reads, in English: one file for each part of their pages. Short, one idea
 * at a time, ordinary. Nothing here praises, grades, hurries or names what happened to anybody: a test
 * reads every string. {name}, {day} and the like are filled in. Other languages are in `../languages`.
 */
export const en = {
  ...around,
  ...calendar,
  ...checkIn,
  ...door,
  ...happening,
  ...pages,
  ...phone,
  ...steady,
  answered,
  howWeWere,
  meetings,
  myRecord,
  notRight,
  places,
  rights,
  somebodyNow,
} as const

/** Which file of English each first key belongs to: translations are kept in files of the same names. */
export const AREAS: Readonly<Record<string, readonly string[]>> = {
  around: Object.keys(around),
  calendar: Object.keys(calendar),
  'check-in': Object.keys(checkIn),
  door: Object.keys(door),
  happening: Object.keys(happening),
  pages: Object.keys(pages),
  phone: Object.keys(phone),
  steady: Object.keys(steady),
  answered: ['answered'],
  'how-we-were': ['howWeWere'],
  meetings: ['meetings'],
  'my-record': ['myRecord'],
  'not-right': ['notRight'],
  places: ['places'],
  rights: ['rights'],
  'somebody-now': ['somebodyNow'],
}
