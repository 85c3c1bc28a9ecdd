import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import type { Child } from '#domains/children/index.ts'
import type { OfferedFramework } from '../check-in-framework.queries.ts'
import { FRAMEWORK_REFUSED } from '../framework.rules.ts'

export type ChooseFrameworkView = {
  readonly title: string
  readonly child: Child
  readonly errors: Errors
  readonly version: number
  readonly changed: boolean
  readonly items: readonly {
    readonly value: string
    readonly text: string
    readonly hint: string
    readonly checked: boolean
  }[]
}

/** Every set in use, each with why it cannot be used with them, if it cannot. None is hidden. */
export function chooseFrameworkView(given: {
  readonly child: Child
  readonly offered: readonly OfferedFramework[]
  readonly usedNow: string | undefined
  readonly typed?: string | undefined
  readonly version: number
  readonly problems?: readonly Problem[]
  readonly changed?: boolean
}): ChooseFrameworkView {
  const picked = given.typed ?? given.usedNow
  return {
    title: 'Which outcomes are asked about',
    child: given.child,
    errors: errorsOf(given.problems ?? []),
    version: given.version,
    changed: given.changed === true,
    items: given.offered.map(({ framework, refusal }) => ({
      value: framework.frameworkId,
      text: `${framework.name}, version ${framework.version}`,
      hint: refusal ? FRAMEWORK_REFUSED[refusal] : `Defined by ${framework.definedBy}`,
      checked: framework.frameworkId === picked,
    })),
  }
}
