import { type CalendarDay } from '#kernel/calendar-day.ts'
import { errorsOf, type Errors } from '#platform/http/form-problem.ts'
import { dayIn, type Frame, frameIn, say } from '#domains/words/index.ts'
import type { Receipt } from '../../answering/ledger.queries.ts'
import { dayText, type SentLine, sentLine } from '../../answering/sent/sent.view.ts'
import { type WayChoice, waysIn } from '../../say/begin-saying/begin-saying.view.ts'
import { type PartLine, partLines } from '../../say/part.view.ts'
import { type Asks, ASKS, CONTACT_CARDS, SYMBOL_OF } from '../../say/said.rules.ts'
import type { Part, Statement } from '../../say/said-row.ts'
import type { LovedContact } from '../contacts.queries.ts'
import type { LovedStep, Plan } from '../plan.queries.ts'
import { contactState, isSigned } from '../plan.rules.ts'

const titled = (language: string): Frame & { readonly errors: Errors } => ({
  ...frameIn(language, false, (w) => w.peopleILove.title),
  errors: errorsOf([]),
})

const at = ({ id }: Statement): string => `/me/people-i-love/${id}`

type Told = {
  readonly language: string
  readonly statement: Statement
  readonly parts: readonly Part[]
}

/** The questions, and what has been said to each. */
export function tellView(given: Told & { readonly to: readonly string[] }) {
  const frame = titled(given.language)
  const lines = (asks: Asks | undefined): readonly PartLine[] =>
    partLines(
      frame,
      given.statement,
      given.parts.filter((p) => p.asks === asks),
    )
  return {
    ...frame,
    asks: ASKS.map((value) => ({
      value,
      text: frame.w.peopleILove.asks[value],
      href: `${at(given.statement)}/about/${value}`,
      lines: lines(value),
    })),
    others: lines(undefined),
    to: given.statement.audience === 'everyone_beside_me' ? [] : given.to,
    toEverybody: given.statement.audience === 'everyone_beside_me',
    ready: given.parts.length > 0,
    // Keeping it, throwing it away and sending it are done as with anything else that is said.
    say: `/me/say/${given.statement.id}`,
    send: `/me/say/${given.statement.id}/send`,
  }
}

/** One question: what has been said to it, and the ways to say more. */
export function askView(given: Told & { readonly asks: Asks }) {
  const frame = titled(given.language)
  const { statement, asks } = given
  const ways: readonly (WayChoice & { readonly href: string })[] = waysIn(frame).map((way) => ({
    ...way,
    href: `/me/say/${statement.id}/make/${way.value}?asks=${asks}`,
  }))
  const parts = given.parts.filter((p) => p.asks === asks)
  const pressed = parts.find((p) => p.medium === 'cards')?.cards[0]
  return {
    ...frame,
    asks: frame.w.peopleILove.asks[asks],
    lines: partLines(frame, statement, parts),
    cards:
      asks === 'contact'
        ? CONTACT_CARDS.map((value) => ({
            value,
            text: frame.w.cards[value],
            symbol: SYMBOL_OF[value],
            chosen: value === pressed,
          }))
        : [],
    ways,
    back: at(statement),
  }
}

type Planned = {
  readonly language: string
  readonly statement: Statement
  readonly plan: Plan | undefined
  readonly steps: readonly LovedStep[]
  readonly contacts: readonly LovedContact[]
  readonly receipt: Receipt | undefined
}

/** The plan as the young person reads it: all of it. */
export function planView(given: Planned) {
  const frame = titled(given.language)
  const { receipt, statement, plan } = given
  const line: SentLine | undefined = receipt && sentLine(frame, receipt)
  return {
    ...frame,
    line,
    said: `/me/say/${statement.id}`,
    takenBack: statement.status === 'withdrawn',
    review: plan && say(frame.w.peopleILove.reviewed, { day: day(frame, plan.reviewOn) }),
    steps: given.steps.map((s) => stepLine(frame, s)),
    contacts: given.contacts.map((c) => contactLine(frame, statement, c)),
  }
}

const day = (frame: Frame, on: CalendarDay): string => dayText(frame.language, on)

function stepLine(frame: Frame, step: LovedStep) {
  const w = frame.w.peopleILove
  const given = { name: step.who ?? frame.w.sent.somebody, day: day(frame, step.byDay) }
  return {
    head: say(step.kind === 'tell' ? w.tells : w.does, given),
    words: step.words,
    done: step.doneAt && say(w.done, { day: dayIn(frame.language, step.doneAt) }),
  }
}

/** Whom somebody would like to contact, why, and what each said about it. */
function contactLine(frame: Frame, statement: Statement, c: LovedContact) {
  const w = frame.w.peopleILove
  const somebody = frame.w.sent.somebody
  const on = (when: Date | undefined) => (when ? dayIn(frame.language, when) : '')
  const state = contactState(c)
  const said =
    c.childSaid && say(c.childSaid === 'yes' ? w.saidYes : w.saidNo, { day: on(c.childSaidAt) })
  return {
    asked: say(w.asked, { name: c.askedBy ?? somebody, whom: c.whom }),
    why: c.why,
    said,
    second:
      c.childSaid !== 'yes'
        ? undefined
        : isSigned(c)
          ? say(w.second, { name: c.signedBy ?? somebody, day: on(c.signedAt) })
          : w.secondWaits,
    made: c.madeAt && {
      text: say(w.contacted, { name: c.madeBy ?? somebody, day: on(c.madeAt) }),
      words: c.madeWords,
    },
    open: state !== 'made' && statement.status === 'sent',
    at: `/me/people-i-love/${statement.id}/contacts/${c.id}`,
    version: c.version,
    mayYes: c.childSaid !== 'yes',
    mayNo: c.childSaid !== 'no',
  }
}
