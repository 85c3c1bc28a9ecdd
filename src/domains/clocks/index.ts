/** What other domains and desks may know of clocks. */
export { askingsOf, type NextAsking, nextAskings } from './ask-again/asked-again.queries.ts'
export { ASK_AGAIN, type Asking } from './ask-again/asked-again.rules.ts'
export { askingLine } from './ask-again/asked-again.view.ts'
export {
  type About,
  type Acted,
  correctStart,
  pauseClock,
  reopenClock,
  resumeClock,
  ruleFor,
  startClock,
  stopClock,
  type ToStart,
  type Which,
} from './acts.queries.ts'
export { clocksToCount, openRecount, type Recount, recountNext } from './recount.queries.ts'
export { lengthInWords } from './rule.view.ts'
export { type ClockLine, clockLine } from './see-clocks/clock.view.ts'
export {
  bankHolidays,
  type Division,
  DIVISIONS,
  type Nation,
  NATION_NAMES,
  NATIONS,
} from './bank-holidays.rules.ts'
export {
  changesNothing,
  type HolidayChange,
  readHolidays,
} from './load-holidays/holidays-file.form.ts'
export { holidayChange, loadHolidays } from './load-holidays/holidays.queries.ts'
export { endOfDay } from './days.rules.ts'
export {
  type Clock,
  type ClockRule,
  countClock,
  type KnownRules,
  type Standing,
  standingOf,
} from './clock.rules.ts'
export {
  clocksOf,
  clocksOwedToChildren,
  clocksThatEnded,
  type OwedToChild,
  type OwedToChildren,
  type WhoseClocks,
} from './clocks.queries.ts'
export { CLOCKS_EVENTS } from './chronology.rules.ts'
