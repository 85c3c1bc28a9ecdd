import type { Answer } from '#platform/http/page.ts'
import type { Qr } from '#platform/views/qr.ts'
import type { GivenCode } from '../code.queries.ts'
import { CODE_MINUTES } from '../code.rules.ts'
import { clockIn } from '../door.rules.ts'

const title = 'A code to come in'

type Seen = {
  readonly childId: string
  readonly knownAs: string
  readonly last: GivenCode | undefined
  readonly me: string
  readonly now: Date
}

/** What became of the newest code, in one sentence. */
function lastInWords(last: GivenCode, me: string, now: Date): string {
  const who = last.givenBy === me ? 'you' : last.givenByName
  if (last.usedAt) return `The last code, given by ${who}, was used at ${clockIn(last.usedAt)}.`
  if (last.endedAt) return `The last code, given by ${who}, was taken back before it was used.`
  if (last.endsAt <= now) return `The last code, given by ${who}, was not used in time.`
  return `A code that ${who} gave is open until ${clockIn(last.endsAt)}. It was shown only then.`
}

export const codeView = ({ childId, knownAs, last, me, now }: Seen): Answer => ({
  kind: 'view',
  template: 'domains/coming-and-going/give-code/give-code.njk',
  model: {
    page: {
      title,
      childId,
      knownAs,
      minutes: CODE_MINUTES,
      last: last && { text: lastInWords(last, me, now), at: last.givenAt },
      open: last !== undefined && !last.usedAt && !last.endedAt && last.endsAt > now,
    },
  },
})

type Given = {
  readonly childId: string
  readonly knownAs: string
  readonly ends: Date
  readonly code: string
  readonly address: string
  readonly qr: Qr
}

export const codeGivenView = (given: Given): Answer => ({
  kind: 'view',
  template: 'domains/coming-and-going/give-code/code-given.njk',
  model: { page: { title, ...given, until: clockIn(given.ends) } },
})
