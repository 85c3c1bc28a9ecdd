import type { Page } from '#platform/http/page.ts'
import { openPages } from './decide/open-decision.page.ts'
import { dissentPages, notYetPages, optionPages, saidPages } from './decide/parts.page.ts'
import { finishDecision, seeDecision } from './decide/see-decision.page.ts'
import { notToldPages, tellPages, weighPages } from './decide/weigh.page.ts'
import { seePlans } from './see-plans/see-plans.page.ts'

export const plansPages: readonly Page[] = [
  seePlans,
  ...openPages,
  seeDecision,
  finishDecision,
  ...optionPages,
  ...saidPages,
  ...notYetPages,
  ...weighPages,
  ...dissentPages,
  ...tellPages,
  ...notToldPages,
]
