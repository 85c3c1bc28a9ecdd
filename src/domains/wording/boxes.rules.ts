// Whose words each box of the staff forms holds. This is the one place that says so: what stands under `ours`
// is written by staff in their own words and may be advised on; what stands under `theirs` holds the young
// person's words, or somebody else's, as they were said, and is never looked at.
import type { Boxes } from './boxes/boxes-of-form.rules.ts'
import { BOXES_OF_IDENTIFICATION } from './boxes/identification.rules.ts'
import { BOXES_OF_HOMES } from './boxes/homes.rules.ts'
import { BOXES_OF_MISSING } from './boxes/missing.rules.ts'
import { BOXES_OF_PAST_EIGHTEEN } from './boxes/past-eighteen.rules.ts'
import { BOXES_OF_PLANS } from './boxes/plans.rules.ts'
import { BOXES_OF_THE_RECORD } from './boxes/record.rules.ts'
import { BOXES_OF_THE_SAME_CHILD } from './boxes/same-child.rules.ts'
import { BOXES_OF_SYSTEMS } from './boxes/systems.rules.ts'

export type { Boxes, ChangedAt } from './boxes/boxes-of-form.rules.ts'

export const BOXES: readonly Boxes[] = [
  ...BOXES_OF_THE_RECORD,
  ...BOXES_OF_IDENTIFICATION,
  ...BOXES_OF_SYSTEMS,
  ...BOXES_OF_MISSING,
  ...BOXES_OF_HOMES,
  ...BOXES_OF_PLANS,
  ...BOXES_OF_PAST_EIGHTEEN,
  ...BOXES_OF_THE_SAME_CHILD,
]

const BY_ADDRESS = new Map(BOXES.map((boxes) => [boxes.at, boxes]))

export const boxesAt = (address: string): Boxes | undefined => BY_ADDRESS.get(address)

/** The boxes of a form that hold the writer's own words, with what was written; none when the words are somebody else's. */
export function ownWordsIn(
  boxes: Boxes,
  form: Readonly<Record<string, unknown>>,
): readonly { readonly field: string; readonly text: string }[] {
  const { only } = boxes
  if (only && !only.is.some((choice) => form[only.field] === choice)) return []
  return Object.entries(form).flatMap(([field, text]) =>
    typeof text === 'string' && text.trim() !== '' && isOurs(boxes, field) ? [{ field, text }] : [],
  )
}

const isOurs = (boxes: Boxes, field: string): boolean =>
  boxes.ours.some((name) => (name.startsWith('*') ? field.endsWith(name.slice(1)) : field === name))
