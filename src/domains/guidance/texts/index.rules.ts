import { topic, type Topic } from '../guidance.rules.ts'
import { ON_HOMES } from './homes.rules.ts'
import { ON_ARRIVING } from './arrival.rules.ts'
import { ON_LEAVING_CARE } from './leaving-care.rules.ts'
import { IN_THE_NATIONS } from './nations.rules.ts'
import { ON_PLANS_AND_MISSING } from './plans.rules.ts'
import { ON_REFERRAL_AND_PROCESSES } from './referral.rules.ts'
import { ON_BEING_SEEN } from './seen.rules.ts'

const WRITTEN: readonly Topic[] = [
  ...ON_BEING_SEEN,
  ...ON_ARRIVING,
  ...ON_REFERRAL_AND_PROCESSES,
  ...ON_PLANS_AND_MISSING,
  ...ON_LEAVING_CARE,
  ...ON_HOMES,
]

/** Every topic of help, in the order they are listed, with what holds in each nation by itself. */
export const TOPICS: readonly Topic[] = WRITTEN.map(({ code, title, lines }) =>
  topic(code, title, [...lines, ...(IN_THE_NATIONS[code] ?? [])]),
)

const BY_CODE = new Map(TOPICS.map((one) => [one.code, one]))

export const topicOf = (code: string): Topic | undefined => BY_CODE.get(code)
