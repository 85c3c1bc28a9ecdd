import type { Boxes } from './boxes-of-form.rules.ts'

/** Forms about where a child lives. */
export const BOXES_OF_HOMES: readonly Boxes[] = [
  { at: '/children/:childId/home/move', ours: ['whyHere', 'gapsReason'], change: 'said' },
  {
    at: '/children/:childId/home/:stay/check',
    ours: ['seen', 'why', 'putRight'],
    theirs: ['viewWords'],
    change: 'said',
  },
  { at: '/children/:childId/home/adults/:adult/answer', ours: ['why'], change: 'said' },
]
