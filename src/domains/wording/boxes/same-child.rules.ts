import type { Boxes } from './boxes-of-form.rules.ts'

/** Forms in which somebody says whether two records are about one child. */
export const BOXES_OF_THE_SAME_CHILD: readonly Boxes[] = [
  ':pair/decide',
  ':pair/answer',
  ':pair/take-back',
  ':pair/hand-over',
  'propose',
].map((place) => ({
  at: `/children/:childId/same-child/${place}`,
  ours: ['reason'],
  change: 'said',
}))
