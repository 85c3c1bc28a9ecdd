import type { Boxes } from './boxes-of-form.rules.ts'

/** Forms about a child who is missing, and about what is ready beforehand. */
export const BOXES_OF_MISSING: readonly Boxes[] = [
  {
    at: '/children/:childId/missing/report',
    ours: ['lastSeenPlace', 'wearing', 'hasWithThem', 'risk'],
    change: 'after',
  },
  {
    at: '/children/:childId/missing/:episode/change',
    ours: ['lastSeenPlace', 'wearing', 'hasWithThem', 'risk'],
    change: 'here',
  },
  {
    at: '/children/:childId/missing/plan',
    ours: [],
    theirs: ['tell', 'look', 'say', 'pleaseDont'],
    change: 'here',
  },
  {
    at: '/children/:childId/missing/:episode/talk',
    ours: ['because', 'cameOfIt'],
    theirs: ['pushed', 'pulled', 'want'],
    change: 'here',
  },
  {
    at: '/children/:childId/missing/ready',
    ours: ['looks', 'friends', 'places', 'online', 'money', 'travels', 'medical', 'helps'],
    change: 'here',
  },
  { at: '/children/:childId/missing/:episode/told', ours: [], theirs: ['said'], change: 'said' },
  { at: '/children/:childId/missing/:episode/response', ours: ['did', 'better'], change: 'said' },
  { at: '/children/:childId/missing/:episode/review', ours: ['known', 'next'], change: 'said' },
  { at: '/children/:childId/missing/:episode/found', ours: ['how'], change: 'said' },
  { at: '/children/:childId/missing/:episode/close', ours: ['reason', 'goesOn'], change: 'said' },
  { at: '/children/:childId/missing/:episode/close-answer', ours: ['reason'], change: 'said' },
]
