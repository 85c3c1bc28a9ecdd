import { trustedId, type ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { CORRECTION_ABOUT, correctionsOf } from '#domains/children/index.ts'
import {
  answersIn,
  findCheckIn,
  frameworkVersion,
  goalsOf,
  outcomeLabels,
  REASON_WORDS,
  STATE_WORDS,
} from '#domains/outcomes/index.ts'
import { wordsFor } from '#domains/words/index.ts'
import { MEDIUM_WORDS } from '../say/read-said/read-said.view.ts'
import { findSaid } from '../say/read-said.queries.ts'
import { partsOf } from '../say/said.queries.ts'
import { comeBacksOf } from '../come-back/come-back.queries.ts'
import { SAY_WHO } from '../come-back/come-back.rules.ts'
import { notTalkedAbout } from '../meetings/meetings.queries.ts'

/** What was sent, as somebody who answers it reads it. */
export type SentThing = {
  readonly called: string
  readonly lines: readonly {
    readonly title: string
    readonly said: string | undefined
    readonly words: string | undefined
    readonly language: string
  }[]
}

type Kind = {
  /** What staff call it. */
  readonly called: string
  /** Where the young person reads it again. */
  readonly own: (id: string) => string
  /** Where staff decide about it, when that is more than an answer. */
  readonly decidedAt?: (child: ChildId, id: string) => string
  /** What that is called in a list, where a list leads there at once. */
  readonly act?: string
  /** Undefined when the reader may not read it, or it was taken back. */
  readonly read: (tx: Tx, child: ChildId, id: string) => Promise<SentThing['lines'] | undefined>
}

const checkIn: Kind = {
  called: 'How things are',
  own: (id) => `/me/check-in/${id}`,
  async read(tx, child, id) {
    const found = await findCheckIn(tx, trustedId(id))
    if (!found || found.childId !== child || found.status !== 'shared') return undefined
    const framework = await frameworkVersion(tx, found.frameworkVersionId)
    if (!framework) return undefined
    const answers = await answersIn(tx, found.id)
    const labels = outcomeLabels(framework, 'en')
    return framework.outcomes.flatMap((outcome) => {
      const answer = answers.get(outcome.id)
      if (!answer) return []
      const { said } = answer
      return {
        title: labels.get(outcome.code)?.title ?? outcome.code,
        said: 'state' in said ? STATE_WORDS[said.state] : REASON_WORDS[said.reason],
        words: answer.words,
        language: answer.wordsLanguage,
      }
    })
  },
}

const goal: Kind = {
  called: 'What they want',
  own: () => '/me/goals',
  async read(tx, child, id) {
    const found = (await goalsOf(tx, child)).find((g) => g.id === id)
    return found && [{ title: '', said: undefined, words: found.words, language: found.language }]
  },
}

const meeting: Kind = {
  called: 'What a meeting did not talk about',
  own: () => '/me/meetings',
  async read(tx, child, id) {
    const found = await notTalkedAbout(tx, child, id)
    if (!found) return undefined
    const line = {
      title: found.called,
      said: undefined,
      words: found.line,
      language: found.language,
    }
    return found.words === undefined
      ? [line]
      : [line, { title: '', said: undefined, words: found.words, language: found.wordsLanguage }]
  },
}

const statement: Kind = {
  called: 'Something they said',
  own: (id) => `/me/say/${id}`,
  async read(tx, child, id) {
    const found = await findSaid(tx, child, trustedId(id))
    if (!found?.forMe || found.status !== 'sent') return undefined
    const { cards } = wordsFor('en').words
    return (await partsOf(tx, found.id)).map((part) => ({
      title: MEDIUM_WORDS[part.medium],
      said: part.file
        ? 'To see or hear it, open it under what they said to you, on their page'
        : part.cards.map((card) => cards[card]).join(', ') || undefined,
      words: part.words,
      language: part.wordsLanguage,
    }))
  },
}

const correction: Kind = {
  called: 'What they say about their record',
  own: () => '/me/record',
  decidedAt: (child, id) => `/children/${child}/corrections/${id}`,
  async read(tx, child, id) {
    const found = (await correctionsOf(tx, child)).find((c) => c.id === id)
    if (!found) return undefined
    const { language } = found
    const words = [found.wrong, found.right].filter((text) => text !== undefined)
    const said = found.wish === 'read_note' ? 'They ask to read a note' : found.itSaid
    const head = { title: CORRECTION_ABOUT[found.about], said, words: words[0], language }
    return [
      head,
      ...words.slice(1).map((w) => ({ title: '', said: undefined, words: w, language })),
    ]
  },
}

const comeBack: Kind = {
  called: 'Wants to talk to somebody again',
  own: () => '/me/come-back',
  decidedAt: (child, id) => `/children/${child}/come-back/${id}`,
  act: SAY_WHO,
  async read(tx, child, id) {
    const found = (await comeBacksOf(tx, child)).find((b) => b.id === id)
    if (!found) return undefined
    const said = found.words === undefined ? 'They wrote no words' : undefined
    return [{ title: '', said, words: found.words, language: found.language }]
  },
}

const peopleILove: Kind = {
  called: 'Worried for people they love',
  own: (id) => `/me/people-i-love/${id}`,
  decidedAt: (child, id) => `/children/${child}/people-they-love/${id}`,
  act: 'Make the plan',
  read: statement.read,
}

/** Every kind of thing that can be sent and answered. A new kind is one more line. */
const KINDS: Readonly<Record<string, Kind>> = {
  check_in: checkIn,
  goal,
  meeting,
  statement,
  correction,
  come_back: comeBack,
  people_i_love: peopleILove,
}

export const calledForStaff = (subject: string): string =>
  KINDS[subject]?.called ?? 'Something they sent'

/** Where staff decide about what was sent; undefined where they answer it step by step. */
export const decidedAt = (sent: {
  readonly childId: ChildId
  readonly subject: string
  readonly subjectId: string
}): string | undefined => KINDS[sent.subject]?.decidedAt?.(sent.childId, sent.subjectId)

/** What a list of what waits offers to do: the one act, or reading and answering. */
export function answerAction(sent: {
  readonly id: string
  readonly childId: ChildId
  readonly subject: string
  readonly subjectId: string
}): { readonly text: string; readonly href: string } {
  const act = KINDS[sent.subject]?.act
  const at = decidedAt(sent)
  if (act && at) return { text: act, href: at }
  return { text: 'Answer', href: `/children/${sent.childId}/answers/${sent.id}` }
}

export const ownAddress = (subject: string, id: string): string => KINDS[subject]?.own(id) ?? '/me'

/** What was sent, for somebody who answers it. Undefined where they may not read it. */
export async function readSent(
  tx: Tx,
  child: ChildId,
  sent: { readonly subject: string; readonly subjectId: string },
): Promise<SentThing | undefined> {
  const lines = await KINDS[sent.subject]?.read(tx, child, sent.subjectId)
  return lines && { called: calledForStaff(sent.subject), lines }
}
