import { z } from 'zod'
import type { ReportingYear } from './reporting-year.rules.ts'

const YEAR = 'Choose a year from the list'
const FRAMEWORK = 'Choose an outcome framework from the list'

export type Choices = {
  readonly years: readonly ReportingYear[]
  readonly frameworks: readonly { readonly id: string; readonly name: string }[]
}

/**
 * Which picture is asked for: a year and a framework, and nothing else. What is left out is the
 * first of each list. There is no order to choose and no group to cut down to.
 */
export function readCutForm(fields: unknown, { years, frameworks }: Choices) {
  return z
    .object({
      year: listed(YEAR, years, (year) => String(year.begins)),
      framework: listed(FRAMEWORK, frameworks, (framework) => framework.id),
    })
    .safeParse(fields)
}

function listed<Item>(sentence: string, items: readonly Item[], key: (item: Item) => string) {
  return z
    .string(sentence)
    .optional()
    .transform((text, context) => {
      const found = items.find((item) => text === undefined || key(item) === text)
      if (found !== undefined) return found
      context.addIssue(sentence)
      return z.NEVER
    })
}
