import type { Topic } from '../guidance.rules.ts'
import { ON_HOMES } from './homes.rules.ts'
import { ON_ARRIVING } from './arrival.rules.ts'
import { ON_LEAVING_CARE } from './leaving-care.rules.ts'
import { ON_PLANS_AND_MISSING } from './plans.rules.ts'
import { ON_REFERRAL_AND_PROCESSES } from './referral.rules.ts'
import { ON_BEING_SEEN } from './seen.rules.ts'

/** Every topic of help, in the order they are listed. */
export const TOPICS: readonly Topic[] = [
  ...ON_BEING_SEEN,
  ...ON_ARRIVING,
  ...ON_REFERRAL_AND_PROCESSES,
  ...ON_PLANS_AND_MISSING,
  ...ON_LEAVING_CARE,
  ...ON_HOMES,
]

const BY_CODE = new Map(TOPICS.map((topic) => [topic.code, topic]))

export const topicOf = (code: string): Topic | undefined => BY_CODE.get(code)
