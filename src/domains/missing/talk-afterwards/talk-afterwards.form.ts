import { londonDayAndTime } from '#kernel/london-time.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Ask } from '#domains/children/index.ts'
import type { Form } from '#platform/http/reading.ts'
import { LANGUAGE, momentAsks, momentBoxes, type Reading } from '../read.form.ts'
import type { KeptReturn } from '../return.queries.ts'
import {
  type Accepted,
  ACCEPTED,
  CHOSEN,
  type Conversation,
  type Held,
  KNOWN,
  NO_WORDS,
  OFFERED,
  PRIVATE,
  YES_NO,
} from '../return.rules.ts'

type Choices = Readonly<Record<string, string>>

/** What a form is asked and read with. */
export type Has = {
  readonly foundAt: Date
  /** Whom they named in their own plan. */
  readonly named: string | undefined
  /** What is written down of their being exploited, by its id. */
  readonly situations: Choices
}

export const talkAsks = ({ named, situations }: Has): readonly Ask[] => [
  { kind: 'choice', name: 'offered', label: 'Was a conversation offered?', choices: OFFERED },
  ...momentAsks('offeredAt', 'If yes: when?'),
  {
    kind: 'text',
    name: 'talkedWith',
    label: 'With whom?',
    hint: named ? `In their own plan they named ${named}` : 'Ask whom they want',
  },
  { kind: 'choice', name: 'chosen', label: 'Who chose that person?', choices: CHOSEN },
  { kind: 'choice', name: 'accepted', label: 'Did they take it up?', choices: ACCEPTED },
  { kind: 'words', name: 'because', label: 'If it was not offered, or does not apply: why?' },
  ...momentAsks('heldAt', 'If it was held: when?'),
  {
    kind: 'choice',
    name: 'independent',
    label: 'Was it with somebody who has no part in their care?',
    choices: YES_NO,
  },
  {
    kind: 'choice',
    name: 'privatePlace',
    label: 'Could they talk where nobody else heard it?',
    choices: PRIVATE,
  },
  { kind: 'words', name: 'pushed', label: 'What made them leave, in their words' },
  { kind: 'words', name: 'pulled', label: 'What drew them, in their words' },
  { kind: 'words', name: 'want', label: 'What they want now, in their words' },
  {
    kind: 'text',
    name: 'language',
    label: 'Language of these words',
    hint: 'Its short code, like en, vi or ti',
  },
  { kind: 'choice', name: 'noWords', label: 'If there are no words: why?', choices: NO_WORDS },
  {
    kind: 'choice',
    name: 'exploited',
    label: 'Did somebody exploit them while they were away?',
    choices: KNOWN,
  },
  {
    kind: 'choice',
    name: 'again',
    label: 'Had those who exploited them before to do with it?',
    choices: KNOWN,
  },
  {
    kind: 'choice',
    name: 'situation',
    label: 'Which of what is written down of what happened to them is it?',
    hint: 'If nothing fits, write it down on “Safe, and seen” and come back.',
    choices: { none: 'None of it', ...situations },
  },
  { kind: 'words', name: 'cameOfIt', label: 'What was done because of what they said? (optional)' },
]

export function readTalk(read: Reading, form: Form, has: Has): Conversation | undefined {
  const offered = read.choice('offered', OFFERED, 'Choose whether it was offered')
  if (offered === 'yes') return readOffered(read, form, has)
  const because = read.needed('because', 'Enter why it was not offered', 2000)
  return offered && { offered, because }
}

function readOffered(read: Reading, form: Form, has: Has): Conversation | undefined {
  const offeredAt = read.moment('offeredAt', 'the day it was offered')
  if (offeredAt && offeredAt < has.foundAt) {
    const found = londonDayAndTime(has.foundAt)
    read.wrong('offeredAt', `They were found on ${found}: it cannot have been offered before`)
  }
  const talkedWith = read.needed('talkedWith', 'Enter with whom it was offered', 200)
  const chosen = read.choice('chosen', CHOSEN, 'Choose who chose that person')
  const accepted = read.choice('accepted', ACCEPTED, 'Choose whether they took it up')
  const held = readHeld(read, form, has)
  if (held) againstHeld(read, held, offeredAt, accepted)
  const cameOfIt = read.maybe('cameOfIt', 5000)
  if (!offeredAt || !chosen || !accepted) return undefined
  return { offered: 'yes', offeredAt, talkedWith, chosen, accepted, held, cameOfIt }
}

function againstHeld(
  read: Reading,
  held: Held,
  offeredAt: Date | undefined,
  accepted: Accepted | undefined,
): void {
  if (accepted && accepted !== 'yes') {
    read.wrong('accepted', 'It was held: then they took it up')
  }
  if (offeredAt && held.at < offeredAt) {
    read.wrong('heldAt', 'It cannot have been held before it was offered')
  }
}

const ABOUT_HELD = ['pushed', 'pulled', 'want', 'exploited', 'again'] as const

function readHeld(read: Reading, form: Form, has: Has): Held | undefined {
  const at = read.moment('heldAt', 'the day it was held', 'optional')
  if (!at) {
    const told = ABOUT_HELD.some((name) => textOf(form, name).trim() !== '')
    if (told) read.wrong('heldAt', 'Enter when it was held, since you wrote what was said')
    return undefined
  }
  const words = readWords(read)
  const independent = read.choice('independent', YES_NO, 'Choose whether that person has no part')
  const privatePlace = read.choice('privatePlace', PRIVATE, 'Choose whether nobody else heard it')
  const exploited = read.choice('exploited', KNOWN, 'Choose whether somebody exploited them')
  const again = read.choice('again', KNOWN, 'Choose whether those before had to do with it')
  const chosen = textOf(form, 'situation')
  const situationId = Object.keys(has.situations).find((id) => id === chosen)
  if (!independent || !privatePlace || !exploited || !again) return undefined
  return { at, ...words, independent, privatePlace, exploited, again, situationId }
}

function readWords(read: Reading) {
  const pushed = read.maybe('pushed', 5000)
  const pulled = read.maybe('pulled', 5000)
  const want = read.maybe('want', 5000)
  const language = read.maybe('language', 35) ?? 'en'
  if (!LANGUAGE.test(language)) {
    read.wrong('language', 'Enter the short code of the language, like en, vi or ti')
  }
  const none = pushed === undefined && pulled === undefined && want === undefined
  const chosen = none
    ? read.choice('noWords', NO_WORDS, 'Enter their words, or choose why there are none')
    : undefined
  return { pushed, pulled, want, language, noWordsBecause: chosen }
}

export const talkTyped = (r: KeptReturn | undefined): Readonly<Record<string, string>> =>
  r
    ? {
        ...textsOf({
          offered: r.offered,
          talkedWith: r.talkedWith,
          chosen: r.chosen,
          accepted: r.accepted,
          because: r.because,
          independent: r.independent,
          privatePlace: r.privatePlace,
          pushed: r.pushed,
          pulled: r.pulled,
          want: r.want,
          language: r.language,
          noWords: r.noWordsBecause,
          exploited: r.exploited,
          again: r.again,
          situation: r.situationId ?? (r.heldAt && 'none'),
          cameOfIt: r.cameOfIt,
        }),
        ...momentBoxes('offeredAt', r.offeredAt),
        ...momentBoxes('heldAt', r.heldAt),
      }
    : {}

const textsOf = (kept: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(kept).map(([name, text]) => [name, text ?? '']))
