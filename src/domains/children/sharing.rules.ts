/** Who beside a young person sees which kind of thing: theirs to say, and held by the database. Pure. */

export const SHARED_KINDS = ['check_ins', 'goals', 'people', 'words'] as const
export type SharedKind = (typeof SHARED_KINDS)[number]

export type Sharing = {
  readonly choice: 'everyone' | 'some' | 'nobody'
  /** The people they chose, by account, when it is some. */
  readonly people: readonly string[]
}

export const WITH_EVERYONE: Sharing = { choice: 'everyone', people: [] }

/** Said wherever something is kept back from whoever looks: it is never shown as nothing. */
export const notSharedInWords = (knownAs: string): string =>
  `${knownAs} has chosen not to share this`

/** The kinds that parts of the record belong to, by the name in their address. */
const KIND_OF_PART: Readonly<Record<string, SharedKind>> = {
  'about-me': 'words',
  meanings: 'words',
  people: 'people',
}

export const kindOfPart = (slug: string): SharedKind | undefined => KIND_OF_PART[slug]
