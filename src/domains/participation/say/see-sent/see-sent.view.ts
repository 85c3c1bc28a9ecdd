import { dayIn, type Frame, frameIn, say, type YouthWords } from '#domains/words/index.ts'
import { WITHDRAWN_BECAUSE } from '#domains/outcomes/index.ts'
import type { Beside, PassedOn } from '../beside.queries.ts'
import { type PartLine, partLines, SYMBOL_OF_MEDIUM } from '../part.view.ts'
import type { Listed } from '../said.queries.ts'
import type { Got } from '../sending.queries.ts'
import { mediumNamed } from '../said.rules.ts'
import type { Part, Statement } from '../said-row.ts'

export type GotLine = {
  readonly name: string
  readonly text: string
  /** Whose it may be taken back from; undefined when it was sent to everybody. */
  readonly takeBackFrom: { readonly id: string; readonly text: string } | undefined
}

export type SentView = Frame & {
  readonly heading: string
  readonly at: string
  /** The plan that is made with them, where it is about people they love. */
  readonly plan: string | undefined
  readonly justSent: boolean
  readonly takenBack: string | undefined
  readonly toEverybody: boolean
  readonly got: readonly GotLine[]
  readonly passedOn: readonly { readonly text: string; readonly why: string }[]
  readonly with: string | undefined
  readonly lines: readonly (PartLine & { readonly uses: string })[]
  readonly because: readonly { readonly value: string; readonly text: string }[]
}

/** What I sent: who got it, who opened it, what stands beside it, and taking it back. */
export function sentView(given: {
  readonly language: string
  readonly handed: boolean
  readonly statement: Statement
  readonly parts: readonly Part[]
  readonly beside: readonly Beside[]
  /** Those it was sent to by name. */
  readonly recipients: readonly Got[]
  readonly openings: readonly Got[]
  readonly besideMe: readonly { readonly personId: string; readonly name: string }[]
  readonly passedOn: readonly PassedOn[]
  readonly justSent: boolean
}): SentView {
  const { statement } = given
  const frame = frameIn(given.language, given.handed, (w) => w.sent.title)
  const day = (at: Date | undefined) => (at ? dayIn(frame.language, at) : '')
  return {
    ...frame,
    heading: say(frame.w.sent.heading, { day: day(statement.sentAt) }),
    at: `/me/say/${statement.id}`,
    plan: statement.about && `/me/people-i-love/${statement.id}`,
    justSent: given.justSent,
    takenBack:
      statement.status === 'withdrawn'
        ? say(frame.w.sent.takenBack, { day: day(statement.withdrawnAt) })
        : undefined,
    toEverybody: statement.audience === 'everyone_beside_me',
    got: gotLines(frame, given),
    passedOn: given.passedOn.map((p) => passedOnLine(frame, p)),
    with: withWords(frame.w, statement),
    lines: partLines(frame, statement, given.parts, given.beside).map((line) => ({
      ...line,
      uses: `${line.at}/uses`,
    })),
    because: WITHDRAWN_BECAUSE.map((value) => ({ value, text: frame.w.shared.because[value] })),
  }
}

type Gotten = Pick<
  Parameters<typeof sentView>[0],
  'statement' | 'recipients' | 'openings' | 'besideMe'
>

function gotLines(frame: Frame, given: Gotten): readonly GotLine[] {
  const { w, language } = frame
  const opened = new Map(given.openings.map((o) => [o.personId as string, o.openedAt]))
  const text = (at: Date | undefined) =>
    at ? say(w.sent.opened, { day: dayIn(language, at) }) : w.sent.notOpened
  if (given.statement.audience === 'everyone_beside_me') {
    // Whoever opened it and has left since is named too.
    const gone = given.openings.filter(
      (o) => !given.besideMe.some((b) => b.personId === o.personId),
    )
    return [
      ...given.besideMe.map((b) => ({ name: b.name, text: text(opened.get(b.personId)) })),
      ...gone.map((o) => ({ name: o.name ?? w.sent.somebody, text: text(o.openedAt) })),
    ].map((line) => ({ ...line, takeBackFrom: undefined }))
  }
  return given.recipients.map((r) => {
    const name = r.name ?? w.sent.somebody
    return {
      name,
      text: text(r.openedAt),
      takeBackFrom:
        given.statement.status === 'sent' && given.recipients.length > 1
          ? { id: r.personId, text: say(w.sent.takeBackFrom, { name }) }
          : undefined,
    }
  })
}

function passedOnLine({ w, language }: Frame, p: PassedOn) {
  const text = p.reason === 'nobody_left_to_read' ? w.sent.becauseLeft : w.sent.becauseHurt
  return {
    text: say(text, {
      by: p.by ?? w.sent.somebody,
      to: p.to ?? w.sent.somebody,
      day: dayIn(language, p.at),
    }),
    why: p.why,
  }
}

function withWords(w: YouthWords, { company }: Statement): string | undefined {
  if (!company) return undefined
  const known: Readonly<Record<string, string>> = w.send.with
  const who = company.who ?? known[company.relationship] ?? w.send.with.other
  return say(w.sent.with, { who })
}

export type SentList = Frame & {
  readonly lines: readonly {
    readonly state: string
    readonly href: string
    readonly media: readonly { readonly text: string; readonly symbol: string }[]
  }[]
}

/** Everything I began, sent and took back. */
export function sentList(given: {
  readonly language: string
  readonly statements: readonly Listed[]
}): SentList {
  const frame = frameIn(given.language, false, (w) => w.sent.list)
  return {
    ...frame,
    lines: given.statements
      .filter((s) => s.status !== 'draft' || s.media.length > 0)
      .map((s) => ({
        state: stateOf(frame, s),
        href: `/me/say/${s.id}`,
        media: s.media.flatMap((name) => {
          const medium = mediumNamed(name)
          return medium ? [{ text: frame.w.made[medium], symbol: SYMBOL_OF_MEDIUM[medium] }] : []
        }),
      })),
  }
}

function stateOf({ w, language }: Frame, s: Statement): string {
  if (s.status === 'sent' && s.sentAt) {
    return say(w.sent.state.sent, { day: dayIn(language, s.sentAt) })
  }
  if (s.status === 'withdrawn' && s.withdrawnAt) {
    return say(w.sent.state.withdrawn, { day: dayIn(language, s.withdrawnAt) })
  }
  return w.sent.draft
}
