/** A young person's own settings. Pure. */
import type { SharedKind, Sharing } from '#domains/children/index.ts'

/** How much they want to decide on one page. Theirs to change at any time; no birthday changes it. */
export const LEVELS = ['main', 'each_kind', 'each_person'] as const
export type Level = (typeof LEVELS)[number]

export const COLOURS = ['as_device', 'light', 'dark'] as const
export type Colours = (typeof COLOURS)[number]

export type Look = {
  readonly larger: boolean
  readonly calm: boolean
  readonly colours: Colours
}

export type OwnSetting = { readonly level: Level; readonly look: Look }

/** As it is until they change anything. */
export const AS_IT_BEGINS: OwnSetting = {
  level: 'main',
  look: { larger: false, calm: false, colours: 'as_device' },
}

/** What the sharing page is about: one kind of thing, or everything at once. */
export type SharingOf = SharedKind | 'everything'

/** Which choices a level offers. What was chosen at another level stays, and is offered as it stands. */
export function offeredAt(
  level: Level,
  now: Sharing['choice'] | 'mixed',
): readonly Sharing['choice'][] {
  return level === 'each_person' || now === 'some'
    ? ['everyone', 'some', 'nobody']
    : ['everyone', 'nobody']
}

/** One choice for everything, where all kinds agree. */
export function together(all: readonly Sharing[]): Sharing | 'mixed' {
  const [first] = all
  if (!first) return 'mixed'
  const same = (s: Sharing) =>
    s.choice === first.choice &&
    s.people.length === first.people.length &&
    s.people.every((p) => first.people.includes(p))
  return all.every(same) ? first : 'mixed'
}

export const SHARES = ['with_me', 'nobody'] as const
export type Share = (typeof SHARES)[number]

/** What a kind of thing is shared with once they say yes to a suggestion. */
export function asSuggested(now: Sharing, share: Share, suggestedBy: string): Sharing {
  if (share === 'nobody') return { choice: 'nobody', people: [] }
  // Who sees it already goes on seeing it.
  if (now.choice === 'everyone') return now
  return { choice: 'some', people: [...new Set([...now.people, suggestedBy])] }
}

export const SUGGESTED_ABOUT = [
  'check_ins',
  'goals',
  'people',
  'words',
  'contact',
  'topics',
  'look',
] as const
export type SuggestedAbout = (typeof SUGGESTED_ABOUT)[number]

/** A topic that can be put away: one of their own words, or an outcome of a framework. */
export const ofWords = (topic: string): string => `words/${topic}`
export const ofOutcome = (code: string): string => `outcome/${code}`
