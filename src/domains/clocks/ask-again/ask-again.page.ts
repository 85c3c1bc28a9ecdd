import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { londonDay, londonInstant } from '#kernel/london-time.ts'
import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { askedAnswer, askedPage, type Child, childIdOf } from '#domains/children/index.ts'
import { childOf, clockOfPage } from '../child-of-page.ts'
import type { Clock } from '../clock.rules.ts'
import { clockLine } from '../see-clocks/clock.view.ts'
import { ASKING, readAsking, typedAsking, typedNext } from './ask-again.form.ts'
import { addAsking, askingsOf, changeAsking } from './asked-again.queries.ts'
import { ASK_AGAIN, type Asking, isStep, letterOf, STEPS, stepToTake } from './asked-again.rules.ts'
import { askFrom } from './asking-clock.queries.ts'
import { askingLine } from './asked-again.view.ts'

const url = '/children/:childId/clocks/:clock/ask-again'
const may = 'children.write'

type At = {
  readonly visit: Visit
  readonly child: Child
  readonly clock: Clock
  readonly askings: readonly Asking[]
}

/** A page about asking again for one thing that is owed; asking itself is not asked for. */
const page = (
  method: Page['method'],
  address: string,
  act: string,
  answer: (at: At) => Promise<Answer>,
): Page => ({
  method,
  url: address,
  may,
  audit: { action: `clocks.ask-again.${act}`, childId: childIdOf },
  async answer(visit) {
    const child = await childOf(visit)
    const clock = await clockOfPage(visit, child)
    if (!clock || clock.rule === ASK_AGAIN) return { kind: 'not-found' }
    const all = await askingsOf(visit.tx, child.id)
    return answer({ visit, child, clock, askings: all.filter((a) => a.clockId === clock.id) })
  },
})

const over = ({ clock }: At): boolean => clock.state !== 'running' && clock.state !== 'paused'
const backOf = ({ child, clock }: At): string => `/children/${child.id}/clocks/${clock.id}`

/** Asking anew, while it is still owed. */
const ask = page('GET', url, 'ask', async (at) => {
  if (over(at)) return { kind: 'not-found' }
  const today = londonCalendarDay(at.visit.now)
  return shown(at, typedNext(at.askings.at(-1), stepToTake(at.askings), today), [])
})

const write = page('POST', url, 'add', async (at) => {
  if (over(at)) return { kind: 'not-found' }
  const read = readIn(at)
  if ('problems' in read) return shown(at, typedIn(at.visit.form), read.problems)
  await addAsking(at.visit.tx, { child: at.child.id, clock: at.clock.id }, read.value)
  await countFromLast(at)
  return { kind: 'redirect', to: backOf(at) }
})

const askingOfPage = ({ visit, askings }: At): Asking | undefined => {
  const id = readId(visit.params['asking'])
  return askings.find((a) => a.id === id)
}

/** One asking: what they answered, or something put right. */
const open = page('GET', `${url}/:asking`, 'open', async (at) => {
  const asking = askingOfPage(at)
  return asking ? shown(at, typedAsking(asking), [], { asking }) : { kind: 'not-found' }
})

const change = page('POST', `${url}/:asking`, 'change', async (at) => {
  const asking = askingOfPage(at)
  if (!asking) return { kind: 'not-found' }
  const typed = typedIn(at.visit.form)
  const read = readIn(at)
  if ('problems' in read) return shown(at, typed, read.problems, { asking })
  const row = { child: at.child.id, id: asking.id, version: versionOf(at.visit.form) }
  if (await changeAsking(at.visit.tx, row, read.value)) {
    if (!over(at)) await countFromLast(at)
    return { kind: 'redirect', to: backOf(at) }
  }
  const now = (await askingsOf(at.visit.tx, at.child.id)).find((a) => a.id === asking.id)
  return shown(at, typed, [], { asking: now ?? asking, meanwhile: true })
})

