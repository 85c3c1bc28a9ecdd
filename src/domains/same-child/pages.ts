import type { Page } from '#platform/http/page.ts'
import { askAgain, seeOfChild } from './of-child/of-child.page.ts'
import { propose, seePropose } from './propose/propose.page.ts'
import { goOn, seeRuns, startRun, stopARun } from './runs/runs.page.ts'
import { sayPages } from './say-of-pair/say-of-pair.page.ts'
import { seePair } from './see-pair/see-pair.page.ts'
import { seePairs } from './see-pairs/see-pairs.page.ts'

export const sameChildPages: readonly Page[] = [
  seePairs,
  seeRuns,
  startRun,
  stopARun,
  goOn,
  seeOfChild,
  askAgain,
  seePropose,
  propose,
  seePair,
  ...sayPages,
]
