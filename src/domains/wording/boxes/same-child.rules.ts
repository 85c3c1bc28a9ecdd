import type { Boxes } from './boxes-of-form.rules.ts'

/** Forms in which somebody says whether two records are about one child. */
export const BOXES_OF_THE_SAME_CHILD: readonly Boxes[] = [
  'decide',
  'answer',
  'take-back',
  'hand-over',
].map((slug) => ({
  at: `/children/:childId/same-child/:pair/${slug}`,
  ours: ['reason'],
  change: 'said',
}))
