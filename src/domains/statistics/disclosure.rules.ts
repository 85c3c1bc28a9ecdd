/**
 * Disclosure control. A number cannot reach a page or a file of statistics unless it has been
 * through here: the brand is the door.
 */
import { type Interval, wilson } from './intervals.rules.ts'
import { type CountTable, protect } from './protection.rules.ts'

declare const safe: unique symbol

/** A count that has been through disclosure control; `value` is undefined when it is hidden. */
export type Publishable = { readonly [safe]: true; readonly value: number | undefined }

/** What stands where a number is hidden, the mark the government statistical service uses. */
export const CONFIDENTIAL = '[c]'

export type DisclosurePolicy = {
  /** The smallest count of children, other than nought, that is shown. */
  readonly smallestShown: number
  /** The smallest number of children a percentage is given for. */
  readonly percentFrom: number
  /** A new picture is made only when this many children answered anew, or none. */
  readonly fewestChanged: number
  readonly inForceFrom: string
  readonly source: string
  /** True while somebody with the authority to say so has still to confirm it. */
  readonly toCheck: boolean
}

/**
 * For figures inside an organisation. The DfE hides 1 to 5 in what it publishes about children
 * in need (data guidance 2020 and 2021): check before anything here is published outside.
 */
export const POLICY: DisclosurePolicy = {
  smallestShown: 5,
  percentFrom: 20,
  fewestChanged: 10,
  inForceFrom: '2026-11-21',
  source: 'Common practice inside agencies: counts under 5 are hidden. Not confirmed by a statute.',
  toCheck: true,
}

/**
 * Hides what could point at a child, and what would give that away. When what is known already
 * leaves no way to protect one, nothing but what is known is shown. Nothing else may make one.
 */
export function publish(
  table: CountTable,
  policy: DisclosurePolicy = POLICY,
): Map<string, Publishable> {
  const hidden = protect(table, policy.smallestShown)
  const shown = (name: string) => (hidden ? !hidden.has(name) : table.known?.has(name) === true)
  return new Map([...table.counts].map(([name, n]) => [name, passed(shown(name) ? n : undefined)]))
}

/** A number as it was released before, read back from the ledger of releases. */
export function released(value: number | null | undefined): Publishable {
  return passed(value ?? undefined)
}

/** A figure not shown because the total it is part of is not. */
export function withheld(): Publishable {
  return passed(undefined)
}

const WEEK = 7

/**
 * A median of days, in whole weeks begun, so that it is no one child's own time; of other times in steps of their
 * own. Given only where the counts it comes from are shown, of as many children as a percentage needs. Nought: not
 * reached yet.
 */
export function publishMedian(
  days: number | undefined,
  of: readonly (Publishable | undefined)[],
  policy: DisclosurePolicy = POLICY,
  step = WEEK,
): Publishable {
  const shown = of.every((count) => count?.value !== undefined)
  if (!shown || (of[0]?.value ?? 0) < policy.percentFrom) return passed(undefined)
  return passed(days === undefined ? 0 : Math.max(1, Math.ceil(days / step)) * step)
}

/** The figure as a reader or a file gets it. */
export function textOf(figure: Publishable): string {
  return figure.value === undefined ? CONFIDENTIAL : String(figure.value)
}

export type Share = {
  /** A whole percentage, or undefined under 20 children, where it would say more than is known. */
  readonly percent: number | undefined
  readonly interval: Interval
}

/** The share of those who answered, with Wilson's interval; undefined when either is not shown. */
export function shareOf(
  part: Publishable,
  of: Publishable,
  policy: DisclosurePolicy = POLICY,
): Share | undefined {
  if (part.value === undefined || of.value === undefined) return undefined
  const interval = wilson(part.value, of.value)
  if (!interval) return undefined
  const percent = Math.round((100 * part.value) / of.value)
  return { percent: of.value < policy.percentFrom ? undefined : percent, interval }
}

export type NewPicture = 'first' | 'unchanged' | 'made' | 'too-few-changed'

/**
 * Whether a new picture may replace the last. Two pictures that differ by a few children would
 * tell what those few said, so a new one waits until enough children have answered anew. Where
 * nothing changed, one that holds more figures than the last tells nothing about anybody's change.
 */
export function newPicture(
  changed: number | undefined,
  lastIsWhole = true,
  policy: DisclosurePolicy = POLICY,
): NewPicture {
  if (changed === undefined) return 'first'
  if (changed === 0) return lastIsWhole ? 'unchanged' : 'made'
  return changed < policy.fewestChanged ? 'too-few-changed' : 'made'
}

function passed(value: number | undefined): Publishable {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one door into Publishable
  return { value } as Publishable
}
