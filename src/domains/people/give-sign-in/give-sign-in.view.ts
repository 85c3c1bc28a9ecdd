import type { Answer } from '#platform/http/page.ts'

type Seen = {
  readonly childId: string
  readonly knownAs: string
  readonly userName: string | undefined
  readonly signIn:
    | {
        readonly hasPassword: boolean
        readonly sessions: number
        readonly lastUsed: Date | undefined
      }
    | undefined
}

/** The young person's own way in, for whoever stands beside them. */
export const giveSignInView = (seen: Seen, status = 200): Answer => ({
  kind: 'view',
  template: 'domains/people/give-sign-in/give-sign-in.njk',
  status,
  model: {
    page: { title: 'Their own way in', ...seen },
  },
})

type Given = {
  readonly childId: string
  readonly knownAs: string
  readonly userName: string
  readonly words: string
  readonly origin: string
}

/** The three words, shown this once, on a page made for printing and handing over. */
export const wordsGiven = (given: Given): Answer => ({
  kind: 'view',
  template: 'domains/people/give-sign-in/words-given.njk',
  model: { page: { title: 'Their own way in', ...given } },
})
