import { answersOwed } from './answers.section.ts'
import { beside } from './beside.section.ts'
import { comingUp, missedVisits } from './calendar.section.ts'
import { clocks } from './clocks.section.ts'
import { corrections } from './corrections.section.ts'
import { councilReturn } from './council-return.section.ts'
import { facts } from './facts.section.ts'
import { happening, legalGaps } from './happening.section.ts'
import { home } from './home.section.ts'
import { ownWords } from './own-words.section.ts'
import { lettersSent, safeAndSeen } from './safe-and-seen.section.ts'
import { safeAsked } from './safe-asked.section.ts'
import { missing } from './missing.section.ts'
import { sameChild } from './same-child.section.ts'
import { saidToYou } from './said-to-you.section.ts'
import { referral } from './referral.section.ts'
import { reaching } from './reaching.section.ts'
import { plans } from './plans.section.ts'
import type { Section } from './section.ts'
import { peopleTheyLove } from './people-they-love.section.ts'
import { takingPart } from './taking-part.section.ts'
import { trusted } from './trusted.section.ts'
import { whatMatters } from './what-matters.section.ts'

/** Every section of a child's page, in order within its place. A domain adds one file and one line. */
export const sections: readonly Section[] = [
  beside,
  reaching,
  ownWords,
  corrections,
  missing,
  sameChild,
  whatMatters,
  missedVisits,
  trusted,
  safeAndSeen,
  legalGaps,
  home,
  comingUp,
  plans,
  happening,
  referral,
  answersOwed,
  clocks,
  safeAsked,
  saidToYou,
  peopleTheyLove,
  takingPart,
  facts,
  councilReturn,
  lettersSent,
]
