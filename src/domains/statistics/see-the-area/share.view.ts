import { type Publishable, POLICY, shareOf, textOf, withheld } from '../disclosure.rules.ts'

export type Table = {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export function outOf(count: Publishable, of: Publishable): string {
  return count.value === undefined ? textOf(count) : `${textOf(count)} of ${textOf(of)}`
}

/** The share and its interval in whole percentages; no share where too few answered. */
export function shareWords(count: Publishable, of: Publishable): readonly [string, string] {
  if (of.value === 0) return ['nobody answered', 'none']
  const share = shareOf(count, of)
  if (!share) return [textOf(withheld()), textOf(withheld())]
  const { low, high } = share.interval
  const none = `not given under ${POLICY.percentFrom} answers`
  return [
    share.percent === undefined ? none : wholePercent((count.value ?? 0) / (of.value ?? 1)),
    `${wholePercent(low)} to ${wholePercent(high)}`,
  ]
}

function wholePercent(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1%'
  if (share < 1 && share > 0.995) return 'over 99%'
  return `${Math.round(share * 100)}%`
}
