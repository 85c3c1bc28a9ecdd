/** What desks may know of homes. */
export { type Adult, adultsOf, type SharedHome, sharedHomes } from './adult.queries.ts'
export { type RegisteredCarer, registeredCarers } from './carers-here.queries.ts'
export { HOME_EVENTS } from './chronology.rules.ts'
export { CARER_PARTS, HOME_KINDS, RELATIONS, SHARES, waitsForManager } from './home.rules.ts'
export { homesLivedIn } from './lived.queries.ts'
export { currentOf, type Stay, staysOf } from './stay.queries.ts'
