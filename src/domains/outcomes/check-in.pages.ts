import type { Page } from '#platform/http/page.ts'
import { askFramework, setFramework } from './choose-framework/choose-framework.page.ts'
import { askHandOver, handOver } from './hand-over/hand-over.page.ts'
import { askNotHeld, recordNotHeld } from './record-not-held/record-not-held.page.ts'
import {
  changeGoalOfChild,
  seeGoalOfChild,
  seeGoalsOfChild,
  writeGoal,
} from './write-goal/write-goal.page.ts'
import { askView, chooseView, writeView } from './write-view/write-view.page.ts'

/** What those beside a young person do about outcomes. The young person's own pages are in participation. */
export const checkInPages: readonly Page[] = [
  askFramework,
  setFramework,
  askHandOver,
  handOver,
  askNotHeld,
  recordNotHeld,
  chooseView,
  askView,
  writeView,
  seeGoalsOfChild,
  writeGoal,
  seeGoalOfChild,
  changeGoalOfChild,
]