const readIn = ({ visit, clock }: At) =>
  readAsking(visit.form, {
    began: londonCalendarDay(clock.startedAt),
    today: londonCalendarDay(visit.now),
  })

/** The next asking is owed so long after the last one. */
async function countFromLast({ visit, child, clock }: At): Promise<void> {
  const all = await askingsOf(visit.tx, child.id)
  const last = all.findLast((a) => a.clockId === clock.id)
  const at = last && londonInstant(`${last.askedOn}T12:00`)
  if (!at) return
  await askFrom(visit.tx, {
    childId: child.id,
    clockId: clock.id,
    nation: clock.nation,
    at: at < clock.startedAt ? clock.startedAt : at,
    anew: true,
  })
}

async function shown(
  at: At,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  changing?: { readonly asking: Asking; readonly meanwhile?: true },
): Promise<Answer> {
  const { visit, child, clock } = at
  const line = clockLine(clock, visit.now)
  const asking = changing?.asking
  const asked = {
    ...askedPage({
      title: asking ? 'What came of asking' : 'Ask again',
      child,
      back: backOf(at),
      intro: [
        `${line.owed}. Who owes it: ${line.owedBy}. ${line.stands}`,
        ...(line.why === undefined ? [] : [line.why]),
        ...introOf(at, asking),
      ],
      asks: ASKING,
      typed,
      version: problems.length > 0 ? versionOf(visit.form) : (asking?.version ?? 0),
      problems,
      meanwhile: asking &&
        changing.meanwhile && {
          by: asking.by,
          lines: [{ label: 'It says now:', text: askingLine(asking).text }],
        },
    }),
    letter: asking ? undefined : `${backOf(at)}/ask-again/letter`,
  }
  return askedAnswer(asked, 'domains/clocks/ask-again/ask-again.njk')
}

function introOf({ askings, child, clock }: At, asking: Asking | undefined): readonly string[] {
  if (asking) return []
  const before = askings.map((a) => inWords(a.askedOn))
  return [
    before.length > 0
      ? `Asked before on ${before.join(', ')}. What is offered below is the step that comes next; you choose.`
      : 'Nobody has written that they asked yet.',
    ...(clock.about?.kind === 'process_wait'
      ? [`${child.knownAs} sees on which days somebody asked, and nothing else of it.`]
      : []),
  ]
}

/** A letter to copy or to send, with no name in it: their reference says whom it is about. */
const letter = page('GET', `${url}/letter`, 'letter', async (at) => {
  const { visit, child, clock, askings } = at
  const asked = textOf(visit.query, 'step')
  const step = isStep(asked) ? asked : stepToTake(askings)
  const last = askings.findLast((a) => a.reference !== undefined)
  const text = letterOf({
    owed: clock.owed,
    since: londonDay(clock.startedAt),
    dueBy:
      clock.dueAt && clock.dueAt <= visit.now && clock.dueOn ? inWords(clock.dueOn) : undefined,
    reference: last?.reference,
    askedOn: askings.map((a) => inWords(a.askedOn)),
    step,
    writer: visit.actor.name,
    organisation: visit.actor.organisationName,
  })
  const mail = new URLSearchParams({ subject: text.subject, body: text.text })
  return {
    kind: 'view',
    template: 'domains/clocks/ask-again/letter.njk',
    model: {
      page: {
        title: 'A letter that asks again',
        child: { id: child.id, knownAs: child.knownAs },
        back: `${backOf(at)}/ask-again`,
        ...text,
        rows: text.text.split('\n').length + 6,
        // Mail programs read a plus as a plus.
        mail: `mailto:?${mail.toString().replaceAll('+', '%20')}`,
        steps: Object.entries(STEPS).map(([code, called]) => ({
          href: `?step=${code}`,
          called,
          current: code === step,
        })),
      },
    },
  }
})

export const askAgainPages: readonly Page[] = [ask, write, letter, open, change]
