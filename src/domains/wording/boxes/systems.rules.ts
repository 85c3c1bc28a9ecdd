// Whose words each box holds: the systems around a child, what is owed, and the people they love.
import type { Boxes } from './boxes-of-form.rules.ts'

const child = '/children/:childId'
const systems = `${child}/systems`
const clock = `${child}/clocks/:clock`

export const BOXES_OF_SYSTEMS: readonly Boxes[] = [
  { at: `${systems}/demands/add`, ours: ['what'], change: 'after' },
  { at: `${systems}/demands/:entry`, ours: ['what'], change: 'here' },
  { at: `${systems}/clashes/add`, ours: ['why'], change: 'after' },
  { at: `${systems}/clashes/:first/:second`, ours: ['note'], change: 'here' },
  { at: `${systems}/waiting/:process`, ours: [], theirs: ['words'], change: 'here' },
  { at: `${systems}/deadlines/add`, ours: ['what', 'notMetWhy'], change: 'after' },
  { at: `${systems}/deadlines/:entry`, ours: ['what', 'notMetWhy'], change: 'here' },
  { at: `${systems}/wall/name`, ours: ['why'], change: 'said' },
  // What is privileged is as a lawyer or the child said it, and is looked at by nobody who is not named.
  { at: `${systems}/notes/add`, ours: [], theirs: ['words'], change: 'after' },
  { at: `${systems}/notes/:entry`, ours: [], theirs: ['words'], change: 'here' },
  // `why` is the reason that somebody else gave, and is kept as they gave it.
  { at: `${systems}/age/add`, ours: ['outcomeWords'], theirs: ['why', 'effect'], change: 'after' },
  {
    at: `${systems}/age/:entry`,
    ours: ['outcomeWords'],
    theirs: ['why', 'effect'],
    change: 'here',
  },
  {
    at: `${systems}/requests/add`,
    ours: ['what', 'barrier', 'action'],
    theirs: ['childWords'],
    change: 'after',
  },
  { at: `${systems}/requests/:entry`, ours: ['what'], theirs: ['childWords'], change: 'here' },
  { at: `${systems}/steps/add`, ours: ['support'], theirs: ['why'], change: 'after' },
  { at: `${systems}/steps/:entry`, ours: ['support'], theirs: ['why'], change: 'here' },
  { at: `${systems}/due/:nation/:code`, ours: ['note'], change: 'here' },
  {
    at: `${systems}/barriers/add`,
    ours: ['barrier', 'action', 'endedHow'],
    theirs: ['childWords'],
    change: 'after',
  },
  {
    at: `${systems}/barriers/:entry`,
    ours: ['barrier', 'action', 'endedHow'],
    theirs: ['childWords'],
    change: 'here',
  },
  { at: `${child}/clocks/add`, ours: ['owed', 'why'], change: 'after' },
  { at: `${clock}/change`, ours: ['owed', 'why'], change: 'here' },
  { at: `${clock}/stop`, ours: ['why'], change: 'said' },
  { at: `${clock}/pause`, ours: ['why'], change: 'said' },
  { at: `${clock}/ask-again`, ours: ['said'], theirs: ['answer'], change: 'after' },
  { at: `${clock}/ask-again/:asking`, ours: ['said'], theirs: ['answer'], change: 'here' },
  { at: `${clock}/correct`, ours: ['why'], change: 'said' },
  {
    at: `${child}/people-they-love/:statement`,
    ours: ['words', 'madeWords', 'why', 'reply'],
    change: 'said',
  },
  { at: `${child}/people-they-love/contacts/:contact`, ours: ['signedWhy'], change: 'said' },
]
