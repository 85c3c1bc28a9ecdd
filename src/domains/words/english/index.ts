import { answered } from './answered.ts'
import { around } from './around.ts'
import { byDay } from './by-day.ts'
import { calendar } from './calendar.ts'
import { cards } from './cards.ts'
import { checkIn } from './check-in.ts'
import { comeBack } from './come-back.ts'
import { contact } from './contact.ts'
import { door } from './door.ts'
import { goodThings } from './good-things.ts'
import { happening } from './happening.ts'
import { howWeWere } from './how-we-were.ts'
import { later } from './later.ts'
import { meetings } from './meetings.ts'
import { myRecord } from './my-record.ts'
import { notRight } from './not-right.ts'
import { pages } from './pages.ts'
import { peopleILove } from './people-i-love.ts'
import { phone } from './phone.ts'
import { places } from './places.ts'
import { rights } from './rights.ts'
import { say } from './say.ts'
import { settings } from './settings.ts'
import { somebodyNow } from './somebody-now.ts'
import { steady } from './steady.ts'
import { takingPart } from './taking-part.ts'
import { whoStays } from './who-stays.ts'
import { whereIAm } from './where-i-am.ts'
import { whereILive } from './where-i-live.ts'

/**
 * Every word a young person reads, in English: one file for each part of their pages. Short, one idea
 * at a time, ordinary. Nothing here praises, grades, hurries or names what happened to anybody: a test
 * reads every string. {name}, {day} and the like are filled in. Other languages are in `../languages`.
 */
export const en = {
  answered,
  ...around,
  byDay,
  ...calendar,
  ...cards,
  ...checkIn,
  comeBack,
  ...contact,
  ...door,
  goodThings,
  ...happening,
  howWeWere,
  later,
  meetings,
  myRecord,
  notRight,
  ...pages,
  peopleILove,
  ...phone,
  places,
  rights,
  ...say,
  ...settings,
  somebodyNow,
  ...steady,
  takingPart,
  whereIAm,
  whoStays,
  whereILive,
} as const

/** Which file of English each first key belongs to: translations are kept in files of the same names. */
export const AREAS: Readonly<Record<string, readonly string[]>> = {
  answered: ['answered'],
  around: Object.keys(around),
  'by-day': ['byDay'],
  calendar: Object.keys(calendar),
  cards: Object.keys(cards),
  'check-in': Object.keys(checkIn),
  'come-back': ['comeBack'],
  contact: Object.keys(contact),
  door: Object.keys(door),
  'good-things': ['goodThings'],
  happening: Object.keys(happening),
  'how-we-were': ['howWeWere'],
  later: ['later'],
  meetings: ['meetings'],
  'my-record': ['myRecord'],
  'not-right': ['notRight'],
  pages: Object.keys(pages),
  'people-i-love': ['peopleILove'],
  phone: Object.keys(phone),
  places: ['places'],
  rights: ['rights'],
  say: Object.keys(say),
  settings: Object.keys(settings),
  'somebody-now': ['somebodyNow'],
  steady: Object.keys(steady),
  'taking-part': ['takingPart'],
  'where-i-am': ['whereIAm'],
  'who-stays': ['whoStays'],
  'where-i-live': ['whereILive'],
}
