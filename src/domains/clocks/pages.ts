import type { Page } from '#platform/http/page.ts'
import { addRulePages } from './add-rule/add-rule.page.ts'
import { askAgainPages } from './ask-again/ask-again.page.ts'
import { actPages } from './keep-clock/act.page.ts'
import { ownClockPages } from './keep-clock/own-clock.page.ts'
import { startClockPages } from './keep-clock/start-clock.page.ts'
import { loadHolidayPages } from './load-holidays/load-holidays.page.ts'
import { seeClock, seeClocks } from './see-clocks/see-clocks.page.ts'
import { seeBankHolidays, seeRules } from './see-rules/see-rules.page.ts'

export const clocksPages: readonly Page[] = [
  seeClocks,
  ...ownClockPages,
  ...startClockPages,
  seeClock,
  ...actPages,
  ...askAgainPages,
  seeRules,
  seeBankHolidays,
  ...loadHolidayPages,
  ...addRulePages,
]
