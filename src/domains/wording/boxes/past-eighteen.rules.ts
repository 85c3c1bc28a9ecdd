// Forms of the way past eighteen.
import type { Boxes } from './boxes-of-form.rules.ts'

const here = '/children/:childId/past-eighteen'

export const BOXES_OF_PAST_EIGHTEEN: readonly Boxes[] = [
  {
    at: `${here}/plan`,
    ours: ['stays', 'changes', 'ifItFails'],
    theirs: ['says'],
    change: 'here',
  },
  { at: `${here}/people/add`, ours: ['takesOver'], change: 'after' },
  { at: `${here}/people/:adult`, ours: ['takesOver', 'endedWhy'], change: 'here' },
  { at: `${here}/people/:adult/met`, ours: [], theirs: ['says'], change: 'said' },
  { at: `${here}/people/:adult/wish`, ours: [], theirs: ['words'], change: 'said' },
  { at: `${here}/ends/add`, ours: ['reasoning', 'dependsOn', 'goesOn'], change: 'after' },
  {
    at: `${here}/ends/:end`,
    ours: ['reasoning', 'dependsOn', 'goesOn', 'settledHow'],
    change: 'here',
  },
  { at: `${here}/watch`, ours: [], theirs: ['asks', 'sign'], change: 'here' },
  { at: `${here}/watch/asked`, ours: [], theirs: ['words'], change: 'said' },
]
