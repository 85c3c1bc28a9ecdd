// Forms of plans and of decisions in a child's best interests.
import type { Boxes } from './boxes-of-form.rules.ts'

const plan = '/children/:childId/plans/:plan'
const decision = '/children/:childId/decisions/:decision'

export const BOXES_OF_PLANS: readonly Boxes[] = [
  { at: `${plan}/strengths`, ours: ['strengths'], change: 'here' },
  { at: `${plan}/heads/:head`, ours: ['words', 'plain'], change: 'here' },
  { at: `${plan}/not-heard`, ours: ['because'], change: 'here' },
  { at: `${plan}/send-back`, ours: ['words'], change: 'said' },
  { at: `${plan}/end`, ours: ['why'], change: 'said' },
  { at: `${plan}/said`, ours: [], theirs: ['words'], change: 'said' },
  { at: `${plan}/said/:said`, ours: ['words'], change: 'here' },
  { at: `${plan}/goals/add`, ours: [], theirs: ['words'], change: 'said' },
  { at: '/children/:childId/valued/add', ours: [], theirs: ['words'], change: 'said' },
  { at: `${plan}/goals/:goal`, ours: ['why'], change: 'said' },
  { at: `${plan}/conflicts/:conflict/up`, ours: ['why'], change: 'here' },
  { at: `${plan}/actions/add`, ours: ['what', 'plain', 'cameOf'], change: 'after' },
  { at: `${plan}/actions/:action`, ours: ['what', 'plain', 'cameOf'], change: 'here' },
  { at: `${plan}/needs/add`, ours: ['need', 'offer'], change: 'after' },
  { at: `${plan}/needs/:need`, ours: ['need', 'offer'], change: 'here' },
  { at: `${plan}/needs/:need/says`, ours: [], theirs: ['words'], change: 'said' },
  {
    at: `${plan}/reviews/:review/lines/add`,
    ours: ['asked', 'done'],
    theirs: ['childSays'],
    change: 'said',
  },
  { at: `${plan}/reviews/:review/held`, ours: ['needsWords'], change: 'here' },
  { at: `${plan}/reviews/:review/after`, ours: [], theirs: ['words'], change: 'here' },
  { at: `${plan}/conflicts/add`, ours: ['words'], change: 'said' },
  { at: `${plan}/conflicts/:conflict`, ours: ['words'], change: 'said' },
  { at: '/children/:childId/decisions/add', ours: ['question'], change: 'said' },
  {
    at: `${decision}/options/add`,
    ours: ['what', 'speaksFor', 'speaksAgainst'],
    change: 'said',
  },
  { at: `${decision}/said`, ours: [], theirs: ['words'], change: 'said' },
  { at: `${decision}/not-heard`, ours: ['becauseWords'], change: 'said' },
  { at: `${decision}/dissent`, ours: [], theirs: ['words'], change: 'said' },
  { at: `${decision}/weigh`, ours: ['weightWhy', 'reasons'], change: 'here' },
  { at: `${decision}/told`, ours: ['toldWhat', 'toldHow'], change: 'here' },
  { at: `${decision}/not-told`, ours: ['notToldBecause'], change: 'here' },
]
