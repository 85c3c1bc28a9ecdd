import { CARER_PARTS, type RegisteredCarer } from '#domains/home/index.ts'
import type { Carer } from '../carers.rules.ts'

export const NOT_IN_IT = 'not-in-register'

/** Whom of the register an account may belong to: those who care where the young person lives now, and nobody. */
export function registerChoices(
  registered: readonly RegisteredCarer[],
): Readonly<Record<string, string>> {
  const here = registered.filter((r) => r.here)
  return {
    ...Object.fromEntries(here.map((r) => [r.id, `${r.name}, ${partOf(r)}, ${r.placeCalled}`])),
    [NOT_IN_IT]: 'Somebody who is not in the register, such as family',
  }
}

const partOf = (r: RegisteredCarer): string => CARER_PARTS[r.part].toLowerCase()

/** Who a carer is in the register, whether they care where the young person lives, and what they lack. */
export function registerLine(carer: Carer, registered: readonly RegisteredCarer[]) {
  if (!carer.registerId) return undefined
  const found = registered.find((r) => r.id === carer.registerId)
  if (!found) return { text: 'In the register of another organisation', stands: undefined }
  const lacks = found.lacks.length > 0 ? `. Lacks: ${found.lacks.join('; ')}` : ''
  return {
    text: `In the register: ${found.name}, ${partOf(found)}, ${found.placeCalled}${lacks}`,
    href: `/homes/carers/${found.id}`,
    stands: found.here ? undefined : GOES_NO_FURTHER,
  }
}

const GOES_NO_FURTHER =
  'They no longer care where the young person lives, so the account shows them nothing. End it; or, where the young person wants them to go on seeing each other, change who they are in the register.'
