/** Where a text can be changed once it is saved: on its own form, from the page shown afterwards, or nowhere. */
export type ChangedAt = 'here' | 'after' | 'said'

export type Boxes = {
  /** The address the form is sent to, as a page declares it. */
  readonly at: string
  /** A star stands for any letters: `*words`. */
  readonly ours: readonly string[]
  readonly theirs?: readonly string[]
  readonly change: ChangedAt
  /** Only with this choice are the words the writer's own; with any other they are somebody else's. */
  readonly only?: { readonly field: string; readonly is: readonly string[] }
}
